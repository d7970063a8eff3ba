using Bnpl.Billing.Documents;
using Bnpl.Billing.Documents.Layout;
using CsCheck;
using UglyToad.PdfPig;

namespace Bnpl.Billing.Tests.Documents;

public class InvoicePdfTests
{
    private static readonly DocumentFonts fonts = new(new DocumentFontOptions());
    private static readonly InvoicePdf pdf = new(fonts, new SkiaDocumentEngine());

    [Fact]
    public void Says_what_a_qualified_invoice_must_say()
    {
        var text = PdfReading.Text(pdf.Render(SampleInvoices.Ordinary).Pdf);
        Assert.All(
            [
                "あおぞら後払い株式会社", "登録番号T7123456789012", "出荷日2026年11月8日", "有機野菜おまかせセット（Mサイズ）※", "※は軽減税率（8%）対象です",
                "8%対象（※軽減税率）合計（税込）¥2,160", "うち消費税額¥160", "10%対象合計（税込）¥2,820", "うち消費税額¥256", "山田太郎様",
            ],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Says_how_much_by_when_and_where_to_pay()
    {
        var text = PdfReading.Text(pdf.Render(SampleInvoices.Ordinary).Pdf);
        Assert.All(
            [
                "¥4,980", "お支払期限2026年11月23日（月）", "みらい架空銀行（9999）", "第三専用支店（803）", "普通1234567", "アオゾラアトバライ（カ",
                SampleInvoices.Ordinary.PayUrl!, "0120-000-123", "年14.6%", "お取り扱いは2026年11月30日まで",
            ],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Can_be_searched_for_words_that_a_whole_font_turns_into_radicals()
    {
        var text = PdfReading.Text(pdf.Render(SampleInvoices.Ordinary).Pdf);
        Assert.Contains("支払", text, StringComparison.Ordinal);
        Assert.Contains("銀行", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, character => character is >= '\u2E80' and <= '\u2FDF');
    }

    [Theory]
    [InlineData(200)]
    [InlineData(300)]
    public void A_reader_gets_the_slips_digits_and_the_payment_link_back(int dotsPerInch)
    {
        var symbols = PdfReading.Symbols(pdf.Render(SampleInvoices.Ordinary).Pdf, dotsPerInch);
        Assert.Equal([$"CODE-128:{SampleInvoices.BarcodeA}", $"QR-Code:{SampleInvoices.Ordinary.PayUrl}"], symbols.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Prints_the_slips_two_lines_of_digits()
    {
        var text = PdfReading.Text(pdf.Render(SampleInvoices.Ordinary).Pdf);
        Assert.Contains("(91)912345-5432100000000000123450", text, StringComparison.Ordinal);
        Assert.Contains("261130-0-004980-8", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_room_for_a_revenue_stamp_only_where_one_is_due()
    {
        Assert.Contains("収入印紙", PdfReading.Text(pdf.Render(SampleInvoices.SecondNotice).Pdf), StringComparison.Ordinal);
        Assert.DoesNotContain("収入印紙", PdfReading.Text(pdf.Render(SampleInvoices.Ordinary).Pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_on_a_new_slip_that_earlier_ones_are_void()
    {
        var told = SampleInvoices.All.Where(sample =>
            PdfReading.Text(pdf.Render(sample.Invoice).Pdf).Contains("以前お送りした払込票は無効です", StringComparison.Ordinal)).Select(sample => sample.Name);
        Assert.Equal(["second_notice", "reminder", "after_return"], told);
    }

    [Fact]
    public void Shows_late_charge_and_fee_with_their_tax_category()
    {
        var text = PdfReading.Text(pdf.Render(SampleInvoices.SecondNotice).Pdf);
        Assert.Contains("遅延損害金（11月24日〜12月20日）（不課税）¥583", text, StringComparison.Ordinal);
        Assert.Contains("再発行手数料（課税10%）¥417", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_which_instalment_it_is() =>
        Assert.Contains("第2回／全3回", PdfReading.Text(pdf.Render(SampleInvoices.SecondInstalment).Pdf), StringComparison.Ordinal);

    [Fact]
    public void Tells_what_is_still_to_come()
    {
        var text = PdfReading.Text(pdf.Render(SampleInvoices.SecondInstalment).Pdf).ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains("残り1回、合計¥1,660", text, StringComparison.Ordinal);
        Assert.Contains("第3回2026年12月28日¥1,660", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_row_of_instalments_still_fits_on_the_first_page()
    {
        var many = SampleInvoices.SecondInstalment with
        {
            Instalment = new PrintedInstalment(1, 36),
            LaterInstalments = [.. Enumerable.Range(2, 35).Select(number => new PrintedLaterInstalment(number, SampleInvoices.Ordinary.DueOn.AddMonths(number - 1), 123_456))],
        };
        var rendered = pdf.Render(many);
        Assert.Equal(1, rendered.Pages);
        var text = PdfReading.Text(rendered.Pdf).ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains("…第36回2029年10月23日¥123,456", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Above_the_stores_limit_there_is_no_slip_but_a_sentence()
    {
        var text = PdfReading.Text(pdf.Render(SampleInvoices.OverStoreLimit).Pdf);
        Assert.Contains("30万円を超えるため", text, StringComparison.Ordinal);
        Assert.DoesNotContain("払込金受領証", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_barcode_that_is_none_is_refused()
    {
        var broken = SampleInvoices.Ordinary with { KonbiniSlip = new PrintedKonbiniSlip(SampleInvoices.BarcodeA[..43] + "0", null, StampDuty: false) };
        Assert.Throws<ArgumentException>(() => pdf.Render(broken));
    }

    [Fact]
    public void A_long_list_runs_on_and_every_line_is_printed_once()
    {
        var rendered = pdf.Render(SampleInvoices.ManyLines);
        var pages = Enumerable.Range(1, rendered.Pages).Select(page => PdfReading.Text(rendered.Pdf, page)).ToArray();
        Assert.True(pages.Length > 1);
        for (var number = 1; number <= pages.Length; number++)
        {
            Assert.Contains($"{number}/{pages.Length}ページ", pages[number - 1], StringComparison.Ordinal);
        }

        var text = string.Concat(pages);
        foreach (var line in SampleInvoices.ManyLines.Lines)
        {
            var cells = $"{line.Description}{Printed.TaxMark(line.Tax).Trim()}{Printed.Amount(line.Quantity)}100{Printed.Amount(line.Amount)}";
            Assert.Equal(2, text.Split(cells).Length);
        }
    }

    [Fact]
    public void Long_names_lose_nothing()
    {
        var rendered = pdf.Render(SampleInvoices.LongNames);
        Assert.Empty(rendered.ShortenedTexts);
        var text = PdfReading.Text(rendered.Pdf);
        var name = SampleInvoices.LongNames.Merchant.Name.Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains(name, text, StringComparison.Ordinal);
        Assert.Contains("医療法人社団髙﨑渡邉", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Ordinary_invoices_lose_nothing_and_are_small()
    {
        Assert.All(SampleInvoices.All, sample =>
        {
            var rendered = pdf.Render(sample.Invoice);
            Assert.Empty(rendered.ShortenedTexts);
            Assert.InRange(rendered.Pdf.Length, 10_000, 100 * 1024);
        });
    }

    [Fact]
    public void The_same_invoice_gives_the_same_bytes_from_many_threads_at_once()
    {
        var expected = pdf.Render(SampleInvoices.Ordinary).Pdf;
        var rendered = new byte[16][];
        Parallel.For(0, rendered.Length, index => rendered[index] = new InvoicePdf(fonts, new SkiaDocumentEngine()).Render(SampleInvoices.Ordinary).Pdf);
        Assert.All(rendered, bytes => Assert.Equal(expected, bytes));
    }

    [Fact]
    public void Names_its_title_author_and_language()
    {
        using var document = PdfDocument.Open(pdf.Render(SampleInvoices.Ordinary).Pdf);
        Assert.Equal("請求書 INV-20261109-000123", document.Information.Title);
        Assert.Equal("あおぞら後払い株式会社", document.Information.Author);
        Assert.Contains("Lang, (ja)", $"{document.Structure.Catalog.CatalogDictionary}", StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_font_can_print_is_marked_and_reported()
    {
        var rendered = pdf.Render(SampleInvoices.Ordinary with { Addressee = SampleInvoices.Ordinary.Addressee with { Name = "山田🍎\u0001太郎" } });
        Assert.Equal(["🍎"], rendered.MissingCharacters);
        Assert.Contains("山田〓太郎様", PdfReading.Text(rendered.Pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void The_slips_bars_are_within_what_tills_accept()
    {
        var bars = pdf.Lay(SampleInvoices.Ordinary).Sheets[0].Marks.OfType<FillMark>().Where(mark => mark is { Ink: Ink.Black, Area.Height: 14 }).Select(mark => mark.Area).ToArray();
        Assert.Equal(79, bars.Length);
        var withQuietZones = bars.Max(bar => bar.Right) - bars.Min(bar => bar.X) + 20 * SlipBarcode.ModuleMillimetres;
        Assert.InRange(withQuietZones, 52, 60);
        Assert.All(bars, bar => Assert.Equal(0, bar.Width / SlipBarcode.ModuleMillimetres % 1, 6));
    }

    [Fact]
    public void Whatever_the_texts_are_everything_stays_on_the_paper()
    {
        var text = Gen.String[Gen.Char["あア漢、。（）「」ABCxyz019 -\u3000\u3099\uD842\n髙"], 0, 120];
        Gen.Select(text, text, text, Gen.Int[0, 40]).Sample(
            (name, address, item, lines) =>
            {
                var paper = pdf.Lay(SampleInvoices.Ordinary with
                {
                    Addressee = new DocumentAddressee(name, new PostalAddress("1000001", address)),
                    Merchant = new DocumentMerchant(item, null),
                    Lines = [.. Enumerable.Repeat(new PrintedLine(item, 1, 1, 1, PrintedTax.Reduced8), lines)],
                });
                var inside = paper.Sheets.SelectMany(sheet => sheet.Marks).All(mark => mark switch
                {
                    FillMark fill => fill.Area.X >= 0 && fill.Area.Right <= 210 && fill.Area.Y >= 0 && fill.Area.Bottom <= 297,
                    TextMark set => set.X >= 0 && set.X + paper.Measure(set.Text, new TextStyle(set.SizePoints)) <= 210 && set.Baseline is > 0 and < 297,
                    _ => false,
                });
                return inside;
            },
            iter: 300);
    }
}
