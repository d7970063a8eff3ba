using Bnpl.TestKit;

namespace Bnpl.Billing.Tests.Stories;

public sealed class VersionStory(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task Whoever_ships_returns_or_takes_back_what_has_changed_meanwhile_is_told_so()
    {
        Shop shop = await Shop.OpenAsync(host);
        string order = await shop.OrderAsync("none", (1_000, 5, "0.10"));
        object one = new { shipped_on = $"{await shop.TodayAsync():yyyy-MM-dd}", lines = new[] { new { line = 1, quantity = 1 } } };
        object part = new { amount = 200, reason = "discount" };

        Answer first = (await SendAsync(shop, $"orders/{order}/shipments", one, "\"1\"")).Expect(201);
        (await SendAsync(shop, $"orders/{order}/shipments", one, "\"1\"")).Expect(412, "stale_version");
        Answer seen = (await shop.Tenant.GetAsync($"/v1/orders/{order}")).Expect(200);
        Assert.Equal("\"2\"", seen.ETag);
        Answer second = (await SendAsync(shop, $"orders/{order}/shipments", one, seen.ETag!)).Expect(201);

        (await SendAsync(shop, $"orders/{order}/credit_notes", part, seen.ETag!)).Expect(412, "stale_version");
        (await SendAsync(shop, $"orders/{order}/credit_notes", part, "\"3\"")).Expect(201);
        (await SendAsync(shop, $"orders/{order}/credit_notes", part, "\"3\"")).Expect(412, "stale_version");

        (await SendAsync(shop, $"shipments/{first.Id}/void", null, "\"2\"")).Expect(412, "stale_version");
        (await SendAsync(shop, $"shipments/{first.Id}/void", null, first.ETag!)).Expect(200);
        (await SendAsync(shop, $"shipments/{first.Id}/void", null, "*")).Expect(409, "state_conflict");
        (await SendAsync(shop, $"shipments/{second.Id}/delivered", null, "W/\"1\"")).Expect(412, "stale_version");
        (await SendAsync(shop, $"shipments/{second.Id}/delivered", null, "\"7\", \"1\"")).Expect(200);
        Answer after = (await shop.Tenant.GetAsync($"/v1/orders/{order}")).Expect(200);
        Assert.Equal((1_000, 200, 5), ((int)after["amount_shipped"]!, (int)after["amount_credited"]!, (int)after["version"]!));
        Assert.Equal(["1210 800 0", "2110 0 768", "4110 0 32"], await shop.TrialBalanceAsync());
    }

    [Fact]
    public async Task Of_those_who_saw_the_same_version_one_ships()
    {
        Shop shop = await Shop.OpenAsync(host);
        string order = await shop.OrderAsync("none", (1_000, 5, "0.10"));
        object one = new { shipped_on = $"{await shop.TodayAsync():yyyy-MM-dd}", lines = new[] { new { line = 1, quantity = 1 } } };

        Answer[] shipped = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SendAsync(shop, $"orders/{order}/shipments", one, "\"1\"")));
        Answer[] credited = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SendAsync(shop, $"orders/{order}/credit_notes", new { amount = 100, reason = "other" }, "\"2\"")));

        Assert.Equal([201, 412, 412, 412, 412], shipped.Select(answer => answer.Status).Order());
        Assert.Equal([201, 412, 412, 412, 412], credited.Select(answer => answer.Status).Order());
        Assert.Equal(["1210 900 0", "2110 0 864", "4110 0 36"], await shop.TrialBalanceAsync());
    }

    private static Task<Answer> SendAsync(Shop shop, string path, object? body, string ifMatch) =>
        shop.Tenant.Api.SendAsync(HttpMethod.Post, $"/v1/{path}", body, ifMatch: ifMatch);
}
