namespace Bnpl.Billing.Konbini;

/// <summary>
/// Stamp duty on the paper receipt that the store hands out (印紙税法 document 17). The amount before tax decides, but only
/// where the tax is stated as an amount; "10% included" is not enough.
/// </summary>
internal static class StampDuty
{
    private static readonly DateOnly ThresholdRaised = new(2014, 4, 1);

    public static bool IsDue(long amount, long? taxStatedSeparately, DateOnly receiptOn) =>
        DutyYen(amount, taxStatedSeparately, receiptOn) > 0;

    public static long DutyYen(long amount, long? taxStatedSeparately, DateOnly receiptOn)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        var tax = taxStatedSeparately ?? 0;
        if (tax < 0 || tax > amount)
        {
            throw new ArgumentOutOfRangeException(nameof(taxStatedSeparately), taxStatedSeparately, "Tax lies between 0 and the amount.");
        }

        var threshold = receiptOn >= ThresholdRaised ? 50_000 : 30_000;
        return (amount - tax) switch
        {
            var net when net < threshold => 0,
            <= 1_000_000 => 200,
            <= 2_000_000 => 400,
            <= 3_000_000 => 600,
            <= 5_000_000 => 1_000,
            _ => throw new ArgumentOutOfRangeException(nameof(amount), amount, "Receipts over 5,000,000 yen are not issued here."),
        };
    }
}
