using Bnpl.Billing.Files;
using Bnpl.Billing.Tests.Files;
using Bnpl.Billing.Zengin;
using CsCheck;

namespace Bnpl.Billing.Tests.Zengin;

public sealed class ZenginDepositsFileTests
{
    // The example of the reference, without the trailing blanks.
    private const string Header = "10100811210811200811209999ﾃｽﾄ            999ﾎﾝﾃﾝ           11234567ｱﾄﾊﾞﾗｲｻﾝﾌﾟﾙ(ｶ";
    private const string Data = "2000001081120081120000000498000000000001010000123ｻﾄｳ ﾊﾅｺ                                         ﾃｽﾄ            ﾄｳｷﾖｳ          0";
    private const string Trailer = "8000001000000004980000000000000000000";
    private const string End = "9";

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Reads_the_reference_file_with_any_separator(string separator)
    {
        string[] endings = ["", separator, separator + "\u001A"];
        foreach (var ending in endings)
        {
            var file = string.Join(separator, new[] { Header, Data, Trailer, End }.Select(record => record.PadRight(200))) + ending;
            var (lines, errors) = await ReceivedFile.ReadDeposits(ReceivedFile.Cp932(file));

            Assert.Empty(errors);
            Assert.Equal(BankFiles.Deposit, Assert.Single(lines) with { Key = "" });
        }
    }

    [Fact]
    public void Writes_the_reference_file()
    {
        var stream = new MemoryStream();
        ZenginWriter.WriteDeposits(stream, [BankFiles.Deposit], new DateOnly(2026, 11, 21));

        // The reference's file covers the day itself; its dates are the same as ours.
        string[] expected = [Header.PadRight(200), Data.PadRight(200), Trailer.PadRight(200), End.PadRight(200), ""];
        Assert.Equal(expected, SingleByteSet.Cp932.GetString(stream.ToArray()).Split("\r\n"));
    }

    [Fact]
    public async Task Reads_format_b_with_twelve_digit_amounts_and_its_edi_text()
    {
        var small = BankFiles.Deposit with { Edi = "INV-1" };
        var large = small with { Amount = 123_456_789_012 };
        var stream = new MemoryStream();
        ZenginWriter.WriteDeposits(stream, [small, large], new DateOnly(2026, 11, 21), layout: ZenginDepositLayout.B);

        var detected = await ReceivedFile.ReadDeposits(stream.ToArray());
        var configured = await ReceivedFile.ReadDeposits(stream.ToArray(), new(ReceivedFile.ReceivedOn, DepositLayout: ZenginDepositLayout.B));

        Assert.Empty(detected.Errors);
        Assert.Equal([(4_980L, "INV-1"), (123_456_789_012L, "INV-1")], detected.Lines.Select(line => (line.Amount, line.Edi)));
        Assert.Equal(detected.Lines, configured.Lines);
    }

    [Fact]
    public async Task Reads_blank_numbers_as_absent()
    {
        var blank = Data[..13] + new string(' ', 6) + Data[19..29] + new string(' ', 20) + Data[49..127] + " ";
        var (lines, errors) = await Read(Header, blank, Trailer[..19], End);

        Assert.Empty(errors);
        Assert.Equal(BankFiles.Deposit with { RemitterCode = "" }, Assert.Single(lines) with { Key = "" });
    }

    [Fact]
    public async Task Reads_a_cancellation_as_a_line_of_its_own()
    {
        var cancel = Data[..127] + "1";
        var apart = await Read(Header, Data, cancel, "8000001000000004980000001000000004980", End);
        var withoutTotal = await Read(Header, Data, cancel, "8000001000000004980", End);
        var together = await Read(Header, Data, cancel, "8000002000000009960", End);
        var wrong = await Read(Header, Data, cancel, "8000001000000004980000001000000004981", End);

        Assert.Empty(apart.Errors.Concat(withoutTotal.Errors).Concat(together.Errors));
        Assert.Equal([false, true], apart.Lines.Select(line => line.Cancels));
        Assert.Equal("4 canceled_total: the file says 4981, the records before it give 4980", ReceivedFile.Join(wrong.Errors));
    }

