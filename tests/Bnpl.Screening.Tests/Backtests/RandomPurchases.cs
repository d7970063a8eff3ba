using System.Globalization;
using System.Text.Json.Nodes;
using Bnpl.Screening.Tests.Screenings;

namespace Bnpl.Screening.Tests.Backtests;

/// <summary>Purchases of a few people who share telephones, devices and doors, complete and incomplete, so that most signals fire somewhere.</summary>
internal static class RandomPurchases
{
    public static JsonObject Next(Random random, string merchant)
    {
        JsonObject purchase = Purchases.Of(merchant);
        int amount = random.Next(1, 40) * 500;
        purchase["payment_method"] = Of("card", "bnpl", "cod");
        purchase["amount"] = amount;
        purchase["lines"]![0]!["unit_price"] = amount;
        purchase["lines"]![0]!["sku"] = $"S-{random.Next(5)}";
        purchase["ordered_at"] = Of("2026-04-01T14:59:59.9999999Z", "2026-04-01T15:00:00.0000001Z", "2026-03-31T23:30:00.1234567+09:00", "2026-04-02T02:20:00Z");
        JsonNode buyer = purchase["buyer"]!;
        buyer["name"] = Of("山田 太郎", "髙橋 花子", "山田", "テスト テスト", "佐藤 一郎", "Taro Yamada");
        buyer["name_kana"] = Of("ヤマダ タロウ", "タカハシ ハナコ", "スズキ ジロウ", "テスト ホリュウ", "ﾔﾏﾀﾞ ﾀﾛｳ");
        buyer["phone"] = Of("090-1234-5678", "+81 90 1234 5679", "0120-444-444", "03-1234-5678", "090-0000-0000");
        buyer["email"] = random.Next(4) == 0 ? null : Of("taro@example.jp", "taro01@example.jp", "taro02@example.jp", "xk29fj2k1q@mailinator.com");
        buyer["birth_date"] = Of("1988-05-01", "2004-02-29", "1951-12-31");
        buyer["address"]!["line1"] = Of("元赤坂一丁目5番31号", "元赤坂", "元赤坂1-5-32 メゾン𠮷田 203", "存在しない町9-9-9");
        buyer["history"] = new JsonObject { ["member_since"] = "2023-05-01", ["orders"] = random.Next(5), ["last_order_on"] = "2026-01-09" };
        if (random.Next(2) == 0)
        {
            purchase["device"] = new JsonObject
            {
                ["ip"] = Of("203.0.113.5", "203.0.113.6", "8.8.8.8"),
                ["user_agent"] = Of("Mozilla/5.0 (Windows NT 10.0)", "curl/8.0"),
                ["accept_language"] = Of("ja-JP", "zh-CN"),
                ["timezone"] = Of("Asia/Tokyo", "Asia/Shanghai"),
                ["cookie_id"] = $"cookie-{random.Next(4).ToString(CultureInfo.InvariantCulture)}",
            };
        }

        if (random.Next(3) == 0)
        {
            purchase["deliveries"] = new JsonArray(new JsonObject
            {
                ["name"] = "大阪 次郎",
                ["phone"] = "06-1234-5678",
                ["address"] = new JsonObject { ["postal_code"] = "530-0001", ["prefecture"] = "大阪府", ["city"] = "大阪市北区", ["line1"] = Of("梅田1-1-3", "梅田") },
            });
        }

        return purchase;

        string Of(params string[] values) => values[random.Next(values.Length)];
    }
}
