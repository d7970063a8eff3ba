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

    /// <summary>The charge on yen × days that were counted one by one; what a decimal's last digits lost is put right before it is rounded down.</summary>
    public static long Of(decimal yenDays, decimal annualRate) => (long)decimal.Floor(decimal.Round(yenDays * annualRate / DaysOfYear, 12));
}
