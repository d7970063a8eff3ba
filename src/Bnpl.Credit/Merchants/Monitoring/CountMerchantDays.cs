using Bnpl.Contracts;
using Bnpl.Credit.Orders;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Credit.Merchants.Monitoring;

/// <summary>
/// Counts each merchant's days in the morning after. The last week is counted again each time, so that a hold that a reviewer
/// or its deadline ended, and what a relay in trouble brought late, still comes in; counting twice changes nothing. The very
/// first run counts all there is.
/// </summary>
internal sealed class CountMerchantDays(TenantSession session, TenantContext tenant, TenantClock clock) : IBusinessDateStep
{
    // A hold ends on the fourth morning after its day, in a later step than this one, so that the fifth is the first to see it;
    // two more for a first verdict that came late and began the hold then.
    private const int DaysAgain = Deadlines.HoldDays + 4;

    public string Name => "count_merchant_days";

    public int Order => 70;

    public async Task<IReadOnlyDictionary<string, long>> RunAsync(DateOnly businessDate, CancellationToken cancellation)
    {
        // Ids rise with the clock, host by host: one more day before the days that are counted covers what commits out of order.
        Guid? mark = await session.ReadOneAsync(
            new Sql(
                "SELECT last_order FROM credit.merchant_day_marks WHERE tenant_id = $1 AND business_date < $2 ORDER BY business_date DESC LIMIT 1",
                tenant.TenantId, businessDate.AddDays(-DaysAgain - 1)),
            reader => (Guid?)reader.GetGuid(0),
            cancellation);
        DateOnly from = mark is null ? new DateOnly(2000, 1, 1) : businessDate.AddDays(-DaysAgain);
        int counted = await session.ExecuteAsync(
            Count(tenant.TenantId, mark ?? Guid.Empty, (from, clock.StartOf(from)), (businessDate, clock.StartOf(businessDate)), tenant.Tenant.TimeZone), cancellation);

        // The first run also marks the days that the next ones begin at, or each of those would count everything again.
        for (int back = 1; back <= (mark is null ? DaysAgain + 2 : 1); back++)
        {
            await session.ExecuteAsync(Mark(tenant.TenantId, businessDate.AddDays(-back), clock), cancellation);
        }

        return new Dictionary<string, long> { ["days"] = counted };
    }

    /// <summary>Orders and facts of the dates from <paramref name="from"/> to the eve of <paramref name="to"/>, by merchant and date.</summary>
    internal static Sql Count(
        Guid tenantId, Guid afterOrder, (DateOnly Date, DateTimeOffset At) from, (DateOnly Date, DateTimeOffset At) to, string zone) => new(
        """
        WITH placed AS (
            SELECT o.merchant_id, (o.created_at AT TIME ZONE $7)::date AS day, o.amount, o.status = 'declined' AS declined, d.held, d.approved
            FROM credit.orders o
            CROSS JOIN LATERAL (
                SELECT (array_agg(v.result ORDER BY v.id))[1] = 'hold' AS held, bool_or(v.result = 'approved') AS approved
                FROM credit.decisions v WHERE v.tenant_id = $1 AND v.order_id = o.id) d
            WHERE o.tenant_id = $1 AND o.id > $2 AND o.created_at >= $3 AND o.created_at < $4
        ), counted AS (
            SELECT merchant_id, day, count(*) AS orders, sum(amount) AS amount, count(*) FILTER (WHERE approved) AS approved,
                   count(*) FILTER (WHERE declined) AS declined, count(*) FILTER (WHERE held) AS held,
                   0 AS canceled, 0 AS returned, 0 AS overdue, 0 AS charged_off, 0 AS charged_off_amount
            FROM placed GROUP BY merchant_id, day
            UNION ALL
            SELECT f.merchant_id, f.happened_on, 0, 0, 0, 0, 0,
                   count(*) FILTER (WHERE f.kind = 'canceled'), count(*) FILTER (WHERE f.kind = 'returned'), count(*) FILTER (WHERE f.kind = 'overdue'),
                   count(*) FILTER (WHERE f.kind = 'charged_off'), coalesce(sum(f.amount) FILTER (WHERE f.kind = 'charged_off'), 0)
            FROM credit.merchant_facts f WHERE f.tenant_id = $1 AND f.happened_on >= $5 AND f.happened_on < $6 GROUP BY f.merchant_id, f.happened_on
        )
        INSERT INTO credit.merchant_days
            (tenant_id, business_date, merchant_id, orders, amount, approved, declined, held, canceled, returned, overdue, charged_off, charged_off_amount)
        SELECT $1, day, merchant_id, sum(orders), sum(amount), sum(approved), sum(declined), sum(held), sum(canceled), sum(returned), sum(overdue), sum(charged_off),
               sum(charged_off_amount)
        FROM counted GROUP BY day, merchant_id
        ON CONFLICT (tenant_id, business_date, merchant_id) DO UPDATE
        SET orders = excluded.orders, amount = excluded.amount, approved = excluded.approved, declined = excluded.declined, held = excluded.held,
            canceled = excluded.canceled, returned = excluded.returned, overdue = excluded.overdue, charged_off = excluded.charged_off,
            charged_off_amount = excluded.charged_off_amount
        """,
        tenantId, afterOrder, from.At, to.At, from.Date, to.Date, zone);

    private static Sql Mark(Guid tenantId, DateOnly date, TenantClock clock) => new(
        """
        INSERT INTO credit.merchant_day_marks (tenant_id, business_date, last_order)
        SELECT $1, $2, o.id FROM credit.orders o WHERE o.tenant_id = $1 AND o.created_at < $3 ORDER BY o.id DESC LIMIT 1
        ON CONFLICT (tenant_id, business_date) DO UPDATE SET last_order = excluded.last_order
        """,
        tenantId, date, clock.StartOf(date.AddDays(1)));
}
