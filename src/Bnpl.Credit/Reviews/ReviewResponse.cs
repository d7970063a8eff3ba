using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Contracts.Settings;
using Bnpl.Credit.Buyers;
using Bnpl.Credit.Orders;

namespace Bnpl.Credit.Reviews;

/// <summary>A review as the queue shows it.</summary>
/// <param name="Order">The order's id, which is the review's as well.</param>
/// <param name="Version">The order's: what a reviewer has seen changes when the order does. <c>If-Match</c> takes it.</param>
/// <param name="DefaultOutcome">What becomes of the order at <paramref name="DeadlineAt"/> when nobody decides: <c>expired</c> or <c>declined</c>; <c>unchanged</c> where a larger content waits.</param>
/// <param name="ClaimedBy">Who works on it; null again 30 minutes after the claim.</param>
/// <param name="ClaimedAt">System time, like <paramref name="ClaimExpiresAt"/>.</param>
/// <param name="Result"><c>approved</c> or <c>declined</c> by a person; <c>corrected</c>, <c>verified</c>, <c>canceled</c>, <c>expired</c>, <c>amended</c>, <c>shipped</c> where it ended without one.</param>
/// <param name="Subject">The order whole, with its buyer as the shop sent it.</param>
internal record ReviewResponse(
    string Order,
    string Object,
    int Version,
    string Status,
    string Merchant,
    DateTimeOffset DeadlineAt,
    string DefaultOutcome,
    string? ClaimedBy,
    DateTimeOffset? ClaimedAt,
    DateTimeOffset? ClaimExpiresAt,
    string? FirstApprover,
    ReviewFourEyes FourEyes,
    string? DecidedBy,
    string? Result,
    OrderResponse Subject,
    IReadOnlyList<string> AllowedActions,
    DateTimeOffset CreatedAt)
{
    private const string Unchanged = "unchanged";

    /// <param name="at">System time.</param>
    public static ReviewResponse Of(Review review, OrderResponse order, TenantSettings settings, string reviewer, DateTimeOffset at)
    {
        string? holder = review.HolderAt(at);
        DateTimeOffset? since = holder is null ? null : review.ClaimedAt;
        return new ReviewResponse(
            order.Id,
            "review",
            order.Version,
            review.Status,
            order.Merchant,
            review.DeadlineAt,
            order.PendingAmend is null ? settings.HoldDefault : Unchanged,
            holder,
            since,
            since + Review.ClaimLasts,
            review.FirstApprover,
            ReviewFourEyes.Of(review, order.PendingAmend?.Amount ?? order.Amount, settings.FourEyes.ReviewOver),
            review.DecidedBy,
            review.Result,
            order,
            ReviewLifecycle.Shown(review, reviewer, WaitingIn(order), at),
            review.CreatedAt);
    }

    private static Guid WaitingIn(OrderResponse order) =>
        order.PendingAmend?.DecisionId() ?? (EntityId.TryParse(IdPrefix.Decision, order.Decision?.Id, out Guid id) ? id : Guid.Empty);
}

/// <param name="Required">The amount is one that two people must approve.</param>
/// <param name="Over">Above this amount; null: the tenant asks for it nowhere.</param>
/// <param name="FirstApprover">Who approved first. A decline needs one person only, the first approver among them.</param>
/// <param name="AwaitsSecond">One approval stands and another person's is missing.</param>
internal sealed record ReviewFourEyes(bool Required, long? Over, string? FirstApprover, DateTimeOffset? FirstApprovedAt, bool AwaitsSecond)
{
    public static ReviewFourEyes Of(Review review, long amount, long? over)
    {
        bool required = amount > over;
        return new ReviewFourEyes(
            required, over, review.FirstApprover, review.FirstApprovedAt, required && review is { Status: ReviewLifecycle.Open, FirstApprover: not null });
    }
}

/// <summary>A review with everything a reviewer needs.</summary>
internal sealed record ReviewDetailResponse : ReviewResponse
{
    public ReviewDetailResponse(ReviewResponse queue)
        : base(queue)
    {
    }

    /// <summary>What the screening found in the order as it stands; null where none was made.</summary>
    public required ScreeningFindings? Screening { get; init; }

    /// <summary>Orders of the same buyer and purchases that share a key with this one, newest first.</summary>
    public required IReadOnlyList<SimilarOrder> Similar { get; init; }

    /// <summary>The buyer as the whole tenant knows it: limit, open balance, arrears, paid orders.</summary>
    public required BuyerResponse Buyer { get; init; }

    /// <summary>Earlier verdicts, newest first, with their notes.</summary>
    public required IReadOnlyList<DecisionResponse> Decisions { get; init; }

    /// <summary>The thread, oldest first.</summary>
    public required IReadOnlyList<ReviewNote> Notes { get; init; }

    /// <summary>Who claimed, released, took over, approved first; oldest first.</summary>
    public required IReadOnlyList<ReviewLogEntry> Log { get; init; }
}

internal sealed record ReviewNote(string Id, string Object, string Author, string Text, DateTimeOffset At)
{
    public const string Prefix = "rvn";

    public static ReviewNote Of(ReviewStep step) => new(EntityId.Format(Prefix, step.Id), "review_note", step.Actor, step.Note!, step.At);
}

/// <param name="Note">Why somebody took over, or what the first approver wrote.</param>
internal sealed record ReviewLogEntry(string Kind, string Actor, string? Note, string? Result, DateTimeOffset At);

/// <param name="Keys">What the two have in common: <c>buyer</c>, or the screening's keys (<c>phone</c>, <c>address_k3</c>, <c>near_email</c> …).</param>
/// <param name="Order">Null for a purchase that was screened by itself.</param>
/// <param name="Status">Where the order stands today.</param>
/// <param name="Outcome">How it ended, as screening was told: <c>paid</c>, <c>overdue</c>, <c>bad_debt</c> …</param>
internal sealed record SimilarOrder(
    string? Order,
    string? Screening,
    string Merchant,
    string? MerchantOrderNo,
    IReadOnlyList<string> Keys,
    string? Status,
    long? Amount,
    string? Result,
    string? DecidedBy,
    bool Overdue,
    string? Outcome,
    DateTimeOffset At);
