using Bnpl.Billing.Files;
using Bnpl.Billing.Tests.Files;
using Bnpl.Billing.Zengin;
using CsCheck;

namespace Bnpl.Billing.Tests.Zengin;

public sealed class ZenginStatementFileTests
{
    // The example of the reference, without the trailing blanks.
    private const string Header = "10300811210811200811209999ﾃｽﾄ            999ﾎﾝﾃﾝ           00010001234567ｱﾄﾊﾞﾗｲｻﾝﾌﾟﾙ(ｶ                           1100000001000000";
    private const string Data = "220000001081120081120111000000004980000000000000000000000000000000009991010000123ｻﾄｳ ﾊﾅｺ                                         ﾃｽﾄ            ﾄｳｷﾖｳ";
    private const string Trailer = "8000001000000000498000000000000000000001000000010049800000001";
    private const string End = "9000000000400001";

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Reads_the_reference_file_with_any_separator(string separator)
    {
        var file = string.Join(separator, new[] { Header, Data, Trailer, End }.Select(record => record.PadRight(200)));

        var (lines, errors) = await ReceivedFile.ReadStatement(ReceivedFile.Cp932(file));

        Assert.Empty(errors);
        Assert.Equal(BankFiles.Movement, Assert.Single(lines) with { Key = "" });
    }

    [Fact]
    public void Writes_the_reference_file()
    {
        var stream = new MemoryStream();
        ZenginWriter.WriteStatement(stream, [BankFiles.Movement], new DateOnly(2026, 11, 21), openingBalance: 1_000_000);

        // Our writer leaves the branch where the transaction took place (僚店番号) unset.
        var data = Data.Remove(68, 3).Insert(68, "000");
        string[] expected = [Header.PadRight(200), data.PadRight(200), Trailer.PadRight(200), End.PadRight(200), ""];
        Assert.Equal(expected, SingleByteSet.Cp932.GetString(stream.ToArray()).Split("\r\n"));
    }

    [Fact]
    public async Task Reads_debits_and_corrections()
    {
        var correction = Data.Replace("111000000004980", "219000000004980");
        var trailer = "8000001" + "0000000004980" + "000001" + "0000000004980" + "1" + "00000001000000" + "0000002";
        var (lines, errors) = await Read(Header, Data, correction, trailer, "9");

        Assert.Empty(errors);
        Assert.Equal(
            [(BankLineDirection.Credit, false), (BankLineDirection.Debit, true)],
            lines.Select(line => (line.Direction, line.Cancels)));
    }

    [Fact]
    public async Task Balances_may_be_overdrawn()
    {
        var header = Header.Replace("1100000001000000", "2100000000010000");
        var trailer = "8000001" + "0000000004980" + "000000" + "0000000000000" + "2" + "00000000005020" + "0000001";

        Assert.Empty((await Read(header, Data, trailer, "9")).Errors);
        Assert.Equal(
            "3 closing_balance: the file says 5020, the records before it give -5020",
            ReceivedFile.Join((await Read(header, Data, trailer.Replace("0000000000000200", "0000000000000100"), "9")).Errors));
    }

    [Theory]
    [InlineData("8000002", 0, "3 credit_count: the file says 2, the records before it give 1")]
    [InlineData("0000000004981", 7, "3 credit_total: the file says 4981, the records before it give 4980")]
    [InlineData("000001", 20, "3 debit_count: the file says 1, the records before it give 0")]
    [InlineData("0000000000001", 26, "3 debit_total: the file says 1, the records before it give 0")]
    [InlineData("3", 39, "3 closing_balance: sign '3' is not 1 (plus) or 2 (minus)")]
    [InlineData("00000001004979", 40, "3 closing_balance: the file says 1004979, the records before it give 1004980")]
    [InlineData("0000002", 54, "3 data_count: the file says 2, the records before it give 1")]
    public async Task Verifies_every_total(string value, int at, string expected) =>
        Assert.Equal(expected, ReceivedFile.Join((await Read(Header, Data, Trailer.Remove(at, value.Length).Insert(at, value), End)).Errors));

