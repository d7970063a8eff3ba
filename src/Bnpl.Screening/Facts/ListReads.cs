using Bnpl.Contracts;
using Bnpl.Contracts.Screening;

namespace Bnpl.Screening.Facts;

/// <summary>Looks the purchase's keys up in the tenant's lists.</summary>
internal static class ListReads
{
    private const string Select =
        """
        SELECT e.id, e.list, m.kind, e.reason, e.merchant_id IS NOT NULL
        FROM unnest($3::text[], $4::bytea[]) AS k(kind, hash)
        JOIN screening.list_entry_keys m ON m.tenant_id = $1 AND m.kind = k.kind AND m.key_hash = k.hash
        JOIN screening.list_entries e ON e.tenant_id = $1 AND e.id = m.entry_id
        WHERE e.deleted_at IS NULL AND (e.expires_at IS NULL OR e.expires_at > $2) AND (e.merchant_id IS NULL OR e.merchant_id = $5)
        ORDER BY e.id
        LIMIT 50
        """;

    public static void Add(
        IReadBatch batch, Guid tenantId, Guid merchantId, IReadOnlyList<IdentityKey> keys, DateTimeOffset now, Action<IReadOnlyList<ListHit>> done) =>
        batch.Add(
            new Sql(Select, tenantId, now, KeySet.Kinds(keys), KeySet.Hashes(keys), merchantId),
            async (reader, token) =>
            {
                List<ListHit> hits = [];
                while (await reader.ReadAsync(token))
                {
                    hits.Add(new ListHit(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetBoolean(4)));
                }

                done([.. hits.DistinctBy(hit => hit.Entry)]);
            });
}
