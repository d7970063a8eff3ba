using Bnpl.Contracts;
using Bnpl.Contracts.Billing;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Receivables;

/// <summary>Answers what Credit asks.</summary>
internal sealed class ReceivableQuestions(TenantSession session, TenantContext tenant) : IReceivables
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
}
