using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Credit.Merchants;

/// <summary>A merchant's current documents and the latest check of each kind.</summary>
internal sealed record MerchantPapers(IReadOnlyList<CurrentDocument> Documents, IReadOnlyList<LatestCheck> Checks)
{
    public static readonly MerchantPapers None = new([], []);
}

internal sealed record CurrentDocument(string Kind, DateOnly? ExpiresOn);

internal sealed record LatestCheck(string Kind, string Outcome, DateOnly CheckedOn, DateOnly? ValidUntil);

/// <summary>Reads the papers of a page of merchants in one round trip.</summary>
internal sealed class ReadPapers(TenantSession session, TenantContext tenant)
{
    public async Task<MerchantPapers> OfAsync(Guid merchantId, CancellationToken cancellation) => (await OfAsync([merchantId], cancellation))[merchantId];

    public async Task<IReadOnlyDictionary<Guid, MerchantPapers>> OfAsync(Guid[] merchants, CancellationToken cancellation)
    {
        List<(Guid Merchant, CurrentDocument Document)> documents = [];
        List<(Guid Merchant, LatestCheck Check)> checks = [];
        await session.ReadAsync(
            batch =>
            {
                batch.Add(
                    new Sql(
                        "SELECT merchant_id, kind, expires_on FROM credit.merchant_documents WHERE tenant_id = $1 AND merchant_id = ANY ($2) AND status = 'current'",
                        tenant.TenantId, merchants),
                    async (reader, token) =>
                    {
                        while (await reader.ReadAsync(token))
                        {
                            documents.Add((reader.GetGuid(0), new CurrentDocument(reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<DateOnly>(2))));
                        }
                    });
                batch.Add(
                    new Sql(
                        """
                        SELECT DISTINCT ON (merchant_id, kind) merchant_id, kind, outcome, checked_on, valid_until
                        FROM credit.merchant_checks WHERE tenant_id = $1 AND merchant_id = ANY ($2) ORDER BY merchant_id, kind, id DESC
                        """,
                        tenant.TenantId, merchants),
                    async (reader, token) =>
                    {
                        while (await reader.ReadAsync(token))
                        {
                            checks.Add((reader.GetGuid(0), new LatestCheck(
                                reader.GetString(1), reader.GetString(2), reader.GetFieldValue<DateOnly>(3), reader.IsDBNull(4) ? null : reader.GetFieldValue<DateOnly>(4))));
                        }
                    });
            },
            cancellation);
        return merchants.Distinct().ToDictionary(
            id => id,
            id => new MerchantPapers(
                [.. documents.Where(d => d.Merchant == id).Select(d => d.Document)], [.. checks.Where(c => c.Merchant == id).Select(c => c.Check)]));
    }
}
