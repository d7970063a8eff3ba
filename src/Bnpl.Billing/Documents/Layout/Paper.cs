using System.Text;

namespace Bnpl.Billing.Documents.Layout;

internal sealed record DocumentProperties(string Title, string Author, DateTimeOffset CreatedAt);

/// <summary>A document being laid out: its sheets, and what could not be printed as it was given.</summary>
internal sealed class Paper(DocumentFonts fonts, double width, double height)
{
    private readonly List<Sheet> sheets = [];
    private readonly SortedSet<string> missing = new(StringComparer.Ordinal);

    public double Width => width;

    public double Height => height;

    public IReadOnlyList<Sheet> Sheets => sheets;

    /// <summary>Characters none of the fonts has; 〓 stands in their place.</summary>
    public IReadOnlyCollection<string> MissingCharacters => missing;

    /// <summary>Texts that had to end in … because their boxes were full.</summary>
    public ICollection<string> ShortenedTexts { get; } = [];

    public static Paper A4(DocumentFonts fonts) => new(fonts, 210, 297);

    public Sheet Add()
    {
        var sheet = new Sheet(this);
        sheets.Add(sheet);
        return sheet;
    }

    public double Measure(Rune rune, TextStyle style)
    {
        var (face, shown) = Resolve(rune, style.Bold);
        return face.Advance(shown.Value) * style.SizePoints * TextStyle.MillimetresPerPoint / 1000;
    }

    public double Measure(string text, TextStyle style)
    {
        var total = 0d;
        foreach (var rune in PrintableText.Clean(text).EnumerateRunes())
        {
            total += Measure(rune, style);
        }

        return total;
    }

    /// <summary>The text in stretches of one face each, unprintable characters replaced.</summary>
    public IEnumerable<(FontFace Face, string Text, double Width)> Runs(string text, TextStyle style)
    {
        var run = new StringBuilder();
        var length = 0d;
        FontFace? current = null;
        foreach (var rune in text.EnumerateRunes())
        {
            var (face, shown) = Resolve(rune, style.Bold);
            if (current is not null && !ReferenceEquals(face, current))
            {
                yield return (current, run.ToString(), length);
                run.Clear();
                length = 0;
            }

            current = face;
            run.Append(shown.ToString());
            length += face.Advance(shown.Value) * style.SizePoints * TextStyle.MillimetresPerPoint / 1000;
        }

        if (current is not null)
        {
            yield return (current, run.ToString(), length);
        }
    }

    private (FontFace Face, Rune Shown) Resolve(Rune rune, bool bold)
    {
        if (fonts.FaceFor(rune, bold) is { } face)
        {
            return (face, rune);
        }

        missing.Add(rune.ToString());
        var substitute = new Rune(DocumentFonts.MissingMark[0]);
        return (fonts.FaceFor(substitute, bold)!, substitute);
    }
}
