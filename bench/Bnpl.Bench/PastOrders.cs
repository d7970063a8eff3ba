using System.Globalization;

namespace Bnpl.Bench;

/// <summary>
/// Loads the past: several tenants of very different size, about four orders a buyer, two years deep, all paid. Row-level
/// security does not bind the superuser who loads, nor are foreign keys checked, which are right by construction.
/// </summary>
internal static class PastOrders
{
    private const int OrdersPerBuyer = 4;
    private static readonly int[] s_shares = [60, 20, 10, 7, 3];

    public static async Task LoadAsync(AdminDatabase admin, RowPattern pattern, BenchTenant live, int orders)
    {
        await admin.ExecuteAsync(
            """
            SET session_replication_role = replica;
            SET synchronous_commit = off;
            SET maintenance_work_mem = '256MB';
            CREATE FUNCTION pg_temp.past(i bigint, orders bigint) RETURNS timestamptz LANGUAGE sql STABLE AS
            $$ SELECT date_trunc('second', now()) - interval '2 days' - (orders - i) * (interval '730 days' / orders) $$;
            CREATE FUNCTION pg_temp.id(what text, i bigint, at timestamptz) RETURNS uuid LANGUAGE sql STABLE AS
            $$ SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(m, 1, 3) || '8' || substr(m, 4, 15))::uuid FROM (SELECT md5(what || i) AS m) AS t $$;
            """);
        Guid[] tenants = [live.TenantId, .. live.OtherTenants];
        for (int t = 0; t < tenants.Length; t++)
        {
            int count = (int)((long)orders * s_shares[t] / 100);
            Replacement past = new(pattern, tenants[t], t, count);
            foreach (PatternRow row in pattern.BuyerRows)
            {
                await admin.ExecuteAsync(row.Insert(past.OfBuyer, Series(Math.Max(1, count / OrdersPerBuyer))));
            }

            foreach (PatternRow row in pattern.OrderRows)
            {
                // Events are kept for 90 of the 730 days.
                int first = row.Table == "infra.events" ? count - (count * 90 / 730) : 1;
                await admin.ExecuteAsync(row.Insert(past.OfOrder, Series(count, first)));
            }
        }

        await admin.ExecuteAsync("SET session_replication_role = origin; SET synchronous_commit = on;");
        await admin.ExecuteAsync("VACUUM (ANALYZE)");
        await admin.ExecuteAsync("CHECKPOINT");
    }

    private static string Series(int last, int first = 1) => string.Create(CultureInfo.InvariantCulture, $"generate_series({first}, {last}) AS g (i)");

    private sealed class Replacement(RowPattern pattern, Guid tenant, int number, int orders)
    {
        private readonly string _tenant = $"'{tenant}'::uuid";
        private readonly string _buyer = string.Create(CultureInfo.InvariantCulture, $"(1 + g.i % {Math.Max(1, orders / OrdersPerBuyer)})");

        public string? OfBuyer(PatternRow row, PatternColumn column) => Of(row, column, "g.i");

        public string? OfOrder(PatternRow row, PatternColumn column) => Of(row, column, _buyer);

        private string? Of(PatternRow row, PatternColumn column, string buyer) => (row.Table, column.Name) switch
        {
            (_, "tenant_id") => _tenant,
            ("credit.buyers", "open_amount") => "0",
            ("credit.buyers", "orders" or "orders_authorized" or "orders_paid") => string.Create(CultureInfo.InvariantCulture, $"{OrdersPerBuyer}"),
            ("credit.orders", "status") => "'completed'",
            ("credit.orders", "amount_shipped") => "12980",
            ("credit.orders", "limit_held") => "0",
            ("credit.orders", "merchant_order_no") => "'P-' || g.i",
            (_, "fanned_out_at") => Past("g.i"),
            (_, "key_hash") => string.Create(CultureInfo.InvariantCulture, $"decode(md5('{number}|{column.Value}|' || {buyer}), 'hex')"),
            (_, "id") when row.Table == "infra.events" => Id("event", "g.i"),
            _ when column.Value == pattern.Order.ToString() => Id("order", "g.i"),
            _ when column.Value == pattern.Buyer.ToString() => Id("buyer", buyer),
            _ when column.Value == pattern.Decision.ToString() => Id("decision", "g.i"),
            _ when column.Value == pattern.Screening.ToString() => Id("screening", "g.i"),
            _ when column.Value is not null && column.Type == "timestamp with time zone" => Past("g.i"),
            _ => null,
        };

        private string Past(string i) => string.Create(CultureInfo.InvariantCulture, $"pg_temp.past({i}, {orders})");

        private string Id(string what, string i) => string.Create(CultureInfo.InvariantCulture, $"pg_temp.id('{number}{what}', {i}, {Past(i)})");
    }
}
