using System.Text.Json.Nodes;

namespace Bnpl.Demo.Chapters;

/// <summary>Five purchases: three are approved at once, one after a look by a human, one is declined.</summary>
internal static class Orders
{
    public static async Task PlayAsync(Stage stage)
    {
        Story story = stage.Story;
        story.Chapter("Five buyers order now and want to pay later");

        JsonNode yamada = await PlaceAsync(
            stage, stage.Florist, "S-1001", Buyers.Yamada, new { name = "季節の花束", quantity = 2, unit_price = 5_940, tax_rate = "0.10" },
            new { name = "送料", kind = "shipping", quantity = 1, unit_price = 1_100, tax_rate = "0.10" });
        stage.Yamada = Expect(yamada, "authorized");

        JsonNode sato = await PlaceAsync(
            stage, stage.Bookshop, "M-2001", Buyers.Sato, new { name = "日本の植物図鑑", quantity = 1, unit_price = 7_480, tax_rate = "0.10" });
        stage.Sato = Expect(sato, "on_hold");
        story.Tell($"   why: {Reasons(sato)}; the shop may tell the buyer: {Client.Text(sato, "decision.buyer_message")}");

        JsonNode takahashi = await PlaceAsync(
            stage, stage.Bookshop, "M-2002", Buyers.Takahashi, new { name = "万葉集 上", quantity = 1, unit_price = 4_400, tax_rate = "0.10" },
            new { name = "抹茶羊羹", quantity = 2, unit_price = 1_620, tax_rate = "0.08" });
        stage.Takahashi = Expect(takahashi, "authorized");

        JsonNode suzuki = await PlaceAsync(
            stage, stage.Florist, "S-1002", Buyers.Suzuki, new { name = "胡蝶蘭 二本立ち", quantity = 1, unit_price = 19_800, tax_rate = "0.10" });
        stage.Suzuki = Expect(suzuki, "authorized");

        JsonNode tanaka = await PlaceAsync(
            stage, stage.Florist, "S-1003", Buyers.Tanaka, new { name = "開店祝いスタンド花", quantity = 4, unit_price = 33_000, tax_rate = "0.10" });
        Expect(tanaka, "declined");
        story.Tell($"   why: {Reasons(tanaka)} — an answer like any other (201), not an error.");

        await ReviewAsync(stage);
    }

    private static async Task ReviewAsync(Stage stage)
    {
        JsonNode queue = await stage.Reviewer.GetAsync("/v1/reviews?status=open");
        stage.Story.Tell($"小林 opens the review queue: {queue["data"]!.AsArray().Count} order waits until {Client.Text(queue, "data.0.deadline_at")}.");
        await stage.Reviewer.PostAsync($"/v1/reviews/{stage.Sato}/claim", new { }, 200);
        await stage.Reviewer.PostAsync($"/v1/reviews/{stage.Sato}/decide", new { result = "approved", note = "電話で番地を確認しました。" }, 200);
        JsonNode order = await stage.Reviewer.GetAsync($"/v1/orders/{stage.Sato}");
        stage.Story.Tell($"小林 telephones, notes what was said and approves: {stage.Sato} is now {Expect(order, "authorized", "status")}.");
    }

    private static async Task<JsonNode> PlaceAsync(Stage stage, string merchant, string number, Buyer buyer, params object[] lines)
    {
        JsonArray priced = new([.. lines.Select(line => System.Text.Json.JsonSerializer.SerializeToNode(line))]);
        long amount = priced.Sum(line => (int)line!["quantity"]! * (int)line["unit_price"]!);
        JsonNode order = await stage.Aozora.PostAsync("/v1/orders", new
        {
            merchant,
            merchant_order_no = number,
            currency = "JPY",
            amount,
            payment_plan = "lump_sum",
            lines = priced,
            buyer = buyer.ToRequest(),
            deliveries = new[] { new { same_as_buyer = true } },
            invoice = new { delivery = "email" },
        });
        string id = Client.Text(order, "id");
        stage.Paths.AddRange([$"/v1/orders/{id}", $"/v1/orders/{id}/decisions", $"/v1/orders/{id}/timeline"]);
        stage.Story.Tell($"{buyer.Name} orders {priced[0]!["name"]} for {Story.Yen(amount)}: {Client.Text(order, "status")}  ({id})");
        return order;
    }

    /// <summary>The order's id, or another member of it, when it has come to this status.</summary>
    private static string Expect(JsonNode order, string status, string member = "id") => Client.Text(order, "status") == status
        ? Client.Text(order, member)
        : throw new UnexpectedAnswer($"Order {Client.Text(order, "id")} is {Client.Text(order, "status")}, expected {status}: {order["decision"]}");

    private static string Reasons(JsonNode order) => string.Join(", ", order["decision"]!["reasons"]!.AsArray().Select(reason => Client.Text(reason!, "code")));
}
