using System.Diagnostics;
using System.Text.Json.Nodes;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Bench.Simulation;

/// <summary>
/// Do rules, graph and model catch more bad debt than rules alone while the same share of purchases is approved? Several
/// worlds are played, each at a tenant of its own; the model learns from what is known on day 115, and the purchases from
/// day 116 on are the test.
/// </summary>
internal static class SimulationBench
{
    private const double TrainOn = 115;
    private const double TestFrom = 116;
    private const int FullPurchases = 15_000;
    private const int SmallPurchases = 4_000;

    public static async Task RunAsync(BenchOptions options)
    {
        TestDatabase database = await TestDatabase.CreateAsync();
        string data = Directory.CreateTempSubdirectory("bnpl-bench-").FullName;
        try
        {
            await using ApiProcess api = await ApiProcess.StartAsync(options.Api, database.AppConnectionString, data);
            using HttpClient http = new() { BaseAddress = api.Url, Timeout = TimeSpan.FromMinutes(10) };
            JsonNode file = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(data, "platform-client.json")))!;
            ApiClient platform = new(http, (string)file["issuer"]!, (string)file["client_id"]!, (string)file["client_secret"]!);

            List<PlayedWorld> played = [];
            for (int seed = 1; seed <= options.Seeds; seed++)
            {
                long started = Stopwatch.GetTimestamp();
                World world = World.Generate(seed, options.Small ? SmallPurchases : FullPurchases);
                string name = $"world {seed} of {options.Seeds}";
                Say($"{name}: {world.Purchases.Count:N0} purchases over {world.Days} days");
                Answer onboarded = (await platform.PostAsync("/v1/platform/tenants", new { slug = $"world-{seed}", name = "模擬", mode = "test", plan = "standard" })).Expect(201);
                ApiClient client = new(http, onboarded.Member("issuer"), onboarded.Member("client.client_id"), onboarded.Member("client.client_secret"));
                SimulatedTenant tenant = new(new TenantActor(onboarded.Id, $"world-{seed}", client.Issuer, client), world);
                IReadOnlyList<ScreenedPurchase> screened = await tenant.PlayAsync(TrainOn, word => Say($"{name}: {word}"));
                await WriteAsync(options.Csv, seed, screened);
                IReadOnlyList<ScreenedPurchase> known = [.. screened.Where(s => s.Purchase.Day < TrainOn - SimulatedTenant.MaturityDays)];
                played.Add(new PlayedWorld(world, [.. screened.Where(s => s.Purchase.Day >= TestFrom)], Arm.Of(known)));
                Say($"{name}: done in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
            }

            SimulationReport.Print(played);
        }
        finally
        {
            await database.DisposeAsync();
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task WriteAsync(string? file, int seed, IReadOnlyList<ScreenedPurchase> screened)
    {
        if (file is null)
        {
            return;
        }

        if (seed == 1)
        {
            await File.WriteAllTextAsync(file, "seed,day,actor,identity,kind,living,ending,amount,verdict,risk,model,cluster_size,cluster_bad,rules\n");
        }

        await File.AppendAllLinesAsync(file, screened.Select(s => FormattableString.Invariant(
            $"{seed},{s.Purchase.Day:F3},{s.Purchase.Actor},{s.Purchase.Identity},{s.Purchase.Kind},{s.Purchase.Living},{s.Purchase.Ending},{s.Purchase.Form.Amount},{s.Verdict},{s.Risk},{s.Model},{s.ClusterSize},{s.ClusterBad},{string.Join(' ', s.Fired.Select(f => f.Rule))}")));
    }

    private static void Say(string step) => Console.Error.WriteLine($"→ {step}");
}
