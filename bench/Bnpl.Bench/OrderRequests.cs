using System.Globalization;

namespace Bnpl.Bench;

/// <summary>Orders of buyers who have nothing in common: no name, telephone, mailbox, house or browser comes twice.</summary>
/// <param name="merchant">The shop.</param>
/// <param name="full">With all that a screening can look at: kana, browser and line too.</param>
internal sealed class OrderRequests(string merchant, bool full = false)
{
    private const string Surnames = "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 松本 井上 木村 清水 山崎 池田 阿部 橋本";
    private const string GivenNames = "翔太 大輔 健一 直樹 拓也 美咲 陽菜 結衣 恵子 由美 誠 隆 茂 和子 幸子 真由美 明美 浩 剛 修";
    private static readonly string[] s_surnames = Surnames.Split(' ');
    private static readonly string[] s_givenNames = GivenNames.Split(' ');
    private static readonly string[] s_kana = "サトウ スズキ タカハシ タナカ イトウ ワタナベ ヤマモト ナカムラ コバヤシ カトウ ヨシダ ヤマダ マツモト イノウエ キムラ シミズ ヤマザキ イケダ アベ ハシモト".Split(' ');
    private static readonly string[] s_givenKana = "ショウタ ダイスケ ケンイチ ナオキ タクヤ ミサキ ハルナ ユイ ケイコ ユミ マコト タカシ シゲル カズコ サチコ マユミ アケミ ヒロシ ツヨシ オサム".Split(' ');
    private int _count;

    public string Next() => Body(""" "payment_plan":"lump_sum","invoice":{"delivery":"email"}, """);

    /// <summary>The same purchase for a screening by itself.</summary>
    public string NextScreening() => Body(""" "payment_method":"bnpl", """);

    private string Body(string terms)
    {
        int n = Interlocked.Increment(ref _count);
        string name = $"{s_surnames[n % 20]} {s_givenNames[n / 20 % 20]}";
        string device = !full ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $$""" ,"device":{"ip":"153.{{128 + (n >> 16)}}.{{(n >> 8) & 255}}.{{n & 255}}","user_agent":"Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1","accept_language":"ja-JP","timezone":"Asia/Tokyo","cookie_id":"bench-{{n}}"} """);

        // 2 + 6 digits after 090: enough for any run. The block and house numbers keep every house to one buyer.
        return string.Create(
            CultureInfo.InvariantCulture,
            $$$"""
            {"merchant":"{{{merchant}}}","merchant_order_no":"B-{{{n}}}","currency":"JPY","amount":12980,{{{terms}}}
            "lines":[{"name":"美容液","sku":"S-1","category":"cosmetics","quantity":2,"unit_price":5940,"tax_rate":"0.10"},
            {"name":"送料","kind":"shipping","quantity":1,"unit_price":1100,"tax_rate":"0.10"}],
            "buyer":{"name":"{{{name}}}",{{{(full ? $"\"name_kana\":\"{s_kana[n % 20]} {s_givenKana[n / 20 % 20]}\"," : "")}}}"phone":"090-{{{2000 + (n / 10000 % 7000):D4}}}-{{{n % 10000:D4}}}","email":"buyer{{{n}}}@example.jp",
            "address":{"postal_code":"150-0002","prefecture":"東京都","city":"渋谷区","line1":"渋谷{{{1 + (n % 4)}}}丁目{{{1 + (n / 4 % 90)}}}番{{{1 + (n / 360 % 90)}}}号","line2":"計測荘{{{n}}}号室"}},
            "deliveries":[{"same_as_buyer":true}]{{{device}}}}
            """);
    }
}
