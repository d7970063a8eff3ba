using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Reviews;

public sealed class ReviewTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_reviewer_claims_and_approves_a_hold()
    {
        Shop shop = await Shop.OpenAsync(host);
        ApiClient reviewer = await shop.Tenant.ClientAsync("reviews:write");
        Answer held = await shop.PlacedAsync(shop.Order(kana: "テスト ホリュウ"), "on_hold");
        Assert.Equal([held.Id], (await reviewer.GetAsync("/v1/reviews?status=open")).Expect(200)["data"]!.AsArray().Select(r => (string)r!["order"]!));
        Assert.Equal(reviewer.ClientId, (await reviewer.PostAsync($"/v1/reviews/{held.Id}/claim")).Expect(200).Member("claimed_by"));
        (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "declined" })).Expect(409, "already_claimed");

        Answer approved = (await reviewer.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "approved", note = "電話で確認" })).Expect(200);

        Assert.Equal(("authorized", "manual"), (approved.Member("status"), approved.Member("decision.decided_by")));
        Assert.Equal(12_000, await shop.OpenBalanceAsync(held));
        Answer decisions = (await shop.Tenant.GetAsync($"/v1/orders/{held.Id}/decisions")).Expect(200);
        Assert.Equal((reviewer.ClientId, "電話で確認"), ((string?)decisions["data"]![0]!["reviewer"], (string?)decisions["data"]![0]!["note"]));
        (await reviewer.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "declined" })).Expect(409, "state_conflict");
    }

    [Fact]
    public async Task A_reviewer_overrules_the_screening_but_not_the_limit()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer first = await shop.PlacedAsync(shop.Order(30_000, "テスト ホリュウ"), "on_hold");
        Answer second = await shop.PlacedAsync(shop.Order(30_000, "テスト ホリュウ"), "on_hold");
        (await shop.Tenant.PostAsync($"/v1/reviews/{first.Id}/decide", new { result = "approved" })).Expect(200);

        (await shop.Tenant.PostAsync($"/v1/reviews/{second.Id}/decide", new { result = "approved" })).Expect(409, "buyer_limit_reached");

        Assert.Equal(30_000, await shop.OpenBalanceAsync(first));
    }

    [Fact]
    public async Task A_declined_buyer_can_be_registered_and_is_recognised()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer held = await shop.PlacedAsync(shop.Order(kana: "テスト ホリュウ"), "on_hold");

        (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "declined", note = "なりすまし", register_negative = true })).Expect(200);

        Answer next = await shop.PlacedAsync(shop.Order(kana: "ヤマダ タロウ"), "declined");
        Assert.Equal("risk_policy", (string?)next["decision.reasons"]![0]!["code"]);
    }

    [Fact]
    public async Task A_large_amount_needs_two_people()
    {
        Shop shop = await Shop.OpenAsync(host, new { four_eyes = new { review_over = 20_000 } });
        ApiClient second = await shop.Tenant.ClientAsync("reviews:write");
        Answer held = await shop.PlacedAsync(shop.Order(30_000, "テスト ホリュウ"), "on_hold");

        Answer first = (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "approved", note = "在籍を確認" })).Expect(200);

        Assert.Equal("on_hold", first.Member("status"));
        (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "approved" })).Expect(409, "four_eyes_required");
        Answer review = (await second.GetAsync($"/v1/reviews/{held.Id}")).Expect(200);
        Assert.Equal(
            (true, 20_000L, shop.Tenant.Api.ClientId, true),
            ((bool)review["four_eyes.required"]!, (long)review["four_eyes.over"]!, review.Member("four_eyes.first_approver"), (bool)review["four_eyes.awaits_second"]!));
        Assert.Equal(("first_approved", "在籍を確認"), ((string?)review["log"]![0]!["kind"], (string?)review["log"]![0]!["note"]));
        Assert.Equal("authorized", (await second.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "approved" })).Expect(200).Member("status"));
    }

    [Fact]
    public async Task The_first_approver_may_think_again_and_decline_alone()
    {
        Shop shop = await Shop.OpenAsync(host, new { four_eyes = new { review_over = 20_000 } });
        Answer held = await shop.PlacedAsync(shop.Order(30_000, "テスト ホリュウ"), "on_hold");
        (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "approved" })).Expect(200);

        Answer declined = (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "declined" })).Expect(200);

        Assert.Equal(("declined", "manual"), (declined.Member("status"), declined.Member("decision.decided_by")));
        Assert.Equal(0, await shop.OpenBalanceAsync(held));
    }

    [Fact]
    public async Task A_correction_voids_the_first_approval()
    {
        Shop shop = await Shop.OpenAsync(host, new { four_eyes = new { review_over = 20_000 } });
        ApiClient second = await shop.Tenant.ClientAsync("reviews:write");
        Answer held = await shop.PlacedAsync(shop.Order(30_000, "テスト ホリュウ"), "on_hold");
        (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "approved" })).Expect(200);

        (await shop.Tenant.PostAsync($"/v1/orders/{held.Id}/corrections", new { buyer = new { phone = "090-1234-5679" } })).Expect(200);

        Answer review = (await second.GetAsync($"/v1/reviews/{held.Id}")).Expect(200);
        Assert.Null(review["four_eyes.first_approver"]);
        Assert.Equal(["first_approved", "first_approval_voided"], review["log"]!.AsArray().Select(entry => (string)entry!["kind"]!));
        Assert.Equal("on_hold", (await second.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "approved" })).Expect(200).Member("status"));
        Assert.Equal("authorized", (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "approved" })).Expect(200).Member("status"));
    }

    [Fact]
    public async Task A_reviewer_who_saw_another_order_is_told_so()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer held = await shop.PlacedAsync(shop.Order(kana: "テスト ホリュウ"), "on_hold");
        string seen = (await shop.Tenant.GetAsync($"/v1/reviews/{held.Id}")).Expect(200).ETag!;
        (await shop.Tenant.PostAsync($"/v1/orders/{held.Id}/corrections", new { buyer = new { phone = "090-1234-5679" } })).Expect(200);

        foreach ((string act, object body) in (IEnumerable<(string, object)>)
            [("decide", new { result = "approved" }), ("claim", new { }), ("notes", new { text = "確認済み" })])
        {
            (await shop.Tenant.Api.SendAsync(HttpMethod.Post, $"/v1/reviews/{held.Id}/{act}", body, ifMatch: seen)).Expect(412, "stale_version");
        }

        string now = (await shop.Tenant.GetAsync($"/v1/reviews/{held.Id}")).Expect(200).ETag!;
        (await shop.Tenant.Api.SendAsync(HttpMethod.Post, $"/v1/reviews/{held.Id}/decide", new { result = "approved" }, ifMatch: now)).Expect(200);
    }

    [Fact]
    public async Task Refuses_what_is_no_verdict()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer held = await shop.PlacedAsync(shop.Order(kana: "テスト ホリュウ"), "on_hold");

        (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "maybe" })).Expect(422, "not_allowed");
        (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "approved", register_negative = true })).Expect(422, "not_allowed");
        Answer placed = await shop.PlacedAsync(shop.OrderOf("080-3333-0001"), "authorized");
        (await shop.Tenant.PostAsync($"/v1/reviews/{placed.Id}/claim")).Expect(404, "not_found");
    }
}
