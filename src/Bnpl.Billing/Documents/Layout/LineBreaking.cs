using System.Text;

namespace Bnpl.Billing.Documents.Layout;

/// <summary>
/// Breaks text into lines after the Japanese rules (JIS X 4051, 禁則処理): no closing mark, small kana or long-vowel mark begins a line, no
/// opening bracket ends one, and words and numbers in Latin letters stay whole where the line allows it.
/// </summary>
internal static class LineBreaking
{
    public const string NeverFirst = "、。，．,.・：；:;？！?!）)」』】〕］]〉》｝}”’ー～〜々ゝゞヽヾ…‥％%ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ様円年月日点";
    public const string NeverLast = "（(「『【〔［[〈《｛{“‘〒￥¥＃#第";

    /// <summary>Lines no wider than <paramref name="width"/>, unless a single character is wider. An empty text is one empty line.</summary>
    public static IReadOnlyList<string> Break(string text, double width, Func<Rune, double> measure)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            BreakParagraph(paragraph, width, measure, lines);
        }

        return lines;
    }

    private static void BreakParagraph(string paragraph, double width, Func<Rune, double> measure, List<string> lines)
    {
        var line = new StringBuilder();
        var used = 0d;
        foreach (var piece in Pieces(paragraph))
        {
            var pieceWidth = Width(piece, measure);
            if (used > 0 && used + Width(piece.TrimEnd(' '), measure) > width)
            {
                lines.Add(line.ToString().TrimEnd(' '));
                line.Clear();
                used = 0;
            }

            if (pieceWidth > width)
            {
                used = Split(piece, width, measure, line, used, lines);
                continue;
            }

            line.Append(piece);
            used += pieceWidth;
        }

        lines.Add(line.ToString().TrimEnd(' '));
    }

    // A piece longer than the whole line (an address mail, a row of brackets) has to give way somewhere.
    private static double Split(string piece, double width, Func<Rune, double> measure, StringBuilder line, double used, List<string> lines)
    {
        foreach (var rune in piece.EnumerateRunes())
        {
            var runeWidth = measure(rune);
            if (used > 0 && used + runeWidth > width)
            {
                lines.Add(line.ToString().TrimEnd(' '));
                line.Clear();
                used = 0;
            }

            line.Append(rune.ToString());
            used += runeWidth;
        }

        return used;
    }

    /// <summary>The text cut wherever a line may end; the pieces joined are the text.</summary>
    public static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        var before = default(Rune);
        for (var index = 0; index < text.Length;)
        {
            var rune = Rune.GetRuneAt(text, index);
            if (index > start && MayBreakBetween(before, rune))
            {
                yield return text[start..index];
                start = index;
            }

            before = rune;
            index += rune.Utf16SequenceLength;
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }

    private static bool MayBreakBetween(Rune before, Rune after)
    {
        if (after.Value == ' ' || IsOneOf(after, NeverFirst) || IsOneOf(before, NeverLast))
        {
            return false;
        }

        return !(IsWord(before) && IsWord(after));
    }

    private static bool IsOneOf(Rune rune, string characters) => rune.IsBmp && characters.Contains((char)rune.Value, StringComparison.Ordinal);

    private static bool IsWord(Rune rune) => rune.Value is > ' ' and < 0x250;

    private static double Width(string text, Func<Rune, double> measure)
    {
        var width = 0d;
        foreach (var rune in text.EnumerateRunes())
        {
            width += measure(rune);
        }

        return width;
    }
}
