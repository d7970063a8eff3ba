namespace Bnpl.Screening.Normalization;

/// <summary>A name in Latin letters to the kana it spells, in Hepburn, Kunrei or the mixtures on cards and passports.</summary>
internal static class RomajiName
{
    private const string Vowels = "AIUEO";
    private static readonly Dictionary<string, string> Rows = new()
    {
        [""] = "アイウエオ",
        ["K"] = "カキクケコ",
        ["C"] = "カ  ケコ",
        ["G"] = "ガギグゲゴ",
        ["S"] = "サシスセソ",
        ["Z"] = "ザジズゼゾ",
        ["J"] = " ジ   ",
        ["T"] = "タチツテト",
        ["TS"] = "  ツ  ",
        ["D"] = "ダヂヅデド",
        ["N"] = "ナニヌネノ",
        ["H"] = "ハヒフヘホ",
        ["F"] = "  フ  ",
        ["B"] = "バビブベボ",
        ["P"] = "パピプペポ",
        ["M"] = "マミムメモ",
        ["Y"] = "ヤ ユ ヨ",
        ["R"] = "ラリルレロ",
        ["W"] = "ワ   ヲ",
        ["SH"] = " シ   ",
        ["CH"] = " チ   ",
        ["V"] = "  ヴ  ",
    };
    private static readonly Dictionary<string, (char Kana, string Small)> Contracted = new()
    {
        ["KY"] = ('キ', "ャ ュ ョ"),
        ["GY"] = ('ギ', "ャ ュ ョ"),
        ["SY"] = ('シ', "ャ ュ ョ"),
        ["SH"] = ('シ', "ャ ュェョ"),
        ["ZY"] = ('ジ', "ャ ュ ョ"),
        ["JY"] = ('ジ', "ャ ュ ョ"),
        ["J"] = ('ジ', "ャ ュェョ"),
        ["TY"] = ('チ', "ャ ュ ョ"),
        ["CH"] = ('チ', "ャ ュェョ"),
        ["CY"] = ('チ', "ャ ュ ョ"),
        ["NY"] = ('ニ', "ャ ュ ョ"),
        ["HY"] = ('ヒ', "ャ ュ ョ"),
        ["BY"] = ('ビ', "ャ ュ ョ"),
        ["PY"] = ('ピ', "ャ ュ ョ"),
        ["MY"] = ('ミ', "ャ ュ ョ"),
        ["RY"] = ('リ', "ャ ュ ョ"),
        ["F"] = ('フ', "ァィ ェォ"),
        ["V"] = ('ヴ', "ァィ ェォ"),
    };
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> RowOf = Rows.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly Dictionary<string, (char Kana, string Small)>.AlternateLookup<ReadOnlySpan<char>> ContractedOf = Contracted.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kana of one word; false when it is not Japanese.</summary>
    public static bool TryKana(ReadOnlySpan<char> word, ref FoldBuffer into)
    {
        Span<char> letters = stackalloc char[64];
        var count = 0;
        foreach (var c in word)
        {
            if (count == letters.Length) return false;
            if (char.IsAsciiLetter(c)) letters[count++] = char.ToUpperInvariant(c);
            else if (c is '\'' or '-' or '’') letters[count++] = '\'';
            else return false;
        }
        for (var at = 0; at < count;)
        {
            if (letters[at] == '\'')
            {
                at++;
                continue;
            }
            var vowel = at;
            while (vowel < count && vowel - at < 4 && !Vowels.Contains(letters[vowel], StringComparison.Ordinal) && letters[vowel] != '\'') vowel++;
            var consonants = letters[at..vowel];
            var next = vowel < count ? letters[vowel] : '\'';
            // Shinichi and Shinya are シンイチ and シンヤ; no name holds シニチ or シニャ.
            if (at > 0 && consonants is ['N', ..] && (letters[at..count].SequenceEqual("NICHI") || (consonants.Length == 2 && consonants[1] == 'Y')))
            {
                into.Append('ン');
                at++;
                continue;
            }
            if (!TrySyllable(consonants, next, at > 0 ? letters[at - 1] : '\'', ref into, out var used)) return false;
            at += used;
        }
        return count > 0;
    }

    private static bool TrySyllable(scoped ReadOnlySpan<char> consonants, char next, char before, ref FoldBuffer into, out int used)
    {
        used = 1;
        var more = consonants.Length > 1;
        // Satoh, Ohno: the h only lengthens.
        if (consonants.Length > 0 && consonants[0] == 'H' && before == 'O' && (more || next == '\'')) return !more || consonants[1] != 'Y';
        if (consonants.Length > 0 && consonants[0] == 'N' && (more ? consonants[1] != 'Y' : next == '\'')) return Add(ref into, 'ン');
        if (more && consonants[0] == 'M' && consonants[1] is 'B' or 'P' or 'M') return Add(ref into, 'ン');
        if (more && (consonants[0] == consonants[1] || consonants.StartsWith("TCH"))) return Add(ref into, 'ッ');
        used = consonants.Length + 1;
        var column = Vowels.IndexOf(next, StringComparison.Ordinal);
        if (column < 0) return false;
        if (RowOf.TryGetValue(consonants, out var row) && row[column] != ' ') return Add(ref into, row[column]);
        if (!ContractedOf.TryGetValue(consonants, out var contracted) || contracted.Small[column] == ' ') return false;
        into.Append(contracted.Kana);
        return Add(ref into, contracted.Small[column]);
    }

    private static bool Add(ref FoldBuffer into, char kana)
    {
        into.Append(kana);
        return true;
    }
}
