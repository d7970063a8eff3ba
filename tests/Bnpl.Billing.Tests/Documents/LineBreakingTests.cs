using System.Text;
using Bnpl.Billing.Documents.Layout;
using CsCheck;

namespace Bnpl.Billing.Tests.Documents;

public class LineBreakingTests
{
    private static readonly Gen<string> text = Gen.String[Gen.Char["あいうえ漢字請求書払込、。）」』（「『ーっAbc0123 ¥%"], 0, 80];

    [Theory]
    [InlineData("お支払いください。ご確認", 8, "お支払いくださ|い。ご確認")]
    [InlineData("あいうえお「かきく", 6, "あいうえお|「かきく")]
    [InlineData("お電話0120-000-123まで", 8, "お電話|0120-000|-123まで")]
    [InlineData("合計は1,234,567円です", 9, "合計は|1,234,567|円です")]
    [InlineData("一行\n二行", 10, "一行|二行")]
    [InlineData("", 10, "")]
    public void Breaks_as_a_Japanese_typesetter_would(string given, double width, string lines) =>
        Assert.Equal(lines.Split('|'), LineBreaking.Break(given, width, One));

    [Fact]
    public void No_line_is_wider_than_the_column() =>
        Gen.Select(text, Gen.Int[1, 30]).Sample((given, width) => LineBreaking.Break(given, width, One).All(line => line.Length <= width));

    [Fact]
    public void Nothing_but_spaces_at_line_ends_is_lost() =>
        Gen.Select(text, Gen.Int[1, 30]).Sample((given, width) =>
            string.Concat(LineBreaking.Break(given, width, One)).Replace(" ", "", StringComparison.Ordinal)
            == given.Replace(" ", "", StringComparison.Ordinal));

    [Fact]
    public void Pieces_never_begin_or_end_with_a_forbidden_mark() =>
        text.Sample(given =>
        {
            var pieces = LineBreaking.Pieces(given).ToArray();
            return string.Concat(pieces) == given
                && pieces.Skip(1).All(piece => !LineBreaking.NeverFirst.Contains(piece[0], StringComparison.Ordinal))
                && pieces.SkipLast(1).All(piece => !LineBreaking.NeverLast.Contains(piece[^1], StringComparison.Ordinal));
        });

    private static double One(Rune rune) => 1;
}
