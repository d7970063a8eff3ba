using Bnpl.Contracts;
using Bnpl.Contracts.Billing;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.Extensions.Logging;

namespace Bnpl.Credit.Limits;

/// <summary>
/// Compares, once a business date, what is counted with what orders hold. Both change in one transaction, so that any one
/// statement sees them equal; a difference is a defect. It is told, and mended by adding it, which is right whatever
/// other transactions add meanwhile.
/// </summary>
internal sealed partial class ReconcileLimits(TenantSession session, TenantContext tenant, TenantClock clock, IReceivables receivables, ILogger<ReconcileLimits> logger) : IBusinessDateStep
{
    public string Name => "reconcile_limits";

    public int Order => 150;

    public async Task<IReadOnlyDictionary<string, long>> RunAsync(DateOnly businessDate, CancellationToken cancellation)
    {
        DateOnly oldest = ExposureCounters.OldestDay(clock.Today);
        await session.ExecuteAsync(
            new Sql("DELETE FROM credit.exposures WHERE tenant_id = $1 AND scope = 'merchant_day' AND day < $2", tenant.TenantId, oldest), cancellation);
        List<ExposureCounters.Row> counters = await session.ReadListAsync(
            CounterDifferences(tenant.TenantId, oldest, clock.StartOf(oldest), tenant.Tenant.TimeZone),
            row => new ExposureCounters.Row(row.GetString(0), row.GetGuid(1), row.GetFieldValue<DateOnly>(2), row.GetInt64(3), row.GetInt64(4)),
            cancellation);
        if (counters.Count > 0)
        {
            LogCounters(counters.Count, tenant.TenantId);
            session.Add(ExposureCounters.Upsert(tenant.TenantId, 0, counters));
        }

        List<(Guid Id, long Amount)> buyers = await session.ReadListAsync(BuyerDifferences(tenant.TenantId), row => (row.GetGuid(0), row.GetInt64(1)), cancellation);
        foreach ((Guid id, long amount) in buyers)
        {
            LogBuyer(EntityId.Format(IdPrefix.Buyer, id), tenant.TenantId);
            await session.ExecuteAsync(
                new Sql("UPDATE credit.buyers SET open_amount = open_amount + $3, version = version + 1 WHERE tenant_id = $1 AND id = $2", tenant.TenantId, id, amount),
                cancellation);
        }

        return new Dictionary<string, long> { ["counters"] = counters.Count, ["buyers"] = buyers.Count, ["arrears"] = await EndArrearsAsync(cancellation) };
    }

    // Who owes nothing on an invoice is not in arrears with it, however its debt ended.
    private async Task<int> EndArrearsAsync(CancellationToken cancellation)
    {
        List<Guid> orders = await session.ReadListAsync(
            new Sql("SELECT DISTINCT order_id FROM credit.overdue_invoices WHERE tenant_id = $1", tenant.TenantId), row => row.GetGuid(0), cancellation);
        return orders.Count == 0 ? 0 : await session.ExecuteAsync(
            new Sql(
                "DELETE FROM credit.overdue_invoices WHERE tenant_id = $1 AND invoice_id = ANY ($2)",
                tenant.TenantId, (await receivables.EndedInvoicesAsync(orders, cancellation)).ToArray()),
            cancellation);
    }

    internal static Sql CounterDifferences(Guid tenantId, DateOnly oldest, DateTimeOffset since, string timeZone) => new(
        """
        WITH orders AS (
            SELECT merchant_id, limit_held, created_at FROM credit.orders WHERE tenant_id = $1 AND limit_held > 0
        ), held AS (
            SELECT 'tenant' AS scope, $5::uuid AS merchant_id, $6::date AS day, sum(limit_held) AS amount, count(*) AS orders FROM orders HAVING count(*) > 0
            UNION ALL
            SELECT 'merchant', merchant_id, $6::date, sum(limit_held), count(*) FROM orders GROUP BY merchant_id
            UNION ALL
            SELECT 'merchant_day', merchant_id, (created_at AT TIME ZONE $4)::date, sum(limit_held), count(*) FROM orders WHERE created_at >= $3 GROUP BY 2, 3
        ), counted AS (
            SELECT scope, merchant_id, day, sum(amount) AS amount, sum(orders) AS orders
            FROM credit.exposures WHERE tenant_id = $1 AND (scope <> 'merchant_day' OR day >= $2) GROUP BY scope, merchant_id, day
        )
        SELECT scope, merchant_id, day,
               (coalesce(h.amount, 0) - coalesce(c.amount, 0))::bigint, (coalesce(h.orders, 0) - coalesce(c.orders, 0))::bigint
        FROM held h FULL JOIN counted c USING (scope, merchant_id, day)
        WHERE coalesce(h.amount, 0) <> coalesce(c.amount, 0) OR coalesce(h.orders, 0) <> coalesce(c.orders, 0)
        ORDER BY scope, merchant_id, day
        """,
        tenantId, oldest, since, timeZone, Guid.Empty, ExposureCounters.NoDay);

    internal static Sql BuyerDifferences(Guid tenantId) => new(
        """
        SELECT b.id, (coalesce(h.amount, 0) - b.open_amount)::bigint
        FROM credit.buyers b
        LEFT JOIN (
            SELECT coalesce(m.merged_into, m.id) AS id, sum(o.limit_held) AS amount
            FROM credit.orders o JOIN credit.buyers m ON m.tenant_id = o.tenant_id AND m.id = o.buyer_id
            WHERE o.tenant_id = $1 AND o.limit_held > 0 GROUP BY 1) h ON h.id = b.id
        WHERE b.tenant_id = $1 AND b.open_amount <> coalesce(h.amount, 0)
        ORDER BY b.id
        """,
        tenantId);

    [LoggerMessage(LogLevel.Error, "{Count} counters of tenant {TenantId} differed from what its orders hold and were mended.")]
    private partial void LogCounters(int count, Guid tenantId);

    [LoggerMessage(LogLevel.Error, "The open amount of buyer {Buyer} of tenant {TenantId} differed from what its orders hold and was mended.")]
    private partial void LogBuyer(string buyer, Guid tenantId);
}
