using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bnpl.Credit.Reviews;

/// <summary>A held order in the human queue. A claim keeps others away for a while; it is a courtesy, not a lock.</summary>
internal sealed class Review : IMerchantOwned
{
    public const string Open = "open";
    public const string Decided = "decided";
    public const string Withdrawn = "withdrawn";
    private static readonly TimeSpan s_claimLasts = TimeSpan.FromMinutes(30);

    public Guid TenantId { get; private init; }
    public required Guid OrderId { get; init; }
    public required Guid MerchantId { get; init; }
    public string Status { get; private set; } = Open;
    public required DateTimeOffset DeadlineAt { get; set; }
    public string? ClaimedBy { get; private set; }
    public DateTimeOffset? ClaimedAt { get; private set; }
    public string? FirstApprover { get; private set; }
    public string? DecidedBy { get; private set; }
    public string? Result { get; private set; }
    public required DateTimeOffset CreatedAt { get; set; }

    /// <param name="reviewer">The client that claims.</param>
    /// <param name="at">System time: a claim is a lease.</param>
    public void Claim(string reviewer, DateTimeOffset at)
    {
        EnsureFreeFor(reviewer, at);
        (ClaimedBy, ClaimedAt) = (reviewer, at);
    }

    /// <exception cref="RefusalException">409 while somebody else works on it.</exception>
    public void EnsureFreeFor(string reviewer, DateTimeOffset at)
    {
        if (ClaimedBy is not null && ClaimedBy != reviewer && at - ClaimedAt < s_claimLasts)
        {
            throw Refusal.Conflict("already_claimed", "Somebody else is reviewing this order.").AsException();
        }
    }

    /// <summary>Records the first of two approvals; the claim is given up for the second person.</summary>
    public void ApproveFirst(string reviewer) => (FirstApprover, ClaimedBy, ClaimedAt) = (reviewer, null, null);

    public void Decide(string reviewer, string result) => (Status, DecidedBy, Result) = (Decided, reviewer, result);

    /// <summary>The order is held once more: a larger content that its shop asks for. Who looked at it before stays in the decisions.</summary>
    public void Reopen(DateTimeOffset deadlineAt, DateTimeOffset now)
    {
        (Status, DeadlineAt, CreatedAt) = (Open, deadlineAt, now);
        (ClaimedBy, ClaimedAt, FirstApprover, DecidedBy, Result) = (null, null, null, null, null);
    }

    /// <summary>The order was decided without a reviewer: corrected, canceled or out of time.</summary>
    public void Withdraw() => Status = Withdrawn;

    internal sealed class Map : IEntityTypeConfiguration<Review>
    {
        public void Configure(EntityTypeBuilder<Review> builder)
        {
            builder.ToTable("reviews");
            builder.HasKey(r => new { r.TenantId, r.OrderId });
        }
    }
}
