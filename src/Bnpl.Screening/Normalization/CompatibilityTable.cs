using System.Globalization;

namespace Bnpl.Screening.Normalization;

/// <summary>
/// NFKC as a table. The process runs with invariant globalization, where string.Normalize leaves half width and full width alone;
/// it also throws on lone surrogates and is quadratic on long runs of marks. Marks on Latin letters are left out: é is e.
/// </summary>
internal static class CompatibilityTable
{
    private const char Dropped = '\0';
    private const char Expands = '\uFFFF';

    private static readonly Dictionary<int, string> Many = [];
    private static readonly char[] One = Build();

    public static void Append(ref FoldBuffer into, ReadOnlySpan<char> text, int maxLength)
    {
        for (var i = 0; i < text.Length && into.Length < maxLength; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c))
            {
                if (i + 1 >= text.Length || !char.IsSurrogatePair(c, text[i + 1])) continue;
                AppendPair(ref into, c, text[++i]);
                continue;
            }
            var mapped = One[c];
            if (mapped == Dropped) continue;
            if (mapped != Expands) AppendMapped(ref into, mapped);
            else foreach (var part in Many[c]) AppendMapped(ref into, part);
        }
        into.TrimEnd();
    }

    private static void AppendPair(ref FoldBuffer into, char high, char low)
    {
        var code = char.ConvertToUtf32(high, low);
        if (code is >= 0xE0000 and <= 0xE0FFF) return; // ideographic variation selectors and tags
        if (Many.TryGetValue(code, out var mapped)) into.Append(mapped);
        else
        {
            into.Append(high);
            into.Append(low);
        }
    }

    private static void AppendMapped(ref FoldBuffer into, char c)
    {
        if (c == ' ')
        {
            if (into.Length > 0 && into.Last != ' ') into.Append(' ');
        }
        else if (c is '\u3099' or '\u309A') Kana.Voice(ref into, half: c == '\u309A');
        else into.Append(c);
    }

    private static char[] Build()
    {
        var one = new char[char.MaxValue + 1];
        for (var i = 0; i < one.Length; i++) one[i] = Initial((char)i);
        foreach (var line in BundledData.Lines("compatibility.txt.br"))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var code = int.Parse(line.AsSpan(0, tab), NumberStyles.HexNumber);
            var mapped = string.Concat(line[(tab + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(part => char.ConvertFromUtf32(int.Parse(part, NumberStyles.HexNumber))));
            if (code > char.MaxValue)
            {
                Many[code] = mapped;
                continue;
            }
            if (one[code] is Dropped or ' ') continue;
            mapped = string.Concat(mapped.Where(c => char.IsSurrogate(c) || Initial(c) != Dropped));
            one[code] = mapped.Length switch { 0 => Dropped, 1 => mapped[0], _ => Expands };
            if (mapped.Length > 1) Many[code] = mapped;
        }
        one['゛'] = '\u3099';
        one['゜'] = '\u309A';
        Many[0x20BB7] = "吉"; // 𠮷, the only variant outside the basic plane common in family names
        return one;
    }

    private static char Initial(char c)
    {
        if (char.IsWhiteSpace(c)) return ' ';
        if (IsLatinMark(c)) return Dropped;
        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned => Dropped,
            _ => c,
        };
    }

    private static bool IsLatinMark(char c) => c
        is (>= '\u0300' and <= '\u036F') or (>= '\u1AB0' and <= '\u1AFF') or (>= '\u1DC0' and <= '\u1DFF')
        or (>= '\u20D0' and <= '\u20FF') or (>= '\uFE00' and <= '\uFE0F') or (>= '\uFE20' and <= '\uFE2F') or '\u115F' or '\u1160' or '\u3164';
}
