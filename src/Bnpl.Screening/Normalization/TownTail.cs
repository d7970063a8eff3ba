namespace Bnpl.Screening.Normalization;

/// <summary>
/// The text between municipality and numbers. It is the town of the key whether or not the master knows it, so that equality
/// does not hang on the master; what the master does not know behind a town (a 小字) stays in it.
/// </summary>
internal static class TownTail
{
    private static readonly string[] BuildingWords =
        ["ハイツ", "ビル", "マンション", "アパート", "コーポ", "メゾン", "ハイム", "タワー", "レジデンス", "ビルディング", "パレス", "ハウス", "団地", "号棟", "棟", "荘"];
    private static readonly string[] Unnumbered = ["無番地", "番外地", "官有無番地"];

    /// <summary>Where the numbers begin.</summary>
    public static int End(AddressText text, AddressLocation place, out string townText, out string? landmark)
    {
        landmark = null;
        var known = place.Town is null ? "" : place.TownMeant ?? (place.Tolerant ? TownMaster.FoldPlace(place.Town) : new string(text.Town[place.TownStart..place.TownEnd]));
        var at = place.Town is null ? place.TownStart : SkipLabel(text, place.TownEnd);
        var first = FirstNumber(text, at, out landmark);
        var tail = text.Town[at..first];
        if (place.Town is not null && (first == text.Length || IsBuilding(text, at, first)) && landmark is null)
        {
            // No number follows, or only a flat's: what stands behind the town is a building.
            townText = known;
            return at;
        }
        if (first < text.Length && landmark is null && tail.Length > 0 && IsLot(tail[^1]) && (tail.Length == 1 || place.Town is null))
        {
            first--;
            tail = tail[..^1];
        }
        townText = tail.Length == 0 ? known : string.Concat(known, Trimmed(tail));
        return first;
    }

    private static int SkipLabel(AddressText text, int at)
    {
        if (text.Chars[at..].StartsWith("大字")) return at + 2;
        if (text.Chars[at..].StartsWith("小字")) return at + 2;
        return at + 1 < text.Length && text.Chars[at] is ('字' or '-') ? at + 1 : at;
    }

    private static int FirstNumber(AddressText text, int at, out string? landmark)
    {
        landmark = null;
        for (var i = at; i < text.Length; i++)
        {
            foreach (var word in Unnumbered)
            {
                if (!text.Chars[i..].StartsWith(word)) continue;
                landmark = word;
                return i;
            }
            if (!char.IsAsciiDigit(text.Chars[i])) continue;
            var end = i;
            while (end < text.Length && char.IsAsciiDigit(text.Chars[end])) end++;
            // 南1条西5丁目, 西3線: counted streets belong to the place.
            if (end < text.Length && text.Chars[end] is ('条' or '線'))
            {
                i = end;
                continue;
            }
            return i;
        }
        return text.Length;
    }

    private static bool IsLot(char c) => c is '甲' or '乙' or '丙' or '丁' or '戊' or '己' or '庚' or '辛' or '壬' or '癸';

    private static bool IsBuilding(AddressText text, int start, int end)
    {
        var tail = text.Chars[start..end];
        foreach (var word in BuildingWords)
        {
            if (tail.EndsWith(word)) return true;
        }
        if (tail.Length == 0 || !text.Spaced[start]) return false;
        // Behind a gap four kana or a letter begin a name that people gave, not a place.
        var kana = 0;
        foreach (var c in tail)
        {
            if (char.IsAsciiLetter(c)) return true;
            kana = Kana.IsKatakana(c) ? kana + 1 : 0;
            if (kana >= 4) return true;
        }
        return false;
    }

    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> tail)
    {
        var text = tail.Trim('-');
        // 第10地割 counts 10.
        return text.Length > 0 && text[^1] == '第' ? text[..^1] : text;
    }
}
