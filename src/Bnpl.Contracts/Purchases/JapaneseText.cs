namespace Bnpl.Contracts.Purchases;

/// <summary>The forms in which Japanese forms are filled in: full-width digits, half-width kana and all dashes are one.</summary>
public static class JapaneseText
{
    /// <summary>Kana of a name: both scripts, half-width too, decomposed too, long vowels, spaces and the middle dot.</summary>
    public static bool IsKana(string text) => FoldWidth(text).All(c =>
        c is (>= 'ぁ' and <= 'ゖ') or (>= 'ァ' and <= 'ヺ') or (>= 'ｦ' and <= 'ﾟ') or (>= '\u3099' and <= '゜')
            or 'ー' or '・' or ' ' or 'ゝ' or 'ゞ' or 'ヽ' or 'ヾ' or '-' or '‐' or '−');

    /// <summary>Seven digits, with or without the dash.</summary>
    public static bool IsPostalCode(string text)
    {
        string folded = FoldDashes(text);
        return folded.Replace("-", "", StringComparison.Ordinal) is { Length: 7 } digits
            && digits.All(char.IsAsciiDigit)
            && (folded.Length == 7 || (folded.Length == 8 && folded[3] == '-'));
    }

    /// <summary>The characters of a telephone number, 9 to 15 digits. Whether the number exists is for Screening.</summary>
    public static bool IsPhone(string text)
    {
        string folded = FoldDashes(text);
        return folded.Count(char.IsAsciiDigit) is >= 9 and <= 15
            && folded.All(c => char.IsAsciiDigit(c) || c is '-' or ' ' or '(' or ')' or '.' or '+')
            && folded.LastIndexOf('+') <= 0;
    }

    /// <summary>One mailbox of RFC 5321 as people have it: no quoted parts, no literals.</summary>
    public static bool IsEmail(string text)
    {
        int at = text.IndexOf('@', StringComparison.Ordinal);
        return at is > 0 and <= 64
            && text.LastIndexOf('@') == at
            && text.All(c => c is > ' ' and <= '~' && c is not ('"' or '(' or ')' or ',' or ':' or ';' or '<' or '>' or '[' or ']' or '\\'))
            && text[(at + 1)..].Split('.') is { Length: >= 2 } labels
            && labels.All(label => label.Length is >= 1 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            && !labels[^1].All(char.IsAsciiDigit);
    }

    private static string FoldDashes(string text) =>
        string.Concat(FoldWidth(text).Select(c => c is '‐' or '‑' or '–' or '—' or '―' or '−' or 'ー' or 'ｰ' or '─' ? '-' : c)).Trim();

    // Full-width ASCII and the ideographic space. string.Normalize does nothing here: the process runs with invariant globalization.
    private static string FoldWidth(string text) =>
        string.Concat(text.Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c == '\u3000' ? ' ' : c));
}
