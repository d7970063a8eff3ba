namespace Bnpl.Billing.Files;

internal enum RecordStatus
{
    Record,
    WrongLength,
    Unreadable,
    End,
}

/// <summary>
/// Cuts a stream into records of a fixed number of bytes, in constant memory. Banks and agents send the same records without
/// separator, with LF or with CRLF, with or without a last separator, and some add the DOS end mark 0x1A.
/// After <see cref="RecordStatus.Unreadable"/> the record boundaries are lost and reading must stop.
/// </summary>
internal sealed class FixedRecordReader(Stream stream, int recordLength)
{
    private const byte Cr = 0x0D;
    private const byte Lf = 0x0A;
    private const byte EndMark = 0x1A;

    private readonly byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private bool streamEnded;
    private bool? separated;

    /// <summary>Number of the current record: the physical line, or the record's number in a file without separators.</summary>
    public int Line { get; private set; }

    /// <summary>The current record, valid until the next call.</summary>
    public ReadOnlyMemory<byte> Record { get; private set; }

    public string Problem { get; private set; } = "";

    private ReadOnlySpan<byte> Available => buffer.AsSpan(start, end - start);

    public async ValueTask<RecordStatus> NextAsync(CancellationToken cancellation)
    {
        await FillAsync(recordLength + 2, cancellation);
        if (streamEnded && Available.IndexOfAnyExcept(Cr, Lf, EndMark) < 0)
        {
            return RecordStatus.End;
        }

        Line++;
        var length = Available[..Math.Min(recordLength, Available.Length)].IndexOfAny(Cr, Lf);
        if (length >= 0)
        {
            return separated == false ? Lost() : await WrongLengthAsync(length, cancellation);
        }

        if (Available.Length < recordLength)
        {
            return await WrongLengthAsync(Available.TrimEnd(EndMark).Length, cancellation);
        }

        Record = buffer.AsMemory(start, recordLength);
        return await AfterRecordAsync(cancellation);
    }

    private async ValueTask<RecordStatus> AfterRecordAsync(CancellationToken cancellation)
    {
        var next = Available[recordLength..];
        if (next.IsEmpty || next[0] == EndMark || (streamEnded && next.IndexOfAnyExcept(Cr, Lf, EndMark) < 0))
        {
            start += recordLength;
            return RecordStatus.Record;
        }

        if (separated != false && (next[0] == Lf || next.StartsWith("\r\n"u8)))
        {
            separated = true;
            start += recordLength + (next[0] == Lf ? 1 : 2);
            return RecordStatus.Record;
        }

        if (separated == true)
        {
            return await WrongLengthAsync(recordLength, cancellation);
        }

        separated = false;
        start += recordLength;
        return RecordStatus.Record;
    }

    private RecordStatus Lost()
    {
        Problem = Hint($"a line break stands inside the {recordLength} bytes of a record");
        return RecordStatus.Unreadable;
    }

    private async ValueTask<RecordStatus> WrongLengthAsync(int lengthSoFar, CancellationToken cancellation)
    {
        Problem = Hint("");
        start += lengthSoFar;
        var total = (long)lengthSoFar;
        while (true)
        {
            var lineBreak = Available.IndexOfAny(Cr, Lf);
            if (lineBreak >= 0)
            {
                total += lineBreak;
                start += lineBreak;
                break;
            }

            total += Available.TrimEnd(EndMark).Length;
            start = end;
            await FillAsync(1, cancellation);
            if (start == end)
            {
                break;
            }
        }

        await FillAsync(2, cancellation);
        start += Available switch
        {
            [Cr, Lf, ..] => 2,
            [Cr or Lf, ..] => 1,
            _ => 0,
        };
        separated ??= true;
        Problem = $"the record is {total} bytes long instead of {recordLength}{Problem}";
        return RecordStatus.WrongLength;
    }

    // In UTF-8 a kana takes three bytes: the usual reason for a length that is nearly right.
    private string Hint(string problem) => SingleByteSet.LooksLikeUtf8(Available[..Math.Min(Available.Length, recordLength)])
        ? problem + "; the file seems to be UTF-8, send it as Shift_JIS"
        : problem;

    private async ValueTask FillAsync(int wanted, CancellationToken cancellation)
    {
        if (streamEnded || end - start >= wanted)
        {
            return;
        }

        buffer.AsSpan(start, end - start).CopyTo(buffer);
        end -= start;
        start = 0;
        while (end < wanted)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellation);
            if (read == 0)
            {
                streamEnded = true;
                return;
            }

            end += read;
        }
    }
}
