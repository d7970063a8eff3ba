using System.Data.Common;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Dunning;

/// <summary>
/// Reads, page by page, the instalments that the ladder may concern: principal open and the first step's day reached.
/// Charges left over after the principal was paid are shown to the buyer but not chased by notices.
/// </summary>
internal sealed class DunningCandidates(TenantSession session, TenantContext tenant)
{
    public const int PageSize = 500;

    public Task<List<DunningCandidate>> ReadAsync(DunningPolicy policy, DateOnly today, Guid? after, CancellationToken cancellation) =>
        session.ReadListAsync(
            new Sql(
                """
                SELECT i.receivable_id, i.id, v.id, i.due_on,
                    i.principal - i.credited - i.principal_paid + i.fee - i.fee_paid + i.late_charge - i.late_charge_paid,
                    (SELECT coalesce(array_agg(n.offset_days), '{}') FROM dunning.notices n WHERE n.tenant_id = $1 AND n.instalment_id = i.id),
                    (SELECT max(n.business_date) FROM dunning.notices n WHERE n.tenant_id = $1 AND n.receivable_id = i.receivable_id),
                    (SELECT max(a.received_on) FROM billing.allocations a
                     WHERE a.tenant_id = $1 AND a.receivable_id = i.receivable_id AND a.reversed_at IS NULL),
                    c.status, c.paused_until, c.promise_on,
                    EXISTS (SELECT 1 FROM dunning.cases b WHERE b.tenant_id = $1 AND b.buyer_id = r.buyer_id AND b.status = 'paused' AND b.pause_reason = ANY ($5))
                FROM billing.instalments i
                JOIN billing.receivables r ON r.tenant_id = $1 AND r.id = i.receivable_id
                JOIN billing.invoices v ON v.tenant_id = $1 AND v.instalment_id = i.id
                LEFT JOIN dunning.cases c ON c.tenant_id = $1 AND c.receivable_id = i.receivable_id AND c.status <> 'closed'
                WHERE i.tenant_id = $1 AND i.due_on <= $2 AND i.principal > i.credited + i.principal_paid
                    AND r.status = 'open' AND v.status NOT IN ('draft', 'void') AND ($3::uuid IS NULL OR i.id > $3)
                ORDER BY i.id LIMIT $4
                """,
                tenant.TenantId, today.AddDays(-policy.Steps!.Min(step => step.OffsetDays!.Value)), after, PageSize, ChangeDunningCase.EndlessReasons),
            From,
            cancellation);

    private static DunningCandidate From(DbDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        row.GetGuid(2),
        row.GetFieldValue<DateOnly>(3),
        row.GetInt64(4),
        row.GetFieldValue<int[]>(5).ToHashSet(),
        Date(row, 6),
        Date(row, 7),
        row.IsDBNull(8) ? null : row.GetString(8),
        Date(row, 9),
        Date(row, 10),
        row.GetBoolean(11));

    private static DateOnly? Date(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}
