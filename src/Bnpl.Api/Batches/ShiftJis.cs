using System.Text;
using Bnpl.Infrastructure.Files;

namespace Bnpl.Api.Batches;

/// <summary>
/// Shift_JIS as Windows writes it (code page 932), with ①, ㈱ and 髙. What it has no letter for becomes 〓, the printers' mark
/// for a missing type, which nobody takes for a name; letters that it has under another code keep their look.
/// </summary>
internal static class ShiftJis
{
    private const char Missing = '〓';
    private static readonly Encoding s_writing = CodePagesEncodingProvider.Instance.GetEncoding(932, new EncoderReplacementFallback($"{Missing}"), DecoderFallback.ExceptionFallback)!;

    // One letter, two codes: what other systems write, and what code page 932 knows.
    private static readonly Dictionary<char, char> s_twins = new()
    {
        ['\u301C'] = '\uFF5E',
        ['\u2212'] = '\uFF0D',
        ['\u2014'] = '\u2015',
        ['\u2016'] = '\u2225',
        ['\u00A2'] = '\uFFE0',
        ['\u00A3'] = '\uFFE1',
        ['\u00AC'] = '\uFFE2',
    };

    /// <summary>Reads on over bytes that are no letter, and leaves U+FFFD where they stood.</summary>
    public static Encoding Tolerant { get; } = new Windows31J(new DecoderReplacementFallback("\uFFFD"));

    public static byte[] Write(string text)
    {
        StringBuilder letters = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            // Nothing beyond the basic plane is in it; one letter gets one mark.
            letters.Append(rune.IsBmp ? s_twins.GetValueOrDefault((char)rune.Value, (char)rune.Value) : Missing);
        }

        return s_writing.GetBytes(letters.ToString());
    }
}
