namespace Bnpl.Credit.Reviews;

/// <summary>A review's life: open until a person decides, or until the order is decided without one.</summary>
internal static class ReviewLifecycle
{
    public const string Open = "open";
    public const string Decided = "decided";
    public const string Withdrawn = "withdrawn";

    public const string Claim = "claim";
    public const string Release = "release";
    public const string Note = "notes";
    public const string ApproveFirst = "approve_first";
    public const string VoidFirst = "void_first_approval";
    public const string Decide = "decide";
    public const string Withdraw = "withdraw";
    public const string Reopen = "reopen";

    /// <summary>
    /// Why a review ends without a reviewer: the order was corrected, verified by a code, canceled or out of time; or, where a larger content was
    /// waiting, the shop asked for another one, or shipped what it had.
    /// </summary>
    public const string Corrected = "corrected";
    public const string Verified = "verified";
    public const string Canceled = "canceled";
    public const string Expired = "expired";
    public const string Amended = "amended";
    public const string Shipped = "shipped";

    public static readonly IReadOnlyList<string> Withdrawals = [Corrected, Verified, Canceled, Expired, Amended, Shipped];

    public static readonly Lifecycle Table = new(
        (Open, Claim, Open),
        (Open, Release, Open),
        (Open, Note, Open),
        (Open, ApproveFirst, Open),
        (Open, VoidFirst, Open),
        (Open, Decide, Decided),
        (Open, Withdraw, Withdrawn),
        (Decided, Note, Decided),
        (Decided, Reopen, Open),
        (Withdrawn, Note, Withdrawn),
        (Withdrawn, Reopen, Open));

    /// <summary>What this reviewer may ask for, in the words of the paths. A claim of one's own is renewed by another, somebody else's is taken over by force.</summary>
    /// <param name="waiting">The verdict that is waited for: whoever looked at another one claims again before deciding.</param>
    public static IReadOnlyList<string> Shown(Review review, string reviewer, Guid waiting, DateTimeOffset at)
    {
        string? holder = review.HolderAt(at);
        return [.. new[] { Claim, Release, Decide, Note }.Where(action => Table.Allows(review.Status, action) && action switch
        {
            Release => holder == reviewer,
            Decide => (holder is null || holder == reviewer) && !review.IsStaleFor(reviewer, waiting),
            _ => true,
        })];
    }
}
