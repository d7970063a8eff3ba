using Bnpl.Billing.Documents.Layout;

namespace Bnpl.Billing.Documents;

/// <summary>The goods, as many as fit on the first page, the rest on pages of their own.</summary>
internal sealed class InvoiceLineTable(Paper paper, InvoiceDocument invoice)
{
    private const double ContinuedNote = 5;
    private const double TopOfFurtherPages = 30;

    private static readonly TextStyle body = new(8.5);
    private static readonly Column[] columns =
    [
        new("商品名・サービス名", 104, Align.Left),
        new("数量", 16, Align.Right),
        new("単価（税込）", 26, Align.Right),
        new("金額（税込）", 28, Align.Right),
    ];

    private readonly IReadOnlyList<string>[] rows = [.. invoice.Lines.Select(Cells)];
    private int printed;

    public double DrawFirst(Sheet sheet, double top, double bottom)
    {
        var table = new Table(sheet, InvoicePdf.Left, columns, body);
        var y = top + table.Head(top);
        if (rows.Length == 0)
        {
            return y + table.Row(y, ["（明細はございません）", "", "", ""]);
        }

        var all = rows.Sum(table.RowHeight);
        y = DrawRows(table, y, y + all <= bottom ? bottom : bottom - ContinuedNote);
        if (printed < rows.Length)
        {
            sheet.Line(
                InvoicePdf.Right, y + 3.8, $"以下、明細の続き（残り{rows.Length - printed}件）は次ページをご覧ください。", new TextStyle(7.5, Ink: Ink.Muted), Align.Right);
            y += ContinuedNote;
        }

        return y;
    }

    public void DrawRest(double bottom)
    {
        while (printed < rows.Length)
        {
            var sheet = paper.Add();
            sheet.Line(InvoicePdf.Left, 20, "ご請求明細（続き）", new TextStyle(13, Bold: true, Ink.Accent));
            sheet.Fit(new Area(InvoicePdf.Right - 110, 13, 110, 9), $"{invoice.Addressee.Name} 様", new TextStyle(9), 6, Align.Right);
            sheet.HorizontalRule(InvoicePdf.Left, 23, InvoicePdf.Right - InvoicePdf.Left, 0.5, Ink.Accent);
            var table = new Table(sheet, InvoicePdf.Left, columns, body);
            DrawRows(table, TopOfFurtherPages + table.Head(TopOfFurtherPages), bottom);
        }
    }

    private double DrawRows(Table table, double y, double bottom)
    {
        while (printed < rows.Length && y + table.RowHeight(rows[printed]) <= bottom)
        {
            y += table.Row(y, rows[printed]);
            printed++;
        }

        return y;
    }

    private static IReadOnlyList<string> Cells(PrintedLine line) =>
        [line.Description + Printed.TaxMark(line.Tax), Printed.Amount(line.Quantity), Printed.Amount(line.UnitPrice), Printed.Amount(line.Amount)];
}
