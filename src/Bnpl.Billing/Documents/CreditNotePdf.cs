using Bnpl.Billing.Documents.Layout;

namespace Bnpl.Billing.Documents;

/// <summary>The note to the buyer that part of a purchase was taken back, and what that changes.</summary>
internal sealed class CreditNotePdf(DocumentFonts fonts, IDocumentEngine engine)
{
    private const double Width = InvoicePdf.Right - InvoicePdf.Left;
    private const double TotalsLeft = 108;
    private const double RowHeight = 5;

    private static readonly TextStyle body = new(8.5);
    private static readonly Column[] columns =
    [
        new("返品・値引きの内容", 104, Align.Left),
        new("数量", 16, Align.Right),
        new("単価（税込）", 26, Align.Right),
        new("金額（税込）", 28, Align.Right),
    ];

    public RenderedDocument Render(CreditNoteDocument note)
    {
        var paper = Paper.A4(fonts);
        var sheet = paper.Add();
        DrawHead(sheet, note);
        var (last, y) = DrawLines(paper, sheet, note);
        DrawTotals(last, note, y + 3);
        PageNumbers.Draw(paper, $"返還請求書番号 {note.Number}", slipOnFirstPage: false);
        var properties = new DocumentProperties(
            $"適格返還請求書 {note.Number}", note.Operator.Name, new DateTimeOffset(note.ReturnedOn, TimeOnly.MinValue, TimeSpan.Zero));
        return new RenderedDocument(engine.Write(paper, properties), paper.Sheets.Count, paper.MissingCharacters, [.. paper.ShortenedTexts]);
    }

    private static void DrawHead(Sheet sheet, CreditNoteDocument note)
    {
        InvoiceHead.DrawAddressee(sheet, note.Addressee);
        InvoiceHead.DrawTitle(sheet, "適格返還請求書", note.Reason, "番号", note.Number, note.ReturnedOn);
        InvoiceHead.DrawIssuer(sheet, note.Operator);
        sheet.Fit(
            new Area(InvoicePdf.Left, 50, 92, 17.5),
            $"「{note.Merchant.Name}」でのご購入につきまして、下記のとおり承りましたので、ご通知申し上げます。", new TextStyle(8.5), 7);

        var box = new Area(InvoicePdf.Left, 69, Width, 14);
        sheet.Fill(box, Ink.Tint);
        sheet.Frame(box, 0.35, Ink.Accent);
        sheet.Fit(new Area(box.X + 4, box.Y, 50, box.Height), "返品・値引きの金額（税込）", new TextStyle(9.5, Bold: true, Ink.Accent), 7);
        sheet.Fit(new Area(box.X + 60, box.Y, box.Width - 66, box.Height), Printed.Yen(note.Amount), new TextStyle(21, Bold: true), 9, Align.Right);

        var shop = note.Merchant.RegistrationNumber is { } number ? $"ご購入店 {note.Merchant.Name}（登録番号 {number}）" : $"ご購入店 {note.Merchant.Name}";
        var supplied = note.SuppliedOn is { } day ? $"　ご購入（出荷）日 {Printed.Date(day)}" : "";
        sheet.Fit(new Area(InvoicePdf.Left, 84.2, Width, 4.6), shop, new TextStyle(8.5, Bold: true), 5.5);
        sheet.Fit(
            new Area(InvoicePdf.Left, 88.6, Width, 4.4), $"ご注文番号 {note.OrderNumber}{supplied}　返品・値引き日 {Printed.Date(note.ReturnedOn)}", new TextStyle(8), 5.5);
    }

    // Room for the totals is kept on every page, so that they never stand alone.
    private static (Sheet Sheet, double Y) DrawLines(Paper paper, Sheet first, CreditNoteDocument note)
    {
        var bottom = InvoicePdf.FootOfPage - TotalsHeight(note);
        var sheet = first;
        var table = new Table(sheet, InvoicePdf.Left, columns, body);
        var y = 94 + table.Head(94);
        foreach (var line in note.Lines)
        {
            string[] cells =
                [line.Description + Printed.TaxMark(line.Tax), Printed.Amount(line.Quantity), Printed.Amount(line.UnitPrice), Printed.Amount(line.Amount)];
            if (y + table.RowHeight(cells) > bottom)
            {
                sheet = paper.Add();
                table = new Table(sheet, InvoicePdf.Left, columns, body);
                y = 20 + table.Head(20);
            }

            y += table.Row(y, cells);
        }

        return (sheet, note.Lines.Count > 0 ? y : y + table.Row(y, [note.Reason, "", "", Printed.Amount(note.Amount)]));
    }

    private static void DrawTotals(Sheet sheet, CreditNoteDocument note, double top)
    {
        var y = top;
        foreach (var total in note.TaxTotals)
        {
            Row(sheet, ref y, $"{Printed.TaxLabel(total.Tax)} 合計（税込）", Printed.Yen(total.AmountIncludingTax));
            if (total.Tax is PrintedTax.Standard10 or PrintedTax.Reduced8)
            {
                Row(sheet, ref y, "　うち消費税額", Printed.Yen(total.TaxAmount));
            }
        }

        Row(sheet, ref y, "ご請求額から差し引く金額", Printed.Yen(note.Amount - note.RefundAmount));
        Row(sheet, ref y, "ご返金額", Printed.Yen(note.RefundAmount));
        var words = note.RefundAmount > 0
            ? "ご返金につきましては、別途ご案内いたします。"
            : "ご請求額の変更後の請求書を別途お送りいたします。お支払い済みの場合は、行き違いにつき何とぞご容赦ください。";
        var reduced = note.TaxTotals.Any(total => total.Tax == PrintedTax.Reduced8) ? "\n※は軽減税率（8%）対象です。" : "";
        sheet.Paragraph(new Area(InvoicePdf.Left, top, TotalsLeft - InvoicePdf.Left - 6, 20), words + reduced, new TextStyle(8));
        sheet.Fit(new Area(InvoicePdf.Left, y + 4, Width, 5), InvoiceWords.Contact(note.Support), new TextStyle(8), 5.5, Align.Center);
    }

    private static void Row(Sheet sheet, ref double y, string label, string amount)
    {
        sheet.Fit(new Area(TotalsLeft + 1.5, y, 52, RowHeight), label, body, 6);
        sheet.Fit(new Area(InvoicePdf.Right - 32, y, 30.5, RowHeight), amount, body, 6, Align.Right);
        y += RowHeight;
        sheet.HorizontalRule(TotalsLeft, y, InvoicePdf.Right - TotalsLeft, 0.15);
    }

    private static double TotalsHeight(CreditNoteDocument note) => (2 * note.TaxTotals.Count + 2) * RowHeight + 14;
}
