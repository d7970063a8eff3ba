using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Contracts.Screening;

namespace Bnpl.Screening.Facts;

/// <summary>The newest earlier purchases that share a key with this one, and by which keys: what a reviewer wants to see.</summary>
internal static class SimilarReads
{
    public const int Most = 20;
    private const int PerKey = 3;
    private static readonly HashSet<string> s_telling =
        ["phone", "email", "device", "address_k3", "address_k2", "name_address", "card", "ip_agent", "delivery", "near_phone", "near_email", "near_name"];

    private static readonly string s_sql = Select(again: false), s_again = Select(again: true);

    private static string Select(bool again) => string.Create(CultureInfo.InvariantCulture, $"""
        SELECT s.id, s.order_id, s.merchant_id, m.kinds, s.created_at, s.verdict, s.outcome
        FROM (SELECT r.screening_id, array_agg(DISTINCT r.kind ORDER BY r.kind) AS kinds
              FROM {KeySet.WantedRows}
              CROSS JOIN LATERAL (SELECT s.screening_id, s.kind FROM screening.screening_keys s
                  WHERE s.tenant_id = $1 AND s.kind = k.kind AND s.key_hash = k.hash AND s.at > $5 - interval '90 days' AND s.at <= $5{OwnScreenings.Aside(again, 6)}
                  ORDER BY s.at DESC LIMIT {PerKey}) r
              GROUP BY r.screening_id
              ORDER BY count(DISTINCT r.kind) DESC, r.screening_id DESC LIMIT {Most}) m
        JOIN screening.screenings s ON s.tenant_id = $1 AND s.id = m.screening_id
        ORDER BY cardinality(m.kinds) DESC, s.id DESC
        """);

    public static void Add(IReadBatch batch, Guid tenantId, KeySet keys, DateTimeOffset now, Guid? again, Action<IReadOnlyList<SimilarScreening>> done)
    {
        IReadOnlyList<IdentityKey> telling = keys.WantedOf(s_telling);
        batch.Add(
            new Sql(again is null ? s_sql : s_again, [tenantId, KeySet.Kinds(telling), KeySet.Hashes(telling), keys.Session, now, .. OwnScreenings.Arguments(again)]),
            async (reader, token) =>
            {
                List<SimilarScreening> rows = [];
                while (await reader.ReadAsync(token))
                {
                    rows.Add(new SimilarScreening(
                        reader.GetGuid(0),
                        reader.IsDBNull(1) ? null : reader.GetGuid(1),
                        reader.GetGuid(2),
                        reader.GetFieldValue<string[]>(3),
                        reader.GetFieldValue<DateTimeOffset>(4),
                        reader.GetString(5),
                        reader.IsDBNull(6) ? null : reader.GetString(6)));
                }

                done(rows);
            });
    }
}
