using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Payments;

/// <summary>Refunds of an order: of its credit notes, or of money that was paid for it.</summary>
internal sealed class RefundFacts(TenantSession session, TenantContext tenant) : IOrderFacts
{
    public async Task<IReadOnlyList<OrderFact>> OfAsync(Guid orderId, CancellationToken cancellation) => await session.ReadListAsync(
        Select(tenant.TenantId, orderId),
        row => new OrderFact(
            row.GetGuid(0), "refund.requested", EntityId.Format(IdPrefix.Refund, row.GetGuid(0)), row.GetString(1), row.GetInt64(2), row.IsDBNull(3) ? null : row.GetGuid(3),
            row.GetFieldValue<DateTimeOffset>(4)),
        cancellation);

    internal static Sql Select(Guid tenantId, Guid orderId) => new(
        """
        SELECT r.id, r.status, r.amount, r.merchant_id, r.created_at FROM billing.refunds r
        WHERE r.tenant_id = $1 AND r.payment_id = ANY (ARRAY(
            SELECT p.id FROM billing.receivables v JOIN billing.payments p ON p.tenant_id = $1 AND p.receivable_id = v.id WHERE v.tenant_id = $1 AND v.order_id = $2
            UNION
            SELECT a.payment_id FROM billing.receivables v JOIN billing.allocations a ON a.tenant_id = $1 AND a.receivable_id = v.id WHERE v.tenant_id = $1 AND v.order_id = $2))
          AND (r.credit_note_id IS NULL OR r.credit_note_id = ANY (ARRAY(SELECT n.id FROM billing.credit_notes n WHERE n.tenant_id = $1 AND n.order_id = $2)))
        ORDER BY r.id LIMIT 200
        """,
        tenantId,
        orderId);
}
