using System.Globalization;
using System.Text.Json.Nodes;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Bench.Screening;

/// <param name="What">The request that was measured.</param>
/// <param name="Trips">Round trips to the database; 0 where they were not counted.</param>
/// <param name="Same">What pgbench makes of the same rows in a second.</param>
/// <param name="One">One client.</param>
/// <param name="Half">At half of what 16 clients reach.</param>
/// <param name="Sixteen">16 clients, as fast as they are answered.</param>
internal sealed record MeasuredRequest(string What, int Trips, double Same, Measured One, Measured? Half, Measured Sixteen);

/// <summary>What was measured on a database with so many past orders.</summary>
internal sealed record MeasuredStage(
    int Orders, int Negatives, long Bytes, double LoadSeconds, string Model, string Policy, (double P50, double P99) Floor, double FloorPerSecond, IReadOnlyList<MeasuredRequest> Requests);

/// <summary>One database with a past, a list, a policy of 200 rules and a trained model, and the two requests measured on it.</summary>
internal sealed class ScreeningStage(BenchOptions options, int orders, int negatives, bool brief)
{
    private const int Rules = 200;

    // Only the screening tables need the whole past: the others are read by keys of their own, and credit's bench has them.
    private const int MostCreditOrders = 100_000;

    private int Seconds => brief ? Math.Max(3, options.Seconds / 3) : options.Seconds;

    public async Task<MeasuredStage> RunAsync()
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

    private async Task<MeasuredStage> MeasureAsync(TestDatabase database, string data, ApiProcess api)
    {
        BenchTenants tenants = await BenchTenants.OnboardAsync(api, data);
        BenchShop live = tenants.First;
        OrderRequests requests = new(live.Merchant, full: true);
        using AdminDatabase admin = await AdminDatabase.OpenAsync(database.Name);
        Answer order = (await live.Client.PostAsync("/v1/orders", JsonNode.Parse(requests.Next()))).Expect(201);
        CreditStage.ExpectAuthorized(order);
        Answer screening = (await live.Client.PostAsync("/v1/screenings", JsonNode.Parse(requests.NextScreening()))).Expect(201);
        RowPattern ofOrder = await RowPattern.ReadAsync(admin, order.Id), ofScreening = await RowPattern.ReadScreeningAsync(admin, screening.Id);

        Progress.Say($"Loading {orders:N0} past screenings ({Math.Min(orders, MostCreditOrders):N0} with their orders) and {negatives:N0} negatives");
        await DiskSpace.EnsureAsync(admin, orders);
        long started = System.Diagnostics.Stopwatch.GetTimestamp();
        await PastOrders.LoadAsync(admin, ofOrder, tenants, Math.Min(orders, MostCreditOrders));
        await PastScreenings.LoadAsync(admin, ofOrder, tenants, orders);
        await PastNegatives.LoadAsync(admin, live.Client, negatives);
        string model = await TrainedModel.PutAsync(admin, live);
        (await live.Client.PutAsync("/v1/screening_policies/bench", BenchPolicy.Json(BenchPolicy.Document(Rules)))).Expect(200);
        await admin.SettleAsync();
        double loaded = System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds;
        long bytes = await admin.ScalarAsync<long>("SELECT pg_database_size(current_database())");
        Progress.Say($"Loaded in {loaded:N0} s");

        Pgbench pgbench = new(database, live.TenantId);
        string floorScript = await pgbench.FloorScriptAsync(admin);
        (double P50, double P99) floor = await DurableFloor.MeasureAsync(database, Seconds);
        double floorPerSecond = await pgbench.RunAsync(floorScript, 16, Seconds);
        (int ofOrders, int ofScreenings) = await TripsAsync(database, data, api, live, requests);
        int backend = await admin.ScalarAsync<int>("SELECT pg_backend_pid()");
        HttpLoad screenings = new([new Sender(live.Client, requests.NextScreening)], api, "/v1/screenings", "\"policy\":\"bench\"", backend);
        HttpLoad checks = new([new Sender(live.Client, requests.Next)], api, "/v1/orders", "\"status\":\"authorized\"", backend);
        await checks.RunAsync(16, Math.Min(5, Seconds));
        return new MeasuredStage(
            orders, negatives, bytes, loaded, model, string.Create(CultureInfo.InvariantCulture, $"{Rules} rules"), floor, floorPerSecond,
            [
                await MeasureAsync("screening by itself", ofScreenings, screenings, pgbench, ofScreening),
                await MeasureAsync("credit check with its screening", ofOrders, checks, pgbench, ofOrder),
            ]);
    }

    private async Task<MeasuredRequest> MeasureAsync(string what, int trips, HttpLoad load, Pgbench pgbench, RowPattern rows)
    {
        Progress.Say($"Measuring: {what}");
        double before = await pgbench.RunAsync(pgbench.InsertScript(rows), 16, Seconds);
        Measured one = await load.RunAsync(1, Seconds), sixteen = await load.RunAsync(16, Seconds);
        Measured? half = brief ? null : await load.RunAsync(16, Seconds, sixteen.PerSecond / 2);
        double after = await pgbench.RunAsync(pgbench.InsertScript(rows), 16, Seconds);
        return new MeasuredRequest(what, trips, (before + after) / 2, one, half, sixteen);
    }

    private async Task<(int Orders, int Screenings)> TripsAsync(TestDatabase database, string data, ApiProcess api, BenchShop live, OrderRequests requests)
    {
        if (brief)
        {
            return (0, 0);
        }

        await using RoundTrips trips = await RoundTrips.StartAsync(database, data, api.Url);
        return (await trips.CountAsync(live.Client, "/v1/orders", requests.Next), await trips.CountAsync(live.Client, "/v1/screenings", requests.NextScreening));
    }
}
