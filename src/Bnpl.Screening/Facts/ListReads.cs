using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Security;
using Bnpl.Screening.Lists;

namespace Bnpl.Screening.Facts;

/// <summary>Looks the purchase's keys up in the tenant's lists.</summary>
internal static class ListReads
{
    private const string Select =
        $"""
        SELECT e.id, e.list, m.kind, e.reason, e.merchant_id IS NOT NULL, e.value, e.category
        FROM {KeySet.WantedRows}
        JOIN screening.list_entry_keys m ON m.tenant_id = $1 AND m.kind = k.kind AND m.key_hash = k.hash
        JOIN screening.list_entries e ON e.tenant_id = $1 AND e.id = m.entry_id
        WHERE e.deleted_at IS NULL AND (e.expires_at IS NULL OR e.expires_at > $5) AND (e.merchant_id IS NULL OR e.merchant_id = $6)
        ORDER BY e.list, e.id
        LIMIT 50
        """;

    public static void Add(
        IReadBatch batch, Guid tenantId, Guid merchantId, TenantKeys tenantKeys, KeySet keys, DateTimeOffset now, Action<IReadOnlyList<ListHit>> done)
    {
        IReadOnlyList<IdentityKey> wanted = [.. keys.Wanted, .. keys.Places];
        batch.Add(
            new Sql(Select, tenantId, KeySet.Kinds(wanted), KeySet.Hashes(wanted), keys.Session, now, merchantId),
            async (reader, token) =>
            {
                List<ListHit> hits = [];
                while (await reader.ReadAsync(token))
                {
                    Guid id = reader.GetGuid(0);
                    SealedEntry entry = SealedEntry.Open(id, reader.GetFieldValue<byte[]>(5), reader.IsDBNull(3) ? null : reader.GetString(3), tenantKeys);
                    hits.Add(new ListHit(id, reader.GetString(1), reader.GetString(2), entry.Reason, reader.GetBoolean(4), reader.IsDBNull(6) ? null : reader.GetString(6)));
                }

                // A place may be the buyer's and a delivery's at once; a name is met by its kana and by its kanji.
                done([.. hits.DistinctBy(hit => (hit.Entry, hit.Kind))]);
            });
    }
}
