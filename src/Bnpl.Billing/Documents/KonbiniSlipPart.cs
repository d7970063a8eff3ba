using Bnpl.Billing.Documents.Layout;
using Bnpl.Billing.Konbini;

namespace Bnpl.Billing.Documents;

/// <summary>
/// The convenience-store slip in the lower third: the part with the barcode, the store's stub, and the buyer's receipt. The three are torn apart
/// at the till, so each carries payer, amount and number by itself.
/// </summary>
internal static class KonbiniSlipPart
{
    private const double Top = 2 * InvoicePdf.Fold;
    private const double PartTop = Top + 5;
    private const double Bottom = 290;
    private const double Left = 10;
    private const double StoreLeft = 107;
    private const double ReceiptLeft = 153;
    private const double Right = 200;

    private static readonly TextStyle label = new(6.5, Ink: Ink.Muted);
    private static readonly TextStyle value = new(8.5);
    private static readonly TextStyle fine = new(6, Ink: Ink.Muted);

    public static void Draw(Sheet sheet, InvoiceDocument invoice, PrintedKonbiniSlip slip)
    {
        sheet.DashedRule(4, Top, 206, Top);
        sheet.DashedRule(StoreLeft - 2, Top, StoreLeft - 2, 297);
        sheet.DashedRule(ReceiptLeft - 2, Top, ReceiptLeft - 2, 297);
        sheet.Line((Left + StoreLeft - 4) / 2, Top + 3.2, "（切り離さずにレジへお持ちください）", fine, Align.Center);
        DrawAgentPart(sheet, invoice, slip);
        DrawStub(sheet, invoice, slip, new Area(StoreLeft, PartTop, ReceiptLeft - 4 - StoreLeft, Bottom - PartTop), "払込票", "取扱店控", receipt: false);
        DrawStub(sheet, invoice, slip, new Area(ReceiptLeft, PartTop, Right - ReceiptLeft, Bottom - PartTop), "払込金受領証", "お客様控", receipt: true);
    }

    private static void DrawAgentPart(Sheet sheet, InvoiceDocument invoice, PrintedKonbiniSlip slip)
    {
        const double fieldsWidth = 66;
        var width = StoreLeft - 4 - Left;
        Heading(sheet, new Area(Left, PartTop, width, 6), "払込票", "コンビニ収納用（収納機関控）");
        var y = PartTop + 7;
        y += Field(sheet, new Area(Left, y, fieldsWidth, 8), "受取人", invoice.Operator.Name, value);
        y += Field(sheet, new Area(Left, y, fieldsWidth, 9), "払込人", $"{invoice.Addressee.Name} 様", value);
        y += Field(sheet, new Area(Left, y, fieldsWidth, 8.5), "金額", Printed.Yen(invoice.AmountDue), new TextStyle(14, Bold: true), Align.Right);
        y += Field(sheet, new Area(Left, y, fieldsWidth, 6), "お支払期限", Printed.Date(invoice.DueOn), value);
        Field(sheet, new Area(Left, y, fieldsWidth, 6), "請求書番号", invoice.InvoiceNumber, value);
        StampBox(sheet, new Area(Left + fieldsWidth + 3, PartTop + 7, width - fieldsWidth - 3, 26), "収納印");

        var barcode = KonbiniBarcode.Parse(slip.BarcodeNumber, out var error)
            ?? throw new ArgumentException($"The slip of invoice {invoice.InvoiceNumber} carries no valid barcode: {error}.", nameof(slip));
        var barcodeTop = PartTop + 49.5;
        SlipBarcode.Draw(sheet, Left + (width - SlipBarcode.Width) / 2, barcodeTop, 14, barcode);
        sheet.Line(Left + width / 2, barcodeTop + 18, barcode.Line1, new TextStyle(9), Align.Center);
        sheet.Line(Left + width / 2, barcodeTop + 22, barcode.Line2, new TextStyle(9), Align.Center);
        sheet.Fit(
            new Area(Left, barcodeTop + 25, width, 8),
            "・金額を訂正したものはお取り扱いできません。\n・バーコードを汚したり、折り曲げたりしないでください。", fine, 5);
    }

    private static void DrawStub(
        Sheet sheet, InvoiceDocument invoice, PrintedKonbiniSlip slip, Area part, string title, string holder, bool receipt)
    {
        Heading(sheet, part with { Height = 6 }, title, holder);
        var y = part.Y + 7;
        y += Stacked(sheet, part with { Y = y, Height = 10.5 }, "受取人", invoice.Operator.Name, value);
        y += Stacked(sheet, part with { Y = y, Height = 12 }, "払込人", $"{invoice.Addressee.Name} 様", value);
        y += Stacked(sheet, part with { Y = y, Height = 11 }, "金額", Printed.Yen(invoice.AmountDue), new TextStyle(13, Bold: true), Align.Right);
        y += Stacked(sheet, part with { Y = y, Height = 8.5 }, "請求書番号", invoice.InvoiceNumber, value);
        if (!receipt)
        {
            y += Stacked(sheet, part with { Y = y, Height = 8.5 }, "お支払期限", Printed.Date(invoice.DueOn), value);
        }

        var box = new Area(part.X, y + 2, part.Width, 24);
        if (!receipt)
        {
            StampBox(sheet, box with { X = part.Right - 26, Width = 26 }, "収納印");
            return;
        }

        StampBox(sheet, box with { X = part.Right - 26, Width = 26 }, "領収日付印");
        if (slip.StampDuty)
        {
            var revenue = new Area(part.X, y + 2, part.Width - 29, 24);
            StampBox(sheet, revenue, "");
            sheet.Fit(revenue.Inset(1), "収入印紙\n貼付欄", label, 5, Align.Center);
        }

        sheet.Fit(part with { Y = box.Bottom + 1, Height = Bottom - box.Bottom - 1 },
            "上記の金額を受領いたしました。この受領証は、お支払いの証明として大切に保管してください。", fine, 4.5);
    }

    private static void Heading(Sheet sheet, Area area, string title, string holder)
    {
        sheet.Fill(area, Ink.Tint);
        sheet.HorizontalRule(area.X, area.Bottom, area.Width, 0.35, Ink.Accent);
        sheet.Line(area.X + 1.5, area.Y + 4.4, title, new TextStyle(9.5, Bold: true, Ink.Accent));
        sheet.Line(area.Right - 1.5, area.Y + 4.3, holder, label, Align.Right);
    }

    private static double Field(Sheet sheet, Area area, string name, string content, TextStyle style, Align align = Align.Left)
    {
        sheet.Frame(area, 0.15);
        sheet.VerticalRule(area.X + 16, area.Y, area.Height, 0.15);
        sheet.Fit(new Area(area.X + 1, area.Y, 14.5, area.Height), name, label, 5);
        sheet.Fit(new Area(area.X + 17.5, area.Y + 0.3, area.Width - 19, area.Height - 0.6), content, style, 4.5, align);
        return area.Height;
    }

    private static double Stacked(Sheet sheet, Area area, string name, string content, TextStyle style, Align align = Align.Left)
    {
        sheet.Frame(area, 0.15);
        sheet.Line(area.X + 1, area.Y + 2.9, name, label);
        sheet.Fit(new Area(area.X + 1.5, area.Y + 3.2, area.Width - 3, area.Height - 3.4), content, style, 4.5, align);
        return area.Height;
    }

    private static void StampBox(Sheet sheet, Area area, string name)
    {
        sheet.Frame(area, 0.15);
        sheet.Line(area.X + area.Width / 2, area.Y + 3, name, label, Align.Center);
    }
}
