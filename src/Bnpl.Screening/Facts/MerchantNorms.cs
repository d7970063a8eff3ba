using Bnpl.Contracts;

namespace Bnpl.Screening.Facts;

/// <summary>What is usual at a merchant: read with every screening, computed once a business date.</summary>
internal static class MerchantNorms
{
    public static void AddRead(IReadBatch batch, Guid tenantId, Guid merchantId, Action<MerchantNorm?> done) => batch.Add(
        new Sql("SELECT purchases, amount_median, amount_p95 FROM screening.merchant_norms WHERE tenant_id = $1 AND merchant_id = $2", tenantId, merchantId),
        async (reader, token) => done(await reader.ReadAsync(token) ? new MerchantNorm(reader.GetInt32(0), reader.GetInt64(1), reader.GetInt64(2)) : null));
}
