using System.Diagnostics;
using System.Text.Json.Nodes;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Bench;

/// <param name="Same">What pgbench makes of an order's rows in a second, before and after the API was measured.</param>
/// <param name="Idle">What the tenants cost while none of them orders.</param>
/// <param name="Floor">Milliseconds of the least durable transaction.</param>
/// <param name="One">One client.</param>
/// <param name="Half">At half of what 16 clients reach.</param>
/// <param name="Sixteen">16 clients, as fast as they are answered.</param>
internal sealed record MeasuredCredit(
    int Orders, int Tenants, long Bytes, double LoadSeconds, (double P50, double P99) Floor, double FloorPerSecond, double Same, IdleCost Idle, Measured One, Measured Half, Measured Sixteen);

/// <summary>One database with so many past orders and so many tenants that place orders in turn, and the credit check measured on it.</summary>
internal sealed class CreditStage(BenchOptions options, int orders, int tenants)
{
    private const int Clients = 16;

    public async Task<MeasuredCredit> RunAsync()
    {
        TestDatabase database = await TestDatabase.CreateAsync();
        string data = Directory.CreateTempSubdirectory("bnpl-bench-").FullName;
        try
        {
            await using ApiProcess api = await ApiProcess.StartAsync(options.Api, database.AppConnectionString, data);
            return await MeasureAsync(database, data, api);
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

    private async Task<MeasuredCredit> MeasureAsync(TestDatabase database, string data, ApiProcess api)
    {
        Progress.Say($"{orders:N0} past orders, {tenants:N0} measured tenants: onboarding");
        BenchTenants all = await BenchTenants.OnboardAsync(api, data, tenants, tenants == 1 ? BenchTenants.Silent : 0);
        Sender[] senders = [.. all.Measured.Select(shop => new Sender(shop.Client, new OrderRequests(shop.Merchant, full: true).Next))];

        // The rows of one real order are the pattern of all others.
        Answer pattern = (await all.First.Client.PostAsync("/v1/orders", JsonNode.Parse(senders[0].Next()))).Expect(201);
        ExpectAuthorized(pattern);
        using AdminDatabase admin = await AdminDatabase.OpenAsync(database.Name);
        RowPattern rows = await RowPattern.ReadAsync(admin, pattern.Id);

        Progress.Say("Loading");
        await DiskSpace.EnsureAsync(admin, orders);
        long started = Stopwatch.GetTimestamp();
        await PastOrders.LoadAsync(admin, rows, all, orders);
        await PastScreenings.LoadAsync(admin, rows, all, orders);
        await admin.SettleAsync();
        double loaded = Stopwatch.GetElapsedTime(started).TotalSeconds;
        long bytes = await admin.ScalarAsync<long>("SELECT pg_database_size(current_database())");

        // New tenants' first daily runs are not what is measured here.
        int backend = await admin.ScalarAsync<int>("SELECT pg_backend_pid()");
        IdleCost idle = await new IdleCost(api, backend).SettleAsync();
        Progress.Say($"Loaded in {loaded:N0} s; measuring");
        Pgbench pgbench = new(database, all.First.TenantId);
        string floorScript = await pgbench.FloorScriptAsync(admin);
        (double P50, double P99) floor = await DurableFloor.MeasureAsync(database, options.Seconds);
        double floorPerSecond = await pgbench.RunAsync(floorScript, Clients, options.Seconds);
        double before = await pgbench.RunAsync(pgbench.InsertScript(rows), Clients, options.Seconds);

        // Every tenant once, and every connection warm, before anything counts.
        HttpLoad load = new(senders, api, "/v1/orders", "\"status\":\"authorized\"", backend);
        await load.RunAsync(Clients, Math.Max(10, options.Seconds));
        Measured sixteen = await load.RunAsync(Clients, options.Seconds);
        Measured half = await load.RunAsync(Clients, options.Seconds, sixteen.PerSecond / 2);
        Measured one = await load.RunAsync(1, options.Seconds);
        double after = await pgbench.RunAsync(pgbench.InsertScript(rows), Clients, options.Seconds);
        return new MeasuredCredit(orders, tenants, bytes, loaded, floor, floorPerSecond, (before + after) / 2, idle, one, half, sixteen);
    }
}
