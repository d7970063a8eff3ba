using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Orders;

/// <summary>Arrears end with the debt, however it ends.</summary>
public sealed class ArrearsTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_voided_shipment_leaves_no_arrears()
    {
        Shop shop = await Shop.OpenAsync(host);
        string order = await OverdueAsync(shop, null);
        string shipment = (string)(await shop.Tenant.GetAsync($"/v1/shipments?order={order}")).Expect(200)["data"]![0]!["id"]!;

        (await shop.Tenant.PostAsync($"/v1/shipments/{shipment}/void")).Expect(200);
        await host.DrainAsync(shop.Tenant);

        await shop.PlacedAsync(shop.Order(amount: 1_000), "authorized");
    }

    [Fact]
    public async Task What_came_back_whole_leaves_no_arrears_while_the_rest_of_the_order_is_still_owed()
    {
        Shop shop = await Shop.OpenAsync(host);
        string order = await OverdueAsync(shop, new { amount = 4_000 });
        (await shop.ShipAsync(order)).Expect(201);
        string late = (string)(await shop.Tenant.GetAsync($"/v1/shipments?order={order}")).Expect(200)["data"]!.AsArray().Single(s => (long)s!["amount"]! == 4_000)!["id"]!;

        (await shop.ActAsync(order, "credit_notes", new { amount = 4_000, shipment = late, reason = "return" })).Expect(201);
        await host.DrainAsync(shop.Tenant);

        await shop.PlacedAsync(shop.Order(amount: 1_000), "authorized");
    }

    private async Task<string> OverdueAsync(Shop shop, object? content)
    {
        string order = (await shop.PlacedAsync(shop.Order(amount: 12_000), "authorized")).Id;
        (await shop.ShipAsync(order, content)).Expect(201);
        await shop.Tenant.AdvanceToAsync((await shop.NowAsync()).AddDays(17));
        await host.DrainAsync(shop.Tenant);
        Answer refused = await shop.PlacedAsync(shop.Order(amount: 1_000), "declined");
        Assert.Equal("buyer_overdue", (string?)refused["decision.reasons"]![0]!["code"]);
        return order;
    }
}
