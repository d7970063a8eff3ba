using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Contracts.Screening;

namespace Bnpl.Screening.Facts;

/// <summary>
/// Purchases that share a key form a cluster. The first purchase under a key names its cluster; a purchase that meets
/// several links them. Nothing is counted in advance, so no row is hot: sizes are counted to a cap when asked, and an
/// outcome that comes late is seen by the next purchase.
/// </summary>
internal static class Clusters
{
    /// <summary>Members counted in each of at most <see cref="MostClusters"/> linked clusters.</summary>
    public const int Cap = 100;
    public const int MostClusters = 20;

    /// <summary>
    /// A key under this many surnames is a dormitory, an office or a shared line: it says nothing about whose hands these are.
    /// Lines and doors are shared by few strangers already. A phone or a mailbox is so only where a shop fills in its own; a device or
    /// a card never is, however many names it has seen.
    /// </summary>
    public static int NamesOfAHub(string kind) => kind switch
    {
        "ip_agent" => 4,
        "address_k3" => 8,
        "device" or "card" => int.MaxValue,
        _ => 50,
    };

    private static readonly string s_select = Select(others: ""), s_again = Select(others: " AND s.order_id IS DISTINCT FROM $5");

    private static string Select(string others) => string.Create(CultureInfo.InvariantCulture, $"""
        WITH RECURSIVE met AS (
            SELECT DISTINCT c.cluster_id FROM {KeySet.WantedRows}
            JOIN screening.cluster_keys c ON c.tenant_id = $1 AND c.kind = k.kind AND c.key_hash = k.hash
        ), reached(id) AS (
            SELECT cluster_id FROM met
            UNION
            SELECT l.other_id FROM reached r JOIN screening.cluster_links l ON l.tenant_id = $1 AND l.cluster_id = r.id
        )
        SELECT c.id,
               (SELECT count(*)::int FROM (SELECT FROM screening.screenings s WHERE s.tenant_id = $1 AND s.cluster_id = c.id{others} LIMIT {Cap}) a),
               (SELECT count(*)::int FROM (SELECT FROM screening.screenings s WHERE s.tenant_id = $1 AND s.cluster_id = c.id
                    AND s.outcome IN ('bad_debt', 'chargeback', 'fraud'){others} LIMIT {Cap}) b),
               (SELECT count(*)::int FROM (SELECT FROM screening.screenings s WHERE s.tenant_id = $1 AND s.cluster_id = c.id
                    AND s.outcome = 'overdue'{others} LIMIT {Cap}) o)
        FROM (SELECT id FROM reached LIMIT {MostClusters}) c
        """);

    public static void AddRead(IReadBatch batch, Guid tenantId, KeySet keys, Guid? again, Action<ClusterFacts> done)
    {
        IReadOnlyList<IdentityKey> linking = keys.WantedOf(PurchaseKeys.Linking);
        batch.Add(
            new Sql(again is null ? s_select : s_again, [tenantId, KeySet.Kinds(linking), KeySet.Hashes(linking), keys.Session, .. OwnScreenings.Arguments(again)]),
            async (reader, token) =>
            {
                List<Guid> ids = [];
                int size = 0, bad = 0, overdue = 0;
                while (await reader.ReadAsync(token))
                {
                    ids.Add(reader.GetGuid(0));
                    size += reader.GetInt32(1);
                    bad += reader.GetInt32(2);
                    overdue += reader.GetInt32(3);
                }

                // The oldest cluster is the one to join, whatever the order in which the links were walked.
                ids.Sort((a, b) => string.CompareOrdinal(a.ToString("N"), b.ToString("N")));
                done(ids.Count == 0 ? ClusterFacts.None : new ClusterFacts(ids, size, bad, overdue));
            });
    }

    /// <summary>The cluster that a purchase joins, or its own.</summary>
    public static Guid Of(ClusterFacts facts, Guid screening) => facts.Ids.Count > 0 ? facts.Ids[0] : screening;

    /// <summary>An order is one member of its clusters, by its newest screening; what an earlier one ended as stays told.</summary>
    public static void AddLeave(IWriteBatch batch, Guid tenantId, Guid order, Guid newest, IReadOnlyList<Guid> clusters) => batch.Add(new Sql(
        """
        UPDATE screening.screenings SET cluster_id = NULL
        WHERE tenant_id = $1 AND order_id = $2 AND id <> $3 AND cluster_id = ANY ($4) AND outcome IS NULL
        """,
        tenantId, order, newest, clusters.ToArray()));

    public static void AddWrites(IWriteBatch batch, Guid tenantId, Guid cluster, KeySet keys, IReadOnlyList<KeyActivity> activity)
    {
        HashSet<string> hubs = [.. activity.Where(a => a.NamesD90 >= NamesOfAHub(a.Kind)).Select(a => a.Kind)];
        List<IdentityKey> linking = [.. keys.Own.Where(key => PurchaseKeys.Linking.Contains(key.Kind)).OrderBy(key => Convert.ToHexString(key.Hash), StringComparer.Ordinal)];
        List<IdentityKey> hub = [.. linking.Where(key => hubs.Contains(key.Kind))], plain = [.. linking.Where(key => !hubs.Contains(key.Kind))];
        batch.Add(new Sql(
            """
            INSERT INTO screening.cluster_keys (tenant_id, kind, key_hash, cluster_id)
            SELECT $1, k.kind, k.hash, $2 FROM unnest($3::text[], $4::bytea[]) AS k(kind, hash)
            ON CONFLICT DO NOTHING
            """,
            tenantId, cluster, KeySet.Kinds(plain), KeySet.Hashes(plain)));

        // After the insert, so that a purchase that took one of the keys a moment ago is met too.
        batch.Add(new Sql(
            """
            INSERT INTO screening.cluster_links (tenant_id, cluster_id, other_id)
            SELECT DISTINCT $1, e.a, e.b FROM unnest($3::text[], $4::bytea[]) AS k(kind, hash)
            JOIN screening.cluster_keys c ON c.tenant_id = $1 AND c.kind = k.kind AND c.key_hash = k.hash AND c.cluster_id <> $2
            CROSS JOIN LATERAL (VALUES (c.cluster_id, $2), ($2, c.cluster_id)) AS e(a, b)
            ORDER BY 2, 3
            ON CONFLICT DO NOTHING
            """,
            tenantId, cluster, KeySet.Kinds(plain), KeySet.Hashes(plain)));

        // Last, and links in one order: purchases at the same moment take the same rows one after the other and never in a ring.
        if (hub.Count > 0)
        {
            batch.Add(new Sql(
                """
                DELETE FROM screening.cluster_keys c USING unnest($2::text[], $3::bytea[]) AS k(kind, hash)
                WHERE c.tenant_id = $1 AND c.kind = k.kind AND c.key_hash = k.hash
                """,
                tenantId, KeySet.Kinds(hub), KeySet.Hashes(hub)));
        }
    }
}
