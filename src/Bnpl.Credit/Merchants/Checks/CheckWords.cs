namespace Bnpl.Credit.Merchants.Checks;

/// <summary>The words of merchant checks.</summary>
internal static class CheckWords
{
    public const string Passed = "passed";
    public const string Failed = "failed";
    public const string NeedsAttention = "needs_attention";
    public const string Missing = "missing";
    public const string Expired = "expired";

    /// <summary>本人確認, 登記, 反社会的勢力, 特商法の表示, 取扱商品, 信用, サイト.</summary>
    public static readonly string[] Kinds = ["identity", "registration", "antisocial", "commercial_disclosure", "goods", "credit", "site"];

    public static readonly string[] Occasions = ["initial", "periodic", "event"];

    public static readonly string[] Outcomes = [Passed, Failed, NeedsAttention];
}
