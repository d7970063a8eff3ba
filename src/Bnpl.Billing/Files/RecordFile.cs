using System.Runtime.CompilerServices;

namespace Bnpl.Billing.Files;

/// <summary>The records of a file that have the right length and character set; the others become errors.</summary>
internal static class RecordFile
{
    public static async IAsyncEnumerable<RecordFields> ReadAsync(
        Stream stream, int recordLength, FileErrors errors, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = new FixedRecordReader(stream, recordLength);
        while (!errors.IsFull)
        {
            var status = await reader.NextAsync(cancellation);
            if (status == RecordStatus.End)
            {
                break;
            }

            var problem = status == RecordStatus.Record ? SingleByteSet.Problem(reader.Record.Span) : reader.Problem;
            if (problem is null)
            {
                yield return new RecordFields(reader.Record, reader.Line, errors);
                continue;
            }

            errors.Add(reader.Line, "record", problem);
            if (status == RecordStatus.Unreadable || (reader.Line == 1 && SingleByteSet.LooksLikeEbcdic(reader.Record.Span)))
            {
                yield break;
            }
        }

        if (reader.Line == 0)
        {
            errors.Add(1, "file", "the file is empty");
        }
    }
}
