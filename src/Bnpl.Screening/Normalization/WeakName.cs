namespace Bnpl.Screening.Normalization;

/// <summary>
/// The name as it may be heard: no voicing, no length, Latin letters as kana with the surname first. Joins TARO YAMADA and ヤマダ タロウ, and
/// also people who are not one: it scores, it never decides.
/// </summary>
internal static class WeakName
{
    private static readonly ((uint[] Hashes, byte[] Counts) Families, (uint[] Hashes, byte[] Counts) Givens) Known = ReadKnown();

    public static string Key(string clean)
    {
        if (HasLatin(clean) && FromRomaji(clean) is { } romaji) return romaji;
        return Shorten(TextFolding.FoldWeak(clean));
    }

    /// <summary>Taro Yamada: the second word is a surname rather than the first.</summary>
    public static bool StartsWithGivenName(string clean)
    {
        var space = clean.IndexOf(' ', StringComparison.Ordinal);
        if (space <= 0 || clean.AsSpan(space + 1).Contains(' ') || !HasLatin(clean)) return false;
        return KanaOf(clean[..space]) is { } first && KanaOf(clean[(space + 1)..]) is { } second && IsGivenFirst(first, second);
    }

    private static string? FromRomaji(string clean)
    {
        var space = clean.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0) return KanaOf(clean);
        if (clean.AsSpan(space + 1).Contains(' ')) return null;
        var (first, second) = (KanaOf(clean[..space]), KanaOf(clean[(space + 1)..]));
        if (first is null || second is null) return null;
        return Shorten(IsGivenFirst(first, second) ? second + first : first + second);
    }

    /// <summary>By how many names of each list sound so: Yuko is a surname too, but rarely.</summary>
    private static bool IsGivenFirst(string first, string second) =>
        Count(Known.Givens, first) * Count(Known.Families, second) > Count(Known.Families, first) * Count(Known.Givens, second);

    private static string? KanaOf(string word)
    {
        var buffer = new FoldBuffer(stackalloc char[64]);
        var kana = RomajiName.TryKana(word, ref buffer) ? Shorten(TextFolding.FoldWeak(new string(buffer.Written))) : null;
        buffer.Dispose();
        return kana;
    }

    /// <summary>タロウ and タロ, オオタ and オタ, ユウコ and ユコ.</summary>
    private static string Shorten(string weak)
    {
        var buffer = new FoldBuffer(stackalloc char[128]);
        foreach (var c in weak)
        {
            var vowel = c is 'ウ' or 'オ' && Kana.IsKatakana(buffer.Last) ? Sound.Vowel(Sound.Of(buffer.Last)) : Sound.None;
            if (vowel == Sound.O || (vowel == Sound.U && c == 'ウ')) continue;
            buffer.Append(c);
        }
        var result = buffer.Length == weak.Length ? weak : new string(buffer.Written);
        buffer.Dispose();
        return result;
    }

    private static bool HasLatin(string clean) => clean.AsSpan().IndexOfAnyInRange('A', 'z') >= 0;

    private static int Count((uint[] Hashes, byte[] Counts) known, string kana)
    {
        var at = Array.BinarySearch(known.Hashes, Hash(kana));
        return at < 0 ? 1 : 1 + known.Counts[at];
    }

    private static ((uint[], byte[]), (uint[], byte[])) ReadKnown()
    {
        SortedDictionary<uint, byte>[] known = [[], []];
        var list = 0;
        foreach (var line in BundledData.Lines("name-readings.txt.br"))
        {
            if (line[0] == '=')
            {
                list = line[1] == 'F' ? 0 : 1;
                continue;
            }
            foreach (var reading in line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..].Split(' '))
            {
                var hash = Hash(Shorten(TextFolding.FoldWeak(reading)));
                known[list][hash] = (byte)Math.Min(known[list].GetValueOrDefault(hash) + 1, byte.MaxValue);
            }
        }
        return (([.. known[0].Keys], [.. known[0].Values]), ([.. known[1].Keys], [.. known[1].Values]));
    }

    private static uint Hash(string kana)
    {
        var hash = 2166136261u;
        foreach (var c in kana) hash = (hash ^ c) * 16777619u;
        return hash;
    }
}
