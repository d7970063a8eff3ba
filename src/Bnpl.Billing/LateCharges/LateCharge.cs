namespace Bnpl.Billing.LateCharges;

/// <summary>Late charge (遅延損害金): on principal only, never on fees or on earlier charges.</summary>
internal static class LateCharge
{
    /// <summary>消費者契約法9条1項2号: what a consumer contract may ask at most, a year.</summary>
    public const decimal ConsumerMaximumAnnualRate = 0.146m;

    private const int DaysOfYear = 365;

    /// <summary>The due date itself is free; who pays on the day after it is one day late.</summary>
    public static int DaysLate(DateOnly dueOn, DateOnly paidOn) => Math.Max(0, paidOn.DayNumber - dueOn.DayNumber);

    public static long Compute(long unpaid, decimal annualRate, DateOnly dueOn, DateOnly paidOn) =>
        Compute(unpaid, annualRate, DaysLate(dueOn, paidOn));

    /// <summary>floor(unpaid × rate × days / 365), exact: no intermediate value is rounded.</summary>
    public static long Compute(long unpaid, decimal annualRate, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unpaid);
        ArgumentOutOfRangeException.ThrowIfNegative(annualRate);
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var product = unpaid * annualRate * days;
        return (long)((product - (product % DaysOfYear)) / DaysOfYear);
    }

    /// <summary>
    /// 割賦販売法35条の3の18: for registered instalment credit the charge on an overdue instalment never exceeds the statutory rate
    /// on all that is not yet paid.
    /// </summary>
    public static long ComputeRegistered(long overdueInstalment, long totalUnpaid, decimal annualRate, decimal statutoryRate, int days) =>
        Math.Min(Compute(overdueInstalment, annualRate, days), Compute(totalUnpaid, statutoryRate, days));
}
