using Bnpl.Contracts.Screening;
using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Policies;

/// <summary>Names by which a test tenant forces a verdict (contract, section 10).</summary>
internal static class ForcedVerdict
{
    public static Judgement? Of(ScreeningRequest request) => !request.TestMode ? null : Fold(request.Buyer.NameKana) switch
    {
        "テスト オーケー" => new Judgement(Verdict.Ok, new ScreeningScores(100, 0, 0), 0, []),
        "テスト ホリュウ" => new Judgement(
            Verdict.Review, new ScreeningScores(0, 100, 0), 500, [new ScreeningReason("manual_review", null, 100, "テスト用の保留です。", "review")]),
        "テスト エヌジー" => new Judgement(
            Verdict.Ng, new ScreeningScores(0, 0, 100), Judgement.HighestRisk, [new ScreeningReason("risk_policy", null, 100, "テスト用の否決です。", "ng")]),
        _ => null,
    };

    private static string Fold(string? kana) => TextFolding.Clean(kana).Trim();
}
