using System.Globalization;
using System.Text.Json.Nodes;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Bench;

/// <summary>
/// Credit checks a second over HTTP against one PostgreSQL with a past, beside pgbench doing the same inserts on the same
/// database in the same run. Compare the ratio between machines, not the numbers.
/// </summary>
internal static class CreditBench
{
    private static readonly int[] s_clients = [1, 8, 16];

    public static async Task RunAsync(BenchOptions options)
    {
        Say("Cloning a migrated database");
        TestDatabase database = await TestDatabase.CreateAsync();
        string data = Directory.CreateTempSubdirectory("bnpl-bench-").FullName;
        try
        {
            await using ApiProcess api = await ApiProcess.StartAsync(options.Api, database.AppConnectionString, data);
            BenchTenant live = await BenchTenant.OnboardAsync(api, data);
            OrderRequests requests = new(live.Merchant);

            Say("Placing one order, whose rows are the pattern of all others");
            Answer pattern = (await live.Client.PostAsync("/v1/orders", JsonNode.Parse(requests.Next()))).Expect(201);
            ExpectAuthorized(pattern);
            using AdminDatabase admin = await AdminDatabase.OpenAsync(database.Name);
            RowPattern rows = await RowPattern.ReadAsync(admin, pattern.Id);

            Say($"Loading {options.Orders:N0} past orders of {BenchTenant.Others + 1} tenants");
            await PastOrders.LoadAsync(admin, rows, live, options.Orders);
            await PastScreenings.LoadAsync(admin, rows, live, options.Orders);
            await admin.SettleAsync();
            long bytes = await admin.ScalarAsync<long>("SELECT pg_database_size(current_database())");

            Pgbench pgbench = new(database, live.TenantId);
            Say("Measuring the machine: one-row durable commits");
            double floor = await pgbench.RunAsync(await pgbench.FloorScriptAsync(admin), 16, options.Seconds);
            Say("Measuring pgbench doing an order's inserts");
            double same = await pgbench.RunAsync(pgbench.InsertScript(rows), 16, options.Seconds);

            List<Measured> measured = [];
            HttpLoad load = new(live.Client, api, "/v1/orders", requests.Next, "\"status\":\"authorized\"", await admin.ScalarAsync<int>("SELECT pg_backend_pid()"));
            await load.RunAsync(clients: 16, seconds: Math.Min(5, options.Seconds));
            foreach (int clients in s_clients)
            {
                Say($"Measuring credit checks, {clients} clients");
                measured.Add(await load.RunAsync(clients, options.Seconds));
            }

            double again = await pgbench.RunAsync(pgbench.InsertScript(rows), 16, options.Seconds);
            Print(options, bytes, floor, (same + again) / 2, measured);
        }
        finally
        {
            await database.DisposeAsync();
            Directory.Delete(data, recursive: true);
        }
    }

    internal static void ExpectAuthorized(Answer order)
    {
        if (order.Member("status") != "authorized")
        {
            throw new InvalidOperationException($"The benchmark's order was not approved: {order.Text}");
        }
    }

    private static void Print(BenchOptions options, long bytes, double floor, double same, List<Measured> measured)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{options.Orders:N0} past orders, {bytes / 1024.0 / 1024 / 1024:F1} GiB, {Environment.ProcessorCount} cores, {options.Seconds} s each\n"));
        Console.WriteLine("| what | per second | of pgbench | p50 ms | p99 ms | API µs CPU | PostgreSQL µs CPU |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| pgbench: one-row durable commit, 16 clients | {floor:N0} | | | | | |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| pgbench: an order's inserts, one pipeline, 16 clients | {same:N0} | 100 % | | | | |"));
        foreach (Measured m in measured)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| credit checks over HTTP, {m.Clients} clients | {m.PerSecond:N0} | {100 * m.PerSecond / same:F0} % | {m.P50:F1} | {m.P99:F1} | {m.ApiMicroseconds:N0} | {m.DatabaseMicroseconds:N0} |"));
        }

        Measured best = measured.MaxBy(m => m.PerSecond)!;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nratio {best.PerSecond / same:F2} of pgbench doing the same inserts ({best.Clients} clients)"));
    }

    private static void Say(string step) => Console.Error.WriteLine($"→ {step}");
}
