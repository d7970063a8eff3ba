using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Credit.Tests.Reviews;

public sealed class ClaimTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_claim_is_given_back_by_its_holder_alone()
    {
        Shop shop = await Shop.OpenAsync(host);
        ApiClient reviewer = await shop.Tenant.ClientAsync("reviews:write");
        Answer held = await shop.PlacedAsync(shop.Order(kana: "テスト ホリュウ"), "on_hold");
        (await reviewer.PostAsync($"/v1/reviews/{held.Id}/release")).Expect(409, "not_claimed");
        Answer claimed = (await reviewer.PostAsync($"/v1/reviews/{held.Id}/claim")).Expect(200);
        Assert.Equal(["claim", "release", "decide", "notes"], claimed["allowed_actions"]!.AsArray().Select(action => (string)action!));
        (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/release")).Expect(409, "not_claimed");

        Answer released = (await reviewer.PostAsync($"/v1/reviews/{held.Id}/release")).Expect(200);

        Assert.Null(released["claimed_by"]);
        (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/claim")).Expect(200);
    }

    [Fact]
    public async Task Somebody_elses_claim_is_taken_over_by_force_with_a_reason_that_is_kept()
    {
        Shop shop = await Shop.OpenAsync(host);
        ApiClient reviewer = await shop.Tenant.ClientAsync("reviews:write");
        Answer held = await shop.PlacedAsync(shop.Order(kana: "テスト ホリュウ"), "on_hold");
        (await reviewer.PostAsync($"/v1/reviews/{held.Id}/claim")).Expect(200);
        Answer refused = (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/claim")).Expect(409, "already_claimed");
        Assert.Equal(reviewer.ClientId, refused.Member("claimed_by"));
        (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/claim", new { force = true })).Expect(422, "required");

        Answer taken = (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/claim", new { force = true, reason = "担当者が早退したため" })).Expect(200);

        Assert.Equal(shop.Tenant.Api.ClientId, taken.Member("claimed_by"));
        (await reviewer.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "approved" })).Expect(409, "already_claimed");
        Answer review = (await reviewer.GetAsync($"/v1/reviews/{held.Id}")).Expect(200);
        Assert.Equal(("taken_over", "担当者が早退したため"), ((string?)review["log"]![1]!["kind"], (string?)review["log"]![1]!["note"]));
        Answer audit = (await shop.Tenant.GetAsync($"/v1/audit_events?resource_id={held.Id}")).Expect(200);
        Assert.Contains("review.taken_over", audit["data"]!.AsArray().Select(entry => (string)entry!["action"]!));
        Assert.DoesNotContain("早退", audit.Text);
    }

    [Fact]
    public async Task A_forgotten_claim_keeps_nobody_away_after_half_an_hour()
    {
        Shop shop = await Shop.OpenAsync(host);
        ApiClient reviewer = await shop.Tenant.ClientAsync("reviews:write");
        Answer held = await shop.PlacedAsync(shop.Order(kana: "テスト ホリュウ"), "on_hold");
        (await reviewer.PostAsync($"/v1/reviews/{held.Id}/claim")).Expect(200);
        Assert.Empty(await QueueAsync(shop.Tenant.Api, "claimed_by=none"));
        Assert.Equal([held.Id], await QueueAsync(reviewer, "claimed_by=me"));

        // A claim runs out by the system's clock, which no test moves: the claim is made older instead.
        TenantTables tables = new(host.Database, shop.Tenant.TenantId);
        await tables.RowsAsync("UPDATE credit.reviews SET claimed_at = claimed_at - interval '30 minutes' RETURNING 1");

        Assert.Equal([held.Id], await QueueAsync(shop.Tenant.Api, "claimed_by=none"));
        Assert.Empty(await QueueAsync(reviewer, "claimed_by=me"));
        Assert.Null((await shop.Tenant.GetAsync($"/v1/reviews/{held.Id}")).Expect(200)["claimed_by"]);
        Assert.Equal(shop.Tenant.Api.ClientId, (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/claim")).Expect(200).Member("claimed_by"));
    }

    [Fact]
    public async Task Of_many_who_claim_at_once_one_has_it()
    {
        Shop shop = await Shop.OpenAsync(host);
        ApiClient[] reviewers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => shop.Tenant.ClientAsync("reviews:write")));
        Answer held = await shop.PlacedAsync(shop.Order(kana: "テスト ホリュウ"), "on_hold");

        Answer[] answers = await Task.WhenAll(reviewers.Select(reviewer => reviewer.PostAsync($"/v1/reviews/{held.Id}/claim")));

        Answer won = Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer != won), answer => answer.Expect(409, "already_claimed"));
        Assert.Equal(won.Member("claimed_by"), (await shop.Tenant.GetAsync($"/v1/reviews/{held.Id}")).Member("claimed_by"));
    }

    private static async Task<string[]> QueueAsync(ApiClient reviewer, string filter) =>
        [.. (await reviewer.GetAsync($"/v1/reviews?{filter}")).Expect(200)["data"]!.AsArray().Select(review => (string)review!["order"]!)];
}
