using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bnpl.Credit.Reviews;

/// <summary>
/// A held order in the human queue. A claim keeps others away for a while; it is a courtesy, not a lock. What happened to it
/// is told by its <see cref="ReviewLog"/>.
/// </summary>
internal sealed class Review : IMerchantOwned
{
    public static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(30);

    public Guid TenantId { get; private init; }
    public required Guid OrderId { get; init; }
    public required Guid MerchantId { get; init; }
    public string Status { get; private set; } = ReviewLifecycle.Open;
    public required DateTimeOffset DeadlineAt { get; set; }
    public string? ClaimedBy { get; private set; }

    /// <summary>System time: a claim is a lease.</summary>
    public DateTimeOffset? ClaimedAt { get; private set; }

    /// <summary>Who claimed last, and the verdict that was waited for then. Kept beyond the claim: another one may have taken its place.</summary>
    public string? SeenBy { get; private set; }
    public Guid? SeenDecisionId { get; private set; }

    /// <summary>Business time, like every other instant of a review but the lease.</summary>
    public DateTimeOffset? FirstClaimedAt { get; private set; }
    public string? FirstApprover { get; private set; }
    public DateTimeOffset? FirstApprovedAt { get; private set; }
    public string? DecidedBy { get; private set; }
    public string? Result { get; private set; }
    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>Who works on it at <paramref name="at"/>; nobody once the claim has run out.</summary>
    public string? HolderAt(DateTimeOffset at) => ClaimedBy is not null && at - ClaimedAt < ClaimLasts ? ClaimedBy : null;

    /// <exception cref="RefusalException">409 while somebody else works on it.</exception>
    public void EnsureFreeFor(string reviewer, DateTimeOffset at)
    {
        if (HolderAt(at) is { } holder && holder != reviewer)
        {
            throw Refusal.Conflict(
                "already_claimed",
                "Somebody else is reviewing this order.",
                new Dictionary<string, object?> { ["claimed_by"] = holder, ["claim_expires_at"] = ClaimedAt + ClaimLasts }).AsException();
        }
    }

    /// <summary>Was something else waiting when this reviewer looked?</summary>
    /// <param name="waiting">The verdict that is waited for now.</param>
    public bool IsStaleFor(string reviewer, Guid waiting) => SeenBy == reviewer && SeenDecisionId != waiting;

    /// <param name="reviewer">The client that claims.</param>
    /// <param name="waiting">The verdict that it looks at.</param>
    /// <param name="at">System time.</param>
    /// <param name="now">Business time.</param>
    public void Claim(string reviewer, Guid waiting, DateTimeOffset at, DateTimeOffset now)
    {
        Move(ReviewLifecycle.Claim);
        (ClaimedBy, ClaimedAt, SeenBy, SeenDecisionId) = (reviewer, at, reviewer, waiting);
        FirstClaimedAt ??= now;
    }

    public void Release()
    {
        Move(ReviewLifecycle.Release);
        (ClaimedBy, ClaimedAt, SeenBy, SeenDecisionId) = (null, null, null, null);
    }

    /// <summary>Records the first of two approvals; the claim is given up for the second person.</summary>
    public void ApproveFirst(string reviewer, DateTimeOffset now)
    {
        Move(ReviewLifecycle.ApproveFirst);
        (FirstApprover, FirstApprovedAt, ClaimedBy, ClaimedAt) = (reviewer, now, null, null);
    }

    /// <summary>What was approved is no longer what stands there: the order was corrected.</summary>
    /// <returns>Whether somebody had approved.</returns>
    public bool VoidFirstApproval()
    {
        Move(ReviewLifecycle.VoidFirst);
        bool approved = FirstApprover is not null;
        (FirstApprover, FirstApprovedAt) = (null, null);
        return approved;
    }

    public void Decide(string reviewer, string result)
    {
        Move(ReviewLifecycle.Decide);
        (DecidedBy, Result, ClaimedBy, ClaimedAt, SeenBy, SeenDecisionId) = (reviewer, result, null, null, null, null);
    }

    /// <summary>The order was decided without a reviewer.</summary>
    /// <param name="why">One of <see cref="ReviewLifecycle.Withdrawals"/>.</param>
    public void Withdraw(string why)
    {
        Move(ReviewLifecycle.Withdraw);
        (Result, ClaimedBy, ClaimedAt) = (why, null, null);
    }

    /// <summary>The order is held once more: a larger content that its shop asks for. Who looked at it before stays in the log.</summary>
    public void Reopen(DateTimeOffset deadlineAt, DateTimeOffset now)
    {
        Move(ReviewLifecycle.Reopen);
        (DeadlineAt, CreatedAt) = (deadlineAt, now);
        (ClaimedBy, ClaimedAt, FirstClaimedAt, FirstApprover, FirstApprovedAt, DecidedBy, Result) = (null, null, null, null, null, null, null);
    }

    private void Move(string action) => Status = ReviewLifecycle.Table.Next(Status, action, ReviewLifecycle.Table.ActionsOf(Status));

    internal sealed class Map : IEntityTypeConfiguration<Review>
    {
        public void Configure(EntityTypeBuilder<Review> builder)
        {
            builder.ToTable("reviews");
            builder.HasKey(r => new { r.TenantId, r.OrderId });
        }
    }
}
