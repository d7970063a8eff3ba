using System.Text.Json.Nodes;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Billing.Tests.Stories;

public sealed class RefundStory(PlatformHost host) : IClassFixture<PlatformHost>
{
    private static readonly object s_account =
        new { bank_code = "0001", branch_code = "002", account_type = "1", account_number = "1234567", holder_kana = "ヤマダ　タロウ" };

    [Fact]
    public async Task A_refund_over_the_limit_of_one_person_waits_for_another_one()
    {
        Shop shop = await ShopWithTwoEyesAsync();
        string payment = await OverpaidAsync(shop, 9_000);
        Answer small = (await RequestAsync(shop, new { payment, amount = 3_000, bank_account = s_account })).Expect(201);
        Assert.Equal("pending", small.Member("status"));

        Answer large = (await RequestAsync(shop, new { payment, amount = 3_001 })).Expect(201);
        Assert.Equal(("awaiting_approval", "approve bank_account cancel"), (large.Member("status"), Actions(large)));
        (await shop.Tenant.PostAsync($"/v1/refunds/{large.Id}/approve")).Expect(409, "four_eyes_required");
        Assert.Equal(large.Text, (await shop.Tenant.GetAsync($"/v1/refunds/{large.Id}")).Expect(200).Text);

        ApiClient second = await shop.Tenant.ClientAsync("payments:read payments:write");
        Answer approved = (await second.PostAsync($"/v1/refunds/{large.Id}/approve")).Expect(200);
        Assert.Equal(("awaiting_account", "bank_account cancel"), (approved.Member("status"), Actions(approved)));
        (await second.PostAsync($"/v1/refunds/{large.Id}/approve")).Expect(409, "state_conflict");
        Answer known = (await shop.Tenant.PostAsync($"/v1/refunds/{large.Id}/bank_account", s_account)).Expect(200);
        Assert.Equal(("pending", "\"3\""), (known.Member("status"), known.ETag));
        Assert.Equal(known.Text, (await shop.Tenant.GetAsync($"/v1/refunds/{large.Id}")).Expect(200).Text);
    }

    [Fact]
    public async Task An_account_given_before_the_approval_is_paid_to_once_approved_and_is_stored_sealed()
    {
        Shop shop = await ShopWithTwoEyesAsync();
        Answer refund = (await RequestAsync(shop, new { payment = await OverpaidAsync(shop, 5_000), amount = 5_000 })).Expect(201);
        Assert.Equal("awaiting_approval", (await shop.Tenant.PostAsync($"/v1/refunds/{refund.Id}/bank_account", s_account)).Expect(200).Member("status"));
        ApiClient second = await shop.Tenant.ClientAsync("payments:write");
        Assert.Equal("pending", (await second.PostAsync($"/v1/refunds/{refund.Id}/approve")).Expect(200).Member("status"));
        (await shop.Tenant.PostAsync($"/v1/refunds/{refund.Id}/bank_account", s_account)).Expect(409, "state_conflict");
        TenantTables tables = new(host.Database, shop.Tenant.TenantId);
        Assert.Equal(0, await tables.CountAsync("billing.refunds WHERE bank_account IS NULL OR position('1234567'::bytea IN bank_account) > 0"));
    }

    [Fact]
    public async Task A_return_over_the_limit_of_one_person_waits_for_another_one_too()
    {
        Shop shop = await ShopWithTwoEyesAsync();
        Answer invoice = await shop.BilledAsync("none", (10_000, 1, "0.10"));
        (await shop.PayAsync(invoice, 10_000)).Expect(201);
        Answer note = (await shop.Tenant.PostAsync($"/v1/orders/{invoice.Member("order")}/credit_notes", new { amount = 4_000, reason = "return" })).Expect(201);
        Assert.Equal("awaiting_approval", (await shop.Tenant.GetAsync($"/v1/refunds/{note.Member("refund")}")).Expect(200).Member("status"));
    }

    [Theory]
    [InlineData("bank_code", "12")]
    [InlineData("bank_code", "１２３４")]
    [InlineData("branch_code", "0012")]
    [InlineData("account_type", "9")]
    [InlineData("account_number", "123456")]
    [InlineData("account_number", null)]
    [InlineData("holder_kana", "山田太郎")]
    [InlineData("holder_kana", "　")]
    [InlineData("holder_kana", "ヤマダタロウヤマダタロウヤマダタロウヤマダタロウヤマダタロウ")]
    public async Task An_account_that_no_bank_file_could_hold_is_refused_by_field(string field, string? value)
    {
        Shop shop = await Shop.OpenAsync(host);
        string payment = await OverpaidAsync(shop, 1_000);
        JsonObject account = System.Text.Json.JsonSerializer.SerializeToNode(s_account)!.AsObject();
        account[field] = value;
        Answer refused = (await RequestAsync(shop, new { payment, amount = 1_000, bank_account = account })).Expect(422);
        Assert.Equal($"bank_account.{field}", (string?)refused["errors"]![0]!["field"]);
        Answer refund = (await RequestAsync(shop, new { payment, amount = 1_000 })).Expect(201);
        Assert.Equal(field, (string?)(await shop.Tenant.PostAsync($"/v1/refunds/{refund.Id}/bank_account", account)).Expect(422)["errors"]![0]!["field"]);
        Assert.Equal("awaiting_account", (await shop.Tenant.GetAsync($"/v1/refunds/{refund.Id}")).Member("status"));
    }

    private async Task<Shop> ShopWithTwoEyesAsync()
    {
        Shop shop = await Shop.OpenAsync(host);
        (await shop.Tenant.PatchAsync("/v1/settings", new { four_eyes = new { refund_over = 3_000 } })).Expect(200);
        return shop;
    }

    // A payment of which so much is the buyer's own.
    private static async Task<string> OverpaidAsync(Shop shop, long unapplied) =>
        (await shop.PayAsync(await shop.BilledAsync("none", (1_000, 1, "0.10")), 1_000 + unapplied, channel: "transfer")).Expect(201).Id;

    private static Task<Answer> RequestAsync(Shop shop, object body) => shop.Tenant.PostAsync("/v1/refunds", body);

    private static string Actions(Answer refund) => string.Join(' ', refund["allowed_actions"]!.AsArray().Select(a => (string)a!).Order());
}
