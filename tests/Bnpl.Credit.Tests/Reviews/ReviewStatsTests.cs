using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Reviews;

public sealed class ReviewStatsTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private static readonly DateTimeOffset s_newYear = new(2026, 12, 31, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Counts_by_hand_across_the_tenants_new_year()
    {
        Shop shop = await Shop.OpenAsync(host);
        ApiClient hana = await shop.Tenant.ClientAsync("reviews:write");

        // 23:50 of 31 December in Tokyo: three holds. A is claimed after 300 s.
        await At(shop, -600);
        Answer a = await HeldAsync(shop, 1), b = await HeldAsync(shop, 2), c = await HeldAsync(shop, 3);
        await At(shop, -300);
        (await hana.PostAsync($"/v1/reviews/{a.Id}/claim")).Expect(200);

        // In the new year: A approved after 900 s, B declined after 1,200 s, C canceled by its shop; D opened.
        await At(shop, 300);
        (await hana.PostAsync($"/v1/reviews/{a.Id}/decide", new { result = "approved" })).Expect(200);
        await At(shop, 600);
        (await shop.Tenant.PostAsync($"/v1/reviews/{b.Id}/decide", new { result = "declined" })).Expect(200);
        (await shop.Tenant.PostAsync($"/v1/orders/{c.Id}/cancel")).Expect(200);
        Answer d = await HeldAsync(shop, 4);

        // D runs out of time; E is opened then, corrected at once, F approved after an hour, G still open.
        await shop.Tenant.AdvanceToAsync(DateTimeOffset.Parse(d.Member("decision.deadline_at")));
        Answer e = await HeldAsync(shop, 5), f = await HeldAsync(shop, 6);
        await HeldAsync(shop, 7);
        (await shop.Tenant.PostAsync($"/v1/orders/{e.Id}/corrections", new { buyer = new { name_kana = "テスト オーケー" } })).Expect(200);
        await shop.Tenant.AdvanceToAsync(DateTimeOffset.Parse(d.Member("decision.deadline_at")).AddHours(1));
        (await hana.PostAsync($"/v1/reviews/{f.Id}/decide", new { result = "approved" })).Expect(200);

        Answer december = (await hana.GetAsync("/v1/review_stats?from=2026-12-01&to=2026-12-31")).Expect(200);
        Assert.Equal((3L, 0L, "Asia/Tokyo", "business"), ((long)december["opened"]!, (long)december["ended"]!, december.Member("time_zone"), december.Member("clock")));
        Assert.Null(december["decided_before_deadline_share"]);
        Assert.Equal("""{"count":0,"p50":null,"p90":null,"p99":null,"max":null}""", december["time_to_decision_seconds"]!.ToJsonString());

        Answer january = (await hana.GetAsync("/v1/review_stats?from=2027-01-01&to=2027-01-05")).Expect(200);
        Assert.Equal((4L, 6L), ((long)january["opened"]!, (long)january["ended"]!));
        Assert.Equal("""{"total":3,"approved":2,"declined":1,"before_deadline":3}""", january["decided"]!.ToJsonString());
        Assert.Equal("""{"total":3,"corrected":1,"verified":0,"canceled":1,"expired":1,"amended":0,"shipped":0}""", january["withdrawn"]!.ToJsonString());
        Assert.Equal("0.75", january.Member("decided_before_deadline_share"));
        Assert.Equal("""{"count":3,"p50":1200,"p90":3600,"p99":3600,"max":3600}""", january["time_to_decision_seconds"]!.ToJsonString());
        Assert.Equal("""{"count":1,"p50":300,"p90":300,"p99":300,"max":300}""", january["time_to_first_claim_seconds"]!.ToJsonString());
        JsonObject first = january["reviewers"]![0]!.AsObject(), second = january["reviewers"]![1]!.AsObject();
        Assert.Equal((hana.ClientId, 2L, 2L, 0L, 900L, 3600L), Row(first));
        Assert.Equal((shop.Tenant.Api.ClientId, 1L, 0L, 1L, 1200L, 1200L), Row(second));

        (await hana.GetAsync("/v1/review_stats?from=2027-01-06&to=2027-01-05")).Expect(422, "out_of_range");
        (await hana.GetAsync("/v1/review_stats?to=2127-01-05")).Expect(422, "out_of_range");
    }

    private static (string?, long, long, long, long, long) Row(JsonObject row) => (
        (string?)row["reviewer"], (long)row["decided"]!, (long)row["approved"]!, (long)row["declined"]!,
        (long)row["time_to_decision_seconds"]!["p50"]!, (long)row["time_to_decision_seconds"]!["max"]!);

    private static Task<Answer> HeldAsync(Shop shop, int person) => shop.PlacedAsync(shop.OrderOf($"090-6000-000{person}", kana: "テスト ホリュウ"), "on_hold");

    private static Task<Answer> At(Shop shop, int secondsOfTheNewYear) => shop.Tenant.AdvanceToAsync(s_newYear.AddSeconds(secondsOfTheNewYear));
}
