using System.Text.Json.Nodes;

namespace Bnpl.Demo.Chapters;

/// <summary>One pair of hands under three names; an outcome that teaches; a rule that is tried on the past before it counts.</summary>
internal static class Screening
{
    private static readonly Buyer s_first = new("中村 健一", "ナカムラ ケンイチ", "090-3344-5501", "k.nakamura@example.jp", "160-0022", "東京都", "新宿区", "新宿3丁目17番5号 201号室");
    private static readonly Buyer s_second = new("小川 誠", "オガワ マコト", "０９０－３３４４－５５０１", "ogawa.makoto@example.jp", "171-0022", "東京都", "豊島区", "南池袋一丁目28番1号");
    private static readonly Buyer s_third = new("石田 拓也", "コバヤシ サクラ", "080-9911-2207", "ogawa.makoto@example.jp", "164-0001", "東京都", "中野区", "中野5の52の15");

    public static async Task PlayAsync(Stage stage)
    {
        Story story = stage.Story;
        story.Chapter("Who is ordering? One pair of hands under three names");
        string first = Client.Text(await PlaceAsync(stage, s_first, 24_800), "id");
        JsonNode second = await PlaceAsync(stage, s_second, 26_400);
        story.Tell($"   its telephone was written otherwise, and is the same: {Similar(second)}");

        await stage.Aozora.PostAsync($"/v1/screenings/{first}/outcome", new { status = "fraud" }, 200);
        story.Tell("中村's purchase turns out to be fraud, and the shop says so.");
        JsonNode third = await PlaceAsync(stage, s_third, 29_800);
        foreach (JsonNode? reason in third["reasons"]!.AsArray())
        {
            story.Tell($"   {Client.Number(reason!, "points"),3} toward {Client.Text(reason!, "toward")}: {Client.Text(reason!, "code")} — {Client.Text(reason!, "message")}");
        }

        story.Tell($"   no key of the fraud itself is here, only a mailbox of a purchase that shared its telephone: cluster of {third["matched"]!["cluster"]!["size"]}, {third["matched"]!["cluster"]!["bad"]} bad.");
        JsonNode replay = await stage.Aozora.PostAsync($"/v1/screenings/{Client.Text(third, "id")}/replay", new { }, 200);
        story.Tell($"Judged again from what was stored: {(replay["identical"]!.GetValue<bool>() ? "identical" : throw new UnexpectedAnswer($"The replay differs: {replay}"))}.");
        await TuneAsync(stage);
    }

    private static async Task TuneAsync(Stage stage)
    {
        Story story = stage.Story;
        JsonNode starter = await stage.Aozora.GetAsync("/v1/screening_policies/card");
        JsonArray rules = starter["rules"]!.DeepClone().AsArray();
        rules.Add(new JsonObject
        {
            ["code"] = "ring_buys_dear",
            ["when"] = "cluster.bad >= 1 and order.amount >= 20000",
            ["toward"] = "ng",
            ["points"] = 100,
            ["message"] = "不正のあった取引と関連する高額の注文です。",
        });
        JsonObject candidate = new() { ["name"] = "カード（高額の関連注文を拒否）", ["rules"] = rules };
        string today = Story.Day(await stage.NowAsync());
        JsonNode tested = await stage.Aozora.PostAsync("/v1/screening_policies/card/backtest", new { candidate, from = today, to = today }, 200);
        story.Tell($"An analyst writes a rule, cluster.bad >= 1 and order.amount >= 20000, and tries it on the past: {tested["table"]!["screenings"]} judged again, {tested["table"]!["changed"]} otherwise.");
        foreach (JsonNode? changed in tested["table"]!["changed_screenings"]!.AsArray())
        {
            story.Tell($"   {Client.Text(changed!, "screening")}: {Client.Text(changed!, "before")} → {Client.Text(changed!, "after")} by {string.Join(", ", changed!["rules_gained"]!.AsArray())}");
        }

        candidate["stage"] = "shadow";
        candidate["note"] = "1週間、影で動かして比較します。";
        JsonNode shadow = await stage.Aozora.PutAsync("/v1/screening_policies/card", candidate);
        story.Tell($"It runs as a shadow first, version {Client.Number(shadow, "version")}: it judges beside the policy that counts, and decides nothing.");
    }

    private static async Task<JsonNode> PlaceAsync(Stage stage, Buyer buyer, long amount)
    {
        JsonNode screening = await stage.Aozora.PostAsync("/v1/screenings", new
        {
            merchant = stage.Bookshop,
            payment_method = "card",
            amount,
            lines = new[] { new { name = "万葉集 全巻", quantity = 1, unit_price = amount, tax_rate = "0.10" } },
            buyer = buyer.ToRequest(),
        });
        stage.Paths.Add($"/v1/screenings/{Client.Text(screening, "id")}");
        stage.Story.Tell($"{buyer.Name} ({buyer.Kana}) buys by card for {Story.Yen(amount)}: {Client.Text(screening, "verdict")}, risk {Client.Number(screening, "risk")}  ({Client.Text(screening, "id")})");
        return screening;
    }

    private static string Similar(JsonNode screening) =>
        string.Join("; ", screening["matched"]!["similar"]!.AsArray().Select(similar => $"{Client.Text(similar!, "screening")} by {string.Join(", ", similar!["keys"]!.AsArray())}"));
}
