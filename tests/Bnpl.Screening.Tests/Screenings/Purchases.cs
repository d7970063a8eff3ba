using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Screening.Tests.Screenings;

/// <summary>An ordinary purchase, to be changed by the test that needs something else.</summary>
internal static class Purchases
{
    public static async Task<string> MerchantAsync(TenantActor tenant) => (await tenant.PostAsync("/v1/merchants", new { name = "花子の店" })).Expect(201).Id;

    private static int s_numbers;

    /// <summary>The same purchase as an order on account.</summary>
    public static JsonObject OrderOf(string merchant)
    {
        JsonObject order = Of(merchant);
        order.Remove("payment_method");
        order["merchant_order_no"] = $"S-{Interlocked.Increment(ref s_numbers)}";
        return order;
    }

    public static JsonObject Of(string merchant) => new()
    {
        ["merchant"] = merchant,
        ["amount"] = 5500,
        ["payment_method"] = "card",
        ["lines"] = new JsonArray(new JsonObject { ["name"] = "美容液", ["quantity"] = 1, ["unit_price"] = 5500, ["tax_rate"] = "0.10" }),
        ["buyer"] = new JsonObject
        {
            ["name"] = "山田 太郎",
            ["name_kana"] = "ヤマダ タロウ",
            ["phone"] = "090-1234-5678",
            ["email"] = "taro@example.jp",
            ["address"] = new JsonObject
            {
                ["postal_code"] = "107-0051",
                ["prefecture"] = "東京都",
                ["city"] = "港区",
                ["line1"] = "元赤坂一丁目5番31号",
            },
        },
    };
}
