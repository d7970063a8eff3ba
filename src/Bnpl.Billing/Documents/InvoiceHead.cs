using Bnpl.Billing.Documents.Layout;

namespace Bnpl.Billing.Documents;

/// <summary>The upper part: whom it is for (where the envelope's window is), who asks, and how much by when.</summary>
internal static class InvoiceHead
{
    private const double WindowLeft = 22;
    private const double WindowTop = 14;
    private const double WindowWidth = 82;
    private const double IssuerLeft = 116;

    private static readonly TextStyle small = new(8);
    private static readonly TextStyle label = new(7.5, Ink: Ink.Muted);

    public static void Draw(Sheet sheet, InvoiceDocument invoice)
    {
        DrawAddressee(sheet, invoice.Addressee);
        DrawTitle(sheet, "請　求　書", InvoiceWords.Badge(invoice.Kind), "請求書番号", invoice.InvoiceNumber, invoice.IssuedOn);
        DrawIssuer(sheet, invoice.Operator);
        sheet.Fit(
            new Area(InvoicePdf.Left, 50, 92, 17.5), InvoiceWords.Lead(invoice), new TextStyle(8.5), 7);
        DrawAmount(sheet, invoice, new Area(InvoicePdf.Left, 69, InvoicePdf.Right - InvoicePdf.Left, 14));
        DrawOrder(sheet, invoice);

        // Where to fold for the envelope.
        sheet.HorizontalRule(0, InvoicePdf.Fold, 4, 0.15);
        sheet.HorizontalRule(0, 2 * InvoicePdf.Fold, 4, 0.15);
    }

    public static void DrawAddressee(Sheet sheet, DocumentAddressee addressee)
    {
        sheet.Line(WindowLeft, WindowTop + 4, Printed.PostalCode(addressee.Address.PostalCode), new TextStyle(10));
        sheet.Fit(new Area(WindowLeft, WindowTop + 5.5, WindowWidth, 12.5), addressee.Address.Lines, new TextStyle(10), 6.5, fromTop: true);
        sheet.Fit(new Area(WindowLeft, WindowTop + 18.5, WindowWidth, 13), $"{addressee.Name} 様", new TextStyle(12.5), 7.5, fromTop: true);
    }

    public static void DrawTitle(Sheet sheet, string title, string? badge, string numberLabel, string number, DateOnly issuedOn)
    {
        sheet.Fit(new Area(IssuerLeft, WindowTop - 1, 47, 10), title, new TextStyle(19, Bold: true, Ink.Accent), 9);
        if (badge is not null)
        {
            var box = new Area(InvoicePdf.Right - 27, WindowTop, 27, 7);
            sheet.Frame(box, 0.35, Ink.Accent);
            sheet.Fit(box.Inset(1, 0), badge, new TextStyle(9, Bold: true, Ink.Accent), 6, Align.Center);
        }

        sheet.HorizontalRule(IssuerLeft, WindowTop + 9, InvoicePdf.Right - IssuerLeft, 0.5, Ink.Accent);
        sheet.Line(IssuerLeft, WindowTop + 13.6, numberLabel, label);
        sheet.Line(IssuerLeft + 19, WindowTop + 13.6, number, new TextStyle(9));
        sheet.Line(IssuerLeft, WindowTop + 18.2, "発行日", label);
        sheet.Line(IssuerLeft + 19, WindowTop + 18.2, Printed.Date(issuedOn), new TextStyle(9));
    }

    public static void DrawIssuer(Sheet sheet, DocumentOperator issuer)
    {
        var width = InvoicePdf.Right - IssuerLeft;
        var top = WindowTop + 22.5;
        sheet.Line(IssuerLeft, top + 2.5, "発行者", label);
        sheet.Fit(new Area(IssuerLeft, top + 3.2, width, 7.5), issuer.Name, new TextStyle(11, Bold: true), 6.5);
        if (issuer.Address is { } address)
        {
            sheet.Fit(new Area(IssuerLeft, top + 10.9, width, 7.2), $"{Printed.PostalCode(address.PostalCode)} {address.Lines}".Trim(), small, 5.5, fromTop: true);
        }

        if (issuer.Phone is { } phone)
        {
            sheet.Line(IssuerLeft, top + 21, $"電話 {phone}", small);
        }

        if (issuer.RegistrationNumber is { } number)
        {
            sheet.Line(IssuerLeft, top + 25, $"登録番号 {number}", small);
        }
    }

    private static void DrawAmount(Sheet sheet, InvoiceDocument invoice, Area box)
    {
        sheet.Fill(box, Ink.Tint);
        sheet.Frame(box, 0.35, Ink.Accent);
        var middle = box.Y + box.Height / 2;
        sheet.Line(box.X + 4, middle - 1.2, "ご請求金額", new TextStyle(9.5, Bold: true, Ink.Accent));
        sheet.Line(box.X + 4, middle + 3.4, "（税込）", new TextStyle(7.5, Ink: Ink.Muted));
        sheet.Line(box.X + 74, middle + 3, Printed.Yen(invoice.AmountDue), new TextStyle(23, Bold: true), Align.Right);
        sheet.VerticalRule(box.X + 79, box.Y + 2.5, box.Height - 5, 0.25);

        var dueLabel = box.X + 83;
        sheet.Line(dueLabel, middle + 1.2, "お支払期限", new TextStyle(9.5, Bold: true, Ink.Accent));
        if (invoice.Instalment is not { } instalment)
        {
            sheet.Line(box.Right - 5, middle + 2.3, Printed.DateAndWeekday(invoice.DueOn), new TextStyle(16, Bold: true), Align.Right);
            return;
        }

        sheet.Line(box.Right - 24, middle + 2, Printed.DateAndWeekday(invoice.DueOn), new TextStyle(12.5, Bold: true), Align.Right);
        var chip = new Area(box.Right - 21, box.Y + 3, 18, box.Height - 6);
        sheet.Fill(chip, Ink.Accent);
        sheet.Fit(chip, $"第{instalment.Number}回／全{instalment.Of}回", new TextStyle(8, Bold: true, Ink.White), 5.5, Align.Center);
    }

    private static void DrawOrder(Sheet sheet, InvoiceDocument invoice)
    {
        var parts = new List<string>
        {
            $"ご注文番号 {invoice.OrderNumber}",
            $"ご注文日 {Printed.Date(invoice.OrderedOn)}",
        };
        if (invoice.SuppliedOn is { } supplied)
        {
            parts.Add($"出荷日 {Printed.Date(supplied)}");
        }

        var shop = invoice.Merchant.RegistrationNumber is { } number
            ? $"ご購入店 {invoice.Merchant.Name}（登録番号 {number}）"
            : $"ご購入店 {invoice.Merchant.Name}";
        sheet.Fit(new Area(InvoicePdf.Left, 84.2, InvoicePdf.Right - InvoicePdf.Left, 4.6), shop, new TextStyle(8.5, Bold: true), 5.5);
        sheet.Fit(new Area(InvoicePdf.Left, 88.6, InvoicePdf.Right - InvoicePdf.Left, 4.4), string.Join("　", parts), small, 5.5);
    }
}
