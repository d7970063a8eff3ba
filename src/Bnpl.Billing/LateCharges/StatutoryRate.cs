namespace Bnpl.Billing.LateCharges;

/// <summary>
/// 法定利率 (民法404条): 3 % since 2020-04-01, reviewed every three years. A period with another rate is one more line here.
/// </summary>
internal static class StatutoryRate
{
    private static readonly (DateOnly From, decimal Rate)[] s_periods = [(new DateOnly(2020, 4, 1), 0.03m)];

    /// <summary>The rate of the day; of a day before the table, its first.</summary>
    public static decimal On(DateOnly date) => Array.FindLast(s_periods, period => period.From <= date) is { Rate: > 0 } found ? found.Rate : s_periods[0].Rate;
}
