using Bnpl.TestKit;

namespace Bnpl.Billing.Tests.Stories;

public sealed class BillingStory(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_shipment_makes_the_buyer_owe_and_a_payment_settles_it()
    {
        Shop shop = await Shop.OpenAsync(host);
        string order = await shop.OrderAsync("none", (5_940, 2, "0.10"), (1_100, 1, "0.08"));
        Answer shipment = (await shop.ShipAsync(order, new { parcels = new[] { new { carrier = "yamato", tracking_no = "1234-5678-9010", @override = true } } })).Expect(201);
        Assert.Equal("reported", shipment.Member("status"));
        Assert.Equal(12_980, (long)shipment["amount"]!);

        Answer invoice = await shop.InvoiceAsync((string)shipment["invoices"]![0]!);
        Assert.Equal("issued", invoice.Member("status"));
        Assert.Equal(44, invoice.Member("payment_slip.barcode_number").Length);
        Assert.Equal("9999", invoice.Member("virtual_account.bank_code"));
        Assert.Equal("\"0.146\"", (await shop.Tenant.GetAsync($"/v1/invoices/{invoice.Id}/print_data")).Expect(200)["late_charge_rate"]!.ToJsonString());
        Assert.Contains("/pay/", invoice.Member("pay_url"), StringComparison.Ordinal);
        Assert.Equal("[{\"rate\":\"0.10\",\"amount\":11880,\"tax\":1080},{\"rate\":\"0.08\",\"amount\":1100,\"tax\":81}]", invoice["tax_by_rate"]!.ToJsonString());
        Assert.Equal("12,980", $"{(long)invoice["balance.total"]!:N0}");

        Answer payment = (await shop.PayAsync(invoice, 12_980)).Expect(201);
        Assert.Equal(0, (long)payment["unapplied"]!);
        Assert.Equal("paid", (await shop.InvoiceAsync(invoice.Id)).Member("status"));
        Answer receivable = await shop.ReceivableAsync(shipment.Member("receivable"));
        Assert.Equal("paid", receivable.Member("status"));
        Assert.Equal(
            ["sale 1210 2110 12980", "commission 2110 4110 519", "applied 2120 1210 12980", "received 1120 2120 12980"],
            await shop.EntriesAsync());
        Assert.Equal(["1120 12980 0", "1210 0 0", "2110 0 12461", "2120 0 0", "4110 0 519"], await shop.TrialBalanceAsync());
    }

    [Fact]
    public async Task Part_payments_add_up_and_what_is_too_much_stays_unapplied()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (10_000, 1, "0.10"));
        Answer first = (await shop.PayAsync(invoice, 4_000)).Expect(201);
        Assert.Equal("partially_paid", (await shop.InvoiceAsync(invoice.Id)).Member("status"));
        Answer second = (await shop.PayAsync(invoice, 8_000, channel: "transfer")).Expect(201);
        Assert.Equal(2_000, (long)second["unapplied"]!);
        Assert.Equal("paid", (await shop.InvoiceAsync(invoice.Id)).Member("status"));

        // The first one bounces: the second, which had found too little to pay, pays it as far as it goes.
        (await shop.Tenant.PostAsync($"/v1/payments/{first.Id}/reverse")).Expect(200);
        Assert.Equal(2_000, (long)(await shop.InvoiceAsync(invoice.Id))["balance.total"]!);
        Assert.Equal(0, (long)(await shop.Tenant.GetAsync($"/v1/payments/{second.Id}"))["unapplied"]!);
        (await shop.Tenant.PostAsync($"/v1/payments/{first.Id}/reverse")).Expect(409, "state_conflict");
        Assert.Equal(["1110 8000 0", "1120 0 0", "1210 2000 0", "2110 0 9600", "2120 0 0", "4110 0 400"], await shop.TrialBalanceAsync());
    }

    [Fact]
    public async Task Late_charge_accrues_daily_and_ends_on_the_day_the_buyer_paid()
    {
        Shop shop = await Shop.OpenAsync(host);
        await WithoutLateNoticesAsync(shop);
        Answer invoice = await shop.BilledAsync("none", (10_000, 1, "0.10"));
        DateOnly due = DateOnly.Parse(invoice.Member("due_on"));
        await shop.AdvanceDaysAsync(14 + 31);
        Answer late = await shop.InvoiceAsync(invoice.Id);
        Assert.InRange((long)late["balance.late_charge"]!, 120, 124);

        // Paid at the till 30 days late, told of only now: 10,000 × 14.6 % × 30 / 365 = 120.
        Answer payment = (await shop.PayAsync(invoice, 10_120, due.AddDays(30))).Expect(201);
        Assert.Equal(0, (long)payment["unapplied"]!);
        Assert.Equal("paid", (await shop.InvoiceAsync(invoice.Id)).Member("status"));
        Assert.Equal(["1120 10120 0", "1210 0 0", "1230 0 0", "2110 0 9600", "2120 0 0", "4110 0 400", "4130 0 120"], await shop.TrialBalanceAsync());
    }

    [Fact]
    public async Task A_reissued_slip_paid_in_time_waives_the_late_charge_after_it()
    {
        Shop shop = await Shop.OpenAsync(host);
        await WithoutLateNoticesAsync(shop);
        Answer invoice = await shop.BilledAsync("none", (10_000, 1, "0.10"));
        await shop.AdvanceDaysAsync(14 + 30);
        Answer reissued = (await shop.Tenant.PostAsync($"/v1/invoices/{invoice.Id}/reissue", new { reason = "紛失" })).Expect(200);
        Assert.Equal(2, (int)reissued["payment_slip.version"]!);
        Assert.NotEqual(invoice.Member("payment_slip.barcode_number"), reissued.Member("payment_slip.barcode_number"));
        long amount = (long)reissued["payment_slip.amount"]!;
        await shop.AdvanceDaysAsync(10);
        Assert.True((long)(await shop.InvoiceAsync(invoice.Id))["balance.total"]! > amount);

        (await shop.PayAsync(invoice, amount)).Expect(201);
        Assert.Equal("paid", (await shop.InvoiceAsync(invoice.Id)).Member("status"));
        Assert.Contains($"4130 0 {amount - 10_000}", await shop.TrialBalanceAsync());
    }

    [Fact]
    public async Task A_void_takes_everything_back_unless_somebody_has_paid()
    {
        Shop shop = await Shop.OpenAsync(host);
        string order = await shop.OrderAsync("none", (10_000, 1, "0.10"));
        Answer shipment = (await shop.ShipAsync(order)).Expect(201);
        Answer voided = (await shop.Tenant.PostAsync($"/v1/shipments/{shipment.Id}/void")).Expect(200);
        Assert.Equal("void", voided.Member("status"));
        Assert.Equal("void", (await shop.InvoiceAsync((string)shipment["invoices"]![0]!)).Member("status"));
        Assert.Equal("authorized", (await shop.Tenant.GetAsync($"/v1/orders/{order}")).Member("status"));
        Assert.Equal(["1210 0 0", "2110 0 0", "4110 0 0"], await shop.TrialBalanceAsync());
        (await shop.Tenant.PostAsync($"/v1/shipments/{shipment.Id}/void")).Expect(409, "state_conflict");

        Answer again = (await shop.ShipAsync(order)).Expect(201);
        (await shop.PayAsync(await shop.InvoiceAsync((string)again["invoices"]![0]!), 1)).Expect(201);
        Answer refused = (await shop.Tenant.PostAsync($"/v1/shipments/{again.Id}/void")).Expect(409, "state_conflict");
        Assert.Equal(("reported", """["delivered"]"""), (refused.Member("current_status"), refused["allowed_actions"]!.ToJsonString()));
        Assert.Equal("""["delivered","void"]""", again["allowed_actions"]!.ToJsonString());
        Assert.Equal("""["delivered"]""", (await shop.Tenant.GetAsync($"/v1/shipments/{again.Id}"))["allowed_actions"]!.ToJsonString());
    }

    [Fact]
    public async Task Parallel_shipments_never_bill_more_than_was_ordered()
    {
        Shop shop = await Shop.OpenAsync(host);
        string order = await shop.OrderAsync("none", (1_000, 3, "0.10"));
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => shop.ShipAsync(order, new { lines = new[] { new { line = 1, quantity = 1 } } })));
        Assert.Equal(3, answers.Count(a => a.Status == 201));
        Assert.Equal(3_000, (long)(await shop.Tenant.GetAsync($"/v1/orders/{order}"))["amount_shipped"]!);
        Assert.Equal("1210 3000 0", (await shop.TrialBalanceAsync())[0]);
    }

    [Theory]
    [InlineData("""{"parcels": []}""", 422, "required")]
    [InlineData("""{"shipped_on": "2099-01-01"}""", 422, "out_of_range")]
    [InlineData("""{"shipped_on": "2026-02-30"}""", 422, "invalid_type")]
    [InlineData("""{"shipped_on": "TODAY", "amount": 0}""", 422, "out_of_range")]
    [InlineData("""{"shipped_on": "TODAY", "amount": 10001}""", 422, "over_shipped")]
    [InlineData("""{"shipped_on": "TODAY", "amount": 1, "lines": [{"line": 1, "quantity": 1}]}""", 422, "lines_or_amount")]
    [InlineData("""{"shipped_on": "TODAY", "lines": [{"line": 2, "quantity": 1}]}""", 422, "unknown_line")]
    [InlineData("""{"shipped_on": "TODAY", "lines": [{"line": 1, "quantity": 2}]}""", 422, "over_shipped")]
    [InlineData("""{"shipped_on": "TODAY", "lines": []}""", 422, "required")]
    [InlineData("""{"shipped_on": "TODAY", "lines": [null]}""", 422, "unknown_line")]
    [InlineData("""{"shipped_on": "TODAY", "parcels": [{"carrier": "yamato", "tracking_no": "123456789011"}]}""", 422, "tracking_no_check_digit")]
    [InlineData("""{"shipped_on": "TODAY", "parcels": [{"carrier": "ups", "tracking_no": "1"}]}""", 422, "not_allowed")]
    [InlineData("""{"shipped_on": "TODAY", "parcels": [{}]}""", 422, "validation_failed")]
    [InlineData("""{"shipped_on": "TODAY", "weight": 1}""", 422, "unknown_field")]
    public async Task Bad_shipments_are_refused_by_name_and_change_nothing(string body, int status, string code)
    {
        Shop shop = await Shop.OpenAsync(host);
        string order = await shop.OrderAsync("none", (10_000, 1, "0.10"));
        string sent = body.Replace("TODAY", $"{await shop.TodayAsync():yyyy-MM-dd}", StringComparison.Ordinal);
        (await shop.Tenant.PostAsync($"/v1/orders/{order}/shipments", sent)).Expect(status, code);
        Assert.Empty(await shop.EntriesAsync());
        Assert.Equal(0, (long)(await shop.Tenant.GetAsync($"/v1/orders/{order}"))["amount_shipped"]!);
    }

    // Notices after the due date raise fees and issue slips of their own.
    private static async Task WithoutLateNoticesAsync(Shop shop) => (await shop.Tenant.Api.PutAsync(
        "/v1/dunning_policy", new { steps = new[] { new { offset_days = -1, channel = "email", template = "due_soon" } }, late_charge_rate = "0.146" })).Expect(200);
}
