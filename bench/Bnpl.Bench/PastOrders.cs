using System.Globalization;

namespace Bnpl.Bench;

/// <summary>
/// Loads the past: tenants with about four orders a buyer, two years deep, all paid. Row-level security does not bind the
/// superuser who loads, nor are foreign keys checked, which are right by construction. What no request reads again (sealed
/// bodies, a decision's facts and rules) is a placeholder, so that a disk holds five million.
/// </summary>
internal static class PastOrders
{
    public const int OrdersPerBuyer = 4;
    private static readonly int[] s_shares = [60, 20, 10, 7, 3];

    /// <summary>Each tenant with its number and its share of the orders: five of very different size, or any other number of equal ones.</summary>
    public static IEnumerable<(int Number, Guid Tenant, int Count)> Shares(BenchTenants tenants, int orders) => tenants.All.Select((tenant, number) =>
        (number, tenant, tenants.All.Count == s_shares.Length ? (int)((long)orders * s_shares[number] / 100) : orders / tenants.All.Count));

    public static async Task LoadAsync(AdminDatabase admin, RowPattern pattern, BenchTenants tenants, int orders)
    {
        await admin.PrepareLoadAsync();
        foreach ((int number, Guid tenant, int count) in Shares(tenants, orders))
        {
            Replacement past = new(pattern, tenant, number, count);
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
            ("credit.orders", "body") or ("credit.buyers", "profile") => @"'\x00'::bytea",
            ("credit.decisions", "facts" or "rules") => "'{}'::jsonb",
            (_, "fanned_out_at") => Past("g.i"),
            (_, "key_hash") => string.Create(CultureInfo.InvariantCulture, $"decode(md5('{number}|{column.Value}|' || {buyer}), 'hex')"),
            (_, "id") when row.Table == "infra.events" => Id("event", "g.i"),
            _ when pattern.IdOf(column) is { } what => Id(what, what == "buyer" ? buyer : "g.i"),
            _ when column.Value is not null && column.Type == "timestamp with time zone" => Past("g.i"),
            _ => null,
        };

        private string Past(string i) => string.Create(CultureInfo.InvariantCulture, $"pg_temp.past({i}, {orders})");

        private string Id(string what, string i) => string.Create(CultureInfo.InvariantCulture, $"pg_temp.id('{number}{what}', {i}, {Past(i)})");
    }
}
