using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Screening.Facts;
using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Lists;

/// <summary>
/// Leaves out of an import what would change nothing: rows whose every key a live entry of the same list, reach and
/// category already has, in the file itself or in the database.
/// </summary>
internal sealed class KnownEntries(TenantSession session, TenantContext tenant, TenantClock clock)
{
    private const int Portion = 5000;

    public async Task<List<NewEntry>> NewOnesAsync(string list, IReadOnlyList<NewEntry> entries, CancellationToken cancellation)
    {
        HashSet<string> seen = [];
        List<NewEntry> distinct = [.. entries.Where(entry => seen.Add(Signature(entry)))];
        List<NewEntry> added = [];
        foreach (NewEntry[] portion in distinct.Chunk(Portion))
        {
            HashSet<int> known = [.. await KnownAsync(list, portion, cancellation)];
            added.AddRange(portion.Where((_, index) => !known.Contains(index)));
        }

        return added;
    }

    private static string Signature(NewEntry entry) =>
        $"{entry.Merchant}|{entry.Category}|{string.Join('|', entry.Keys.Select(key => $"{key.Kind} {key.Text}").Order(StringComparer.Ordinal))}";

    private Task<List<int>> KnownAsync(string list, NewEntry[] entries, CancellationToken cancellation)
    {
        // The limit keeps this a look-up per key: right after a large import the planner knows nothing of the tables' size.
        // A key that an entry has under several versions is one part of it.
        (int Entry, int Part, IdentityKey Key)[] keys =
        [
            .. entries.SelectMany((entry, index) => entry.Keys.SelectMany(
                (key, part) => KeyHashes.AllVersions(tenant.Keys, [key]).Select(hashed => (index, part, hashed)))),
        ];
        return session.ReadListAsync(
            new Sql(
                """
                SELECT DISTINCT met.n FROM (
                    SELECT k.n, m.entry_id
                    FROM unnest($4::int[], $5::int[], $6::text[], $7::bytea[], $8::uuid[], $9::text[], $10::int[]) AS k(n, part, kind, hash, merchant, category, parts)
                    CROSS JOIN LATERAL (
                        SELECT m.entry_id FROM screening.list_entry_keys m
                        JOIN screening.list_entries e ON e.tenant_id = $1 AND e.id = m.entry_id
                        WHERE m.tenant_id = $1 AND m.kind = k.kind AND m.key_hash = k.hash
                          AND e.list = $2 AND e.deleted_at IS NULL AND (e.expires_at IS NULL OR e.expires_at > $3)
                          AND e.merchant_id IS NOT DISTINCT FROM k.merchant AND e.category IS NOT DISTINCT FROM k.category
                        LIMIT 100) m
                    GROUP BY k.n, m.entry_id
                    HAVING count(DISTINCT k.part) = max(k.parts)) met
                """,
                tenant.TenantId,
                list,
                clock.Now,
                keys.Select(k => k.Entry).ToArray(),
                keys.Select(k => k.Part).ToArray(),
                KeySet.Kinds(keys.Select(k => k.Key)),
                KeySet.Hashes(keys.Select(k => k.Key)),
                keys.Select(k => entries[k.Entry].Merchant).ToArray(),
                keys.Select(k => entries[k.Entry].Category).ToArray(),
                keys.Select(k => entries[k.Entry].Keys.Count).ToArray()),
            row => row.GetInt32(0),
            cancellation);
    }
}
