using System.Text;
using Bnpl.Billing.Files;
using Bnpl.Billing.Konbini;
using Bnpl.Billing.Tests.Files;
using CsCheck;

namespace Bnpl.Billing.Tests.Konbini;

public sealed class KonbiniCollectionFileTests
{
    private const string PreliminaryLine =
        "201202611101815191912345543210000000000012345026113000049808   0001234  202611110000000000000000010                     ";

    private const string ConfirmedLine =
        "202202611101815191912345543210000000000012345026113000049808   0001234  202611112026113020261111010                     ";

    private static readonly KonbiniCollectionRecord Confirmed = new(
        1, KonbiniCollectionKind.Confirmed, new DateOnly(2026, 11, 10), new TimeOnly(18, 15),
        KonbiniBarcode.Parse("91912345543210000000000012345026113000049808", out _)!, "0001234", "010",
        new DateOnly(2026, 11, 11), new DateOnly(2026, 11, 30), new DateOnly(2026, 11, 11));

    private static readonly KonbiniCollectionRecord Preliminary = Confirmed with
    {
        Kind = KonbiniCollectionKind.Preliminary,
        RemittanceOn = null,
        FeeOn = null,
    };

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Reads_the_reference_records_with_any_separator(string separator)
    {
        string[] endings = ["", separator, separator + "\u001A", "\u001A", separator + "\u001A" + separator];
        foreach (var ending in endings)
        {
            var (records, errors) = await Read(PreliminaryLine + separator + ConfirmedLine + ending);

            Assert.Empty(errors);
            Assert.Equal([Preliminary, Confirmed with { Line = 2 }], records);
        }
    }

