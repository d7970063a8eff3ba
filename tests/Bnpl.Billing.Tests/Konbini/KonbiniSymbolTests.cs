using Bnpl.Billing.Konbini;
using CsCheck;

namespace Bnpl.Billing.Tests.Konbini;

public sealed class KonbiniSymbolTests
{
    [Theory]
    [InlineData("91912345543210000000000012345026113000049808", "102 91 91 23 45 54 32 10 0 0 0 0 0 12 34 50 26 11 30 0 4 98 8", 24)]
    [InlineData("91912345543210000000000098765127011510550002", "102 91 91 23 45 54 32 10 0 0 0 0 0 98 76 51 27 1 15 10 55 0 2", 94)]
    [InlineData("91912345543210000000000099999999999913000003", "102 91 91 23 45 54 32 10 0 0 0 0 0 99 99 99 99 99 99 13 0 0 3", 98)]
    public void Gives_the_reference_code_words(string digits, string codewords, int check)
    {
        var words = KonbiniSymbol.Codewords(KonbiniBarcode.Parse(digits, out _)!);

        Assert.Equal(codewords, string.Join(' ', words));
        Assert.Equal(check, KonbiniSymbol.SymbolCheck(words));
    }

    [Fact]
    public void Begins_with_start_c_and_the_function_character_and_ends_with_stop()
    {
        var widths = string.Concat(KonbiniSymbol.Widths(KonbiniBarcode.Parse("91912345543210000000000012345026113000049808", out _)!));

        Assert.StartsWith("211232411131", widths, StringComparison.Ordinal);
        Assert.EndsWith("2331112", widths, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_symbol_has_288_modules_in_157_bars_and_spaces() => KonbiniBarcodeTests.Slips.Sample(slip =>
    {
        var widths = KonbiniSymbol.Widths(KonbiniBarcode.Build(slip));
        Assert.Equal((KonbiniSymbol.Modules, 157), (widths.Sum(), widths.Count));
        Assert.All(widths, width => Assert.InRange(width, 1, 4));
    });
}
