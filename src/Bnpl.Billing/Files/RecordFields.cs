using System.Globalization;

namespace Bnpl.Billing.Files;

/// <summary>
/// Reads the fields of one fixed-length record. Offsets are 0-based, as in the layout tables. A blank number is absent, not wrong:
/// real files carry blanks where the standard asks for zeros.
/// </summary>
internal readonly struct RecordFields(ReadOnlyMemory<byte> record, int line, FileErrors errors)
{
    public int Line => line;

    public char Kind => (char)record.Span[0];

    public ReadOnlySpan<byte> Bytes(int offset, int length) => record.Span.Slice(offset, length);

    public string Text(int offset, int length) => SingleByteSet.Cp932.GetString(Bytes(offset, length)).TrimEnd(' ');

    public bool IsBlank(int offset, int length) => Bytes(offset, length).IndexOfAnyExcept((byte)' ') < 0;

    public bool IsDigits(int offset, int length) => Bytes(offset, length).IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    public void Error(string field, string message) => errors.Add(line, field, message);

    public long? Number(int offset, int length, string field)
    {
        if (IsBlank(offset, length))
        {
            return null;
        }

        if (!IsDigits(offset, length))
        {
            Error(field, $"'{Text(offset, length)}' is not a number of {length} digits");
            return null;
        }

        return long.Parse(Bytes(offset, length), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    public long Required(int offset, int length, string field)
    {
        if (IsBlank(offset, length))
        {
            Error(field, "is blank");
        }

        return Number(offset, length, field) ?? 0;
    }

    /// <summary>Digits kept as text (codes whose leading zeros count); blank gives "".</summary>
    public string Code(int offset, int length, string field) =>
        Number(offset, length, field) is null ? "" : Text(offset, length);

    public DateOnly? Date8(int offset, string field)
    {
        if (IsUnset(offset, 8))
        {
            return null;
        }

        var text = Text(offset, 8);
        if (DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Error(field, $"'{text}' is not a date YYYYMMDD");
        return null;
    }

    public DateOnly RequiredDate8(int offset, string field)
    {
        if (IsUnset(offset, 8))
        {
            Error(field, "is not set");
        }

        return Date8(offset, field) ?? default;
    }

    public bool IsUnset(int offset, int length) => Bytes(offset, length).IndexOfAnyExcept((byte)' ', (byte)'0') < 0;
}
