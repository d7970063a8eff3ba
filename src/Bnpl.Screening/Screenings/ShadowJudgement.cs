using Bnpl.Contracts.Screening;
using Bnpl.Screening.Policies;

namespace Bnpl.Screening.Screenings;

/// <summary>What a shadow version would have said; stored beside the answer, never part of it.</summary>
internal sealed record ShadowJudgement(string Policy, int Version, Verdict Verdict, ScreeningScores Scores, IReadOnlyList<string> Rules, IReadOnlyList<string> Degraded)
{
    public static ShadowJudgement Of(CompiledPolicy shadow, Judgement judgement) =>
        new(shadow.Code, shadow.Version, judgement.Verdict, judgement.Scores, [.. judgement.Rules], judgement.Degraded);
}
