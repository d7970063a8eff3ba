using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Orders;

/// <summary>What a shop does with an order after it was placed.</summary>
internal static class ShopActs
{
    public static async Task<Answer> OrderAsync(this Shop shop, string id) => (await shop.Tenant.GetAsync($"/v1/orders/{id}")).Expect(200);

    public static Task<Answer> ActAsync(this Shop shop, string id, string path, object? body = null, string? ifMatch = null) =>
        shop.Tenant.Api.SendAsync(HttpMethod.Post, $"/v1/orders/{id}/{path}", body, ifMatch: ifMatch);

    /// <summary>Other content: lines of (unit price, quantity).</summary>
    public static Task<Answer> AmendAsync(this Shop shop, string id, params (long Price, int Quantity)[] lines) => shop.ActAsync(id, "amend", Content(lines));

    public static JsonObject Content(params (long Price, int Quantity)[] lines) => new()
    {
        ["amount"] = lines.Sum(line => line.Price * line.Quantity),
        ["lines"] = new JsonArray([.. lines.Select(line => new JsonObject
        {
            ["name"] = "化粧水", ["quantity"] = line.Quantity, ["unit_price"] = line.Price, ["tax_rate"] = "0.10",
        })]),
    };

    public static async Task<Answer> ShipAsync(this Shop shop, string id, object? content = null)
    {
        JsonObject body = content is null ? [] : System.Text.Json.JsonSerializer.SerializeToNode(content)!.AsObject();
        body["shipped_on"] = (await shop.TodayAsync()).ToString("yyyy-MM-dd");
        return await shop.ActAsync(id, "shipments", body);
    }

    public static async Task<DateTimeOffset> NowAsync(this Shop shop) => DateTimeOffset.Parse((await shop.Tenant.GetAsync("/v1/test_clock")).Expect(200).Member("now"));

    public static async Task<DateOnly> TodayAsync(this Shop shop) => DateOnly.FromDateTime((await shop.NowAsync()).ToOffset(TimeSpan.FromHours(9)).DateTime);

    /// <summary>An order that only a person could authorize, so that a larger content of it is held again.</summary>
    public static async Task<Answer> ReviewedAsync(this Shop shop, long amount)
    {
        Answer held = await shop.PlacedAsync(shop.Order(amount, "テスト ホリュウ"), "on_hold");
        return (await shop.DecideAsync(held.Id, "approved")).Expect(200);
    }

    public static Task<Answer> DecideAsync(this Shop shop, string id, string result) => shop.Tenant.PostAsync($"/v1/reviews/{id}/decide", new { result });

    /// <summary>Pays every invoice of the order in full.</summary>
    public static async Task PayAsync(this Shop shop, string id)
    {
        foreach (JsonNode? invoice in (await shop.Tenant.GetAsync($"/v1/invoices?order={id}")).Expect(200)["data"]!.AsArray())
        {
            (await shop.Tenant.PostAsync(
                "/v1/payments",
                new { invoice = (string)invoice!["id"]!, amount = (long)invoice["amount"]!, received_on = $"{await shop.TodayAsync():yyyy-MM-dd}", channel = "konbini" })).Expect(201);
        }
    }

    /// <summary>What was told of the order itself, in order.</summary>
    public static async Task<string[]> EventsAsync(this Shop shop, string id) =>
    [
        .. (await shop.Tenant.GetAsync($"/v1/orders/{id}/timeline?limit=200")).Expect(200)["data"]!.AsArray()
            .Where(entry => entry!["sequence"] is not null && ((string)entry["type"]!).StartsWith("order.", StringComparison.Ordinal))
            .Select(entry => (string)entry!["type"]!),
    ];

    public static async Task<string[]> ResultsAsync(this Shop shop, string id) =>
        [.. (await shop.Tenant.GetAsync($"/v1/orders/{id}/decisions")).Expect(200)["data"]!.AsArray().Reverse().Select(decision => (string)decision!["result"]!)];

    public static string[] AllowedActions(this Answer answer) => [.. answer["allowed_actions"]!.AsArray().Select(action => (string)action!)];

    public static long Number(this Answer answer, string path) => (long)answer[path]!;
}
