using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Reviews;

public sealed class DeadlineTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Theory]
    [InlineData("expired", "expired", "automatic")]
    [InlineData("declined", "declined", "deadline")]
    public async Task What_nobody_decided_takes_the_tenants_default_at_its_deadline(string holdDefault, string status, string decidedBy)
    {
        Shop shop = await Shop.OpenAsync(host, new { hold_default = holdDefault });
        Answer held = await shop.PlacedAsync(shop.Order(kana: "テスト ホリュウ"), "on_hold");
        DateTimeOffset deadline = DateTimeOffset.Parse(held.Member("decision.deadline_at"));
        Assert.Equal(holdDefault, (await shop.Tenant.GetAsync($"/v1/reviews/{held.Id}")).Member("default_outcome"));

        await shop.Tenant.AdvanceToAsync(deadline.AddSeconds(-1));
        Assert.Equal("on_hold", (await shop.Tenant.GetAsync($"/v1/orders/{held.Id}")).Member("status"));
        await shop.Tenant.AdvanceToAsync(deadline);

        Answer order = (await shop.Tenant.GetAsync($"/v1/orders/{held.Id}")).Expect(200);
        Assert.Equal((status, decidedBy), (order.Member("status"), order.Member("decision.decided_by")));
        Answer review = (await shop.Tenant.GetAsync($"/v1/reviews/{held.Id}")).Expect(200);
        Assert.Equal(("withdrawn", "expired"), (review.Member("status"), review.Member("result")));
        (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "approved" })).Expect(409, "state_conflict");
        Assert.Equal(0, await shop.OpenBalanceAsync(held));
    }

    [Fact]
    public async Task A_reviewer_and_the_deadline_race_and_the_first_wins()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer[] held = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shop.PlacedAsync(shop.Order(1_000, "テスト ホリュウ"), "on_hold")));
        DateTimeOffset deadline = DateTimeOffset.Parse(held[0].Member("decision.deadline_at"));
        await shop.Tenant.AdvanceToAsync(deadline.AddSeconds(-1));

        Task<Answer> advancing = shop.Tenant.AdvanceToAsync(deadline);
        Answer[] decided = await Task.WhenAll(held.Select(order => shop.Tenant.PostAsync($"/v1/reviews/{order.Id}/decide", new { result = "approved" })));
        await advancing;

        foreach ((Answer order, Answer answer) in held.Zip(decided))
        {
            string status = (await shop.Tenant.GetAsync($"/v1/orders/{order.Id}")).Member("status");
            Answer review = (await shop.Tenant.GetAsync($"/v1/reviews/{order.Id}")).Expect(200);
            Assert.Equal(
                answer.Status == 200 ? ("authorized", "decided") : ("expired", "withdrawn"),
                (status, review.Member("status")));
        }

        Assert.Equal(1_000 * decided.Count(answer => answer.Status == 200), await shop.OpenBalanceAsync(held[0]));
    }

    [Fact]
    public async Task Of_two_verdicts_at_once_one_stands()
    {
        Shop shop = await Shop.OpenAsync(host);
        ApiClient second = await shop.Tenant.ClientAsync("reviews:write");
        for (int i = 0; i < 4; i++)
        {
            Answer held = await shop.PlacedAsync(shop.OrderOf($"090-4000-000{i}", kana: "テスト ホリュウ"), "on_hold");

            Answer[] answers = await Task.WhenAll(
                shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "approved" }),
                second.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "declined" }));

            Answer won = Assert.Single(answers, answer => answer.Status == 200);
            answers.Single(answer => answer != won).Expect(409, "state_conflict");
            Assert.Equal(won.Member("status"), (await shop.Tenant.GetAsync($"/v1/orders/{held.Id}")).Member("status"));
            Assert.Equal(2, (await shop.Tenant.GetAsync($"/v1/orders/{held.Id}/decisions"))["data"]!.AsArray().Count);
        }
    }

    [Fact]
    public async Task A_correction_and_a_reviewer_race_and_the_first_wins()
    {
        Shop shop = await Shop.OpenAsync(host);
        for (int i = 0; i < 4; i++)
        {
            Answer held = await shop.PlacedAsync(shop.OrderOf($"090-5000-000{i}", kana: "テスト ホリュウ"), "on_hold");

            Answer[] answers = await Task.WhenAll(
                shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "declined" }),
                shop.Tenant.PostAsync($"/v1/orders/{held.Id}/corrections", new { buyer = new { name_kana = "テスト オーケー" } }));

            Answer won = Assert.Single(answers, answer => answer.Status == 200);
            answers.Single(answer => answer != won).Expect(409, "state_conflict");
            Assert.Equal(won == answers[0] ? ("declined", "decided") : ("authorized", "withdrawn"), (
                (await shop.Tenant.GetAsync($"/v1/orders/{held.Id}")).Member("status"), (await shop.Tenant.GetAsync($"/v1/reviews/{held.Id}")).Member("status")));
        }
    }
}
