namespace Bnpl.Screening.Normalization;

/// <summary>Kanji numerals to digits where they count something (三丁目, 二十三番地, 一〇一号, 北十二条), never inside a name (八王子, 四谷).</summary>
internal static class KanjiNumerals
{
    private const string Ones = "〇一二三四五六七八九";

    /// <summary>Rewrites in place and returns the new length.</summary>
    public static int ToDigits(Span<char> chars, Span<bool> spaced, int length)
    {
        var written = 0;
        Span<char> number = stackalloc char[12];
        for (var i = 0; i < length;)
        {
            var end = RunEnd(chars, spaced, i, length);
            if (end == i || !Counts(chars, spaced, i, end, written, length) || !TryRead(chars[i..end], number, out var digits))
            {
                end = Math.Max(end, i + 1);
                for (; i < end; i++)
                {
                    spaced[written] = spaced[i];
                    chars[written++] = chars[i];
                }
                continue;
            }
            var space = spaced[i];
            for (var d = 0; d < digits; d++)
            {
                spaced[written] = d == 0 && space;
                chars[written++] = number[d];
            }
            i = end;
        }
        return written;
    }

    private static bool IsNumeral(char c) => c is '十' or '百' or '千' or '零' || Ones.Contains(c, StringComparison.Ordinal);

    private static int RunEnd(Span<char> chars, Span<bool> spaced, int start, int length)
    {
        var end = start;
        while (end < length && IsNumeral(chars[end]) && (end == start || !spaced[end])) end++;
        return end;
    }

    private static bool Counts(Span<char> chars, Span<bool> spaced, int start, int end, int written, int length)
    {
        if (end < length)
        {
            var next = chars[end];
            if (next is '番' or '号' or '条' or '線' or '階' or '-' || char.IsAsciiDigit(next)) return true;
            if (next == '丁' && end + 1 < length && chars[end + 1] is '目' or '-' ) return true;
            if (next == '地' && end + 1 < length && chars[end + 1] == '割') return true;
            if (next == 'ノ' && end + 1 < length && (char.IsAsciiDigit(chars[end + 1]) || (IsNumeral(chars[end + 1]) && start > 0))) return true;
        }
        if (written == 0) return false;
        var before = chars[written - 1];
        if (before == '-' || char.IsAsciiDigit(before)) return true;
        var closed = end == length || spaced[end];
        return closed && (before is '目' or '番' or '地' || (before == 'ノ' && written > 1 && (char.IsAsciiDigit(chars[written - 2]) || chars[written - 2] == '地')));
    }

    private static bool TryRead(ReadOnlySpan<char> run, Span<char> digits, out int length)
    {
        length = 0;
        if (run.Length > 8) return false;
        if (run.IndexOfAny('十', '百', '千') < 0)
        {
            foreach (var c in run) digits[length++] = (char)('0' + Value(c));
            return true;
        }
        var total = 0;
        var pending = 0;
        foreach (var c in run)
        {
            var unit = c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (unit == 0)
            {
                pending = pending * 10 + Value(c);
                continue;
            }
            total += Math.Max(pending, 1) * unit;
            pending = 0;
        }
        return (total + pending).TryFormat(digits, out length);
    }

    private static int Value(char c) => c == '零' ? 0 : Ones.IndexOf(c, StringComparison.Ordinal);
}
