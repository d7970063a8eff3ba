using System.Runtime.CompilerServices;
using Bnpl.Billing.Files;

namespace Bnpl.Billing.Zengin;

/// <summary>振込入金通知 has two layouts under one type code.</summary>
internal enum ZenginDepositLayout
{
    Detect,
    A,
    B,
}

/// <param name="ReceivedOn">The business date of the import: two-digit years are read so that they are plausible on it.</param>
internal sealed record ZenginReadOptions(
    DateOnly ReceivedOn,
    ZenginCalendar Calendar = ZenginCalendar.Japanese,
    ZenginDepositLayout DepositLayout = ZenginDepositLayout.Detect);

/// <summary>What all 200-byte files share: (header, data…, trailer) once or more, then end.</summary>
internal static class ZenginFile
{
    public const int RecordLength = 200;

    /// <summary>Records in their right place; a file that does not run to its end record was cut and is an error.</summary>
    public static async IAsyncEnumerable<RecordFields> ReadAsync(
        Stream stream, string type, FileErrors errors, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var last = '\0';
        var lastLine = 0;
        await foreach (var fields in RecordFile.ReadAsync(stream, RecordLength, errors, cancellation))
        {
            lastLine = fields.Line;
            if (SequenceProblem(last, fields.Kind) is { } problem)
            {
                fields.Error("record_kind", problem);
                last = fields.Kind is '1' or '2' or '8' or '9' ? fields.Kind : last;
                continue;
            }

            last = fields.Kind;
            if (last == '1' && HeaderProblem(fields, type) is { } wrong)
            {
                fields.Error(wrong.Field, wrong.Message);
                yield break;
            }

            yield return fields;
        }

        if (last != '9' && !errors.Any)
        {
            errors.Add(lastLine + 1, "file", "the file ends without an end record: it was cut");
        }
    }

    public static BankFileAccount Account(RecordFields header, int typeOffset, int numberOffset, int numberLength, int holderOffset) => new(
        header.Code(22, 4, "bank_code"), header.Text(26, 15), header.Code(41, 3, "branch_code"), header.Text(44, 15),
        (char)header.Bytes(typeOffset, 1)[0], ShortNumber(header.Code(numberOffset, numberLength, "account_number")), header.Text(holderOffset, 40));

    public static DateOnly? Date(RecordFields fields, int offset, string field, ZenginReadOptions options)
    {
        if (fields.IsUnset(offset, 6))
        {
            return null;
        }

        var date = ZenginDate.Read(fields.Text(offset, 6), options.Calendar, options.ReceivedOn);
        if (date is null)
        {
            fields.Error(field, $"'{fields.Text(offset, 6)}' is no plausible date YYMMDD in the bank's calendar ({options.Calendar})");
        }

        return date;
    }

    public static void CheckTotal(RecordFields fields, string field, long stated, long actual)
    {
        if (stated != actual)
        {
            fields.Error(field, $"the file says {stated}, the records before it give {actual}");
        }
    }

    private static string? SequenceProblem(char last, char kind) => (last, kind) switch
    {
        ('\0', '1') or ('1' or '2', '2' or '8') or ('8', '1' or '9') => null,
        (_, not ('1' or '2' or '8' or '9')) => $"'{kind}' is not 1, 2, 8 or 9",
        ('\0', _) => "the file does not begin with a header record",
        ('9', _) => "nothing may follow the end record",
        _ => $"a record of kind {kind} may not follow one of kind {last}",
    };

    private static (string Field, string Message)? HeaderProblem(RecordFields header, string type) =>
        header.Text(1, 2) != type ? ("type", $"the file is of type '{header.Text(1, 2)}', not {type}")
        : header.Text(3, 1) is not ("0" or "") ? ("code_set", $"code set '{header.Text(3, 1)}' is not 0 (JIS)")
        : null;

    private static string ShortNumber(string number) => number.Length == 10 && number.StartsWith("000", StringComparison.Ordinal) ? number[3..] : number;
}