    [Fact]
    public async Task Preliminary_and_confirmed_data_of_one_payment_share_their_scan_key()
    {
        var (records, _) = await Read(PreliminaryLine + "\n" + ConfirmedLine);

        Assert.Equal(4_980, records[0].Amount);
        Assert.Equal(records[0].ScanKey, records[1].ScanKey);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Writes_the_reference_records(bool framed)
    {
        var stream = new MemoryStream();
        KonbiniCollectionFile.Write(stream, [Preliminary, Confirmed], RecordSeparator.CrLf, framed);

        var lines = Encoding.ASCII.GetString(stream.ToArray()).Split("\r\n");
        string[] data = [PreliminaryLine, ConfirmedLine];
        string[] expected = framed
            ? ["1".PadRight(120), .. data, "8000002000000009960".PadRight(120), "9".PadRight(120), ""]
            : [.. data, ""];
        Assert.Equal(expected, lines);
    }

    [Fact]
    public async Task Names_line_and_field_of_every_error()
    {
        var file = string.Join("\r\n",
            ConfirmedLine,
            ConfirmedLine.Replace("49808", "49809"),
            "204" + ConfirmedLine[3..],
            "20220261131" + ConfirmedLine[11..],
            ConfirmedLine[..11] + "2460" + ConfirmedLine[15..],
            ConfirmedLine[..80] + "20261131" + ConfirmedLine[88..],
            ConfirmedLine[..119],
            ConfirmedLine + "  ",
            "",
            "3" + ConfirmedLine[1..],
            ConfirmedLine);

        var (records, errors) = await Read(file);

        Assert.Equal([1, 11], records.Select(record => record.Line));
        Assert.Equal(
            """
            2 barcode: '91912345543210000000000012345026113000049809': CheckDigitWrong
            3 data_kind: '04' is not 01, 02 or 03
            4 collected_on: '20261131' is not a date YYYYMMDD
            5 collected_at: '2460' is not a time HHMM
            6 remittance_on: '20261131' is not a date YYYYMMDD
            7 record: the record is 119 bytes long instead of 120
            8 record: the record is 122 bytes long instead of 120
            9 record: the record is 0 bytes long instead of 120
            10 record_kind: '3' is not 1, 2, 8 or 9
            """,
            ReceivedFile.Join(errors));
    }

    [Fact]
    public async Task Another_kind_than_announced_is_an_error()
    {
        var (records, errors) = await ReceivedFile.ReadKonbini(ReceivedFile.Cp932(PreliminaryLine), KonbiniCollectionKind.Confirmed);

        Assert.Empty(records);
        Assert.Equal("1 data_kind: '01' does not belong into a file of kind 02", ReceivedFile.Join(errors));
    }

    [Fact]
    public async Task Verifies_a_trailer_of_the_bank_files_shape_and_skips_any_other()
    {
        var wrong = await Read(ConfirmedLine + "8000002000000009960".PadRight(120) + "9".PadRight(120));
        var right = await Read(ConfirmedLine + "8000001000000004980".PadRight(120) + "9".PadRight(120));
        var other = await Read(ConfirmedLine + "800000001".PadRight(120) + "9".PadRight(120));

        Assert.Equal(
            "2 count: the trailer says 2, the records before it give 1\n2 total: the trailer says 9960, the records before it give 4980",
            ReceivedFile.Join(wrong.Errors));
        Assert.Empty(right.Errors);
        Assert.Empty(other.Errors);
    }

    [Fact]
    public async Task A_cut_file_is_an_error_wherever_it_was_cut()
    {
        var stream = new MemoryStream();
        KonbiniCollectionFile.Write(stream, [Preliminary, Confirmed], RecordSeparator.CrLf, withHeaderAndTrailer: true);
        var whole = stream.ToArray();

        // Complete with its trailer (the fourth record); the end record after it is optional, but not half of one.
        for (var length = 0; length <= whole.Length; length++)
        {
            var isComplete = length is >= (4 * 122) - 2 and <= 4 * 122 || length >= whole.Length - 2;
            var (_, errors) = await ReceivedFile.ReadKonbini(whole[..length]);
            Assert.True(isComplete == (errors.Count == 0), $"cut after {length} bytes");
        }
    }

    [Fact]
    public async Task Other_encodings_are_told_apart()
    {
        var kana = ConfirmedLine[..63] + "ﾐﾄﾞﾘ  " + ConfirmedLine[69..];
        var ebcdic = Enumerable.Repeat((byte)0xF2, 120).ToArray();

        var utf8 = await ReceivedFile.ReadKonbini(Encoding.UTF8.GetBytes(kana));
        var marked = await ReceivedFile.ReadKonbini([0xEF, 0xBB, 0xBF, .. ReceivedFile.Cp932(ConfirmedLine)]);
        var kanji = await ReceivedFile.ReadKonbini(ReceivedFile.Cp932(ConfirmedLine[..63] + "渋谷店 " + ConfirmedLine[70..]));
        var mainframe = await ReceivedFile.ReadKonbini([.. ebcdic, .. ebcdic]);

        Assert.Contains("UTF-8", Assert.Single(utf8.Errors.Take(1)).Message, StringComparison.Ordinal);
        Assert.Contains("UTF-8", marked.Errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("byte 0x8F at position 64 is not a single-byte", kanji.Errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("EBCDIC", Assert.Single(mainframe.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_is_an_error() =>
        Assert.Equal("1 file: the file is empty", ReceivedFile.Join((await Read("")).Errors));

    [Fact]
    public async Task Stops_at_100_errors()
    {
        var (_, errors) = await Read(string.Concat(Enumerable.Repeat("2" + new string('x', 119) + "\n", 500)));

        Assert.Equal(FileErrors.Limit, errors.Count);
    }

    [Fact]
    public async Task What_is_written_is_read() => await Gen.Select(Records.List[1, 30], Gen.Enum<RecordSeparator>(), Gen.Bool).SampleAsync(
        async (records, separator, framed) =>
        {
            var stream = new MemoryStream();
            KonbiniCollectionFile.Write(stream, records, separator, framed);
            var (read, errors) = await ReceivedFile.ReadKonbini(stream.ToArray());
            Assert.Empty(errors);
            Assert.Equal(records, read.Select(record => record with { Line = 0 }));
        }, iter: 200);

    [Fact]
    public async Task Damaged_bytes_give_records_or_errors_never_an_exception() => await Gen.Select(
        Records.List[1, 5], Gen.Enum<RecordSeparator>(), Gen.Select(Gen.Int[0, 700], Gen.Byte).List[1, 6]).SampleAsync(
        async (records, separator, damage) =>
        {
            var stream = new MemoryStream();
            KonbiniCollectionFile.Write(stream, records, separator, withHeaderAndTrailer: true);
            var file = stream.ToArray();
            foreach (var (at, value) in damage.Where(d => d.Item1 < file.Length))
            {
                file[at] = value;
            }

            await ReceivedFile.ReadKonbini(file);
        }, iter: 2_000);

    [Fact]
    public async Task Random_bytes_are_always_refused() => await Gen.Byte.Array[1, 1_000].SampleAsync(
        async bytes => Assert.Empty((await ReceivedFile.ReadKonbini(bytes)).Records), iter: 2_000);

    private static readonly Gen<KonbiniCollectionRecord> Records =
        from slip in KonbiniBarcodeTests.Slips
        from kind in Gen.Enum<KonbiniCollectionKind>()
        from day in Gen.Int[0, 3_000]
        from minute in Gen.Int[0, 1_439]
        from store in Gen.Int[0, 9_999_999]
        from remitted in Gen.Bool
        let collected = new DateOnly(2024, 1, 1).AddDays(day)
        select new KonbiniCollectionRecord(
            0, kind, collected, TimeOnly.MinValue.AddMinutes(minute), KonbiniBarcode.Build(slip), $"{store}", "020", collected.AddDays(1),
            remitted ? collected.AddDays(20) : null, remitted ? collected.AddDays(1) : null);

    private static Task<(List<KonbiniCollectionRecord> Records, List<FileError> Errors)> Read(string file) =>
        ReceivedFile.ReadKonbini(ReceivedFile.Cp932(file));
}
