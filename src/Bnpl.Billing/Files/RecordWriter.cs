using System.Globalization;

namespace Bnpl.Billing.Files;

internal enum RecordSeparator
{
    None,
    Lf,
    CrLf,
}

/// <summary>Builds one fixed-length record field by field; a value that does not fit is an exception, never cut.</summary>
internal sealed class RecordWriter(int recordLength)
{
    private readonly byte[] record = new byte[recordLength];
    private int position;

    public RecordWriter Number(long value, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return Digits(value.ToString(CultureInfo.InvariantCulture), width);
    }

    /// <summary>Right-aligned, filled with zeros on the left.</summary>
    public RecordWriter Digits(string digits, int width)
    {
        if (digits.Length > width || digits.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            throw new ArgumentException($"'{digits}' does not fit a number of {width} digits.", nameof(digits));
        }

        return Append(digits.PadLeft(width, '0'), width);
    }

    /// <summary>Left-aligned, filled with spaces on the right; single-byte characters only.</summary>
    public RecordWriter Text(string text, int width)
    {
        if (text.Length > width)
        {
            throw new ArgumentException($"'{text}' is longer than {width} bytes.", nameof(text));
        }

        return Append(text.PadRight(width, ' '), width);
    }

    public RecordWriter Blank(int width) => Text("", width);

    public RecordWriter Date8(DateOnly? date) =>
        Digits(date?.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? "", 8);

    public void WriteTo(Stream stream, RecordSeparator separator)
    {
        Blank(recordLength - position);
        stream.Write(record);
        stream.Write(separator switch
        {
            RecordSeparator.None => [],
            RecordSeparator.Lf => "\n"u8,
            RecordSeparator.CrLf => "\r\n"u8,
            _ => throw new ArgumentOutOfRangeException(nameof(separator)),
        });
    }

    private RecordWriter Append(string padded, int width)
    {
        var written = SingleByteSet.Cp932.GetBytes(padded, record.AsSpan(position, width));
        if (written != width || SingleByteSet.Problem(record.AsSpan(position, width)) is not null)
        {
            throw new ArgumentException($"'{padded.TrimEnd()}' has characters outside the single-byte set.", nameof(padded));
        }

        position += width;
        return this;
    }
}
