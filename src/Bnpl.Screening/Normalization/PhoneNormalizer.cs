using PhoneNumbers;

namespace Bnpl.Screening.Normalization;

/// <param name="Kind">mobile, fixed, ip (050), toll_free (0120, 0800), navi (0570), pager and m2m (020), foreign, unassigned.</param>
/// <param name="Area">The prefecture of a fixed line, where its digits serve one alone.</param>
/// <param name="Areas">All prefectures that a fixed line's digits serve.</param>
internal sealed record NormalizedPhone(string? E164, bool Valid, string Kind, string? Area, IReadOnlyList<string> Areas, IReadOnlyList<string> Issues)
{
    /// <summary>Whether a fixed line can stand in the prefecture; null when the number says nothing of a place.</summary>
    public bool? Serves(string? prefecture) => prefecture is null || Areas.Count == 0 ? null : Areas.Contains(prefecture);
}

/// <summary>A phone number to E.164. Japanese numbers are read by their own plan first, since new ranges open before a library knows them.</summary>
internal static class PhoneNormalizer
{
    public const int Version = 1;

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    public static NormalizedPhone Normalize(string? phone)
    {
        var text = TextFolding.Clean(phone, 64);
        if (text.Length == 0) return Refused("phone_missing");
        Span<char> digits = stackalloc char[64];
        var (length, international) = Digits(text, digits);
        if (length is < 9 or > 20) return Refused("invalid_phone");
        var national = digits[..length];

        // 819012345678: the plus was lost.
        if (!international && length is 11 or 12 && national.StartsWith("81") && national[2] != '0') international = true;
        if (international || national.StartsWith("010") || national.StartsWith("0081"))
        {
            if (national.StartsWith("010")) national = national[3..];
            else if (national.StartsWith("00")) national = national[2..];
            if (!national.StartsWith("81")) return Foreign(string.Concat("+", national));
            national = national[2..];
            if (!national.StartsWith("0"))
            {
                // Shift right by one: the trunk zero that +81 leaves out.
                Span<char> withZero = stackalloc char[national.Length + 1];
                withZero[0] = '0';
                national.CopyTo(withZero[1..]);
                return Japanese(withZero);
            }
        }
        return Japanese(national);
    }

    private static NormalizedPhone Japanese(ReadOnlySpan<char> digits)
    {
        var kind = KindOf(digits);
        if (kind is null) return Refused("invalid_phone");
        var e164 = string.Concat("+81", digits[1..]);
        var issues = new List<string>();
        if (kind == "fixed" && !IsAssigned(e164)) kind = "unassigned";
        if (kind == "unassigned") issues.Add("unassigned_range");
        if (kind is "toll_free" or "navi" or "pager" or "m2m") issues.Add("not_a_contact_number");
        if (digits[^8..].IndexOfAnyExcept(digits[^1]) < 0) issues.Add("repeated_digits");
        var areas = kind == "fixed" ? PhoneArea.Prefectures(digits) : [];
        return new NormalizedPhone(e164, kind != "unassigned", kind, areas.Length == 1 ? areas[0] : null, areas, issues);
    }

    /// <summary>The kinds of the Japanese numbering plan; 060 belongs to mobile phones since July 2026.</summary>
    private static string? KindOf(ReadOnlySpan<char> digits)
    {
        if (digits[0] != '0' || digits.Length is not (10 or 11)) return null;
        if (digits.StartsWith("0120") && digits.Length == 10) return "toll_free";
        if (digits.StartsWith("0800")) return digits.Length == 11 ? "toll_free" : null;
        if (digits.StartsWith("0570")) return digits.Length == 10 ? "navi" : null;
        if (digits.Length == 10)
        {
            if (digits[1] == '0') return null;
            // 50, 60, 70, 80, 90 with ten digits: one digit was lost.
            if (digits[2] == '0' && digits[1] is >= '5') return null;
            return digits.StartsWith("0990") || digits.StartsWith("0170") || digits.StartsWith("0180") ? "unassigned" : "fixed";
        }
        if (digits[2] != '0') return null;
        return digits[1] switch
        {
            '5' => digits[3] == '0' ? "unassigned" : "ip",
            '6' or '7' or '8' or '9' => digits[3] == '0' ? "unassigned" : "mobile",
            '2' => digits[3] == '0' ? "unassigned" : digits[3] == '4' ? "pager" : "m2m", // no person answers
            _ => null,
        };
    }

    private static bool IsAssigned(string e164)
    {
        try
        {
            return Library.IsValidNumber(Library.Parse(e164, null));
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    private static NormalizedPhone Foreign(string text)
    {
        try
        {
            var number = Library.Parse(text, null);
            var valid = Library.IsValidNumber(number);
            return new NormalizedPhone(valid ? Library.Format(number, PhoneNumberFormat.E164) : null, valid, "foreign", null, [],
                valid ? ["foreign_number"] : ["foreign_number", "invalid_phone"]);
        }
        catch (NumberParseException)
        {
            return Refused("invalid_phone");
        }
    }

    private static NormalizedPhone Refused(string issue) => new(null, false, "unassigned", null, [], [issue]);

    /// <summary>Digits only; stops at an extension, leaves out the (0) people write after +81. -1: something that no phone number holds.</summary>
    private static (int Length, bool International) Digits(string text, Span<char> digits)
    {
        var length = 0;
        var international = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c)) digits[length++] = c;
            else if (c == '+' && length == 0) international = true;
            else if (c == '(' && international && text.AsSpan(i).StartsWith("(0)")) i += 2;
            else if (c is '内' or 'x' or 'X' or '#' or ';' || (length > 0 && c is 'e' or 'E')) return length > 0 ? (length, international) : (-1, false);
            else if (!(c is ' ' or '(' or ')' or '[' or ']' or '【' or '】' or '.' or '/' or 'の' || TextFolding.IsDash(c) || (length == 0 && (c is ':' or 'T' or 'E' or 'L' or 't' or 'e' or 'l' or '電' or '話' or '番' or '号' or '携' or '帯' or '自' or '宅'))))
                return (-1, false);
        }
        return (length, international);
    }
}
