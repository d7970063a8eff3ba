using Bnpl.Contracts;
using Bnpl.Contracts.Screening;

namespace Bnpl.Screening.Signals;

/// <summary>How often a key was screened before: within ten minutes, a day and thirty days, each counted to a cap.</summary>
internal sealed record VelocityCount(string Kind, int TenMinutes, int OneDay, int ThirtyDays);

internal sealed record ListHit(Guid Entry, string List, string Kind, string Reason);

/// <summary>Everything that the verdict knows from the database. Stored with the screening, so that it can be judged again.</summary>
internal sealed record ScreeningFacts(IReadOnlyList<VelocityCount> Velocity, IReadOnlyList<ListHit> Lists)
{
    /// <summary>Beyond this many rows a key is simply "often"; it bounds the read however long the history.</summary>
    public const int Cap = 200;

    private static readonly string[] s_velocityKinds = ["phone", "email", "address_k2", "address_k3", "device", "ip"];

    /// <summary>Adds the two statements that read the facts: index ranges only, whatever the history's size.</summary>
    public static void AddReads(
        IReadBatch batch, Guid tenantId, Guid merchantId, IReadOnlyList<IdentityKey> keys, DateTimeOffset now, Action<ScreeningFacts> done)
    {
        List<IdentityKey> counted = [.. keys.Where(key => s_velocityKinds.Contains(key.Kind))];
        List<VelocityCount> velocity = [];
        List<ListHit> hits = [];
        batch.Add(
            new Sql(
                $"""
                SELECT k.kind, r.ten_minutes, r.one_day, r.thirty_days
                FROM unnest($3::text[], $4::bytea[]) AS k(kind, hash)
                CROSS JOIN LATERAL (
                    SELECT count(*) FILTER (WHERE at > $2 - interval '10 minutes')::int AS ten_minutes,
                           count(*) FILTER (WHERE at > $2 - interval '1 day')::int AS one_day,
                           count(*)::int AS thirty_days
                    FROM (SELECT s.at FROM screening.screening_keys s
                          WHERE s.tenant_id = $1 AND s.kind = k.kind AND s.key_hash = k.hash AND s.at > $2 - interval '30 days' AND s.at <= $2
                          ORDER BY s.at DESC LIMIT {Cap}) recent) r
                """,
                tenantId, now, Kinds(counted), Hashes(counted)),
            async (reader, token) =>
            {
                while (await reader.ReadAsync(token))
                {
                    velocity.Add(new VelocityCount(reader.GetString(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3)));
                }
            });
        batch.Add(
            new Sql(
                """
                SELECT e.id, e.list, e.kind, e.reason
                FROM unnest($3::text[], $4::bytea[]) AS k(kind, hash)
                JOIN screening.list_entry_keys m ON m.tenant_id = $1 AND m.kind = k.kind AND m.key_hash = k.hash
                JOIN screening.list_entries e ON e.tenant_id = $1 AND e.id = m.entry_id
                WHERE e.deleted_at IS NULL AND (e.expires_at IS NULL OR e.expires_at > $2) AND (e.merchant_id IS NULL OR e.merchant_id = $5)
                ORDER BY e.id
                LIMIT 50
                """,
                tenantId, now, Kinds(keys), Hashes(keys), merchantId),
            async (reader, token) =>
            {
                while (await reader.ReadAsync(token))
                {
                    hits.Add(new ListHit(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3)));
                }

                // A key was written under one version only, so the counts of its versions add up.
                done(new ScreeningFacts(
                    [.. velocity.GroupBy(v => v.Kind).Select(g => new VelocityCount(g.Key, g.Sum(v => v.TenMinutes), g.Sum(v => v.OneDay), g.Sum(v => v.ThirtyDays)))],
                    [.. hits.DistinctBy(h => h.Entry)]));
            });
    }

    private static string[] Kinds(IReadOnlyList<IdentityKey> keys) => [.. keys.Select(key => key.Kind)];

    private static byte[][] Hashes(IReadOnlyList<IdentityKey> keys) => [.. keys.Select(key => key.Hash)];
}
