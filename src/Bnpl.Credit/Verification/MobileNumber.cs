namespace Bnpl.Credit.Verification;

/// <summary>A Japanese mobile number, in whatever spelling: only such a telephone receives short messages.</summary>
internal static class MobileNumber
{
    private const int Digits = 11;
    private const char FullWidthOffset = (char)0xFEE0;

    /// <returns>In international form (<c>+819012345678</c>), or null.</returns>
    public static string? Of(string? phone)
    {
        string folded = string.Concat((phone ?? "").Take(40).Select(c => c is >= '！' and <= '～' ? (char)(c - FullWidthOffset) : c));
        string digits = string.Concat(folded.Where(char.IsAsciiDigit));
        if (folded.TrimStart().StartsWith('+'))
        {
            if (!digits.StartsWith("81", StringComparison.Ordinal))
            {
                return null;
            }

            digits = digits[2..].StartsWith('0') ? digits[2..] : $"0{digits[2..]}";
        }

        return digits.Length == Digits && digits[..3] is "060" or "070" or "080" or "090" && digits[3] != '0' ? $"+81{digits[1..]}" : null;
    }
}
