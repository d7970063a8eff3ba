using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Bench.Simulation;

/// <summary>
/// Plays a world through the API of a test tenant: its clock moves on every three hours, the purchases of that time are
/// screened, and the outcomes that have become known are posted. Every purchase is let through, whatever the verdict, as a
/// shop does that tries a screening before it trusts it: otherwise nobody would learn how a refused one had ended.
/// </summary>
internal sealed class SimulatedTenant(TenantActor tenant, World world)
{
    /// <summary>A month after a bill was due it is known who does not pay; younger purchases are left out of the training.</summary>
    public const int MaturityDays = 51;

    private const int SlotsPerDay = 8;
    private const int Parallel = 8;
    private readonly Dictionary<Shop, string> _merchants = [];
    private readonly ConcurrentDictionary<SimulatedPurchase, ScreenedPurchase> _screened = new(ReferenceEqualityComparer.Instance);

    /// <param name="trainOn">The day on which the model is trained on what is known by then.</param>
    /// <param name="say">Progress.</param>
    public async Task<IReadOnlyList<ScreenedPurchase>> PlayAsync(double trainOn, Action<string> say)
    {
        foreach (Shop shop in Shops.All)
        {
            _merchants[shop] = (await tenant.PostAsync("/v1/merchants", new { name = shop.Name })).Expect(201).Id;
        }

        DateTimeOffset start = await FirstMidnightAsync();
        ILookup<int, SimulatedPurchase> bySlot = world.Purchases.ToLookup(purchase => SlotOf(purchase.Day));
        ILookup<int, (SimulatedPurchase Purchase, string Status)> told =
            world.Purchases.SelectMany(purchase => purchase.Told.Select(t => (purchase, t))).ToLookup(t => SlotOf(t.t.Day), t => (t.purchase, t.t.Status));
        int last = SlotOf(world.Days);
        for (int slot = 0; slot < last; slot++)
        {
            await tenant.AdvanceToAsync(start.AddDays((slot + 1.0) / SlotsPerDay));
            await EachAsync(bySlot[slot].GroupBy(purchase => purchase.Actor), async actor =>
            {
                foreach (SimulatedPurchase purchase in actor)
                {
                    _screened[purchase] = await ScreenAsync(purchase, start);
                }
            });
            await EachAsync(told[slot].GroupBy(t => t.Purchase), async words =>
            {
                foreach ((SimulatedPurchase purchase, string status) in words)
                {
                    (await tenant.PostAsync($"/v1/screenings/{_screened[purchase].Id}/outcome", new { status })).Expect(200);
                }
            });
            if (slot + 1 == (int)(trainOn * SlotsPerDay))
            {
                say(await TrainAsync());
            }

            if ((slot + 1) % (20 * SlotsPerDay) == 0)
            {
                say($"day {(slot + 1) / SlotsPerDay}: {_screened.Count:N0} purchases screened");
            }
        }

        return [.. world.Purchases.Select(purchase => _screened[purchase])];
    }

    private static int SlotOf(double day) => (int)(day * SlotsPerDay);

    private static Task EachAsync<T>(IEnumerable<T> items, Func<T, Task> act) => System.Threading.Tasks.Parallel.ForEachAsync(
        items, new ParallelOptions { MaxDegreeOfParallelism = Parallel }, async (item, _) => await act(item));

    /// <summary>The next midnight in Tokyo by the tenant's clock, which has stood still since onboarding.</summary>
    private async Task<DateTimeOffset> FirstMidnightAsync()
    {
        DateTimeOffset now = DateTimeOffset.Parse((await tenant.GetAsync("/v1/test_clock")).Expect(200).Member("now"));
        return new DateTimeOffset(now.ToOffset(TimeSpan.FromHours(9)).Date.AddDays(1), TimeSpan.FromHours(9));
    }

    private async Task<ScreenedPurchase> ScreenAsync(SimulatedPurchase purchase, DateTimeOffset start)
    {
        Answer answer = (await tenant.PostAsync("/v1/screenings", purchase.ToJson(_merchants[purchase.Shop], start))).Expect(201);
        JsonNode body = answer.Body;
        return new ScreenedPurchase(
            purchase,
            (string)body["id"]!,
            (string)body["verdict"]!,
            [.. body["reasons"]!.AsArray().Where(reason => (string?)reason!["toward"] is not null).Select(reason => new FiredRule((string?)reason!["rule"] ?? (string)reason["code"]!, (string)reason["toward"]!, (int)reason["points"]!))],
            (int)body["risk"]!,
            (string)body["model"]!,
            (int?)body["matched"]!["cluster"]?["size"] ?? 0,
            (int?)body["matched"]!["cluster"]?["bad"] ?? 0);
    }

    private async Task<string> TrainAsync()
    {
        Answer trained = await tenant.PostAsync("/v1/screening_models/train", new { maturity_days = MaturityDays }, key: "");
        if (trained.Code is "too_few_rows" or "too_few_bads" or "no_signal")
        {
            return $"no model yet, the baseline scores on: {trained.Member("detail")}";
        }

        trained.Expect(201);
        return $"{trained.Member("name")} learned from {trained["rows"]} purchases, {trained["bads"]} bad: {trained.Member("stage")}. {trained["reason"]}";
    }
}
