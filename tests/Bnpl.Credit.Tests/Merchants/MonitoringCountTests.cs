using System.Globalization;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Credit.Tests.Merchants;

public sealed class MonitoringCountTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_hold_that_its_deadline_or_a_late_reviewer_declines_counts_as_declined()
    {
        Shop shop = await Shop.OpenAsync(host, new { hold_default = "declined" });
        Answer forgotten = await shop.PlacedAsync(shop.Order(1_000, "テスト ホリュウ"), "on_hold");
        Answer late = await shop.PlacedAsync(shop.Order(1_000, "テスト ホリュウ"), "on_hold");
        DateTimeOffset deadline = DateTimeOffset.Parse(forgotten.Member("decision.deadline_at"), CultureInfo.InvariantCulture);
        await shop.Tenant.AdvanceToAsync(deadline.AddSeconds(-1));
        (await shop.Tenant.PostAsync($"/v1/reviews/{late.Id}/decide", new { result = "declined" })).Expect(200);

        await shop.Tenant.AdvanceToAsync(deadline.AddDays(1));

        Assert.Equal("declined", (await shop.Tenant.GetAsync($"/v1/orders/{forgotten.Id}")).Expect(200).Member("status"));
        Answer monitoring = (await shop.Tenant.GetAsync($"/v1/merchants/{shop.Merchant}/monitoring")).Expect(200);
        Assert.Equal((2L, 2L, 2L), ((long)monitoring["figures.orders"]!, (long)monitoring["figures.declined"]!, (long)monitoring["figures.held"]!));
        Assert.Equal(
            ["2 2 2"],
            await new TenantTables(host.Database, shop.Tenant.TenantId).RowsAsync("SELECT orders, declined, held FROM credit.merchant_days"));
    }

    [Theory]
    [InlineData("return", 1)]
    [InlineData("discount", 0)]
    [InlineData("not_delivered", 0)]
    [InlineData("other", 0)]
    public async Task Only_goods_that_came_back_count_as_returned(string reason, long returned)
    {
        Shop shop = await Shop.OpenAsync(host);
        string order = await ShippedAsync(shop);
        (await shop.Tenant.PostAsync($"/v1/orders/{order}/credit_notes", new { amount = 100, reason })).Expect(201);
        await host.DrainAsync(shop.Tenant);

        await MerchantLifeTests.AdvanceAsync(shop.Tenant, days: 1);

        Assert.Equal(returned, (long)(await shop.Tenant.GetAsync($"/v1/merchants/{shop.Merchant}/monitoring")).Expect(200)["figures.returned"]!);
    }

    [Fact]
    public async Task A_return_after_a_discount_of_the_same_order_still_counts()
    {
        Shop shop = await Shop.OpenAsync(host);
        string order = await ShippedAsync(shop);
        foreach (string reason in new[] { "discount", "return" })
        {
            (await shop.Tenant.PostAsync($"/v1/orders/{order}/credit_notes", new { amount = 100, reason })).Expect(201);
            await host.DrainAsync(shop.Tenant);
            await MerchantLifeTests.AdvanceAsync(shop.Tenant, days: 1);
        }

        Assert.Equal(
            ["0", "1"],
            await new TenantTables(host.Database, shop.Tenant.TenantId).RowsAsync("SELECT returned FROM credit.merchant_days ORDER BY business_date"));
    }

    internal static async Task<string> ShippedAsync(Shop shop)
    {
        Answer order = await shop.PlacedAsync(shop.Order(12_000), "authorized");
        string day = (await MerchantCheckTests.TodayAsync(shop.Tenant)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (await shop.Tenant.PostAsync($"/v1/orders/{order.Id}/shipments", new { shipped_on = day, parcels = new[] { new { carrier = "other", tracking_no = "T-1" } } })).Expect(201);
        return order.Id;
    }
}
