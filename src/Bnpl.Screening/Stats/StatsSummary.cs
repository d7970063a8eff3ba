using System.Globalization;
using Bnpl.Screening.Outcomes;
using Bnpl.Screening.Screenings;

namespace Bnpl.Screening.Stats;

/// <summary>Turns counts into the answer. Pure: the same counts, whoever made them, give the same answer.</summary>
internal static class StatsSummary
{
    private const int Bands = 10;
    private const int BandWidth = 100;
    private const double BucketRatio = 1.05;
    private static readonly string[] s_verdicts = ["ok", "review", "ng"];

    public static ScreeningStats Of(DateOnly from, DateOnly to, string? merchant, DateOnly? countedThrough, IReadOnlyList<DayCount> counts)
    {
        ILookup<string, DayCount> by = counts.ToLookup(c => c.Measure);
        DayCount[] all = [.. by[DayCounts.Screenings]];
        long total = Sum(all);
        return new ScreeningStats(
            "screening_stats",
            from,
            to,
            merchant,
            countedThrough,
            total,
            Share(Sum(all.Where(c => c.Verdict == "ok")), total),
            [.. s_verdicts.Select(verdict => VerdictOf(verdict, [.. all.Where(c => c.Verdict == verdict)], total))],
            [.. all.GroupBy(c => c.Day!.Value).OrderBy(day => day.Key).Select(day => DayOf(day.Key, [.. day]))],
            [.. by[DayCounts.Rule].GroupBy(c => (c.Item, c.Detail)).Select(rule => RuleOf(rule.Key.Item, rule.Key.Detail, [.. rule], total))
                .OrderByDescending(rule => rule.Hits).ThenBy(rule => rule.Rule, StringComparer.Ordinal).ThenBy(rule => rule.Reason, StringComparer.Ordinal)],
            [.. Enumerable.Range(0, Bands).Select(band => BandOf(band, [.. by[DayCounts.Risk].Where(c => int.Parse(c.Item, CultureInfo.InvariantCulture) == band)], total))],
            Latency([.. by[DayCounts.Latency]]),
            [.. by[DayCounts.Model].GroupBy(c => c.Item).Select(model => new SeenVersion(model.Key, null, Sum(model))).OrderByDescending(seen => seen.Count).ThenBy(seen => seen.Name, StringComparer.Ordinal)],
            [.. by[DayCounts.Policy].GroupBy(c => (c.Item, c.Detail)).Select(policy => new SeenVersion(policy.Key.Item, int.Parse(policy.Key.Detail, CultureInfo.InvariantCulture), Sum(policy)))
                .OrderBy(seen => seen.Name, StringComparer.Ordinal).ThenBy(seen => seen.Version)],
            [.. by[DayCounts.Degraded].GroupBy(c => c.Item).Select(part => new DegradedPart(part.Key, Sum(part))).OrderBy(part => part.Part, StringComparer.Ordinal)],
            Sum(by[DayCounts.Degraded].Where(c => c.Item == SafeVerdict.Degraded)));
    }

    private static VerdictStats VerdictOf(string verdict, DayCount[] counts, long total)
    {
        (long known, long bad) = Ends(counts);
        return new VerdictStats(
            verdict, Sum(counts), Share(Sum(counts), total), known, bad, Share(bad, known),
            counts.Where(c => c.Outcome.Length > 0).GroupBy(c => c.Outcome).OrderBy(outcome => outcome.Key, StringComparer.Ordinal).ToDictionary(outcome => outcome.Key, Sum));
    }

    private static DayStats DayOf(DateOnly day, DayCount[] counts)
    {
        long total = Sum(counts);
        Dictionary<string, CountAndShare> verdicts = s_verdicts
            .Select(verdict => (Verdict: verdict, Count: Sum(counts.Where(c => c.Verdict == verdict))))
            .ToDictionary(v => v.Verdict, v => new CountAndShare(v.Count, Share(v.Count, total)));
        return new DayStats(day, total, verdicts, verdicts["ok"].Share);
    }

    private static RuleStats RuleOf(string rule, string reason, DayCount[] counts, long total)
    {
        (long known, long bad) = Ends(counts);
        return new RuleStats(
            rule.Length == 0 ? null : rule, reason, Sum(counts), Share(Sum(counts), total),
            s_verdicts.ToDictionary(verdict => verdict, verdict => Sum(counts.Where(c => c.Verdict == verdict))), known, bad, Share(bad, known));
    }

    private static RiskBand BandOf(int band, DayCount[] counts, long total)
    {
        (long known, long bad) = Ends(counts);
        int to = band == Bands - 1 ? Policies.Judgement.HighestRisk : ((band + 1) * BandWidth) - 1;
        return new RiskBand(band * BandWidth, to, Sum(counts), Share(Sum(counts), total), known, bad, Share(bad, known));
    }

    private static LatencyPercentiles Latency(DayCount[] counts)
    {
        SortedDictionary<int, long> buckets = [];
        foreach (DayCount count in counts)
        {
            int bucket = int.Parse(count.Item, CultureInfo.InvariantCulture);
            buckets[bucket] = buckets.GetValueOrDefault(bucket) + count.Count;
        }

        long total = buckets.Values.Sum();
        return new LatencyPercentiles(At(0.5), At(0.9), At(0.99));

        double? At(double percentile)
        {
            long seen = 0;
            foreach ((int bucket, long count) in buckets)
            {
                seen += count;
                if (seen >= percentile * total)
                {
                    return Math.Round(Math.Pow(BucketRatio, bucket + 0.5) / 1000, 3);
                }
            }

            return null;
        }
    }

    private static (long Known, long Bad) Ends(IReadOnlyCollection<DayCount> counts) =>
        (Sum(counts.Where(c => c.Outcome.Length > 0)), Sum(counts.Where(c => Outcome.Bad.Contains(c.Outcome))));

    private static long Sum(IEnumerable<DayCount> counts) => counts.Sum(c => c.Count);

    private static string? Share(long part, long whole) =>
        whole == 0 ? null : Math.Round((decimal)part / whole, 4, MidpointRounding.AwayFromZero).ToString("0.0###", CultureInfo.InvariantCulture);
}
