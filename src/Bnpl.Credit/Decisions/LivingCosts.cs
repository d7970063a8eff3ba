namespace Bnpl.Credit.Decisions;

/// <summary>
/// 生活維持費 a year by household and by whether rent or a housing loan is paid, for 支払可能見込額 (割賦販売法35条の3の3, 同法施行規則).
/// The figures are those of public summaries of the ordinance; docs/credit-policy.md says what was checked.
/// </summary>
internal static class LivingCosts
{
    private static readonly long[] s_withoutHousingCosts = [900_000, 1_360_000, 1_690_000, 2_000_000];
    private static readonly long[] s_withHousingCosts = [1_160_000, 1_770_000, 2_090_000, 2_400_000];

    /// <param name="housing"><c>owned</c> and <c>family</c> cost nothing; everything else, known or not, counts as rent or a loan.</param>
    public static long PerYear(int householdSize, string? housing) =>
        (housing?.Trim() is "owned" or "family" ? s_withoutHousingCosts : s_withHousingCosts)[Math.Clamp(householdSize, 1, s_withHousingCosts.Length) - 1];
}
