using System.Globalization;
using Bnpl.Contracts;

namespace Bnpl.Screening.Facts;

/// <summary>What is usual at a merchant: read with every screening, computed once a business date.</summary>
internal static class MerchantNorms
{
    /// <summary>The newest purchases of a merchant that its norms rest on; more would only cost more.</summary>
    public const int MostPurchases = 10_000;

    // Merchants are found by jumps through the index, not by reading their purchases.
    private static readonly string s_compute = string.Create(CultureInfo.InvariantCulture, $"""
        WITH RECURSIVE shops(id) AS (
            (SELECT s.merchant_id FROM screening.screenings s WHERE s.tenant_id = $1 AND s.verdict <> 'ng' ORDER BY s.merchant_id LIMIT 1)
            UNION ALL
            SELECT (SELECT s.merchant_id FROM screening.screenings s
                WHERE s.tenant_id = $1 AND s.verdict <> 'ng' AND s.merchant_id > shops.id ORDER BY s.merchant_id LIMIT 1)
            FROM shops WHERE shops.id IS NOT NULL
        )
        INSERT INTO screening.merchant_norms (tenant_id, merchant_id, computed_on, purchases, amount_median, amount_p95)
        SELECT $1, shops.id, $2, n.purchases, n.median, n.p95 FROM shops CROSS JOIN LATERAL (
            SELECT count(*)::int AS purchases,
                   coalesce(percentile_disc(0.5) WITHIN GROUP (ORDER BY newest.amount), 0) AS median,
                   coalesce(percentile_disc(0.95) WITHIN GROUP (ORDER BY newest.amount), 0) AS p95
            FROM (SELECT s.amount FROM screening.screenings s
                  WHERE s.tenant_id = $1 AND s.merchant_id = shops.id AND s.verdict <> 'ng' AND s.created_at > $3 - interval '90 days' AND s.created_at < $3
                  ORDER BY s.created_at DESC LIMIT {MostPurchases}) newest) n
        WHERE shops.id IS NOT NULL
        ON CONFLICT (tenant_id, merchant_id) DO UPDATE
        SET computed_on = excluded.computed_on, purchases = excluded.purchases, amount_median = excluded.amount_median, amount_p95 = excluded.amount_p95
        """);

    public static void AddRead(IReadBatch batch, Guid tenantId, Guid merchantId, Action<MerchantNorm?> done) => batch.Add(
        new Sql("SELECT purchases, amount_median, amount_p95 FROM screening.merchant_norms WHERE tenant_id = $1 AND merchant_id = $2", tenantId, merchantId),
        async (reader, token) => done(await reader.ReadAsync(token) ? new MerchantNorm(reader.GetInt32(0), reader.GetInt64(1), reader.GetInt64(2)) : null));

    /// <summary>Writes the norms of all merchants of the tenant, over the ninety days before <paramref name="until"/>.</summary>
    public static Sql Compute(Guid tenantId, DateOnly computedOn, DateTimeOffset until) => new(s_compute, tenantId, computedOn, until);
}
