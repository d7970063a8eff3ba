using Bnpl.Billing.Documents;
using Bnpl.Billing.Documents.Layout;

namespace Bnpl.Billing.Tests.Documents;

public class CreditNotePdfTests
{
    private static readonly CreditNotePdf pdf = new(new DocumentFonts(new DocumentFontOptions()), new SkiaDocumentEngine());

    private static readonly CreditNoteDocument ordinary = new()
    {
        Number = "00000017",
        ReturnedOn = new DateOnly(2026, 11, 20),
        SuppliedOn = new DateOnly(2026, 11, 8),
        Operator = SampleInvoices.Ordinary.Operator,
        Merchant = SampleInvoices.Ordinary.Merchant,
        Addressee = SampleInvoices.Ordinary.Addressee,
        OrderNumber = "A-100234",
        Reason = "返品",
        Lines = [new PrintedLine("有機野菜おまかせセット（Mサイズ）", 1, 2_160, 2_160, PrintedTax.Reduced8), new PrintedLine("マグカップ", 1, 1_210, 1_210, PrintedTax.Standard10)],
        TaxTotals = [new PrintedTaxTotal(PrintedTax.Standard10, 1_210, 110), new PrintedTaxTotal(PrintedTax.Reduced8, 2_160, 160)],
        Amount = 3_370,
        RefundAmount = 1_000,
        Support = SampleInvoices.Ordinary.Support,
    };

    [Fact]
    public void Says_what_a_qualified_return_note_must_say()
    {
        var text = PdfReading.Text(pdf.Render(ordinary).Pdf);
        Assert.All(
            [
                "適格返還請求書", "登録番号T7123456789012", "ご購入（出荷）日2026年11月8日", "返品・値引き日2026年11月20日", "（Mサイズ）※12,1602,160",
                "10%対象合計（税込）¥1,210", "うち消費税額¥110", "8%対象（※軽減税率）合計（税込）¥2,160", "うち消費税額¥160",
                "ご請求額から差し引く金額¥2,370", "ご返金額¥1,000", "※は軽減税率（8%）対象です",
            ],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Prints_every_line_once_over_several_pages()
    {
        var many = ordinary with { Lines = [.. Enumerable.Range(1, 120).Select(n => new PrintedLine($"商品{n}番", 1, n, n, PrintedTax.Standard10))] };
        var rendered = pdf.Render(many);
        var text = PdfReading.AllText(rendered.Pdf);
        Assert.True(rendered.Pages > 1);
        Assert.All(many.Lines, line => Assert.Equal(2, text.Split($"{line.Description}1").Length));
    }

    [Fact]
    public void A_discount_without_lines_shows_its_reason()
    {
        var rendered = pdf.Render(ordinary with { Lines = [], Reason = "値引き" });
        Assert.Contains("値引き3,370", PdfReading.Text(rendered.Pdf), StringComparison.Ordinal);
        Assert.Empty(rendered.ShortenedTexts);
    }
}
