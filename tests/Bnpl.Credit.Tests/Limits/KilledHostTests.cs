using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Credit.Tests.Limits;

public sealed class KilledHostTests
{
    [Fact]
    public async Task A_host_killed_among_orders_leaves_nothing_held_that_no_live_order_holds()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        string data = Directory.CreateTempSubdirectory("bnpl-kill-").FullName;
        await using PlatformProcess platform = await PlatformProcess.StartAsync(database, data);
        TenantActor tenant = await platform.OnboardAsync();
        Shop shop = new(tenant, await Shop.MerchantAsync(tenant));
        (await tenant.Api.PutAsync("/v1/credit_policy", new { limits = new { merchant = new { open = 100_000 } } })).Expect(200);
        Answer first = await shop.PlacedAsync(shop.Order(10_000).WithBuyer(0), "authorized");

        // Some are answered, some are cut short wherever they are; the kill comes with the first answer of the crowd.
        Task<Answer?>[] crowd = [.. Enumerable.Range(1, 40).Select(i => TryAsync(shop, i))];
        await Task.WhenAny(crowd);
        await platform.KillAsync();
        await Task.WhenAll(crowd);
        await platform.StartAsync();

        await HeldLimits.AgreeAsync(database, tenant);
        (await tenant.PostAsync($"/v1/orders/{first.Id}/cancel", new { reason = "test" })).Expect(200);
        for (int i = 60; i < 75; i++)
        {
            (await shop.PlaceAsync(shop.Order(10_000).WithBuyer(i))).Expect(201);
        }

        Assert.Equal(100_000, (await HeldLimits.ReadAsync(database, tenant)).Merchants);
        await HeldLimits.AgreeAsync(database, tenant);
        Directory.Delete(data, recursive: true);
    }

    private static async Task<Answer?> TryAsync(Shop shop, int buyer)
    {
        try
        {
            return await shop.PlaceAsync(shop.Order(10_000).WithBuyer(buyer));
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
