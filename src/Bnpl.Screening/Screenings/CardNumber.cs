namespace Bnpl.Screening.Screenings;

/// <summary>Keeps card numbers out: whoever stores one falls under PCI DSS.</summary>
internal static class CardNumber
{
    /// <summary>13–19 digits whose check digit is right (ISO/IEC 7812-1), blanks and hyphens aside.</summary>
    public static bool IsLikely(string? text)
    {
        if (text is null || text.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '-')))
        {
            return false;
        }

        int[] digits = [.. text.Where(char.IsAsciiDigit).Select(c => c - '0').Reverse()];
        int sum = digits.Select((digit, place) => place % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10)).Sum();
        return digits.Length is >= 13 and <= 19 && sum % 10 == 0;
    }
}
