using System.Globalization;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Orders;

/// <summary>Which orders a period names.</summary>
public sealed class OrderListTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_day_counts_whole_in_the_tenants_calendar_and_an_instant_to_the_instant()
    {
        Shop shop = await Shop.OpenAsync(host);
        DateOnly day = (await shop.TodayAsync()).AddDays(2);
        string dayBefore = Text(day.AddDays(-1)), today = Text(day), tomorrow = Text(day.AddDays(1));

        // In Tokyo it is five in the morning, in UTC still the day before.
        await shop.Tenant.AdvanceToAsync(new DateTimeOffset(day, new TimeOnly(5, 0), TimeSpan.FromHours(9)));
        await shop.PlacedAsync(shop.Order(amount: 1_000), "authorized");

        Dictionary<string, int> found = [];
        foreach (string period in new[]
        {
            $"created_from={today}", $"created_to={today}", $"created_from={today}&created_to={today}", $"created_from={tomorrow}", $"created_to={dayBefore}",
            $"created_from={dayBefore}T20:00:00Z", $"created_to={dayBefore}T20:00:00Z", $"created_from={today}T05:00:00+09:00", $"created_from={today}T05:00:01%2B09:00",
        })
        {
            found[period] = (await shop.Tenant.GetAsync($"/v1/orders?{period}")).Expect(200)["data"]!.AsArray().Count;
        }

        Assert.Equal([1, 1, 1, 0, 0, 1, 0, 1, 0], found.Values);
        (await shop.Tenant.GetAsync("/v1/orders?created_from=2026-13-01")).Expect(422, "invalid_instant");
    }

    [Fact]
    public async Task Verdicts_come_by_the_page_like_every_list()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.PlacedAsync(shop.Order(amount: 1_000), "authorized");
        (await shop.AmendAsync(order.Id, (2_000, 1))).Expect(200);
        (await shop.AmendAsync(order.Id, (3_000, 1))).Expect(200);
        string path = $"/v1/orders/{order.Id}/decisions";

        Answer all = (await shop.Tenant.GetAsync(path)).Expect(200);
        Answer first = (await shop.Tenant.GetAsync($"{path}?limit=2")).Expect(200);
        Answer second = (await shop.Tenant.GetAsync($"{path}?limit=2&starting_after={first.Member("next")}")).Expect(200);

        Assert.Equal((true, false), ((bool)first["has_more"]!, (bool)second["has_more"]!));
        Assert.Equal(all["data"]!.AsArray().Select(d => (string)d!["id"]!), [.. Ids(first), .. Ids(second)]);
        (await shop.Tenant.GetAsync($"{path}?limit=0")).Expect(422, "out_of_range");
        (await shop.Tenant.GetAsync("/v1/buyers?name=山田&phone=090-1234-5678&limit=0")).Expect(422, "out_of_range");
    }

    private static IEnumerable<string> Ids(Answer page) => page["data"]!.AsArray().Select(item => (string)item!["id"]!);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
