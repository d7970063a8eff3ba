using System.Globalization;

namespace Bnpl.Bench.Simulation;

/// <summary>Telephones and mailboxes as people have them: some honest ones look random too.</summary>
internal static class Contacts
{
    private static readonly (string, double)[] s_free = [("gmail.com", 48), ("yahoo.co.jp", 24), ("icloud.com", 20), ("outlook.jp", 5), ("hotmail.com", 3)];
    private static readonly (string, double)[] s_carriers = [("docomo.ne.jp", 45), ("ezweb.ne.jp", 30), ("softbank.ne.jp", 18), ("i.softbank.jp", 7)];
    private static readonly string[] s_words = ["love", "neko", "hana", "sora", "maru", "happy", "miffy", "smile", "coco", "momo", "blue", "star"];
    private static readonly Dictionary<string, string> s_areas = new()
    {
        ["東京都"] = "03",
        ["神奈川県"] = "045",
        ["埼玉県"] = "048",
        ["千葉県"] = "043",
        ["愛知県"] = "052",
        ["大阪府"] = "06",
        ["兵庫県"] = "078",
        ["京都府"] = "075",
        ["福岡県"] = "092",
        ["北海道"] = "011",
        ["宮城県"] = "022",
        ["広島県"] = "082",
        ["静岡県"] = "053",
        ["新潟県"] = "025",
        ["岡山県"] = "086",
        ["鹿児島県"] = "099",
        ["長野県"] = "026",
        ["富山県"] = "076",
        ["福島県"] = "024",
        ["佐賀県"] = "0952",
        ["高知県"] = "088",
    };

    public static string Mobile(Dice dice) => dice.Of<string>(["090", "080", "080", "070"]) + (char)('1' + dice.Below(9)) + dice.Digits(7);

    public static string IpLine(Dice dice) => "050" + (char)('3' + dice.Below(5)) + dice.Digits(7);

    public static string Fixed(Town town, Dice dice)
    {
        string area = s_areas[town.Prefecture];
        return area + (char)('3' + dice.Below(4)) + dice.Digits(9 - area.Length);
    }

    public static string Mailbox(NamePart family, NamePart given, int year, Dice dice)
    {
        string domain = dice.Happens(0.22) ? dice.Weighted(s_carriers) : dice.Weighted(s_free);
        string digits = dice.Happens(0.6) ? dice.Digits(dice.Between(2, 4)) : (year % 100).ToString("D2", CultureInfo.InvariantCulture);
        string local = dice.Below(100) switch
        {
            < 30 => $"{family.Latin}.{given.Latin}{digits}",
            < 50 => $"{given.Latin}{family.Latin}{digits}",
            < 62 => $"{given.Latin[0]}.{family.Latin}.{digits}",
            < 74 => $"{dice.Of(s_words)}{dice.Of(s_words)}{digits}",
            < 86 => $"{given.Latin}{dice.Of(s_words)}{digits}",
            < 92 => $"{family.Latin}{dice.Digits(4)}",
            _ => Random(dice),
        };
        return $"{local}@{domain}";
    }

    /// <summary>Relays of browsers and telephones' first mailboxes look like this, and so do those of rings.</summary>
    public static string Random(Dice dice) => dice.Letters(1).Replace('0', 'a') + dice.Letters(dice.Between(7, 11));

    public static string FreeDomain(Dice dice) => dice.Weighted(s_free);
}
