namespace Bnpl.Billing.Documents.Layout;

/// <summary>One page. Everything is placed in millimetres from the upper left corner.</summary>
internal sealed class Sheet(Paper paper)
{
    private readonly List<Mark> marks = [];

    public IReadOnlyList<Mark> Marks => marks;

    /// <summary>One line whose baseline is at <paramref name="baseline"/>; <paramref name="x"/> is its left end, middle or right end.</summary>
    public void Line(double x, double baseline, string text, TextStyle style, Align align = Align.Left)
    {
        var clean = PrintableText.Clean(text);
        var start = align switch
        {
            Align.Left => x,
            Align.Center => x - paper.Measure(clean, style) / 2,
            Align.Right => x - paper.Measure(clean, style),
            _ => throw new ArgumentOutOfRangeException(nameof(align)),
        };
        foreach (var (face, run, width) in paper.Runs(clean, style))
        {
            marks.Add(new TextMark(start, baseline, run, face, style.SizePoints, style.Ink));
            start += width;
        }
    }

    /// <summary>A paragraph from the top of the area down, as long as it needs to be. Answers the height it took.</summary>
    public double Paragraph(Area area, string text, TextStyle style, Align align = Align.Left) =>
        Lines(area, Break(text, area.Width, style), style, align);

    public double HeightOf(string text, double width, TextStyle style) => Break(text, width, style).Count * style.LineHeight;

    /// <summary>
    /// A text that has to stay inside the area: the type shrinks in half points down to <paramref name="smallestPoints"/>, and what is too long
    /// even then ends in …, which the document reports. Vertically centred unless told otherwise. Answers the height it took.
    /// </summary>
    public double Fit(Area area, string text, TextStyle style, double smallestPoints, Align align = Align.Left, bool fromTop = false)
    {
        var lines = Break(text, area.Width, style);
        while (lines.Count * style.LineHeight > area.Height + 0.01 && style.SizePoints > smallestPoints)
        {
            style = style with { SizePoints = Math.Max(smallestPoints, style.SizePoints - 0.5) };
            lines = Break(text, area.Width, style);
        }

        var room = Math.Max(1, (int)((area.Height + 0.01) / style.LineHeight));
        if (lines.Count > room)
        {
            paper.ShortenedTexts.Add(text);
            lines = [.. lines.Take(room - 1), Shorten(lines[room - 1], area.Width, style)];
        }

        var height = lines.Count * style.LineHeight;
        Lines(area with { Y = area.Y + (fromTop ? 0 : Math.Max(0, (area.Height - height) / 2)) }, lines, style, align);
        return height;
    }

    public void Fill(Area area, Ink ink) => marks.Add(new FillMark(area, ink));

    public void HorizontalRule(double x, double y, double width, double thickness = 0.2, Ink ink = Ink.Line) =>
        Fill(new Area(x, y - thickness / 2, width, thickness), ink);

    public void VerticalRule(double x, double y, double height, double thickness = 0.2, Ink ink = Ink.Line) =>
        Fill(new Area(x - thickness / 2, y, thickness, height), ink);

    public void Frame(Area area, double thickness = 0.2, Ink ink = Ink.Line)
    {
        HorizontalRule(area.X - thickness / 2, area.Y, area.Width + thickness, thickness, ink);
        HorizontalRule(area.X - thickness / 2, area.Bottom, area.Width + thickness, thickness, ink);
        VerticalRule(area.X, area.Y, area.Height, thickness, ink);
        VerticalRule(area.Right, area.Y, area.Height, thickness, ink);
    }

    public void DashedRule(double fromX, double fromY, double toX, double toY, double dash = 1.2, double gap = 1.2, double thickness = 0.15)
    {
        var length = Math.Max(toX - fromX, toY - fromY);
        var across = toX - fromX > toY - fromY;
        for (var done = 0d; done < length; done += dash + gap)
        {
            var piece = Math.Min(dash, length - done);
            Fill(across ? new Area(fromX + done, fromY - thickness / 2, piece, thickness)
                : new Area(fromX - thickness / 2, fromY + done, thickness, piece), Ink.Muted);
        }
    }

    private double Lines(Area area, IReadOnlyList<string> lines, TextStyle style, Align align)
    {
        var x = align switch
        {
            Align.Left => area.X,
            Align.Center => area.X + area.Width / 2,
            Align.Right => area.Right,
            _ => throw new ArgumentOutOfRangeException(nameof(align)),
        };
        var top = area.Y;
        foreach (var line in lines)
        {
            Line(x, top + style.BaselineOffset, line, style, align);
            top += style.LineHeight;
        }

        return lines.Count * style.LineHeight;
    }

    private IReadOnlyList<string> Break(string text, double width, TextStyle style) =>
        LineBreaking.Break(PrintableText.Clean(text), width, rune => paper.Measure(rune, style));

    private string Shorten(string line, double width, TextStyle style)
    {
        var kept = line;
        while (kept.Length > 0 && paper.Measure(kept + "…", style) > width)
        {
            kept = kept[..^(kept.Length > 1 && char.IsLowSurrogate(kept[^1]) ? 2 : 1)];
        }

        return kept + "…";
    }
}