    [Fact]
    public async Task Reads_several_accounts_each_with_its_own_trailer()
    {
        var (lines, errors) = await Read(Header, Data, Trailer, Header.Replace("11234567", "27654321"), Data, Data, "8000002000000009960", End);

        Assert.Empty(errors);
        Assert.Equal(["1234567", "7654321", "7654321"], lines.Select(line => line.Account.Number));
    }

    [Fact]
    public async Task Equal_lines_get_different_keys_and_the_same_keys_again_in_another_file()
    {
        var first = await Read(Header, Data, Data, "8000002000000009960", End);
        var renumbered = Data.Replace("2000001", "2000077");
        var second = await Read(Header, renumbered, renumbered, renumbered, "8000003000000014940", End);

        Assert.Equal(2, first.Lines.Select(line => line.Key).Distinct().Count());
        Assert.Equal(first.Lines.Select(line => line.Key), second.Lines.Take(2).Select(line => line.Key));
        Assert.Equal("-3", second.Lines[2].Key[^2..]);
    }

    [Theory]
    [InlineData(new[] { Data, Trailer, End }, "1 record_kind: the file does not begin with a header record")]
    [InlineData(new[] { Header, Data, End }, "3 record_kind: a record of kind 9 may not follow one of kind 2")]
    [InlineData(new[] { Header, Data, Trailer, Data, End }, "4 record_kind: a record of kind 2 may not follow one of kind 8\n5 record_kind: a record of kind 9 may not follow one of kind 2")]
    [InlineData(new[] { Header, Data, Trailer }, "4 file: the file ends without an end record: it was cut")]
    [InlineData(new[] { Header, Data, Trailer, End, End }, "5 record_kind: nothing may follow the end record")]
    [InlineData(new[] { Header, "5", Data, Trailer, End }, "2 record_kind: '5' is not 1, 2, 8 or 9")]
    [InlineData(new[] { Header, Data, "8000002000000004980", End }, "3 count: the file says 2, the records before it give 1")]
    [InlineData(new[] { Header, Data, "8000001000000004981", End }, "3 total: the file says 4981, the records before it give 4980")]
    [InlineData(new[] { Header, Data, "8      000000004980", End }, "3 count: is blank\n3 count: the file says 0, the records before it give 1")]
    public async Task Refuses_files_that_are_cut_mixed_up_or_do_not_add_up(string[] records, string expected) =>
        Assert.Equal(expected, ReceivedFile.Join((await Read(records)).Errors));

    [Fact]
    public async Task Names_line_and_field_of_every_error()
    {
        var (lines, errors) = await Read(
            Header,
            Data.Replace("0000004980", "00000O4980"),
            Data.Replace("0000004980", "0000000000"),
            Data.Replace("081120", "081131"),
            Data.Replace("2000001081120", "2000001261120"),
            Data[..127] + "9",
            Data.Replace("1010000123", "10100-0123"),
            Data,
            Trailer,
            End);

        Assert.Equal([8], lines.Select(line => line.Line));
        Assert.Equal(
            """
            2 amount: '00000O4980' is not a number of 10 digits
            3 amount: is not set
            4 booked_on: '081131' is no plausible date YYMMDD in the bank's calendar (Japanese)
            4 value_on: '081131' is no plausible date YYMMDD in the bank's calendar (Japanese)
            5 booked_on: '261120' is no plausible date YYMMDD in the bank's calendar (Japanese)
            6 cancel_flag: '9' is not blank, 0 or 1
            7 remitter_code: '10100-0123' is not a number of 10 digits
            """,
            ReceivedFile.Join(errors));
    }

