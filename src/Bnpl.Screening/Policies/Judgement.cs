using Bnpl.Contracts.Screening;

namespace Bnpl.Screening.Policies;

internal sealed record Judgement(Verdict Verdict, ScreeningScores Scores, int Risk, IReadOnlyList<ScreeningReason> Reasons)
{
    public const int HighestRisk = 1000;

    /// <summary>What could not be worked out and was left aside: <c>rule:code</c>.</summary>
    public IReadOnlyList<string> Degraded { get; init; } = [];

    /// <summary>The rules that fired.</summary>
    public IEnumerable<string> Rules => Reasons.Select(reason => reason.Rule).OfType<string>();
}
