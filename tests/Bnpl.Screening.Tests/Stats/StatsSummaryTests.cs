using Bnpl.Screening.Stats;

namespace Bnpl.Screening.Tests.Stats;

public sealed class StatsSummaryTests
{
    private static readonly DateOnly s_day = new(2026, 4, 1);

    [Fact]
    public void Shares_are_decimal_strings_and_an_unknown_end_is_neither_good_nor_bad()
    {
        ScreeningStats stats = Of(
            Screening("ok", "paid", 6), Screening("ok", "", 3), Screening("ok", "overdue", 1), Screening("ng", "fraud", 2),
            new DayCount(null, DayCounts.Rule, "velocity_phone", "velocity_high", "ng", "fraud", 2),
            new DayCount(null, DayCounts.Rule, "velocity_phone", "velocity_high", "ok", "paid", 1),
            new DayCount(null, DayCounts.Rule, "velocity_phone", "velocity_high", "ok", "", 5));

        Assert.Equal((12L, "0.8333"), (stats.Screenings, stats.ApprovalRate));
        VerdictStats ok = stats.Verdicts[0];
        Assert.Equal((10L, 7L, 1L, "0.1429"), (ok.Count, ok.Known, ok.Bad, ok.BadShare));
        RuleStats rule = Assert.Single(stats.Rules);
        Assert.Equal((8L, "0.6667", 3L, 2L, "0.6667"), (rule.Hits, rule.Share, rule.Known, rule.Bad, rule.BadShare));
        Assert.Equal((6L, 0L, 2L), (rule.Verdicts["ok"], rule.Verdicts["review"], rule.Verdicts["ng"]));
    }

    [Fact]
    public void Nothing_counted_gives_no_shares_and_no_percentiles()
    {
        ScreeningStats stats = Of();
        Assert.Null(stats.ApprovalRate);
        Assert.Equal(new LatencyPercentiles(null, null, null), stats.LatencyMs);
        Assert.Equal(10, stats.Risk.Count);
        Assert.Equal((900, 1000), (stats.Risk[9].From, stats.Risk[9].To));
    }

    [Fact]
    public void Percentiles_come_from_the_counts_of_all_days_to_within_three_per_cent()
    {
        DayCount[] counts = [.. Enumerable.Range(1, 1000).Select(us => new DayCount(null, DayCounts.Latency, $"{(int)Math.Floor(Math.Log(us) / Math.Log(1.05))}", "", "", "", 1))];
        LatencyPercentiles latency = Of(counts).LatencyMs;
        Assert.Equal(0.5, latency.P50!.Value, 0.5 * 0.03);
        Assert.Equal(0.9, latency.P90!.Value, 0.9 * 0.03);
        Assert.Equal(0.99, latency.P99!.Value, 0.99 * 0.03);
    }

    private static ScreeningStats Of(params DayCount[] counts) => StatsSummary.Of(s_day, s_day, null, s_day, counts);

    private static DayCount Screening(string verdict, string outcome, long count) => new(s_day, DayCounts.Screenings, "", "", verdict, outcome, count);
}
