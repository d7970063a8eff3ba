namespace Bnpl.Billing.Reconciliation;

internal sealed record CountAmount(int Count, long Amount)
{
    public static readonly CountAmount None = new(0, 0);

    public CountAmount And(long amount) => new(Count + 1, Amount + amount);
}

/// <summary>How the lines of an import stand. Amounts are signed sums; pending lines were not looked at yet.</summary>
internal sealed record ImportCounts(
    CountAmount Lines, CountAmount Matched, CountAmount Unmatched, CountAmount Duplicate, CountAmount Ignored, CountAmount Refunded, CountAmount Pending)
{
    public static readonly ImportCounts None = new(
        CountAmount.None, CountAmount.None, CountAmount.None, CountAmount.None, CountAmount.None, CountAmount.None, CountAmount.None);

    public ImportCounts With(string status, bool considered, CountAmount lines) => (status, considered) switch
    {
        (_, false) => this with { Pending = lines },
        (LineStatus.Matched, _) => this with { Matched = lines },
        (LineStatus.Unmatched, _) => this with { Unmatched = lines },
        (LineStatus.Duplicate, _) => this with { Duplicate = lines },
        (LineStatus.Ignored, _) => this with { Ignored = lines },
        (LineStatus.Refunded, _) => this with { Refunded = lines },
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status of a line."),
    };

    /// <summary>The counts once these pending lines are saved.</summary>
    public ImportCounts After(IEnumerable<LineResult> results)
    {
        ImportCounts counts = this;
        foreach (LineResult result in results)
        {
            long amount = result.Line.Amount;
            CountAmount pending = new(counts.Pending.Count - 1, counts.Pending.Amount - amount);
            counts = result.Status == LineStatus.Matched
                ? counts with { Pending = pending, Matched = counts.Matched.And(amount) }
                : counts with { Pending = pending, Unmatched = counts.Unmatched.And(amount) };
        }

        return counts;
    }
}
