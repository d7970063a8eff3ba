using Bnpl.Billing.Documents;
using Bnpl.Billing.Documents.Layout;
using Bnpl.Billing.Invoices;
using Bnpl.Billing.Receivables;

namespace Bnpl.Billing.Tests.Documents;

public class InvoiceDrawingTests
{
    private static readonly InvoiceContent content = new()
    {
        Kind = "second_notice",
        Number = "1000123",
        IssuedOn = new DateOnly(2026, 12, 20),
        DueOn = new DateOnly(2027, 1, 3),
        Operator = new ContentParty("あおぞら後払い株式会社", "東京都千代田区丸の内9-9-9", "03-0000-1234", null),
        Merchant = new ContentParty("みどり野菜と雑貨の店", null, null, "T7000012050002"),
        Addressee = new ContentAddressee("山田 太郎", "1500001", "東京都渋谷区神宮前4-3-2\nグリーンハイツ205", "taro@example.jp"),
        MerchantOrderNo = "A-100234",
        OrderedOn = new DateOnly(2026, 11, 5),
        SuppliedOn = null,
        InstalmentNumber = 1,
        InstalmentCount = 1,
        Lines = [new ContentLine("りんご", 2, 1_080, 2_160, "0.08"), new ContentLine("商品券", 1, 1_000, 1_000, "0")],
        TaxByRate = [new TaxShare("0.08", 2_160, 160), new TaxShare("0", 1_000, 0)],
        Adjustments = [new ContentAmount("お支払い済みの金額", -500)],
        Charges = [new ContentAmount("手数料", 297, "0.10"), new ContentAmount("遅延損害金", 40, ContentAmount.OutOfScope)],
        AmountDue = 2_997,
        PaymentSlip = null,
        VirtualAccount = new VirtualAccount(Guid.Empty, "9999", null, "803", null, "1", "1234567", "アオゾラ"),
        PayUrl = "https://pay.example.jp/pay/abc",
        SupportPhone = null,
        SupportHours = null,
        LateChargeRate = "0.146",
    };

    [Fact]
    public void Prints_an_invoice_as_it_was_kept()
    {
        var drawing = new InvoiceDrawing(new InvoicePdf(new DocumentFonts(new DocumentFontOptions()), new SkiaDocumentEngine()));
        var text = PdfReading.Text(drawing.Draw(content));
        Assert.All(
            [
                "1000123", "みどり野菜と雑貨の店（登録番号T7000012050002）", "東京都千代田区丸の内9-9-9", "〒150-0001", "りんご※21,0802,160", "商品券（非課税）",
                "8%対象（※軽減税率）合計（税込）¥2,160", "お支払い済みの金額-¥500", "手数料（課税10%）¥297", "遅延損害金（不課税）¥40", "¥2,997", "普通1234567", "再発行",
            ],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }
}