    [Theory]
    [InlineData("9000000000500001", "4 record_count: the file says 5, the records before it give 4")]
    [InlineData("9000000000400002", "4 account_count: the file says 2, the records before it give 1")]
    public async Task Verifies_the_end_record(string end, string expected) =>
        Assert.Equal(expected, ReceivedFile.Join((await Read(Header, Data, Trailer, end)).Errors));

    [Fact]
    public async Task Refuses_time_deposits_directions_and_dates_it_does_not_know()
    {
        var (_, errors) = await Read(Header.Replace("00010001234567", "00050001234567"), Data.Replace("111000", "311000"), Data.Replace("081120", "081232"), Trailer, End);

        Assert.Equal(
            """
            1 account_type: '5' is not 1, 2 or 4: time deposits have another layout
            2 direction: '3' is not 1 or 2
            3 booked_on: '081232' is no plausible date YYMMDD in the bank's calendar (Japanese)
            3 value_on: '081232' is no plausible date YYMMDD in the bank's calendar (Japanese)
            """,
            ReceivedFile.Join(errors));
    }

    [Fact]
    public async Task Reads_western_years_where_the_bank_is_set_so()
    {
        var records = new[] { Header.Replace("081121081120081120", "261121261120261120"), Data.Replace("081120", "261120"), Trailer, End };
        var file = ReceivedFile.Cp932(string.Concat(records.Select(record => record.PadRight(200) + "\n")));

        var western = await ReceivedFile.ReadStatement(file, new(ReceivedFile.ReceivedOn, ZenginCalendar.Gregorian));
        var japanese = await ReceivedFile.ReadStatement(file);

        Assert.Empty(western.Errors);
        Assert.Equal(new DateOnly(2026, 11, 20), Assert.Single(western.Lines).BookedOn);
        Assert.NotEmpty(japanese.Errors);
    }

    [Fact]
    public async Task A_cut_file_is_an_error_wherever_it_was_cut()
    {
        var file = ReceivedFile.Cp932(string.Concat(new[] { Header, Data, Trailer, End }.Select(record => record.PadRight(200))));

        for (var length = 0; length < file.Length; length++)
        {
            Assert.NotEmpty((await ReceivedFile.ReadStatement(file[..length])).Errors);
        }
    }

    [Fact]
    public async Task What_is_written_is_read() => await Gen.Select(
        BankFiles.Movements.List[1, 20], Gen.Enum<RecordSeparator>(), Gen.Long[-1_000_000, 1_000_000]).SampleAsync(
        async (lines, separator, opening) =>
        {
            var stream = new MemoryStream();
            ZenginWriter.WriteStatement(stream, lines, new DateOnly(2026, 11, 25), opening, separator);
            var (read, errors) = await ReceivedFile.ReadStatement(stream.ToArray());
            Assert.Equal("", ReceivedFile.Join(errors));
            Assert.Equal(lines, read.Select(line => line with { Line = 0, Key = "" }));
        }, iter: 200);

    [Fact]
    public async Task A_changed_digit_in_an_amount_never_passes() => await Gen.Select(
        BankFiles.Movements.List[1, 5], Gen.Int[0, 4], Gen.Int[24, 35], Gen.Int[1, 9]).SampleAsync(
        async (lines, index, at, by) =>
        {
            var stream = new MemoryStream();
            ZenginWriter.WriteStatement(stream, lines, new DateOnly(2026, 11, 25), 0, RecordSeparator.None);
            var file = stream.ToArray();
            var position = (200 * (1 + Math.Min(index, lines.Count - 1))) + at;
            file[position] = (byte)('0' + ((file[position] - '0' + by) % 10));
            Assert.NotEmpty((await ReceivedFile.ReadStatement(file)).Errors);
        }, iter: 500);

    private static Task<(List<BankLine> Lines, List<FileError> Errors)> Read(params string[] records) =>
        ReceivedFile.ReadStatement(ReceivedFile.Cp932(string.Concat(records.Select(record => record.PadRight(200) + "\r\n"))));
}
