using Bnpl.Billing.Documents.Layout;

namespace Bnpl.Billing.Documents;

/// <summary>
/// The invoice to the buyer: A4, to be folded twice into a window envelope, the lower third being the convenience-store slip. A long list of goods
/// runs on to further pages; address, amount, totals and the ways to pay are always on the first.
/// </summary>
internal sealed class InvoicePdf(DocumentFonts fonts, IDocumentEngine engine)
{
    public const double Left = 18;
    public const double Right = 192;
    public const double Fold = 99;

    private const double TableTop = 94;
    public const double FootOfPage = 285;

    public RenderedDocument Render(InvoiceDocument invoice)
    {
        var paper = Lay(invoice);
        var properties = new DocumentProperties(
            $"請求書 {invoice.InvoiceNumber}", invoice.Operator.Name, new DateTimeOffset(invoice.IssuedOn, TimeOnly.MinValue, TimeSpan.Zero));
        return new RenderedDocument(engine.Write(paper, properties), paper.Sheets.Count, paper.MissingCharacters, [.. paper.ShortenedTexts]);
    }

    /// <summary>What will be on the paper, before any engine draws it.</summary>
    public Paper Lay(InvoiceDocument invoice)
    {
        var paper = Paper.A4(fonts);
        var sheet = paper.Add();
        var slip = invoice.KonbiniSlip;
        var bottom = slip is null ? FootOfPage : 2 * Fold - 3;

        InvoiceHead.Draw(sheet, invoice);
        if (slip is not null)
        {
            KonbiniSlipPart.Draw(sheet, invoice, slip);
        }

        var waysHeight = InvoiceWaysToPay.Height(invoice);
        InvoiceWaysToPay.Draw(sheet, invoice, bottom - waysHeight);
        var totals = InvoiceTotals.Rows(invoice);
        var totalsHeight = InvoiceTotals.Height(sheet, invoice, totals);
        var endOfTable = bottom - waysHeight - totalsHeight - 3.5;

        var table = new InvoiceLineTable(paper, invoice);
        var next = table.DrawFirst(sheet, TableTop, endOfTable);
        InvoiceTotals.Draw(sheet, invoice, totals, slip is null ? next + 2 : bottom - waysHeight - totalsHeight - 2);
        table.DrawRest(FootOfPage);
        PageNumbers.Draw(paper, $"請求書番号 {invoice.InvoiceNumber}", slip is not null);
        return paper;
    }
}
