using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Contracts.Screening;

namespace Bnpl.Screening.Facts;

/// <summary>Counts earlier purchases by key: one index range per key, cut off at <see cref="Cap"/> rows, however long the history.</summary>
internal static class KeyActivityReads
{
    /// <summary>Beyond this many rows a key is simply "often".</summary>
    public const int Cap = 200;

    private static readonly string s_sql = Select(again: false), s_again = Select(again: true);

    private static string Select(bool again) => string.Create(CultureInfo.InvariantCulture, $"""
        SELECT k.kind, k.n, r.m10, r.h1, r.d1, r.d7, r.d30, r.d90, r.merchants_d1, r.merchants_d30, r.names, r.largest, r.mean
        FROM {KeySet.WantedRows}
        CROSS JOIN LATERAL (
            SELECT count(*) FILTER (WHERE at > $5 - interval '10 minutes')::int AS m10,
                   count(*) FILTER (WHERE at > $5 - interval '1 hour')::int AS h1,
                   count(*) FILTER (WHERE at > $5 - interval '1 day')::int AS d1,
                   count(*) FILTER (WHERE at > $5 - interval '7 days')::int AS d7,
                   count(*) FILTER (WHERE at > $5 - interval '30 days')::int AS d30,
                   count(*)::int AS d90,
                   count(DISTINCT merchant_id) FILTER (WHERE at > $5 - interval '1 day')::int AS merchants_d1,
                   count(DISTINCT merchant_id) FILTER (WHERE at > $5 - interval '30 days')::int AS merchants_d30,
                   count(DISTINCT name_hash)::int AS names,
                   coalesce(max(amount), 0) AS largest,
                   coalesce(sum(amount) / count(*), 0)::bigint AS mean
            FROM (SELECT s.at, s.merchant_id, s.name_hash, s.amount FROM screening.screening_keys s
                  WHERE s.tenant_id = $1 AND s.kind = k.kind AND s.key_hash = k.hash AND s.at > $5 - interval '90 days' AND s.at <= $5{OwnScreenings.Aside(again, 6)}
                  ORDER BY s.at DESC LIMIT {Cap}) recent
            HAVING count(*) > 0) r
        """);

    public static void Add(IReadBatch batch, Guid tenantId, KeySet keys, DateTimeOffset now, Guid? again, Action<IReadOnlyList<KeyActivity>> done)
    {
        List<(int Key, KeyActivity Activity)> rows = [];
        batch.Add(
            new Sql(again is null ? s_sql : s_again, [tenantId, KeySet.Kinds(keys.Wanted), KeySet.Hashes(keys.Wanted), keys.Session, now, .. OwnScreenings.Arguments(again)]),
            async (reader, token) =>
            {
                while (await reader.ReadAsync(token))
                {
                    rows.Add((
                        reader.GetInt32(1) - 1,
                        new KeyActivity(
                            reader.GetString(0), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5), reader.GetInt32(6), reader.GetInt32(7),
                            reader.GetInt32(8), reader.GetInt32(9), reader.GetInt32(10), reader.GetInt64(11), reader.GetInt64(12))));
                }

                done(Combine(keys.Wanted, rows));
            });
    }

    /// <summary>A row was written under one key version only, so versions add up; it was written under each text of a name, so texts do not.</summary>
    private static List<KeyActivity> Combine(IReadOnlyList<IdentityKey> keys, List<(int Key, KeyActivity Activity)> rows)
    {
        int texts = keys.Count == 0 ? 1 : keys.Count / keys.Select(key => key.KeyVersion).Distinct().Count();
        return
        [
            .. rows.GroupBy(row => row.Key % texts)
                .Select(versions => versions.Select(row => row.Activity).Aggregate(Sum))
                .GroupBy(activity => activity.Kind)
                .Select(kind => kind.Aggregate(Larger)),
        ];
    }

    private static KeyActivity Sum(KeyActivity a, KeyActivity b) => new(
        a.Kind, a.M10 + b.M10, a.H1 + b.H1, a.D1 + b.D1, a.D7 + b.D7, a.D30 + b.D30, a.D90 + b.D90,
        Math.Max(a.MerchantsD1, b.MerchantsD1), Math.Max(a.MerchantsD30, b.MerchantsD30), Math.Max(a.NamesD90, b.NamesD90),
        Math.Max(a.LargestD90, b.LargestD90), ((a.MeanD90 * a.D90) + (b.MeanD90 * b.D90)) / (a.D90 + b.D90));

    private static KeyActivity Larger(KeyActivity a, KeyActivity b) => new(
        a.Kind, Math.Max(a.M10, b.M10), Math.Max(a.H1, b.H1), Math.Max(a.D1, b.D1), Math.Max(a.D7, b.D7), Math.Max(a.D30, b.D30), Math.Max(a.D90, b.D90),
        Math.Max(a.MerchantsD1, b.MerchantsD1), Math.Max(a.MerchantsD30, b.MerchantsD30), Math.Max(a.NamesD90, b.NamesD90),
        Math.Max(a.LargestD90, b.LargestD90), Math.Max(a.MeanD90, b.MeanD90));
}
