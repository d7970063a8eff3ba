namespace Bnpl.Screening.Normalization;

/// <summary>Kanji numerals to digits where they count something (三丁目, 二十三番地, 一〇一号, 北十二条), never inside a name (八王子, 四谷).</summary>
internal static class KanjiNumerals
{
    private const string Ones = "〇一二三四五六七八九";

    /// <summary>Copies the text and its spaces with digits for numerals and returns the new length; stops where the target is full.</summary>
    public static int ToDigits(ReadOnlySpan<char> from, ReadOnlySpan<bool> spaces, Span<char> chars, Span<bool> spaced)
    {
        var written = 0;
        Span<char> number = stackalloc char[12];
        for (var i = 0; i < from.Length;)
        {
            var end = RunEnd(from, spaces, i);
            scoped var run = from[i..Math.Max(end, i + 1)];
            if (end > i && Counts(from, spaces, i, end, chars[..written]) && TryRead(run, number, out var digits)) run = number[..digits];
            if (written + run.Length > chars.Length) return written;
            run.CopyTo(chars[written..]);
            spaced.Slice(written, run.Length).Clear();
            spaced[written] = spaces[i];
            written += run.Length;
            i = Math.Max(end, i + 1);
        }
        return written;
    }

    private static bool IsNumeral(char c) => c is '十' or '百' or '千' or '零' || Ones.Contains(c, StringComparison.Ordinal);

    private static int RunEnd(ReadOnlySpan<char> chars, ReadOnlySpan<bool> spaced, int start)
    {
        var end = start;
        while (end < chars.Length && IsNumeral(chars[end]) && (end == start || !spaced[end])) end++;
        return end;
    }

    private static bool Counts(ReadOnlySpan<char> chars, ReadOnlySpan<bool> spaced, int start, int end, ReadOnlySpan<char> done)
    {
        if (end < chars.Length)
        {
            var next = chars[end];
            if (next is '番' or '号' or '条' or '線' or '階' or '-') return true;
            if (next == '丁' && end + 1 < chars.Length && chars[end + 1] is '目' or '-') return true;
            if (next == '地' && end + 1 < chars.Length && chars[end + 1] == '割') return true;
            if (next == 'ノ' && end + 1 < chars.Length && (char.IsAsciiDigit(chars[end + 1]) || (IsNumeral(chars[end + 1]) && start > 0))) return true;
        }
        if (done.Length == 0) return false;
        var before = done[^1];
        if (before == '-') return true;
        var closed = end == chars.Length || spaced[end];
        return closed && (before is '目' or '番' or '地' || (before == 'ノ' && done.Length > 1 && (char.IsAsciiDigit(done[^2]) || done[^2] == '地')));
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
