using System.Globalization;
using System.Runtime.CompilerServices;
using Bnpl.Billing.Files;

namespace Bnpl.Billing.Konbini;

/// <summary>
/// The agents' collection data, 120 bytes a record. Only the data record is standard; header, trailer and end differ by agent and
/// are optional. A trailer of the bank files' shape (count 6, amount 12, blanks) is verified, any other is skipped.
/// </summary>
internal static class KonbiniCollectionFile
{
    public const int RecordLength = 120;

    /// <summary>Yields the good records; the file is good only if <paramref name="errors"/> is empty after the last one.</summary>
    public static async IAsyncEnumerable<KonbiniCollectionRecord> ReadAsync(
        Stream stream,
        KonbiniCollectionKind? expected,
        FileErrors errors,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var sequence = new Sequence();
        await foreach (var fields in RecordFile.ReadAsync(stream, RecordLength, errors, cancellation))
        {
            if (sequence.Problem(fields.Kind) is { } problem)
            {
                fields.Error("record_kind", problem);
            }
            else if (fields.Kind == '2' && Data(fields, expected, errors) is { } record)
            {
                sequence.Add(record.Amount);
                yield return record;
            }
            else if (fields.Kind == '8' && !errors.Any)
            {
                sequence.Verify(fields);
            }
        }

        if (sequence.IsCut && !errors.Any)
        {
            errors.Add(sequence.Records + 1, "file", "the file has a header but ends without trailer and end record: it was cut");
        }
    }

    public static void Write(
        Stream stream, IEnumerable<KonbiniCollectionRecord> records, RecordSeparator separator, bool withHeaderAndTrailer = false)
    {
        if (withHeaderAndTrailer)
        {
            new RecordWriter(RecordLength).Text("1", 1).WriteTo(stream, separator);
        }

        var count = 0;
        var total = 0L;
        foreach (var record in records)
        {
            count++;
            total += record.Amount;
            new RecordWriter(RecordLength)
                .Text("2", 1).Number((int)record.Kind, 2).Date8(record.CollectedOn)
                .Digits(record.CollectedAt.ToString("HHmm", CultureInfo.InvariantCulture), 4)
                .Text($"{record.BarcodeKind}", 1).Digits(record.Barcode.Digits, KonbiniBarcode.Length).Blank(3)
                .Text(record.StoreCode, 7).Blank(2).Date8(record.DataOn).Date8(record.RemittanceOn).Date8(record.FeeOn)
                .Text(record.ChainCode, 6)
                .WriteTo(stream, separator);
        }

        if (withHeaderAndTrailer)
        {
            new RecordWriter(RecordLength).Text("8", 1).Number(count, 6).Number(total, 12).WriteTo(stream, separator);
            new RecordWriter(RecordLength).Text("9", 1).WriteTo(stream, separator);
        }
    }

    private static KonbiniCollectionRecord? Data(RecordFields fields, KonbiniCollectionKind? expected, FileErrors errors)
    {
        var before = errors.Found.Count;
        var kind = (KonbiniCollectionKind)fields.Required(1, 2, "data_kind");
        if (!Enum.IsDefined(kind))
        {
            fields.Error("data_kind", $"'{fields.Text(1, 2)}' is not 01, 02 or 03");
        }
        else if (expected is not null && kind != expected)
        {
            fields.Error("data_kind", $"'{fields.Text(1, 2)}' does not belong into a file of kind {(int)expected:D2}");
        }

        var barcode = KonbiniBarcode.Parse(fields.Text(16, KonbiniBarcode.Length), out var barcodeError);
        if (barcode is null)
        {
            fields.Error("barcode", $"'{fields.Text(16, KonbiniBarcode.Length)}': {barcodeError}");
        }

        var record = new KonbiniCollectionRecord(
            fields.Line, kind, fields.RequiredDate8(3, "collected_on"), Time(fields), barcode!,
            fields.Text(63, 7), fields.Text(96, 6), fields.RequiredDate8(72, "data_on"),
            fields.Date8(80, "remittance_on"), fields.Date8(88, "fee_on"), (char)fields.Bytes(15, 1)[0]);
        return errors.Found.Count == before ? record : null;
    }

    private static TimeOnly Time(RecordFields fields)
    {
        if (!TimeOnly.TryParseExact(fields.Text(11, 4), "HHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            fields.Error("collected_at", $"'{fields.Text(11, 4)}' is not a time HHMM");
        }

        return time;
    }

    private sealed class Sequence
    {
        private char last;
        private bool hasHeader;
        private long count;
        private long total;

        public int Records { get; private set; }

        public bool IsCut => hasHeader && last is not ('8' or '9');

        public string? Problem(char kind)
        {
            var problem = kind switch
            {
                _ when last == '9' => "nothing may follow the end record",
                '1' when last is '\0' or '8' => null,
                '2' when last is '\0' or '1' or '2' => null,
                '8' when last is '\0' or '1' or '2' => null,
                '9' => null,
                '1' or '2' or '8' => $"a record of kind {kind} may not follow one of kind {last}",
                _ => $"'{kind}' is not 1, 2, 8 or 9",
            };
            Records++;
            last = problem is null ? kind : last;
            hasHeader |= kind == '1';
            return problem;
        }

        public void Add(long amount)
        {
            count++;
            total += amount;
        }

        public void Verify(RecordFields trailer)
        {
            if (trailer.IsDigits(1, 18) && trailer.IsBlank(19, RecordLength - 19))
            {
                CheckTotal(trailer, "count", trailer.Required(1, 6, "count"), count);
                CheckTotal(trailer, "total", trailer.Required(7, 12, "total"), total);
            }

            count = 0;
            total = 0;
        }

        private static void CheckTotal(RecordFields trailer, string field, long stated, long actual)
        {
            if (stated != actual)
            {
                trailer.Error(field, $"the trailer says {stated}, the records before it give {actual}");
            }
        }
    }
}
