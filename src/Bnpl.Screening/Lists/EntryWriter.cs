using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Screening.Facts;
using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Lists;

/// <summary>An entry about to be stored.</summary>
/// <param name="Keys">Any of them meets the entry.</param>
internal sealed record NewEntry(
    string Kind, SealedEntry Content, IReadOnlyList<MatchKey> Keys, Guid? Merchant = null, DateTimeOffset? ExpiresAt = null, string? Category = null)
{
    public Guid Id { get; } = EntityId.New();
}

/// <summary>Stores entries and their keys: two statements for each portion, however many entries.</summary>
internal sealed class EntryWriter(TenantSession session, TenantContext tenant, TenantClock clock, Caller caller)
{
    private const int Portion = 2000;

    /// <summary>Queues a few entries for the commit.</summary>
    /// <param name="list"><c>negative</c>, <c>positive</c> or <c>place</c>.</param>
    /// <param name="source"><c>manual</c>, <c>review</c> or <c>import</c>.</param>
    /// <param name="entries">The entries.</param>
    public void Add(string list, string source, IReadOnlyList<NewEntry> entries)
    {
        foreach (Sql statement in Statements(list, source, entries))
        {
            session.Add(statement);
        }
    }

    /// <summary>Stores many entries portion by portion, in the session's transaction: no single wait grows with the file.</summary>
    public async Task AddManyAsync(string list, string source, IReadOnlyList<NewEntry> entries, CancellationToken cancellation)
    {
        bool replanned = false;
        foreach (Sql statement in Statements(list, source, entries))
        {
            await session.ExecuteAsync(statement, cancellation);
            if (!replanned)
            {
                // A connection may have planned the foreign key's check when the table fitted on one page: a sequential scan for each
                // of a hundred thousand keys. Now that the first portion is in, it is planned anew.
                await session.ExecuteAsync(new Sql("DISCARD PLANS"), cancellation);
                replanned = true;
            }
        }
    }

    private IEnumerable<Sql> Statements(string list, string source, IReadOnlyList<NewEntry> entries)
    {
        foreach (NewEntry[] portion in entries.Chunk(Portion))
        {
            yield return new Sql(
                """
                INSERT INTO screening.list_entries (tenant_id, id, list, kind, category, merchant_id, value, source, created_by, created_at, expires_at)
                SELECT $1, e.id, $2, e.kind, e.category, e.merchant_id, e.value, $3, $4, $5, e.expires_at
                FROM unnest($6::uuid[], $7::text[], $8::text[], $9::uuid[], $10::bytea[], $11::timestamptz[]) AS e(id, kind, category, merchant_id, value, expires_at)
                """,
                tenant.TenantId,
                list,
                source,
                caller.Subject,
                clock.Now,
                portion.Select(e => e.Id).ToArray(),
                portion.Select(e => e.Kind).ToArray(),
                portion.Select(e => e.Category).ToArray(),
                portion.Select(e => e.Merchant).ToArray(),
                portion.Select(e => e.Content.Seal(e.Id, tenant.Keys)).ToArray(),
                portion.Select(e => e.ExpiresAt).ToArray());
            (Guid Entry, IdentityKey Key)[] keys = [.. portion.SelectMany(e => KeyHashes.Current(tenant.Keys, e.Keys).Select(key => (e.Id, key)))];
            yield return new Sql(
                """
                INSERT INTO screening.list_entry_keys (tenant_id, kind, key_hash, entry_id, key_version, normalizer_version)
                SELECT $1, k.kind, k.hash, k.entry, $2, $3 FROM unnest($4::text[], $5::bytea[], $6::uuid[]) AS k(kind, hash, entry)
                """,
                tenant.TenantId,
                tenant.Keys.CurrentVersion,
                MatchKeys.Version,
                KeySet.Kinds(keys.Select(k => k.Key)),
                KeySet.Hashes(keys.Select(k => k.Key)),
                keys.Select(k => k.Entry).ToArray());
        }
    }
}
