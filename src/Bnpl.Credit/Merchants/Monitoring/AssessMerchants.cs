using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Merchants.Monitoring;

/// <summary>Looks at all merchants of a period, or at one beside all, from the days that the run has counted.</summary>
internal sealed class AssessMerchants(TenantSession session, TenantContext tenant, TenantClock clock, MerchantReviewPolicy policy)
{
    public const int UsualDays = 90;
    private const int RecentDays = 7;

    /// <returns>The worst first.</returns>
    public async Task<IReadOnlyList<(WatchedMerchant Merchant, Assessment Assessment)>> RunAsync(
        DateOnly from, DateOnly to, Guid? only, CancellationToken cancellation)
    {
        int minimum = (await policy.GetAsync(cancellation)).MinimumOrders;
        Dictionary<Guid, MerchantFigures> figures = await FiguresAsync(from, to, cancellation);
        List<WatchedMerchant> watched = await WatchedAsync(figures, only, cancellation);
        PeerNorms norms = new(figures, minimum);
        int days = to.DayNumber - from.DayNumber + 1;
        return
        [
            .. watched
                .Select(m => (Merchant: m, Assessment: MerchantSignals.Assess(m, norms, minimum, days)))
                .OrderByDescending(m => m.Assessment.Level)
                .ThenByDescending(m => m.Assessment.Score)
                .ThenBy(m => m.Merchant.Id),
        ];
    }

    internal static Sql Figures(Guid tenantId, DateOnly from, DateOnly to) => new(
        """
        SELECT merchant_id, sum(orders), sum(amount)::bigint, sum(approved), sum(declined), sum(held), sum(canceled), sum(returned), sum(overdue), sum(charged_off),
               sum(charged_off_amount)::bigint, coalesce(sum(orders) FILTER (WHERE business_date > $4), 0), coalesce(sum(amount) FILTER (WHERE business_date > $4), 0)::bigint
        FROM credit.merchant_days WHERE tenant_id = $1 AND business_date >= $2 AND business_date <= $3 GROUP BY merchant_id
        """,
        tenantId, from, to, to.AddDays(-RecentDays));

    internal static Sql Complaints(Guid tenantId, DateOnly from, DateOnly to) => new(
        """
        SELECT merchant_id, count(*) FROM credit.merchant_complaints
        WHERE tenant_id = $1 AND opened_on >= $2 AND opened_on <= $3 AND outcome IS DISTINCT FROM 'unfounded' GROUP BY merchant_id
        """,
        tenantId, from, to);

    private async Task<Dictionary<Guid, MerchantFigures>> FiguresAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        Dictionary<Guid, MerchantFigures> figures = [];
        await session.ReadAsync(
            batch =>
            {
                batch.Add(Figures(tenant.TenantId, from, to), async (reader, token) =>
                {
                    while (await reader.ReadAsync(token))
                    {
                        figures.Add(reader.GetGuid(0), new MerchantFigures(
                            reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5), reader.GetInt64(6),
                            reader.GetInt64(7), reader.GetInt64(8), reader.GetInt64(9), reader.GetInt64(10), reader.GetInt64(11), reader.GetInt64(12), 0));
                    }
                });
                batch.Add(Complaints(tenant.TenantId, from, to), async (reader, token) =>
                {
                    while (await reader.ReadAsync(token))
                    {
                        Guid id = reader.GetGuid(0);
                        figures[id] = figures.GetValueOrDefault(id, MerchantFigures.None) with { Complaints = reader.GetInt64(1) };
                    }
                });
            },
            cancellation);
        return figures;
    }

    private async Task<List<WatchedMerchant>> WatchedAsync(Dictionary<Guid, MerchantFigures> figures, Guid? only, CancellationToken cancellation)
    {
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        List<Merchant> rows = await db.Merchants.AsNoTracking().Where(m => only == null || m.Id == only).ToListAsync(cancellation);
        HashSet<Guid> failed = [.. await session.ReadListAsync(FailedChecks(tenant.TenantId), reader => reader.GetGuid(0), cancellation)];
        return
        [
            .. rows.Select(m => new WatchedMerchant(
                m.Id,
                m.Name,
                m.Status,
                figures.GetValueOrDefault(m.Id, MerchantFigures.None),
                m.Open(tenant.Keys).Profile.Expected?.MonthlyAmount,
                m.CheckDueOn <= clock.Today,
                failed.Contains(m.Id))),
        ];
    }

    private static Sql FailedChecks(Guid tenantId) => new(
        """
        SELECT DISTINCT l.merchant_id
        FROM (SELECT DISTINCT ON (c.merchant_id, c.kind) c.merchant_id, c.outcome FROM credit.merchant_checks c
              WHERE c.tenant_id = $1 ORDER BY c.merchant_id, c.kind, c.id DESC) l
        WHERE l.outcome = 'failed'
        """,
        tenantId);
}
