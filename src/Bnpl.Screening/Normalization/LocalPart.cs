namespace Bnpl.Screening.Normalization;

/// <summary>What the part before the @ tells by itself.</summary>
internal static class LocalPart
{
    private const int Shortest = 9;
    private const int Random = 60;

    /// <summary>For each letter those that follow it in romaji, in English words and in European names; made by hand. A row per letter from a.</summary>
    private static readonly uint[] After = [.. ((string[])
    [
        "abcdefghiklmnprstuvwyz", "abeiloruy", "aehiklortuyz", "adeghiorsuy", "abcdefghiklmnoprstvwxyz", "aefilortu", "aeghilnoruy", "aehimnortuwy", "abcdefghijklmnoprstvz",
        "aeiouy", "aehiklorsuy", "adefiklmostuvy", "abeimnopsuy", "acdegijknostuyz", "abcdefghijklmnoprstuvwyz", "aehiloprstuy", "u", "acdegiklmnorstuyz", "acehikmopqstuwyz",
        "aehiorstuwy", "abcdefghijklmnoprstz", "aeio", "aehinory", "aipt", "aeimnostuz", "aeiouyz",
    ]).Select(row => row.Aggregate(0u, (bits, c) => bits | 1u << (c - 'a')))];

    /// <summary>Letters that are seldom neighbours, digits strewn among them, and long runs without a vowel count; pairs that people type and separators count against it.</summary>
    public static bool IsRandom(ReadOnlySpan<char> local)
    {
        if (local.Length < Shortest) return false;
        var (rare, common, turns, consonants, longest, letters, vowels, separators) = (0, 0, 0, 0, 0, 0, 0, 0);
        var before = '\0';
        foreach (var c in local)
        {
            if (char.IsAsciiLetterLower(c))
            {
                letters++;
                var vowel = c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
                vowels += vowel ? 1 : 0;
                consonants = vowel ? 0 : consonants + 1;
                longest = Math.Max(longest, consonants);
                if (char.IsAsciiLetterLower(before))
                {
                    if ((After[before - 'a'] >> (c - 'a') & 1) == 1) common++;
                    else rare++;
                }
                else if (char.IsAsciiDigit(before)) turns++;
            }
            else
            {
                consonants = 0;
                if (!char.IsAsciiDigit(c)) separators++;
                else if (char.IsAsciiLetterLower(before)) turns++;
            }
            before = c;
        }
        var points = 20 * rare - 4 * common + 20 * Math.Max(0, turns - 1) + 20 * Math.Max(0, longest - 4) - 20 * Math.Min(separators, 2);
        if (letters >= 6 && vowels * 5 < letters) points += 20;
        return points >= Random;
    }

    /// <summary>taro1, taro2, taro.1985: the mailboxes that one person opens in a row share what stands before the digits.</summary>
    public static string Stem(string local)
    {
        var end = local.AsSpan().TrimEnd("0123456789").TrimEnd("._-").Length;
        return end < 3 ? local : local[..end];
    }
}
