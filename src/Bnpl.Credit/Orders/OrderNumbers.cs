using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Credit.Orders;

internal sealed class OrderNumbers(TenantSession session, TenantContext tenant, Caller caller) : IOrderNumbers
{
    public async Task<IReadOnlyDictionary<OrderNumber, Guid>> FindAsync(IReadOnlyCollection<OrderNumber> numbers, CancellationToken cancellation) =>
        (await session.ReadListAsync(
            new Sql(
                """
                SELECT DISTINCT ON (o.merchant_id, o.merchant_order_no) o.merchant_id, o.merchant_order_no, o.id
                FROM credit.orders o JOIN unnest($3::uuid[], $4::text[]) AS n (merchant_id, merchant_order_no)
                  ON o.merchant_id = n.merchant_id AND o.merchant_order_no = n.merchant_order_no
                WHERE o.tenant_id = $1 AND ($2::uuid IS NULL OR o.merchant_id = $2)
                ORDER BY o.merchant_id, o.merchant_order_no, o.id DESC
                """,
                tenant.TenantId, caller.MerchantId, numbers.Select(n => n.MerchantId).ToArray(), numbers.Select(n => n.MerchantOrderNo).ToArray()),
            row => (Number: new OrderNumber(row.GetGuid(0), row.GetString(1)), Id: row.GetGuid(2)),
            cancellation)).ToDictionary(o => o.Number, o => o.Id);

    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> orders, CancellationToken cancellation) =>
        (await session.ReadListAsync(
            new Sql(
                "SELECT id, merchant_order_no FROM credit.orders WHERE tenant_id = $1 AND ($2::uuid IS NULL OR merchant_id = $2) AND id = ANY ($3)",
                tenant.TenantId, caller.MerchantId, orders.ToArray()),
            row => (Id: row.GetGuid(0), Number: row.GetString(1)),
            cancellation)).ToDictionary(o => o.Id, o => o.Number);
}
