using Bnpl.Billing.Tests.Documents;
using Bnpl.TestKit;

namespace Bnpl.Billing.Tests.Stories;

public sealed class CreditNoteStory(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_return_before_payment_lowers_the_debt_and_issues_a_new_slip()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (5_000, 2, "0.10"), (1_000, 1, "0.08"));
        Answer note = (await CreditAsync(shop, invoice, new { lines = new[] { new { line = 1, quantity = 1 } }, reason = "return" })).Expect(201);
        Assert.Equal("[{\"rate\":\"0.10\",\"amount\":5000,\"tax\":454}]", note["tax_by_rate"]!.ToJsonString());
        Assert.Null(note["refund"]);

        Answer lowered = await shop.InvoiceAsync(invoice.Id);
        Assert.Equal(6_000, (long)lowered["payment_slip.amount"]!);
        Assert.Equal(2, (int)lowered["payment_slip.version"]!);
        Assert.Equal("[{\"rate\":\"0.10\",\"amount\":5000,\"tax\":454},{\"rate\":\"0.08\",\"amount\":1000,\"tax\":74}]", lowered["tax_by_rate"]!.ToJsonString());
        Assert.Equal(["1210 6000 0", "2110 0 5760", "4110 0 240"], await shop.TrialBalanceAsync());
        Assert.Equal(note.Text, (await shop.Tenant.GetAsync($"/v1/credit_notes/{note.Id}")).Expect(200).Text);

        (await CreditAsync(shop, invoice, new { amount = 6_001, reason = "return" })).Expect(422, "over_creditable");
        (await CreditAsync(shop, invoice, new { amount = 6_000, reason = "return" })).Expect(201);
        Assert.Equal("void", (await shop.InvoiceAsync(invoice.Id)).Member("status"));
        Assert.Equal(["1210 0 0", "2110 0 0", "4110 0 0"], await shop.TrialBalanceAsync());
    }

    [Fact]
    public async Task A_return_after_payment_makes_a_refund()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (10_000, 1, "0.10"));
        Answer payment = (await shop.PayAsync(invoice, 10_000)).Expect(201);
        Answer note = (await CreditAsync(shop, invoice, new { amount = 3_000, reason = "discount" })).Expect(201);
        Answer refund = (await shop.Tenant.GetAsync($"/v1/refunds/{note.Member("refund")}")).Expect(200);
        Assert.Equal((3_000, "awaiting_account", payment.Id), ((long)refund["amount"]!, refund.Member("status"), refund.Member("payment")));
        Assert.Equal("paid", (await shop.InvoiceAsync(invoice.Id)).Member("status"));
        Assert.Equal(["1120 10000 0", "1210 0 0", "2110 0 6720", "2120 0 0", "2130 0 3000", "4110 0 280"], await shop.TrialBalanceAsync());
        (await shop.Tenant.PostAsync("/v1/refunds", new { payment = payment.Id, amount = 1, method = "bank" })).Expect(422, "over_refundable");
        (await shop.Tenant.PostAsync($"/v1/payments/{payment.Id}/reverse")).Expect(409, "state_conflict");
        (await shop.Tenant.PostAsync($"/v1/refunds/{refund.Id}/cancel")).Expect(200);
        Assert.Equal(3_000, (long)(await shop.Tenant.GetAsync($"/v1/payments/{payment.Id}"))["unapplied"]!);
        (await shop.Tenant.PostAsync($"/v1/refunds/{refund.Id}/cancel")).Expect(409, "state_conflict");
    }

    [Fact]
    public async Task The_document_of_a_credit_note_never_changes()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (5_000, 2, "0.10"), (1_000, 1, "0.08"));
        (await shop.PayAsync(invoice, 11_000)).Expect(201);
        Answer note = (await CreditAsync(shop, invoice, new { lines = new[] { new { line = 1, quantity = 1 } }, reason = "return" })).Expect(201);
        string path = $"/v1/credit_notes/{note.Id}/pdf";
        Answer[] both = await Task.WhenAll(shop.Tenant.GetAsync(path), shop.Tenant.GetAsync(path));
        (await shop.Tenant.PostAsync($"/v1/refunds/{note.Member("refund")}/cancel")).Expect(200);
        (await shop.Tenant.PatchAsync("/v1/settings", new { company_name = "株式会社改名" })).Expect(200);
        Answer later = (await shop.Tenant.GetAsync(path)).Expect(200);

        Assert.Equal("application/pdf", later.Header("Content-Type"));
        Assert.All(both, answer => Assert.Equal(later.Bytes, answer.Expect(200).Bytes));
        string text = PdfReading.AllText(later.Bytes);
        Assert.All([note.Member("number"), "ご返品", "美容液", "¥5,000", "¥454"], words => Assert.Contains(words, text));
        Assert.DoesNotContain("株式会社改名", text);

        ApiClient elsewhere = await shop.Tenant.ClientAsync("orders:read", (await shop.Tenant.PostAsync("/v1/merchants", new { name = "別の店" })).Expect(201).Id);
        (await elsewhere.GetAsync(path)).Expect(404);
        (await (await host.OnboardAsync()).GetAsync(path)).Expect(404);
    }

    [Fact]
    public async Task Parallel_credit_notes_never_credit_more_than_was_shipped()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (10_000, 1, "0.10"));
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => CreditAsync(shop, invoice, new { amount = 4_000, reason = "other" })));
        Assert.Equal(2, answers.Count(a => a.Status == 201));
        Assert.Equal(2_000, (long)(await shop.InvoiceAsync(invoice.Id))["balance.total"]!);
    }

    private static Task<Answer> CreditAsync(Shop shop, Answer invoice, object body) =>
        shop.Tenant.PostAsync($"/v1/orders/{invoice.Member("order")}/credit_notes", body);
}
