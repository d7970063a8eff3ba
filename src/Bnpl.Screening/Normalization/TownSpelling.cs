namespace Bnpl.Screening.Normalization;

/// <summary>Other ways to write a town's name, in the folded form.</summary>
internal static class TownSpelling
{
    /// <summary>本町3丁目 and 本町6ノ1丁目 to 本町; empty when the name does not end so, or is nothing but a number.</summary>
    public static string Stem(string folded)
    {
        if (!folded.EndsWith("丁目", StringComparison.Ordinal)) return "";
        var end = folded.AsSpan(0, folded.Length - 2).TrimEnd("0123456789");
        if (end.Length == folded.Length - 2) return "";
        if (end.Length > 1 && end[^1] == 'ノ' && char.IsAsciiDigit(end[^2])) end = end[..^1].TrimEnd("0123456789");
        return end.Length < 2 || char.IsAsciiDigit(end[^1]) ? "" : new string(end);
    }

    /// <summary>The published name likewise.</summary>
    public static string Published(string town) => town[..^2].TrimEnd("一二三四五六七八九十の０１２３４５６７８９".ToCharArray());

    /// <summary>四谷 and 四ツ谷, 山ノ内 and 山内, 霞ケ関 and 霞関.</summary>
    public static IEnumerable<string> Others(string folded)
    {
        for (var i = 1; i < folded.Length - 1; i++)
        {
            var between = IsName(folded[i - 1]) && IsName(folded[i + 1]);
            if (folded[i] is 'ツ' or 'ノ' or 'ケ' && between) yield return folded.Remove(i, 1);
            if (char.IsAsciiDigit(folded[i - 1]) && folded[i] is '谷' or '木' or '橋' or '塚' or '池') yield return folded.Insert(i, "ツ");
        }
        if (folded.Length == 2 && char.IsAsciiDigit(folded[0]) && folded[1] == '谷') yield return folded.Insert(1, "ツ");
    }

    private static bool IsName(char c) => c >= '㐀' || char.IsAsciiDigit(c);
}
