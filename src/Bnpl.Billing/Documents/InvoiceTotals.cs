using Bnpl.Billing.Documents.Layout;

namespace Bnpl.Billing.Documents;

internal sealed record TotalRow(string Label, string Amount, bool Strong = false);

/// <summary>On the right the sums by tax rate and all that leads to the amount asked; on the left what the buyer has to know.</summary>
internal static class InvoiceTotals
{
    private const double TotalsLeft = 108;
    private const double RowHeight = 4.5;
    private const double WarningHeight = 10;

    private static readonly TextStyle body = new(8.5);
    private static readonly TextStyle note = new(7.5);

    public static IReadOnlyList<TotalRow> Rows(InvoiceDocument invoice)
    {
        var rows = new List<TotalRow>();
        foreach (var total in invoice.TaxTotals)
        {
            rows.Add(new TotalRow($"{Printed.TaxLabel(total.Tax)} 合計（税込）", Printed.Yen(total.AmountIncludingTax)));
            if (total.Tax is PrintedTax.Standard10 or PrintedTax.Reduced8)
            {
                rows.Add(new TotalRow("　うち消費税額", Printed.Yen(total.TaxAmount)));
            }
        }

        rows.AddRange(invoice.Adjustments.Select(adjustment => new TotalRow(adjustment.Description, Printed.Yen(adjustment.Amount))));
        rows.AddRange(invoice.Charges.Select(charge => new TotalRow(charge.Description + ChargeMark(charge.Tax), Printed.Yen(charge.Amount))));
        rows.Add(new TotalRow("ご請求金額", Printed.Yen(invoice.AmountDue), Strong: true));
        return rows;
    }

    public static double Height(Sheet sheet, InvoiceDocument invoice, IReadOnlyList<TotalRow> rows) =>
        Math.Max(rows.Count * RowHeight + 2, NotesHeight(sheet, invoice));

    public static void Draw(Sheet sheet, InvoiceDocument invoice, IReadOnlyList<TotalRow> rows, double top)
    {
        var y = top;
        foreach (var row in rows)
        {
            var height = row.Strong ? RowHeight + 1.6 : RowHeight;
            var line = new Area(TotalsLeft, y, InvoicePdf.Right - TotalsLeft, height);
            if (row.Strong)
            {
                sheet.Fill(line, Ink.Tint);
                sheet.HorizontalRule(line.X, line.Y, line.Width, 0.35, Ink.Accent);
            }

            var style = row.Strong ? body with { Bold = true, SizePoints = 10.5 } : body;
            sheet.Fit(new Area(line.X + 1.5, line.Y, line.Width - 30, line.Height), row.Label, style, 5.5);
            sheet.Fit(new Area(line.Right - 40, line.Y, 38.5, line.Height), row.Amount, style, 6, Align.Right);
            sheet.HorizontalRule(line.X, line.Bottom, line.Width, row.Strong ? 0.35 : 0.15, row.Strong ? Ink.Accent : Ink.Line);
            y += height;
        }

        var at = top;
        if (InvoiceWords.EarlierSlips(invoice) is { } warning)
        {
            var box = new Area(InvoicePdf.Left, top, NoteArea(0).Width + 2.6, WarningHeight - 1.5);
            sheet.Frame(box, 0.35, Ink.Black);
            sheet.Fit(box.Inset(1.5, 0.4), warning, new TextStyle(8, Bold: true), 6);
            at += WarningHeight;
        }

        foreach (var text in InvoiceWords.Notes(invoice))
        {
            sheet.Line(InvoicePdf.Left, at + note.BaselineOffset, "・", note);
            at += sheet.Paragraph(NoteArea(at), text, note) + 0.6;
        }
    }

    private static double NotesHeight(Sheet sheet, InvoiceDocument invoice) =>
        (InvoiceWords.EarlierSlips(invoice) is null ? 0 : WarningHeight) + InvoiceWords.Notes(invoice).Sum(text => sheet.HeightOf(text, NoteArea(0).Width, note) + 0.6);

    private static Area NoteArea(double top) => new(InvoicePdf.Left + 2.6, top, TotalsLeft - InvoicePdf.Left - 7, 50);

    private static string ChargeMark(PrintedTax? tax) => tax switch
    {
        null => "",
        PrintedTax.Standard10 => "（課税10%）",
        PrintedTax.Reduced8 => "（課税8%）",
        PrintedTax.Exempt => "（非課税）",
        PrintedTax.OutOfScope => "（不課税）",
        _ => throw new ArgumentOutOfRangeException(nameof(tax)),
    };
}
