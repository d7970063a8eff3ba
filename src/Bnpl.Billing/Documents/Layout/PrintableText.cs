using System.Globalization;
using System.Text;

namespace Bnpl.Billing.Documents.Layout;

/// <summary>
/// Makes any string safe to set: no control characters, no variation selectors (the plain form of the character is printed), voicing
/// marks joined to their kana. The last is by table, because a process with invariant globalization cannot normalise.
/// </summary>
internal static class PrintableText
{
    private const int VoicedMark = 0x3099;
    private const int SemiVoicedMark = 0x309A;
    private const string Voiceable = "かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホ";
    private const string SemiVoiceable = "はひふへほハヒフヘホ";

    public static string Clean(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(clean, rune);
        }

        return clean.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (var character in text)
        {
            if (character is < ' ' or (>= '\u007F' and <= '\u00A0') or (>= '\u2000' and <= '\u200F') or (>= '\u2028' and <= '\u202F')
                or '\u3099' or '\u309A' or (>= '\uD800' and <= '\uDFFF') or (>= '\uFE00' and <= '\uFE0F') or '\uFEFF' or '\uFFFD' or '\u3164')
            {
                return false;
            }
        }

        return true;
    }

    private static void Append(StringBuilder clean, Rune rune)
    {
        switch (rune.Value)
        {
            case '\n':
                clean.Append('\n');
                return;
            case '\t' or 0xA0 or (>= 0x2000 and <= 0x200A) or 0x202F:
                clean.Append(' ');
                return;
            case VoicedMark when clean.Length > 0 && Voiceable.Contains(clean[^1], StringComparison.Ordinal):
                clean[^1] += (char)1;
                return;
            case SemiVoicedMark when clean.Length > 0 && SemiVoiceable.Contains(clean[^1], StringComparison.Ordinal):
                clean[^1] += (char)2;
                return;
            case (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or 0x3164:
                return;
        }

        if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
        {
            clean.Append(rune.ToString());
        }
    }
}
