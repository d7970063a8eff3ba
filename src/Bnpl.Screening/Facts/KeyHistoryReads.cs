using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Contracts.Screening;

namespace Bnpl.Screening.Facts;

/// <summary>How earlier purchases under the keys that mean one person ended.</summary>
internal static class KeyHistoryReads
{
    private const int Cap = 50;
    /// <summary>Outcomes are kept under these kinds and read under these.</summary>
    public static readonly IReadOnlySet<string> Kinds = new HashSet<string> { "phone", "email", "device", "address_k3", "name_address", "card" };

    private static readonly string s_sql = string.Create(CultureInfo.InvariantCulture, $"""
        SELECT k.kind, r.paid, r.overdue, r.bad_debt, r.returned, r.fraud
        FROM {KeySet.WantedRows}
        CROSS JOIN LATERAL (
            SELECT count(*) FILTER (WHERE outcome IN ('paid', 'legitimate'))::int AS paid,
                   count(*) FILTER (WHERE outcome = 'overdue')::int AS overdue,
                   count(*) FILTER (WHERE outcome = 'bad_debt')::int AS bad_debt,
                   count(*) FILTER (WHERE outcome = 'returned')::int AS returned,
                   count(*) FILTER (WHERE outcome IN ('fraud', 'chargeback'))::int AS fraud
            FROM (SELECT o.outcome FROM screening.key_outcomes o
                  WHERE o.tenant_id = $1 AND o.kind = k.kind AND o.key_hash = k.hash AND (NOT o.of_merchant OR o.merchant_id = $5)
                  ORDER BY o.screening_id DESC LIMIT {Cap}) newest
            HAVING count(*) > 0) r
        """);

    public static void Add(IReadBatch batch, Guid tenantId, Guid merchantId, KeySet keys, Action<IReadOnlyList<KeyHistory>> done)
    {
        IReadOnlyList<IdentityKey> personal = keys.WantedOf(Kinds);
        batch.Add(
            new Sql(s_sql, tenantId, KeySet.Kinds(personal), KeySet.Hashes(personal), keys.Session, merchantId),
            async (reader, token) =>
            {
                List<KeyHistory> rows = [];
                while (await reader.ReadAsync(token))
                {
                    rows.Add(new KeyHistory(reader.GetString(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5)));
                }

                done([.. rows.GroupBy(row => row.Kind).Select(kind => kind.Aggregate(Larger))]);
            });
    }

    private static KeyHistory Larger(KeyHistory a, KeyHistory b) => new(
        a.Kind, Math.Max(a.Paid, b.Paid), Math.Max(a.Overdue, b.Overdue), Math.Max(a.BadDebt, b.BadDebt), Math.Max(a.Returned, b.Returned), Math.Max(a.Fraud, b.Fraud));
}
