namespace Bnpl.Screening.Normalization;

/// <summary>Names that nobody bears: keys hit in a row, the kana table recited, letters that cannot be spoken.</summary>
internal static class NonsenseName
{
    private static readonly string[] HomeRows = ["ASDFGHJKL", "LKJHGFDSA", "ZXCVBNM", "MNBVCXZ", "QAZWSXEDC"];
    private static readonly string[] TopRows = ["QWERTYUIOP", "POIUYTREWQ", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    private static readonly string[] KanaRows =
        ["アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ", "アカサタナハマヤラワ", "タテイスカンナニラセ", "チトシハキクマノリレ", "ツサソヒコミモネルメ", "イロハニホヘトチリヌルヲ"];

    /// <param name="word">One part of a name, folded: katakana or capital letters.</param>
    public static bool Is(ReadOnlySpan<char> word)
    {
        if (word.Length < 4) return false;
        if (RepeatsUnit(word)) return true;
        if (char.IsAsciiLetter(word[0])) return Unspeakable(word) || Runs(word, HomeRows, 4) || Runs(word, TopRows, word.Length == 4 ? 4 : 5);
        return Runs(word, KanaRows, 4);
    }

    private static bool Unspeakable(ReadOnlySpan<char> word)
    {
        var (vowels, run) = (0, 0);
        foreach (var c in word)
        {
            if (!char.IsAsciiLetter(c)) return false;
            var vowel = c is 'A' or 'E' or 'I' or 'O' or 'U' or 'Y';
            vowels += vowel ? 1 : 0;
            run = vowel ? 0 : run + 1;
            if (run >= 6) return true;
        }
        return vowels == 0;
    }

    /// <summary>ホゲホゲホゲ, LALALA: two or three characters, three times or more and nothing else.</summary>
    private static bool RepeatsUnit(ReadOnlySpan<char> word)
    {
        for (var unit = 2; unit <= 3; unit++)
        {
            if (word.Length % unit == 0 && word.Length / unit >= 3 && word[unit..].SequenceEqual(word[..^unit])) return true;
        }
        return false;
    }

    private static bool Runs(ReadOnlySpan<char> word, string[] rows, int least)
    {
        for (var start = 0; start + least <= word.Length; start++)
        {
            foreach (var row in rows)
            {
                if (row.AsSpan().IndexOf(word.Slice(start, least)) >= 0) return true;
            }
        }
        return false;
    }
}
