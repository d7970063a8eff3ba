using System.Text.Json.Nodes;
using Bnpl.Credit.Tests.Orders;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Limits;

public sealed class LimitsUnderFireTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private const int Orders = 200;
    private const long Yen = 10_000;

    [Theory]
    [InlineData("buyer", "cumulative", 59_999, 5, "buyer_limit_reached")]
    [InlineData("merchant", "open", 79_999, 7, "merchant_restricted")]
    [InlineData("merchant", "day_amount", 79_999, 7, "merchant_restricted")]
    [InlineData("merchant", "day_orders", 9, 9, "merchant_restricted")]
    [InlineData("tenant", "open", 59_999, 5, "risk_policy")]
    public async Task Two_hundred_orders_at_once_through_two_hosts_fill_a_limit_exactly_and_leave_nothing_locked(
        string scope, string limit, long most, int fitting, string reason)
    {
        Shop shop = await Shop.OpenAsync(host);
        await using PlatformHost second = await host.StartSecondAsync();
        Shop there = shop with { Tenant = shop.Tenant with { Api = shop.Tenant.Api.At(second.Http) } };
        await LimitAsync(shop, scope, limit, most);
        await Until.TrueAsync("the second host's news of the tenant", async () => (await there.Tenant.GetAsync("/v1/orders")).Status == 200, everyMilliseconds: 100);

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, Orders).Select(i => (i % 2 == 0 ? shop : there).PlaceAsync(OrderOf(shop, scope, i))));

        Assert.Equal($"{Orders} answered 201", string.Join(", ", answers.GroupBy(answer => answer.Status).Select(group => $"{group.Count()} answered {group.Key}")));
        ILookup<string, Answer> placed = answers.ToLookup(answer => answer.Member("status"));
        Assert.Equal((fitting, Orders - fitting), (placed["authorized"].Count(), placed["declined"].Count()));
        Assert.All(placed["declined"], answer => Assert.Equal(reason, (string?)answer["decision.reasons"]![0]!["code"]));
        await HeldLimits.AgreeAsync(host.Database, shop.Tenant);

        // What is left fits to the yen, and not a yen more.
        long left = limit == "day_orders" ? Yen : most - (fitting * Yen);
        if (limit == "day_orders")
        {
            (await shop.ActAsync(placed["authorized"].First().Id, "cancel")).Expect(200);
        }

        await there.PlacedAsync(OrderOf(shop, scope, Orders, left), "authorized");
        await shop.PlacedAsync(OrderOf(shop, scope, Orders + 1, 1), "declined");
        await HeldLimits.AgreeAsync(host.Database, shop.Tenant);
    }

    private static JsonObject OrderOf(Shop shop, string scope, int number, long amount = Yen) =>
        scope == "buyer" ? shop.Order(amount) : shop.Order(amount).WithBuyer(number);

    private static async Task LimitAsync(Shop shop, string scope, string limit, long most)
    {
        if (scope == "buyer")
        {
            (await shop.Tenant.PatchAsync("/v1/settings", new { buyer_limits = new { cumulative = most } })).Expect(200);
            return;
        }

        (await shop.Tenant.Api.PutAsync(
            "/v1/credit_policy",
            new JsonObject { ["limits"] = scope == "tenant" ? new JsonObject { ["tenant_open"] = most } : new JsonObject { ["merchant"] = new JsonObject { [limit] = most } } })).Expect(200);
    }
}
