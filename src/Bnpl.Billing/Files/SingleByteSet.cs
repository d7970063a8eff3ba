using System.Text;

namespace Bnpl.Billing.Files;

/// <summary>
/// The one-byte characters of Shift_JIS (JIS X 0201): what conforming payment files consist of. Anything else is another
/// encoding, and reading it by the byte would give wrong names or amounts.
/// </summary>
internal static class SingleByteSet
{
    /// <summary>Windows' Shift_JIS. Not in the runtime's default set of encodings, hence the provider.</summary>
    public static Encoding Cp932 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    public static bool Contains(byte value) => value is >= 0x20 and <= 0x7E or >= 0xA1 and <= 0xDF;

    public static string? Problem(ReadOnlySpan<byte> record)
    {
        for (var i = 0; i < record.Length; i++)
        {
            if (!Contains(record[i]))
            {
                return $"byte 0x{record[i]:X2} at position {i + 1} is not a single-byte character" + Guess(record);
            }
        }

        return null;
    }

    /// <summary>EBCDIC writes its digits as 0xF0–0xF9 and its space as 0x40.</summary>
    public static bool LooksLikeEbcdic(ReadOnlySpan<byte> record) => !record.IsEmpty && record[0] is >= 0xF0 and <= 0xF9;

    public static bool LooksLikeUtf8(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("\uFEFF"u8) || ContainsAny(bytes, 0xEF, 0xBD, 0xBE) || ContainsAny(bytes, 0xE3, 0x81, 0x83);

    // The lead bytes of half-width and full-width kana.
    private static bool ContainsAny(ReadOnlySpan<byte> bytes, byte lead, byte from, byte to)
    {
        for (var i = 0; i + 1 < bytes.Length; i++)
        {
            if (bytes[i] == lead && bytes[i + 1] >= from && bytes[i + 1] <= to)
            {
                return true;
            }
        }

        return false;
    }

    private static string Guess(ReadOnlySpan<byte> record) =>
        LooksLikeEbcdic(record) ? "; the file seems to be EBCDIC, ask for JIS (code set 0)"
        : LooksLikeUtf8(record) ? "; the file seems to be UTF-8, send it as Shift_JIS"
        : "";
}
