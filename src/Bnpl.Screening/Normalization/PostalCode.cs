namespace Bnpl.Screening.Normalization;

/// <summary>Japanese postal codes: seven digits, written in several ways.</summary>
internal static class PostalCode
{
    public static string? Read(string? text)
    {
        var clean = TextFolding.Clean(text, 32);
        Span<char> digits = stackalloc char[7];
        var length = 0;
        foreach (var c in clean)
        {
            if (char.IsAsciiDigit(c))
            {
                if (length == 7) return null;
                digits[length++] = c;
            }
            else if (!(c is '〒' or ' ' || TextFolding.IsDash(c))) return null;
        }
        return length == 7 ? new string(digits) : null;
    }

    /// <summary>Takes 〒107-0051 or 1070051 off the beginning of an address.</summary>
    public static bool TryTake(string clean, out string code, out string rest)
    {
        code = rest = "";
        var at = clean.StartsWith('〒') ? 1 : 0;
        while (at < clean.Length && (clean[at] is ' ' or ':')) at++;
        Span<char> digits = stackalloc char[7];
        var length = 0;
        for (; at < clean.Length && length < 7; at++)
        {
            if (char.IsAsciiDigit(clean[at])) digits[length++] = clean[at];
            else if (length != 3 || !TextFolding.IsDash(clean[at])) return false;
        }
        if (length < 7 || (at < clean.Length && (char.IsAsciiDigit(clean[at]) || TextFolding.IsDash(clean[at])))) return false;
        code = new string(digits);
        rest = clean[at..].TrimStart();
        return true;
    }
}
