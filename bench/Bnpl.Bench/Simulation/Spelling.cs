using System.Globalization;

namespace Bnpl.Bench.Simulation;

internal sealed record WrittenAddress(string PostalCode, string Prefecture, string City, string Line1, string? Line2);

/// <summary>The ways in which people write one and the same name, address, telephone and mailbox.</summary>
internal static class Spelling
{
    private static readonly (string Plain, string Old)[] s_old =
        [("高", "髙"), ("崎", "﨑"), ("斎", "齋"), ("渡辺", "渡邊"), ("沢", "澤"), ("広", "廣"), ("国", "國"), ("浜", "濱"), ("桜", "櫻"), ("滝", "瀧")];

    private static readonly string[] s_dashes = ["-", "-", "-", "−", "ー", "‐"];

    public static WrittenAddress Address(Home home, Habit habit, Dice dice)
    {
        string numbers = Numbers(home, habit.Numbers, dice);
        string town = dice.Happens(habit.Careless) ? home.Town.Name.Replace('ヶ', 'ケ') : home.Town.Name;
        string? building = Building(home, habit, dice);
        bool oneLine = building is not null && dice.Happens(0.25);
        string code = dice.Happens(0.012) ? home.Town.PostalCode[..6] + dice.Digits(2) : home.Town.PostalCode;
        return new WrittenAddress(
            dice.Happens(0.4) ? code.Replace("-", "", StringComparison.Ordinal) : code,
            home.Town.Prefecture,
            home.Town.City,
            town + (dice.Happens(0.004) ? "" : numbers) + (oneLine ? " " + building : ""),
            oneLine ? null : building);
    }

    public static string Name(NamePart family, NamePart given, Habit habit)
    {
        string surname = habit.OldCharacters ? s_old.Aggregate(family.Kanji, (text, pair) => text.Replace(pair.Plain, pair.Old, StringComparison.Ordinal)) : family.Kanji;
        return surname + Space(habit) + given.Kanji;
    }

    /// <summary>Null where the field was left empty.</summary>
    public static string? Kana(NamePart family, NamePart given, Habit habit, Dice dice)
    {
        if (dice.Happens(0.1))
        {
            return null;
        }

        // A reading that nobody would guess: rare names, slips, and inventions.
        string name = family.Kana + Space(habit) + (dice.Happens(0.015) ? JapaneseNames.Men[dice.Below(JapaneseNames.Men.Count)].Kana : given.Kana);
        return habit.Hiragana ? string.Concat(name.Select(c => c is >= 'ァ' and <= 'ヶ' ? (char)(c - 0x60) : c)) : name;
    }

    public static string Phone(string digits, Habit habit)
    {
        string dashed = digits.Length == 11 ? $"{digits[..3]}-{digits[3..7]}-{digits[7..]}" : $"{digits[..4]}-{digits[4..6]}-{digits[6..]}";
        return habit.Phone switch
        {
            < 5 => dashed,
            < 9 => digits,
            _ => FullWidth(digits),
        };
    }

    public static string Mail(string mailbox, Dice dice)
    {
        int at = mailbox.IndexOf('@', StringComparison.Ordinal);
        return mailbox.EndsWith("@gmail.com", StringComparison.Ordinal) && at > 6 && dice.Happens(0.04) ? mailbox.Insert(dice.Between(2, at - 2), ".").Replace("..", ".", StringComparison.Ordinal) : mailbox;
    }

    private static string Space(Habit habit) => habit.Space switch { < 20 => " ", < 29 => "　", _ => "" };

    private static string Numbers(Home home, NumberStyle style, Dice dice)
    {
        int[] parts = home.District > 0 ? [home.District, home.Block, home.House] : [home.Block, home.House];
        string dash = dice.Of(s_dashes);
        return style switch
        {
            NumberStyle.Dashes => string.Join(dash, parts),
            NumberStyle.FullWidth => FullWidth(string.Join('-', parts)),
            NumberStyle.Mixed when home.District > 0 => string.Create(CultureInfo.InvariantCulture, $"{home.District}丁目{home.Block}{dash}{home.House}"),
            NumberStyle.Kanji when home.District > 0 => $"{Kanji(home.District)}丁目{Kanji(home.Block)}番{Kanji(home.House)}号",
            NumberStyle.Words when home.District > 0 => string.Create(CultureInfo.InvariantCulture, $"{home.District}丁目{home.Block}番{home.House}号"),
            NumberStyle.Kanji or NumberStyle.Words or NumberStyle.Mixed => string.Create(CultureInfo.InvariantCulture, $"{home.Block}番地{home.House}"),
            _ => throw new ArgumentOutOfRangeException(nameof(style)),
        };
    }

    private static string? Building(Home home, Habit habit, Dice dice)
    {
        if (home.Building is null || dice.Happens(0.05))
        {
            return null;
        }

        string? room = home.Room?.ToString(CultureInfo.InvariantCulture);
        return room is null ? home.Building : habit.Building switch
        {
            0 => $"{home.Building}{room}号室",
            1 => $"{home.Building} {room}",
            2 => $"{home.Building}　{FullWidth(room)}",
            _ => dice.Happens(0.5) ? $"{home.Building}-{room}" : room,
        };
    }

    private static string Kanji(int number)
    {
        const string Digits = "〇一二三四五六七八九";
        return number switch
        {
            < 10 => Digits[number].ToString(),
            < 20 => "十" + (number == 10 ? "" : Digits[number % 10].ToString()),
            < 100 => $"{Digits[number / 10]}十{(number % 10 == 0 ? "" : Digits[number % 10].ToString())}",
            _ => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(c => Digits[c - '0'])),
        };
    }

    private static string FullWidth(string text) => string.Concat(text.Select(c => c is >= '!' and <= '~' ? (char)(c + 0xFEE0) : c));
}
