using Bnpl.Contracts;
using Bnpl.Contracts.Billing;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Receivables;

/// <summary>Answers what Credit and Screening ask.</summary>
internal sealed class ReceivableQuestions(TenantSession session, TenantContext tenant, TenantClock clock) : IReceivables
{
    public Task<bool> AllSettledAsync(Guid orderId, CancellationToken cancellation) => session.ReadOneAsync(
        new Sql(
            """
            SELECT count(*) > 0 AND coalesce(bool_and(outstanding = 0 OR status = 'charged_off'), false)
            FROM billing.receivables WHERE tenant_id = $1 AND order_id = $2 AND status <> 'void'
            """,
            tenant.TenantId, orderId),
        row => row.GetBoolean(0),
        cancellation);

    public async Task<IReadOnlySet<Guid>> EndedInvoicesAsync(IReadOnlyCollection<Guid> orderIds, CancellationToken cancellation) =>
        (await session.ReadListAsync(
            new Sql(
                "SELECT id FROM billing.invoices WHERE tenant_id = $1 AND order_id = ANY ($2) AND status IN ('paid', 'void')",
                tenant.TenantId, orderIds.ToArray()),
            row => row.GetGuid(0),
            cancellation)).ToHashSet();

    public Task<DebtStanding> StandingAsync(Guid orderId, CancellationToken cancellation) => session.ReadOneAsync(
        SelectStanding(tenant.TenantId, orderId, clock.Today),
        row => row.GetInt64(0) == 0 ? DebtStanding.None
            : row.GetBoolean(1) ? DebtStanding.BadDebt
            : row.GetBoolean(2) ? DebtStanding.Overdue
            : !row.GetBoolean(3) ? DebtStanding.Open
            : row.GetBoolean(4) ? DebtStanding.Returned : DebtStanding.Paid,
        cancellation);

    internal static Sql SelectStanding(Guid tenantId, Guid orderId, DateOnly today) => new(
        """
        SELECT count(*),
               coalesce(bool_or(r.status = 'charged_off' AND r.outstanding > 0), false),
               coalesce(bool_or(r.outstanding > 0 AND (r.status = 'assigned' OR EXISTS (
                   SELECT FROM billing.instalments i JOIN dunning.notices n ON n.tenant_id = $1 AND n.instalment_id = i.id AND n.offset_days > 0
                   WHERE i.tenant_id = $1 AND i.receivable_id = r.id AND i.due_on < $3 AND i.principal > i.credited + i.principal_paid))), false),
               coalesce(bool_and(r.outstanding = 0), false),
               coalesce(bool_and(NOT EXISTS (
                   SELECT FROM billing.instalments i WHERE i.tenant_id = $1 AND i.receivable_id = r.id AND i.credited < i.principal)), false)
        FROM billing.receivables r WHERE r.tenant_id = $1 AND r.order_id = $2 AND r.status <> 'void'
        """,
        tenantId, orderId, today);
}
