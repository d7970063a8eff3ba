using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Credit.Reviews;

/// <summary>One thing that somebody did in a review.</summary>
/// <param name="At">Business time.</param>
/// <param name="RecordedAt">System time.</param>
internal sealed record ReviewStep(Guid Id, string Kind, string Actor, string? Note, string? Result, DateTimeOffset At, DateTimeOffset RecordedAt);

/// <summary>
/// What happened in a review: appended with the deed, never changed. Notes name people and are sealed. Nothing of it is told
/// to merchants.
/// </summary>
internal sealed class ReviewLog(TenantSession session, TenantContext tenant, Caller caller, TenantClock clock, TimeProvider time)
{
    public const string Note = "note";
    public const string Claimed = "claimed";
    public const string TakenOver = "taken_over";
    public const string Released = "released";
    public const string FirstApproved = "first_approved";
    public const string FirstApprovalVoided = "first_approval_voided";
    public const string Decided = "decided";
    public const string Withdrawn = "withdrawn";

    private const string Table = "credit.review_steps";

    public ReviewStep Add(Review review, string kind, string? note = null)
    {
        bool ends = kind is Decided or Withdrawn;
        ReviewStep step = new(EntityId.New(), kind, caller.Subject, note, ends ? review.Result : null, clock.Now, time.GetUtcNow());
        session.Add(new Sql(
            """
            INSERT INTO credit.review_steps (
                tenant_id, id, order_id, merchant_id, kind, actor, note, result, at, recorded_at, opened_at, deadline_at, first_claimed_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            tenant.TenantId, step.Id, review.OrderId, review.MerchantId, kind, step.Actor, note is null ? null : tenant.Keys.Seal(note, NotePlace(step.Id)), step.Result,
            step.At, step.RecordedAt, ends ? review.CreatedAt : null, ends ? review.DeadlineAt : null, ends ? review.FirstClaimedAt : null));
        return step;
    }

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<ReviewStep>> ReadAsync(Guid orderId, CancellationToken cancellation) => await session.ReadListAsync(
        SelectSteps(tenant.TenantId, orderId),
        row =>
        {
            Guid id = row.GetGuid(0);
            return new ReviewStep(
                id, row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : tenant.Keys.OpenText(row.GetFieldValue<byte[]>(3), NotePlace(id)),
                row.IsDBNull(4) ? null : row.GetString(4), row.GetFieldValue<DateTimeOffset>(5), row.GetFieldValue<DateTimeOffset>(6));
        },
        cancellation);

    internal static Sql SelectSteps(Guid tenantId, Guid orderId) => new(
        """
        SELECT id, kind, actor, note, result, at, recorded_at FROM credit.review_steps
        WHERE tenant_id = $1 AND order_id = $2 ORDER BY id LIMIT 1000
        """,
        tenantId,
        orderId);

    private static SealedPlace NotePlace(Guid id) => new(Table, "note", id);
}
