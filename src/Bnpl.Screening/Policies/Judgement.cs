using Bnpl.Contracts.Screening;

namespace Bnpl.Screening.Policies;

internal sealed record Judgement(Verdict Verdict, ScreeningScores Scores, int Risk, IReadOnlyList<ScreeningReason> Reasons)
{
    public const int HighestRisk = 1000;
}
