using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests;

/// <summary>A tenant with one shop, and orders as its cart sends them.</summary>
internal sealed record Shop(TenantActor Tenant, string Merchant)
{
    private static int s_numbers;

    public static async Task<Shop> OpenAsync(PlatformHost host, object? settings = null)
    {
        TenantActor tenant = await host.OnboardAsync();
        if (settings is not null)
        {
            (await tenant.PatchAsync("/v1/settings", settings)).Expect(200);
        }

        return new Shop(tenant, await MerchantAsync(tenant));
    }

    public static async Task<string> MerchantAsync(TenantActor tenant, string name = "元赤坂商店") =>
        (await tenant.PostAsync("/v1/merchants", new { name })).Expect(201).Id;

    /// <summary>An order of one line by a buyer who is approved by name, since tests order more often than people do.</summary>
    public JsonObject Order(long amount = 12_000, string kana = "テスト オーケー", string? number = null) => new()
    {
        ["merchant"] = Merchant,
        ["merchant_order_no"] = number ?? $"A-{Interlocked.Increment(ref s_numbers)}",
        ["currency"] = "JPY",
        ["amount"] = amount,
        ["payment_plan"] = "lump_sum",
        ["lines"] = new JsonArray(new JsonObject { ["name"] = "美容液", ["sku"] = "S-1", ["quantity"] = 1, ["unit_price"] = amount, ["tax_rate"] = "0.10" }),
        ["buyer"] = new JsonObject
        {
            ["name"] = "山田 太郎",
            ["name_kana"] = kana,
            ["phone"] = "090-1234-5678",
            ["email"] = "taro@example.jp",
            ["birth_date"] = "1988-05-01",
            ["address"] = new JsonObject
            {
                ["postal_code"] = "107-0051",
                ["prefecture"] = "東京都",
                ["city"] = "港区",
                ["line1"] = "元赤坂一丁目5番31号",
            },
        },
        ["deliveries"] = new JsonArray(new JsonObject { ["same_as_buyer"] = true }),
        ["invoice"] = new JsonObject { ["delivery"] = "email" },
    };

    public JsonObject OrderOf(string phone, long amount = 12_000, string kana = "テスト オーケー")
    {
        JsonObject order = Order(amount, kana);
        order["buyer"]!["name"] = $"鈴木 {phone}";
        order["buyer"]!["phone"] = phone;
        order["buyer"]!["email"] = $"b{phone}@example.jp";
        return order;
    }

    public Task<Answer> PlaceAsync(JsonObject order, string? key = null) => Tenant.PostAsync("/v1/orders", order, key);

    public async Task<Answer> PlacedAsync(JsonObject order, string status) =>
        (await PlaceAsync(order)).Expect(201) is var answer && answer.Member("status") == status
            ? answer
            : throw new InvalidOperationException($"Expected {status}: {answer.Text}");

    public async Task<long> OpenBalanceAsync(Answer order) =>
        (long)(await Tenant.GetAsync($"/v1/buyers/{order.Member("buyer.id")}")).Expect(200)["open_balance"]!;
}
