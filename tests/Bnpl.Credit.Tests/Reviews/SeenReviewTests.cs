using Bnpl.Credit.Tests.Orders;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Reviews;

/// <summary>A reviewer decides what it has looked at, and nothing else.</summary>
public sealed class SeenReviewTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Theory]
    [InlineData("approved")]
    [InlineData("declined")]
    public async Task What_was_corrected_since_the_claim_is_looked_at_again(string result)
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer held = await shop.PlacedAsync(shop.Order(kana: "テスト ホリュウ"), "on_hold");
        (await ClaimAsync(shop, held)).Expect(200);
        Answer corrected = (await shop.ActAsync(held.Id, "corrections", new { buyer = new { address = new { line2 = "三〇一号室" } } })).Expect(200);
        Assert.Equal("on_hold", corrected.Member("status"));

        Answer stale = (await shop.DecideAsync(held.Id, result)).Expect(409, "stale_version");

        Assert.Equal((corrected.Number("version"), true), (stale.Number("version"), stale.AllowedActions().SequenceEqual(["claim", "release", "notes"])));
        Assert.Equal(["claim", "release", "notes"], (await shop.Tenant.GetAsync($"/v1/reviews/{held.Id}")).Expect(200).AllowedActions());
        Assert.Contains("decide", (await ClaimAsync(shop, held)).Expect(200).AllowedActions());
        (await shop.DecideAsync(held.Id, result)).Expect(200);
    }

    [Fact]
    public async Task A_wish_that_took_the_place_of_the_one_looked_at_is_looked_at_again()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.ReviewedAsync(20_000);
        (await shop.AmendAsync(order.Id, (25_000, 1))).Expect(200);
        (await ClaimAsync(shop, order)).Expect(200);
        (await shop.AmendAsync(order.Id, (45_000, 1))).Expect(200);

        (await shop.DecideAsync(order.Id, "approved")).Expect(409, "stale_version");

        Assert.Equal(20_000, (await shop.OrderAsync(order.Id)).Number("amount"));
        (await ClaimAsync(shop, order)).Expect(200);
        Assert.Equal(45_000, (await shop.DecideAsync(order.Id, "approved")).Expect(200).Number("amount"));

        // Whoever decided has looked at nothing that comes later; without a claim the next one is decided as it stands.
        (await shop.AmendAsync(order.Id, (50_000, 1))).Expect(200);
        (await shop.DecideAsync(order.Id, "approved")).Expect(200);
    }

    [Fact]
    public async Task A_wish_that_comes_while_a_hold_is_claimed_by_somebody_else_binds_nobody_but_them()
    {
        Shop shop = await Shop.OpenAsync(host);
        ApiClient other = await shop.Tenant.ClientAsync("reviews:write");
        Answer order = await shop.ReviewedAsync(20_000);
        (await shop.AmendAsync(order.Id, (25_000, 1))).Expect(200);
        (await other.PostAsync($"/v1/reviews/{order.Id}/claim")).Expect(200);
        (await shop.AmendAsync(order.Id, (30_000, 1))).Expect(200);

        (await other.PostAsync($"/v1/reviews/{order.Id}/decide", new { result = "approved" })).Expect(409, "stale_version");

        Assert.Equal(30_000, (await shop.DecideAsync(order.Id, "approved")).Expect(200).Number("amount"));
    }

    [Fact]
    public async Task Without_a_claim_a_decision_is_bound_by_the_version_it_names()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer held = await shop.PlacedAsync(shop.Order(kana: "テスト ホリュウ"), "on_hold");
        Answer corrected = (await shop.ActAsync(held.Id, "corrections", new { buyer = new { address = new { line2 = "三〇一号室" } } })).Expect(200);

        (await DecideAsync(held.Number("version"))).Expect(412, "stale_version");
        Assert.Equal("authorized", (await DecideAsync(corrected.Number("version"))).Expect(200).Member("status"));

        Task<Answer> DecideAsync(long version) =>
            shop.Tenant.Api.SendAsync(HttpMethod.Post, $"/v1/reviews/{held.Id}/decide", new { result = "approved" }, ifMatch: $"\"{version}\"");
    }

    private static Task<Answer> ClaimAsync(Shop shop, Answer order) => shop.Tenant.PostAsync($"/v1/reviews/{order.Id}/claim");
}
