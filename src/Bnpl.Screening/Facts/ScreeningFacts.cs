using Bnpl.Screening.Devices;

namespace Bnpl.Screening.Facts;

/// <summary>
/// Everything that a verdict knows from the database. Sealed with the screening, so that it can be judged again: nothing
/// else that the core reads may change an answer.
/// </summary>
internal sealed record ScreeningFacts
{
    public static readonly ScreeningFacts None = new();

    public IReadOnlyList<KeyActivity> Activity { get; init; } = [];
    public IReadOnlyList<ListHit> Lists { get; init; } = [];
    public IReadOnlyList<KeyHistory> History { get; init; } = [];
    public ClusterFacts Cluster { get; init; } = ClusterFacts.None;
    public IReadOnlyList<SimilarScreening> Similar { get; init; } = [];
    public MerchantNorm? Merchant { get; init; }
    public SessionFacts? Session { get; init; }

    /// <summary>Null where the tenant does not ask the shared database.</summary>
    public SharedMatch? Shared { get; init; }
}

/// <summary>
/// Purchases screened earlier under one key: how many within ten minutes, an hour, a day, seven, thirty and ninety days, at
/// how many merchants, under how many surnames and for how much. Counted over the newest <see cref="KeyActivityReads.Cap"/>.
/// </summary>
internal sealed record KeyActivity(
    string Kind, int M10, int H1, int D1, int D7, int D30, int D90, int MerchantsD1 = 0, int MerchantsD30 = 0, int NamesD90 = 0, long LargestD90 = 0, long MeanD90 = 0);

/// <param name="Category">For a place: <c>forwarding hotel weekly depot other</c>.</param>
internal sealed record ListHit(Guid Entry, string List, string Kind, string Reason, bool OfMerchant = false, string? Category = null);

/// <summary>How earlier purchases under one key ended, each counted to a cap.</summary>
internal sealed record KeyHistory(string Kind, int Paid, int Overdue, int BadDebt, int Returned, int Fraud);

/// <summary>The purchases that hang together with this one by shared keys, directly or by others.</summary>
/// <param name="Size">Members, this purchase not counted, to a cap.</param>
/// <param name="Bad">Members that ended in bad debt, charged back or as fraud, to a cap.</param>
/// <param name="Overdue">Members that are overdue now, to a cap: honest families have those too.</param>
internal sealed record ClusterFacts(IReadOnlyList<Guid> Ids, int Size, int Bad, int Overdue = 0)
{
    public static readonly ClusterFacts None = new([], 0, 0);
}

/// <summary>An earlier purchase that shares keys, and which.</summary>
internal sealed record SimilarScreening(Guid Id, Guid? OrderId, Guid MerchantId, IReadOnlyList<string> Keys, DateTimeOffset At, string Verdict, string? Outcome);

/// <summary>What is usual at the merchant, in yen.</summary>
internal sealed record MerchantNorm(int Purchases, long AmountMedian, long AmountP95);
