namespace Bnpl.Billing.Documents.Layout;

internal sealed record Column(string Title, double Width, Align Align);

/// <summary>A table with a shaded head. Rows are as high as their tallest cell, up to four lines, and never split across pages.</summary>
internal sealed class Table(Sheet sheet, double x, IReadOnlyList<Column> columns, TextStyle style)
{
    public const double HeadHeight = 5.2;
    private const int MostLines = 4;
    private const double Padding = 0.45;
    private const double Gutter = 1.5;

    public double Width => columns.Sum(column => column.Width);

    public double Head(double y)
    {
        sheet.Fill(new Area(x, y, Width, HeadHeight), Ink.Accent);
        var left = x;
        foreach (var column in columns)
        {
            var cell = new Area(left, y, column.Width, HeadHeight).Inset(Gutter, 0);
            sheet.Fit(cell, column.Title, style with { Bold = true, Ink = Ink.White }, 5, column.Align == Align.Left ? Align.Left : Align.Center);
            left += column.Width;
        }

        return HeadHeight;
    }

    public double RowHeight(IReadOnlyList<string> cells) =>
        Math.Min(
            MostLines * style.LineHeight,
            columns.Zip(cells).Max(pair => sheet.HeightOf(pair.Second, pair.First.Width - 2 * Gutter, style))) + 2 * Padding;

    public double Row(double y, IReadOnlyList<string> cells)
    {
        var height = RowHeight(cells);
        var left = x;
        foreach (var (column, cell) in columns.Zip(cells))
        {
            sheet.Fit(new Area(left, y, column.Width, height).Inset(Gutter, Padding), cell, style, style.SizePoints - 1.5, column.Align);
            left += column.Width;
        }

        sheet.HorizontalRule(x, y + height, Width, 0.15);
        return height;
    }
}
