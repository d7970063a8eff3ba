using System.Text.Json.Nodes;

namespace Bnpl.Demo.Chapters;

/// <summary>The books balance, the other tenant sees nothing, and the audit trail is whole.</summary>
internal static class Closing
{
    public static async Task PlayAsync(Stage stage)
    {
        await BalanceAsync(stage);
        await IsolationAsync(stage);
    }

    private static async Task BalanceAsync(Stage stage)
    {
        Story story = stage.Story;
        story.Chapter("The books of あおぞら後払い");
        JsonNode trial = await stage.Aozora.GetAsync("/v1/ledger/trial_balance");
        foreach (JsonNode? account in trial["accounts"]!.AsArray())
        {
            story.Tell($"{Client.Text(account!, "code"),-28}{Story.Yen(Client.Number(account!, "debit")),14}{Story.Yen(Client.Number(account!, "credit")),14}   {Client.Text(account!, "name")}");
        }

        long debit = Client.Number(trial, "debit_total"), credit = Client.Number(trial, "credit_total");
        if (debit != credit || debit == 0)
        {
            throw new UnexpectedAnswer($"The trial balance is not in balance: {trial}");
        }

        story.Tell($"{"debit and credit",-28}{Story.Yen(debit),14}{Story.Yen(credit),14}   in balance");
        JsonNode events = await stage.Aozora.GetAsync("/v1/events?limit=200");
        JsonNode timeline = await stage.Aozora.GetAsync($"/v1/orders/{stage.Suzuki}/timeline");
        string[] types = [.. timeline["data"]!.AsArray().Select(entry => Client.Text(entry!, "type"))];
        story.Tell($"{events["data"]!.AsArray().Count} events were published. 鈴木 一郎's order: {string.Join(" → ", types)}.");
        JsonNode verified = await stage.Aozora.GetAsync("/v1/audit_events/verify");
        story.Tell($"The audit trail verifies: {(verified["ok"]!.GetValue<bool>() ? "ok" : throw new UnexpectedAnswer($"The audit chain is broken: {verified}"))}.");
    }

    private static async Task IsolationAsync(Stage stage)
    {
        Story story = stage.Story;
        story.Chapter("みどりペイ reaches for what is not its own");
        foreach (string path in stage.Paths)
        {
            await stage.Aozora.DownloadAsync(path);
            await stage.Midori.RefusedAsync(HttpMethod.Get, path, 404);
        }

        (string Path, object Body)[] moves =
        [
            ($"/v1/orders/{stage.Yamada}/cancel", new { reason = "他社" }),
            ($"/v1/orders/{stage.Yamada}/shipments", new { shipped_on = Story.Day(await stage.NowAsync()), parcels = new[] { new { carrier = "other", tracking_no = "1" } } }),
            ($"/v1/reviews/{stage.Sato}/claim", new { }),
        ];
        foreach ((string path, object body) in moves)
        {
            await stage.Midori.RefusedAsync(HttpMethod.Post, path, 404, body);
        }

        JsonNode own = await stage.Midori.GetAsync("/v1/orders");
        story.Tell($"{stage.Paths.Count} reads and {moves.Length} moves with あおぞら's ids: 404 each time, as if they did not exist.");
        story.Tell($"Its own list of orders: {own["data"]!.AsArray().Count} entries.");
    }
}
