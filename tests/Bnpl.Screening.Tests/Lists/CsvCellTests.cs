using System.Text;
using Bnpl.Infrastructure.Files;
using CsCheck;

namespace Bnpl.Screening.Tests.Lists;

public sealed class CsvCellTests
{
    [Theory]
    [InlineData("=SUM(A1)", "'=SUM(A1)")]
    [InlineData("+81 90-1234-5678", "'+81 90-1234-5678")]
    [InlineData("-1", "'-1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("＝１", "'＝１")]
    [InlineData("'=1", "''=1")]
    [InlineData("山田 太郎", "山田 太郎")]
    [InlineData("'山田'", "'山田'")]
    [InlineData(null, "")]
    public void Writes_nothing_that_a_spreadsheet_would_run(string? value, string cell) => Assert.Equal(cell, CsvCells.Safe(value));

    [Fact]
    public void Gives_back_every_value_that_was_made_safe() => Gen.String[Gen.Char["'=+-@＝a山\t"], 0, 6].Sample(value => CsvCells.Plain(CsvCells.Safe(value)) == value);

    [Fact]
    public void Quotes_what_would_break_a_row() =>
        Assert.Equal("a,\"b\"\"c\",\"d,e\",\"f\ng\",'=1\r\n", Encoding.UTF8.GetString(CsvCells.Lines([["a", "b\"c", "d,e", "f\ng", "=1"]])));
}
