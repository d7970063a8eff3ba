using System.Text;
using Bnpl.Billing.Documents;
using Bnpl.Billing.Documents.Layout;

namespace Bnpl.Billing.Tests.Documents;

public class DocumentFontsTests
{
    [Fact]
    public void Names_the_package_to_install_when_the_font_is_missing()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new DocumentFonts(new DocumentFontOptions { Directories = ["/nowhere"] }));
        Assert.Contains("fonts-morisawa-bizud-gothic", error.Message, StringComparison.Ordinal);
        Assert.Contains("/nowhere", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_digits_are_equally_wide()
    {
        var fonts = new DocumentFonts(new DocumentFontOptions());
        Assert.All([true, false], bold => Assert.Single(
            "0123456789".Select(digit => fonts.FaceFor(new Rune(digit), bold)!.Advance(digit)).Distinct()));
    }

    [Theory]
    [InlineData("か\u3099き\u3099", "がぎ")]
    [InlineData("ハ\u309A\u3099", "パ")]
    [InlineData("葛\U000E0100飾", "葛飾")]
    [InlineData("a\u0000b\u200Bc\u00A0d\u202E", "abc d")]
    [InlineData("一\r\n二", "一\n二")]
    public void Text_is_cleaned_of_what_cannot_be_printed(string given, string clean) => Assert.StartsWith(clean, PrintableText.Clean(given), StringComparison.Ordinal);

    [Fact]
    public void A_rare_character_of_a_name_comes_from_another_font_or_is_reported()
    {
        var fonts = new DocumentFonts(new DocumentFontOptions());
        var rendered = new InvoicePdf(fonts, new SkiaDocumentEngine()).Render(SampleInvoices.LongNames);
        var printed = PdfReading.Text(rendered.Pdf).Contains('\uD842', StringComparison.Ordinal);
        Assert.NotEqual(printed, rendered.MissingCharacters.Contains("𠮷"));
    }
}
