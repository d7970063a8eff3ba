using Bnpl.Contracts.Screening;
using Bnpl.Screening.Policies;

namespace Bnpl.Screening.Screenings;

/// <summary>What is answered when a purchase cannot be judged: the merchant's own choice, and told as such.</summary>
internal static class SafeVerdict
{
    public const string Reason = "screening_unavailable";
    public const string Degraded = "screening";

    /// <summary>Stands where a judged screening names its policy or model.</summary>
    public const string Policy = "fallback";

    private const int HalfWay = 500;

    public static ScreeningResult Of(Guid screening, Verdict fallback) => new(
        screening,
        fallback,
        new ScreeningScores(0, 0, 0),
        fallback == Verdict.Ng ? Judgement.HighestRisk : HalfWay,
        [new ScreeningReason(Reason, null, 0, "審査を実行できなかったため、加盟店様の設定に従って判定しました。", fallback == Verdict.Ng ? "ng" : "review")],
        Policy,
        PolicyVersion: 0,
        Forced: false);
}
