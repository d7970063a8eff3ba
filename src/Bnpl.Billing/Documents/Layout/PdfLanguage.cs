using System.Globalization;
using System.Text;

namespace Bnpl.Billing.Documents.Layout;

/// <summary>
/// Declares the language of a finished PDF, which screen readers need and SkiaSharp cannot set. The catalogue is written again, with the entry,
/// as an incremental update: the way the format itself provides for changing a file without touching what is there.
/// </summary>
internal static class PdfLanguage
{
    public static byte[] Declare(byte[] pdf, string language)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var trailer = text.LastIndexOf("trailer", StringComparison.Ordinal);
        var root = Number(text, text.IndexOf("/Root ", trailer, StringComparison.Ordinal) + 6);
        var previous = Number(text, text.LastIndexOf("startxref", StringComparison.Ordinal) + 10);
        var size = Number(text, text.IndexOf("/Size ", trailer, StringComparison.Ordinal) + 6);

        var head = $"\n{root} 0 obj\n";
        var start = text.LastIndexOf(head, StringComparison.Ordinal);
        var open = text.IndexOf("<<", start, StringComparison.Ordinal) + 2;
        var end = text.IndexOf("endobj", start, StringComparison.Ordinal) + 6;

        var gap = pdf[^1] == (byte)'\n' ? "" : "\n";
        var at = pdf.Length + gap.Length;
        var catalogue = string.Concat(text.AsSpan(start + 1, open - start - 1), $"/Lang ({language})\n", text.AsSpan(open, end - open), "\n");
        var table = at + catalogue.Length;
        var info = text.IndexOf("/Info ", trailer, StringComparison.Ordinal);
        var id = text.IndexOf("/ID ", trailer, StringComparison.Ordinal);
        var update = new StringBuilder(gap).Append(catalogue)
            .Append(CultureInfo.InvariantCulture, $"xref\n{root} 1\n{at:D10} 00000 n \ntrailer\n<</Size {size}\n/Root {root} 0 R\n");
        if (info >= 0)
        {
            update.Append(CultureInfo.InvariantCulture, $"/Info {Number(text, info + 6)} 0 R\n");
        }

        if (id >= 0)
        {
            update.Append(text.AsSpan(id, text.IndexOf(']', id) + 1 - id)).Append('\n');
        }

        update.Append(CultureInfo.InvariantCulture, $"/Prev {previous}>>\nstartxref\n{table}\n%%EOF\n");
        return [.. pdf, .. Encoding.Latin1.GetBytes(update.ToString())];
    }

    private static int Number(string text, int from)
    {
        var end = from;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return int.Parse(text.AsSpan(from, end - from), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