    [Fact]
    public async Task Refuses_other_types_code_sets_and_encodings()
    {
        var file = ReceivedFile.Cp932(string.Concat(new[] { Header, Data, Trailer, End }.Select(record => record.PadRight(200) + "\n")));

        var statement = await Read(Header.Replace("10100811", "10300811"), Data, Trailer, End);
        var declared = await Read(Header.Replace("10100811", "10110811"), Data, Trailer, End);
        var ebcdic = await ReceivedFile.ReadDeposits([.. file.Select(value => (byte)(value is >= 0x30 and <= 0x39 ? value + 0xC0 : 0x40))]);
        var utf8 = await ReceivedFile.ReadDeposits(ReceivedFile.ToUtf8(file));

        Assert.Equal("1 type: the file is of type '03', not 01", ReceivedFile.Join(statement.Errors));
        Assert.Equal("1 code_set: code set '1' is not 0 (JIS)", ReceivedFile.Join(declared.Errors));
        Assert.Contains("EBCDIC", Assert.Single(ebcdic.Errors).Message, StringComparison.Ordinal);
        Assert.Contains("UTF-8", utf8.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_file_is_an_error_wherever_it_was_cut()
    {
        var file = ReceivedFile.Cp932(string.Concat(new[] { Header, Data, Trailer, End }.Select(record => record.PadRight(200) + "\r\n")));

        for (var length = 0; length < file.Length - 2; length++)
        {
            Assert.NotEmpty((await ReceivedFile.ReadDeposits(file[..length])).Errors);
        }
    }

    [Fact]
    public async Task A_line_break_inside_a_file_without_separators_is_an_error()
    {
        var file = Header.PadRight(200) + Data.PadRight(200) + "\r\n" + Trailer.PadRight(200) + End.PadRight(200);

        var (_, errors) = await ReceivedFile.ReadDeposits(ReceivedFile.Cp932(file));

        Assert.Equal("3 record: a line break stands inside the 200 bytes of a record", ReceivedFile.Join(errors));
    }

    [Fact]
    public async Task What_is_written_is_read() => await Gen.Select(
        BankFiles.Deposits.List[1, 20], Gen.Enum<RecordSeparator>(), BankFiles.Choose(ZenginDepositLayout.A, ZenginDepositLayout.B)).SampleAsync(
        async (lines, separator, layout) =>
        {
            var stream = new MemoryStream();
            ZenginWriter.WriteDeposits(stream, lines, new DateOnly(2026, 11, 25), separator, layout);
            var (read, errors) = await ReceivedFile.ReadDeposits(stream.ToArray());
            Assert.Equal("", ReceivedFile.Join(errors));
            Assert.Equal(lines, read.Select(line => line with { Line = 0, Key = "" }));
        }, iter: 200);

    [Fact]
    public async Task Damaged_bytes_give_lines_or_errors_never_an_exception() => await Gen.Select(
        BankFiles.Deposits.List[1, 4], Gen.Enum<RecordSeparator>(), Gen.Select(Gen.Int[0, 1_400], Gen.Byte).List[1, 6]).SampleAsync(
        async (lines, separator, damage) =>
        {
            var stream = new MemoryStream();
            ZenginWriter.WriteDeposits(stream, lines, new DateOnly(2026, 11, 25), separator);
            var file = stream.ToArray();
            foreach (var (at, value) in damage.Where(d => d.Item1 < file.Length))
            {
                file[at] = value;
            }

            await ReceivedFile.ReadDeposits(file);
            await ReceivedFile.ReadStatement(file);
        }, iter: 2_000);

    [Fact]
    public async Task Random_bytes_are_always_refused() => await Gen.Byte.Array[0, 1_000].SampleAsync(
        async bytes => Assert.NotEmpty((await ReceivedFile.ReadDeposits(bytes)).Errors), iter: 2_000);

    private static Task<(List<BankLine> Lines, List<FileError> Errors)> Read(params string[] records) =>
        ReceivedFile.ReadDeposits(ReceivedFile.Cp932(string.Concat(records.Select(record => record.PadRight(200) + "\r\n"))));
}
