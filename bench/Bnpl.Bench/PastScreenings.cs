using System.Globalization;

namespace Bnpl.Bench;

/// <summary>
/// The screening rows of past orders: the screening, its keys, how it ended under each of them, and the cluster of its buyer,
/// one in fifty linked to another. Input and evidence are short placeholders: no request reads them, and sealed they would
/// only fill the disk. Everything else is as the product leaves it.
/// </summary>
internal static class PastScreenings
{
    private static readonly string[] s_tables = ["screening.screenings", "screening.screening_keys", "screening.key_outcomes", "screening.cluster_keys", "screening.cluster_links"];

    public static async Task LoadAsync(AdminDatabase admin, RowPattern pattern, BenchTenants tenants, int orders)
    {
        await admin.PrepareLoadAsync();
        await admin.ExecuteAsync(
            """
            CREATE UNLOGGED TABLE public.bench_past (
                number integer, tenant uuid, i bigint, buyer bigint, first boolean, at timestamptz, screening uuid, ordered uuid, cluster uuid);
            """);
        foreach ((int number, Guid tenant, int count) in PastOrders.Shares(tenants, orders))
        {
            int buyers = Math.Max(1, count / PastOrders.OrdersPerBuyer);
            await admin.ExecuteAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"""
                INSERT INTO public.bench_past
                SELECT {number}, '{tenant}', i, 1 + i % {buyers}, i <= {buyers}, at, pg_temp.id('{number}screening', i, at), pg_temp.id('{number}order', i, at),
                    pg_temp.id('{number}screening', 1 + (i - 1) % {buyers}, pg_temp.past(1 + (i - 1) % {buyers}, {count}))
                FROM generate_series(1, {count}) AS g (i) CROSS JOIN LATERAL (SELECT pg_temp.past(i, {count}) AS at) AS p
                """));
        }

        TableIndexes indexes = new(admin);
        await indexes.TakeAwayAsync(s_tables);
        foreach (PatternRow row in pattern.ScreeningRows)
        {
            await admin.ExecuteAsync(row.Insert((r, column) => Replaced(pattern, r, column), row.Table == "screening.cluster_keys" ? "public.bench_past p WHERE p.first" : "public.bench_past p"));
        }

        foreach (PatternRow key in pattern.ScreeningRows.Where(row => row.Table == "screening.screening_keys"))
        {
            string Value(string name) => key.Columns.Single(column => column.Name == name) is var column ? Replaced(pattern, key, column) ?? column.Literal : "";
            await admin.ExecuteAsync(
                $"""
                INSERT INTO screening.key_outcomes (tenant_id, kind, key_hash, screening_id, merchant_id, outcome, at)
                SELECT {Value("tenant_id")}, {Value("kind")}, {Value("key_hash")}, {Value("screening_id")}, {Value("merchant_id")}, 'paid', p.at + interval '15 days' FROM public.bench_past p
                """);
        }

        await admin.ExecuteAsync(
            """
            INSERT INTO screening.cluster_links (tenant_id, cluster_id, other_id)
            SELECT a.tenant, e.one, e.other FROM public.bench_past a JOIN public.bench_past b ON b.number = a.number AND b.i = a.i + 1 AND b.first
            CROSS JOIN LATERAL (VALUES (a.cluster, b.cluster), (b.cluster, a.cluster)) AS e (one, other)
            WHERE a.first AND a.i % 50 = 0
            """);
        await admin.ExecuteAsync("DROP TABLE public.bench_past");
        await indexes.RestoreAsync();
    }

    private static string? Replaced(RowPattern pattern, PatternRow row, PatternColumn column) => (row.Table, column.Name) switch
    {
        (_, "tenant_id") => "p.tenant",
        (_, "key_hash") => $"decode(md5(p.number || '{column.Value}|' || p.buyer), 'hex')",
        (_, "cluster_id") => "p.cluster",
        ("screening.screenings", "input" or "evidence") => @"'\x00'::bytea",
        // No model learns from copies of one row: those it does learn from get their features later.
        ("screening.screenings", "feature_version") => "0",
        ("screening.screenings", "outcome") => "'paid'",
        ("screening.screenings", "outcome_at") => "p.at + interval '15 days'",
        _ when pattern.IdOf(column) is { } what => what == "order" ? "p.ordered" : "p.screening",
        _ when column.Value is not null && column.Type == "timestamp with time zone" => "p.at",
        _ => null,
    };
}
