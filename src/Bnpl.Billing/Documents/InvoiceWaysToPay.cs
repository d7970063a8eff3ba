using Bnpl.Billing.Documents.Layout;
using Bnpl.Billing.Konbini;

namespace Bnpl.Billing.Documents;

/// <summary>One card a way to pay, side by side, and whom to ask.</summary>
internal static class InvoiceWaysToPay
{
    private const double CardHeight = 28.5;
    private const double Title = 5.4;
    private const double ContactHeight = 5;
    private const double Gap = 3;
    private const double QrSize = 19;

    private static readonly TextStyle text = new(7.5);
    private static readonly TextStyle label = new(7, Ink: Ink.Muted);

    public static double Height(InvoiceDocument invoice) => Cards(invoice).Count == 0 ? ContactHeight : CardHeight + ContactHeight;

    public static void Draw(Sheet sheet, InvoiceDocument invoice, double top)
    {
        var cards = Cards(invoice);
        var width = (InvoicePdf.Right - InvoicePdf.Left - (cards.Count - 1) * Gap) / Math.Max(1, cards.Count);
        for (var index = 0; index < cards.Count; index++)
        {
            var area = new Area(InvoicePdf.Left + index * (width + Gap), top, width, CardHeight);
            sheet.Fill(area with { Height = Title }, Ink.Tint);
            sheet.Frame(area);
            sheet.Fit(new Area(area.X + 2, area.Y, width - 4, Title), cards[index].Name, new TextStyle(8.5, Bold: true, Ink.Accent), 6);
            cards[index].Draw(sheet, new Area(area.X + 2, area.Y + Title + 1, width - 4, CardHeight - Title - 2));
        }

        var contact = new Area(InvoicePdf.Left, top + (cards.Count == 0 ? 0 : CardHeight) + 0.8, InvoicePdf.Right - InvoicePdf.Left, ContactHeight - 0.8);
        sheet.Fit(contact, InvoiceWords.Contact(invoice.Support), new TextStyle(8), 5.5, Align.Center);
    }

    private static List<(string Name, Action<Sheet, Area> Draw)> Cards(InvoiceDocument invoice)
    {
        var cards = new List<(string Name, Action<Sheet, Area> Draw)>();
        if (invoice.AmountDue <= 0)
        {
            return cards;
        }

        cards.Add(("コンビニエンスストア", (sheet, area) => sheet.Fit(area, Konbini(invoice), text, 6, fromTop: true)));
        if (invoice.VirtualAccount is { } account)
        {
            cards.Add(("銀行振込（お客様専用口座）", (sheet, area) => DrawAccount(sheet, area, account)));
        }

        if (invoice.PayUrl is { } url)
        {
            cards.Add(("ご請求内容のご確認", (sheet, area) => DrawUrl(sheet, area, url)));
        }

        return cards;
    }

    private static string Konbini(InvoiceDocument invoice)
    {
        if (invoice.KonbiniSlip is { } slip)
        {
            var until = slip.PayableUntil is { } last && last != invoice.DueOn ? $"（お取り扱いは{Printed.Date(last)}まで）" : "";
            return $"下の払込票を切り離さずに、お近くのコンビニエンスストアのレジへお持ちください{until}。お支払いは現金でお願いいたします。"
                + "払込金受領証はお支払いの証明となりますので、大切に保管してください。";
        }

        return invoice.AmountDue > KonbiniBarcode.MaximumAmount
            ? "ご請求金額が30万円を超えるため、コンビニエンスストアではお支払いいただけません。お手数ですが、他の方法でお支払いください。"
            : "本請求書には払込票がございません。お手数ですが、他の方法でお支払いください。";
    }

    private static void DrawAccount(Sheet sheet, Area area, PrintedVirtualAccount account)
    {
        (string Label, string Value)[] rows =
        [
            ("銀行名", Named(account.BankName, account.BankCode)),
            ("支店名", Named(account.BranchName, account.BranchCode)),
            ("口座番号", $"{account.AccountType} {account.AccountNumber}"),
            ("口座名義", account.HolderKana),
        ];
        var y = area.Y;
        foreach (var (name, value) in rows)
        {
            sheet.Fit(new Area(area.X, y, 12, 4), name, label, 5);
            sheet.Fit(new Area(area.X + 12.5, y, area.Width - 12.5, 4), value, new TextStyle(8, Bold: true), 5);
            y += 4.1;
        }

        sheet.Fit(new Area(area.X, y + 0.2, area.Width, area.Bottom - y), "振込手数料はお客様のご負担となります。", label, 5.5);
    }

    private static string Named(string? name, string code) => name is null ? code : $"{name}（{code}）";

    private static void DrawUrl(Sheet sheet, Area area, string url)
    {
        QrSymbol.Draw(sheet, area.Right - QrSize + 1.5, area.Y - 0.5, QrSize, url);
        var words = new Area(area.X, area.Y, area.Width - QrSize, 14);
        sheet.Fit(words, "最新のご請求額とお支払い方法は、右のQRコードまたは下記のページからご確認いただけます。", text, 5.5, fromTop: true);
        sheet.Fit(new Area(area.X, area.Y + QrSize - 1.5, area.Width, area.Bottom - area.Y - QrSize + 2), url, new TextStyle(6.5), 4);
    }
}
