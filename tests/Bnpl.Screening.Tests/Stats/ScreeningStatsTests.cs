using System.Text.Json.Nodes;
using Bnpl.Screening.Tests.Screenings;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Screening.Tests.Stats;

public sealed class ScreeningStatsTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task What_a_day_answered_stays_the_same_when_it_is_over_and_a_late_outcome_is_counted_the_next_morning()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant), other = await Purchases.MerchantAsync(tenant);
        string paid = await PlaceAsync(tenant, merchant, "ヤマダ タロウ"), unknown = await PlaceAsync(tenant, merchant, "ヤマダ タロウ");
        await PlaceAsync(tenant, merchant, "テスト ホリュウ");
        string fraud = await PlaceAsync(tenant, other, "テスト エヌジー");
        await TellAsync(tenant, paid, "paid");
        await TellAsync(tenant, fraud, "fraud");
        DateTimeOffset placed = DateTimeOffset.Parse((await tenant.GetAsync("/v1/test_clock")).Member("now"));
        string day = $"{DateOnly.FromDateTime(placed.ToOffset(TimeSpan.FromHours(9)).DateTime):yyyy-MM-dd}";

        Answer live = (await tenant.GetAsync("/v1/screening_stats")).Expect(200);
        Assert.Equal(4, (long)live["screenings"]!);
        Assert.Equal("0.5", live.Member("approval_rate"));
        Assert.Equal(["ok 2 0.5 1 0 0.0", "review 1 0.25 0 0 ", "ng 1 0.25 1 1 1.0"], Lines(live, "verdicts", "verdict", "count", "share", "known", "bad", "bad_share"));
        Assert.Equal(["manual_review 1 0.25", "risk_policy 1 0.25"], Lines(live, "rules", "reason", "hits", "share").Order());
        Assert.Equal(day, (string?)Assert.Single(live["days"]!.AsArray())!["date"]);
        Assert.True((double)live["latency_ms.p50"]! is > 0 and < 60_000);
        Assert.Null(live["counted_through"]);

        await tenant.AdvanceToAsync(placed.AddDays(3));
        Answer counted = (await tenant.GetAsync($"/v1/screening_stats?from={day}&to={day}")).Expect(200);
        Assert.NotNull(counted["counted_through"]);
        Assert.Equal(Comparable(live), Comparable(counted));
        TenantTables tables = new(host.Database, tenant.TenantId);
        Assert.Equal(4, await tables.CountAsync("screening.screenings"));
        Assert.NotEqual(0, await tables.CountAsync("screening.daily_stats"));

        await TellAsync(tenant, unknown, "bad_debt");
        Assert.Equal(Comparable(live), Comparable((await tenant.GetAsync($"/v1/screening_stats?from={day}&to={day}")).Expect(200)));
        await tenant.AdvanceToAsync(placed.AddDays(8));
        Answer late = (await tenant.GetAsync($"/v1/screening_stats?from={day}&to={day}")).Expect(200);
        Assert.Equal("ok 2 0.5 2 1 0.5", Lines(late, "verdicts", "verdict", "count", "share", "known", "bad", "bad_share")[0]);
        Assert.Equal("""{"bad_debt":1,"paid":1}""", late["verdicts"]![0]!["outcomes"]!.ToJsonString());
        Assert.Equal(0, await tables.CountAsync("screening.stale_days"));
    }

    [Fact]
    public async Task A_client_of_one_merchant_sees_its_own_numbers_only()
    {
        TenantActor tenant = await host.OnboardAsync(), foreign = await host.OnboardAsync();
        string mine = await Purchases.MerchantAsync(tenant), theirs = await Purchases.MerchantAsync(tenant);
        await PlaceAsync(tenant, mine, "ヤマダ タロウ");
        await PlaceAsync(tenant, theirs, "テスト エヌジー");
        ApiClient bound = await tenant.ClientAsync("screening:read", mine);
        DateTimeOffset placed = DateTimeOffset.Parse((await tenant.GetAsync("/v1/test_clock")).Member("now"));
        foreach (bool over in new[] { false, true })
        {
            if (over)
            {
                await tenant.AdvanceToAsync(placed.AddDays(2));
            }

            Answer own = (await bound.GetAsync("/v1/screening_stats")).Expect(200);
            Assert.Equal((1L, "1.0", mine), ((long)own["screenings"]!, own.Member("approval_rate"), own.Member("merchant")));
            Assert.Equal(1L, (long)(await tenant.GetAsync($"/v1/screening_stats?merchant={theirs}")).Expect(200)["verdicts"]![2]!["count"]!);
            Assert.Equal(2L, (long)(await tenant.GetAsync("/v1/screening_stats")).Expect(200)["screenings"]!);
        }

        (await bound.GetAsync($"/v1/screening_stats?merchant={theirs}")).Expect(404, "not_found");
        (await foreign.GetAsync($"/v1/screening_stats?merchant={mine}")).Expect(404, "not_found");
        Assert.Equal(0L, (long)(await foreign.GetAsync("/v1/screening_stats")).Expect(200)["screenings"]!);
    }

    [Theory]
    [InlineData("from=2026-13-01", "invalid_date")]
    [InlineData("from=0001-01-01&to=0001-01-02", "out_of_range")]
    [InlineData("to=0001-01-01", "out_of_range")]
    [InlineData("to=9999-12-31", "out_of_range")]
    [InlineData("from=2020-01-01&to=2022-01-01", "out_of_range")]
    [InlineData("from=2020-01-02&to=2020-01-01", "out_of_range")]
    [InlineData("merchant=ord_01JD0000000000000000000000", "invalid_id")]
    public async Task Spans_that_make_no_sense_are_refused_by_name(string query, string code)
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.GetAsync($"/v1/screening_stats?{query}")).Expect(422, code);
    }

    private static async Task<string> PlaceAsync(TenantActor tenant, string merchant, string kana)
    {
        JsonObject purchase = Purchases.Of(merchant);
        purchase["buyer"]!["name_kana"] = kana;
        return (await tenant.PostAsync("/v1/screenings", purchase)).Expect(201).Id;
    }

    private static async Task TellAsync(TenantActor tenant, string screening, string status) =>
        (await tenant.PostAsync($"/v1/screenings/{screening}/outcome", new { status })).Expect(200);

    private static string[] Lines(Answer stats, string list, params string[] members) =>
        [.. stats[list]!.AsArray().Select(row => string.Join(' ', members.Select(member => $"{row![member]}")))];

    private static string Comparable(Answer stats)
    {
        JsonObject body = stats.Body.AsObject();
        foreach (string member in new[] { "from", "to", "counted_through" })
        {
            body.Remove(member);
        }

        return body.ToJsonString();
    }
}
