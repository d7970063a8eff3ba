namespace Bnpl.Screening.Stats;

/// <summary>Shares are decimal strings with four places; null where there is nothing to divide by.</summary>
/// <param name="CountedThrough">Later days are counted when asked; an outcome of an earlier day shows from the next business date on.</param>
/// <param name="ApprovalRate">The share of <c>ok</c>.</param>
/// <param name="Fallbacks">Screenings that could not be judged and took the merchant's fallback verdict.</param>
internal sealed record ScreeningStats(
    string Object,
    DateOnly From,
    DateOnly To,
    string? Merchant,
    DateOnly? CountedThrough,
    long Screenings,
    string? ApprovalRate,
    IReadOnlyList<VerdictStats> Verdicts,
    IReadOnlyList<DayStats> Days,
    IReadOnlyList<RuleStats> Rules,
    IReadOnlyList<RiskBand> Risk,
    LatencyPercentiles LatencyMs,
    IReadOnlyList<SeenVersion> Models,
    IReadOnlyList<SeenVersion> Policies,
    IReadOnlyList<DegradedPart> Degraded,
    long Fallbacks);

/// <param name="Known">Those of which the end is known.</param>
/// <param name="Bad">Those that ended overdue, in bad debt, charged back or as fraud.</param>
/// <param name="BadShare">Bad among known.</param>
internal sealed record VerdictStats(
    string Verdict, long Count, string? Share, long Known, long Bad, string? BadShare, IReadOnlyDictionary<string, long> Outcomes);

internal sealed record DayStats(DateOnly Date, long Screenings, IReadOnlyDictionary<string, CountAndShare> Verdicts, string? ApprovalRate);

internal sealed record CountAndShare(long Count, string? Share);

/// <param name="Rule">The policy's rule; null for reasons that no rule gave.</param>
/// <param name="Share">Of all screenings.</param>
/// <param name="Verdicts">What the purchases it hit were answered in the end.</param>
/// <param name="BadShare">The rule's precision: of those hit whose end is known, how many ended badly.</param>
internal sealed record RuleStats(
    string? Rule, string Reason, long Hits, string? Share, IReadOnlyDictionary<string, long> Verdicts, long Known, long Bad, string? BadShare);

internal sealed record RiskBand(int From, int To, long Count, string? Share, long Known, long Bad, string? BadShare);

/// <summary>Milliseconds of the engine itself, exact to about two and a half per cent.</summary>
internal sealed record LatencyPercentiles(double? P50, double? P90, double? P99);

internal sealed record SeenVersion(string Name, int? Version, long Count);

internal sealed record DegradedPart(string Part, long Count);
