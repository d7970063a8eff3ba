using System.Globalization;
using System.Text;

namespace Bnpl.Contracts;

/// <summary>What text a field may hold; one rule for every field of every request.</summary>
public static class TextRule
{
    /// <returns>Code and message of what is wrong, or null. Blank is for the caller to judge.</returns>
    public static (string Code, string Message)? Problem(string value, int most, bool multiline = false, bool emoji = false)
    {
        if (value.Length > most)
        {
            return ("too_long", $"At most {most.ToString(CultureInfo.InvariantCulture)} characters.");
        }

        if (!multiline && value.AsSpan().IndexOfAny("\t\r\n") >= 0)
        {
            return ("invalid_text", "Line breaks and tabs are not allowed here.");
        }

        return !emoji && HasEmoji(value) ? ("invalid_text", "Emoji and symbols outside ordinary text are not allowed here.") : null;
    }

    // Kanji beyond the basic plane (𠮷) are text; pictographs are not.
    private static bool HasEmoji(string value)
    {
        foreach (Rune rune in value.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol && rune.Value is >= 0x1F000 or (>= 0x2600 and <= 0x27BF))
            {
                return true;
            }
        }

        return false;
    }
}
