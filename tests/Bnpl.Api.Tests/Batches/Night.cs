using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bnpl.Infrastructure.Web;
using Bnpl.TestKit;

namespace Bnpl.Api.Tests.Batches;

/// <summary>A shop that works with files at night.</summary>
internal sealed record Night(TenantActor Tenant, string Merchant)
{
    public const string JsonLines = "application/x-ndjson";

    public ApiClient Api => Tenant.Api;

    public static async Task<Night> OpenAsync(PlatformHost host) => await OpenAsync(await host.OnboardAsync());

    public static async Task<Night> OpenAsync(TenantActor tenant)
    {
        // Each buyer of these files orders more than a person would.
        (await tenant.PatchAsync("/v1/settings", new { buyer_limits = new { cumulative = 50_000_000, per_order = 1_000_000, first_order = 1_000_000 } })).Expect(200);
        return new Night(tenant, (await tenant.PostAsync("/v1/merchants", new { name = "夜間商店" })).Expect(201).Id);
    }

    public JsonObject Order(string number, long amount = 3_000, string kana = "テスト オーケー", int buyer = 0) => new()
    {
        ["merchant"] = Merchant,
        ["merchant_order_no"] = number,
        ["amount"] = amount,
        ["lines"] = new JsonArray(new JsonObject { ["name"] = "植木鉢", ["quantity"] = 1, ["unit_price"] = amount, ["tax_rate"] = "0.10" }),
        ["buyer"] = new JsonObject
        {
            ["name"] = $"山田 太郎{buyer}",
            ["name_kana"] = kana,
            ["phone"] = $"090-1234-{buyer:D4}",
            ["email"] = $"taro{buyer}@example.jp",
            ["address"] = new JsonObject { ["postal_code"] = "107-0051", ["prefecture"] = "東京都", ["city"] = "港区", ["line1"] = $"元赤坂一丁目5番{buyer}号" },
        },
        ["deliveries"] = new JsonArray(new JsonObject { ["same_as_buyer"] = true }),
        ["invoice"] = new JsonObject { ["delivery"] = "none" },
    };

    public string Create(string number, string? reference = null, long amount = 3_000, string kana = "テスト オーケー", int buyer = 0) =>
        new JsonObject { ["ref"] = reference ?? number, ["op"] = "orders.create", ["body"] = Order(number, amount, kana, buyer) }.ToJsonString(JsonConventions.Options);

    public string Named(string op, string number, JsonObject? body = null, string? reference = null) => new JsonObject
    {
        ["ref"] = reference ?? $"{op} {number}",
        ["op"] = op,
        ["merchant"] = Merchant,
        ["merchant_order_no"] = number,
        ["body"] = body,
    }.ToJsonString(JsonConventions.Options);

    public Task<Answer> SendAsync(params IEnumerable<string> lines) => SendAsync(Api, string.Join('\n', lines));

    public static Task<Answer> SendAsync(ApiClient client, string text, string? key = null, string type = JsonLines, string path = "/v1/batches") =>
        SendAsync(client, Encoding.UTF8.GetBytes(text), key, type, path);

    public static async Task<Answer> SendAsync(ApiClient client, byte[] file, string? key = null, string type = JsonLines, string path = "/v1/batches")
    {
        ByteArrayContent content = new(file);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return await client.PostAsync(path, content, key);
    }

    /// <summary>Waits for the end of a batch.</summary>
    public static async Task<Answer> EndAsync(ApiClient client, string id)
    {
        Answer? batch = null;
        await Until.TrueAsync("the end of the batch", async () => (batch = (await client.GetAsync($"/v1/batches/{id}")).Expect(200)).Member("status") != "processing");
        return batch!;
    }

    public static async Task<List<JsonNode>> ResultsAsync(ApiClient client, string id, string query = "") =>
        [.. (await client.GetAsync($"/v1/batches/{id}/results{query}")).Expect(200).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    /// <summary>Sends, waits, and answers the results.</summary>
    public async Task<List<JsonNode>> RunAsync(params IEnumerable<string> lines)
    {
        Answer batch = (await SendAsync(lines)).Expect(202);
        await EndAsync(Api, batch.Id);
        return await ResultsAsync(Api, batch.Id);
    }

    public async Task<string> TodayAsync() =>
        DateTimeOffset.Parse((await Api.GetAsync("/v1/test_clock")).Expect(200).Member("now")).ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd");

    public async Task<Answer> OrderOfAsync(string number) =>
        (await Api.GetAsync($"/v1/orders/{(string)(await Api.GetAsync($"/v1/orders?merchant_order_no={number}")).Expect(200)["data"]![0]!["id"]!}")).Expect(200);
}
