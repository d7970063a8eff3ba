using System.Text;

namespace Bnpl.Infrastructure.Files;

/// <summary>
/// Tells how a file's text is written: UTF-8 with or without a mark, else Shift_JIS as Windows writes it. Japanese text in one
/// is never valid in the other by accident for long, so the whole file is looked at, once.
/// </summary>
public static class CsvEncoding
{
    private static readonly Encoding s_utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding s_shiftJis = new Windows31J(DecoderFallback.ExceptionFallback);

    /// <summary>Null when the bytes are neither. The stream is left at its beginning.</summary>
    public static async Task<Encoding?> DetectAsync(Stream content, CancellationToken cancellation)
    {
        foreach (Encoding encoding in (Encoding[])[s_utf8, s_shiftJis])
        {
            bool readable = await ReadsAsync(content, encoding, cancellation);
            content.Position = 0;
            if (readable)
            {
                return encoding;
            }
        }

        return null;
    }

    private static async Task<bool> ReadsAsync(Stream content, Encoding encoding, CancellationToken cancellation)
    {
        Decoder decoder = encoding.GetDecoder();
        byte[] bytes = new byte[64 * 1024];
        char[] chars = new char[encoding.GetMaxCharCount(bytes.Length)];
        try
        {
            int read;
            do
            {
                read = await content.ReadAsync(bytes, cancellation);
                int written = decoder.GetChars(bytes, 0, read, chars, 0, flush: read == 0);

                // UTF-16 without Japanese in it passes for UTF-8 full of nulls.
                if (chars.AsSpan(0, written).Contains('\0'))
                {
                    return false;
                }
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
