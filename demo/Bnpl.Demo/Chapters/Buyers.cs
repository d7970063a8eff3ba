namespace Bnpl.Demo.Chapters;

/// <summary>The people of the story; none of them exists.</summary>
internal sealed record Buyer(string Name, string Kana, string Phone, string Email, string PostalCode, string Prefecture, string City, string Line1)
{
    public object ToRequest() => new
    {
        name = Name,
        name_kana = Kana,
        phone = Phone,
        email = Email,
        address = new { postal_code = PostalCode, prefecture = Prefecture, city = City, line1 = Line1 },
    };
}

internal static class Buyers
{
    public static readonly Buyer Yamada = new("山田 太郎", "ヤマダ タロウ", "090-1234-5678", "taro@example.jp", "107-0051", "東京都", "港区", "元赤坂一丁目5番31号");

    /// <summary>Forgot her house number.</summary>
    public static readonly Buyer Sato = new("佐藤 花子", "サトウ ハナコ", "080-2345-6789", "hanako@example.jp", "530-0001", "大阪府", "大阪市北区", "梅田");

    public static readonly Buyer Takahashi = new("髙橋 次郎", "タカハシ ジロウ", "070-3456-7812", "jiro@example.jp", "220-0012", "神奈川県", "横浜市西区", "みなとみらい2-2-1");

    /// <summary>Will not pay in time.</summary>
    public static readonly Buyer Suzuki = new("鈴木 一郎", "スズキ イチロウ", "090-8765-4321", "ichiro@example.jp", "150-0002", "東京都", "渋谷区", "渋谷2丁目21番1号");

    /// <summary>Wants more than the limit allows.</summary>
    public static readonly Buyer Tanaka = new("田中 実", "タナカ ミノル", "080-6543-2187", "minoru@example.jp", "460-0008", "愛知県", "名古屋市中区", "栄3-5-1");
}
