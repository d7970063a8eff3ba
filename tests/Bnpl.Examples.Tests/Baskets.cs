using Bnpl.TestKit;

namespace Bnpl.Examples.Tests;

/// <summary>Orders by the API, where no shop is in the play.</summary>
internal static class Baskets
{
    /// <summary>Places an order with a shop of its own; the kana may force the verdict.</summary>
    public static async Task<Answer> OrderAsync(TenantActor tenant, string number, string kana) => (await tenant.PostAsync("/v1/orders", new
    {
        merchant = (await tenant.PostAsync("/v1/merchants", new { name = "木漏れ日舎" })).Expect(201).Id,
        merchant_order_no = number,
        currency = "JPY",
        amount = 4180,
        lines = new[] { new { name = "粉引の湯のみ", quantity = 1, unit_price = 4180, tax_rate = "0.10" } },
        buyer = new
        {
            name = "山田 太郎",
            name_kana = kana,
            phone = "090-1234-5678",
            email = "taro@example.jp",
            birth_date = "1988-05-01",
            address = new { postal_code = "107-0051", prefecture = "東京都", city = "港区", line1 = "元赤坂一丁目5番31号" },
        },
    })).Expect(201);
}
