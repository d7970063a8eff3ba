using Bnpl.Credit.Tests.Orders;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Buyers;

public sealed class BuyerLimitTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task Shows_the_limit_that_good_history_has_raised_and_what_is_left_of_it()
    {
        Shop shop = await Shop.OpenAsync(host);
        (await shop.Tenant.Api.PutAsync("/v1/credit_policy", new { growth = new[] { new { orders_paid = 1, cumulative = 80_000 } } })).Expect(200);
        Answer first = await shop.PlacedAsync(shop.Order(10_000), "authorized");
        Assert.Equal((55_000, 45_000), await LimitAsync(shop, first));

        (await shop.ShipAsync(first.Id)).Expect(201);
        await shop.PayAsync(first.Id);
        await host.DrainAsync(shop.Tenant);
        Assert.Equal((80_000, 80_000), await LimitAsync(shop, first));

        Answer second = await shop.PlacedAsync(shop.Order(70_000), "authorized");
        Assert.Equal((80_000, 10_000), await LimitAsync(shop, second));
        Assert.Equal(10_000, (long)(await shop.Tenant.GetAsync($"/v1/buyers/{second.Member("buyer.id")}/export")).Expect(200)["profile"]!["limit"]!["available"]!);
        await shop.PlacedAsync(shop.Order(10_001), "declined");
        await shop.PlacedAsync(shop.Order(10_000), "authorized");
    }

    private static async Task<(long, long)> LimitAsync(Shop shop, Answer order)
    {
        Answer buyer = (await shop.Tenant.GetAsync($"/v1/buyers/{order.Member("buyer.id")}")).Expect(200);
        return (buyer.Number("limit.cumulative"), buyer.Number("limit.available"));
    }
}
