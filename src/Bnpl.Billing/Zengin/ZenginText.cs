using System.Text;

namespace Bnpl.Billing.Zengin;

/// <summary>The standard permits other characters in each class of field.</summary>
internal enum ZenginField
{
    BankName,
    PartyName,
    PayrollName,
    Edi,
}

internal enum ZenginTextProblem
{
    KanjiOrOther,
    NoHalfWidthForm,
    WoNotAllowed,
    LetterNotAllowed,
    SymbolNotAllowed,
    SpaceNotAllowed,
    VoiceMarkWithoutKana,
    TooLong,
}

/// <summary>Either the text in half-width form, or why it is refused and at which character.</summary>
internal readonly record struct ZenginTextResult(string? Text, ZenginTextProblem? Problem, string Offending)
{
    public bool IsRefused => Problem is not null;
}

/// <summary>
/// Converts a name to the half-width form of the bank files. Written strictly: nothing is guessed and nothing is cut, since
/// a name cut between a kana and its voice mark names somebody else. One character is one byte in the result.
/// </summary>
internal static class ZenginText
{
    private const string Full =
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンヲ" + "ァィゥェォッャュョヮヵヶ";

    private const string Half =
        "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝｦ" + "ｱｲｳｴｵﾂﾔﾕﾖﾜｶｹ";

    private const string SmallHalf = "ｧｨｩｪｫｬｭｮｯ";
    private const string LargeHalf = "ｱｲｳｴｵﾔﾕﾖﾂ";
    private const string Voiced = "ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ";
    private const string VoicedBase = "ｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎｳ";
    private const string SemiVoiced = "パピプペポ";
    private const string SemiVoicedBase = "ﾊﾋﾌﾍﾎ";
    private const string Dashes = "-ーｰ−－‐‑–—―─";
    private const string WithoutHalfWidthForm = "ヰヱヷヸヹヺヽヾ";
    private const string Kana = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ";

    public static ZenginTextResult Convert(string text, ZenginField field, int maximumBytes)
    {
        var half = new StringBuilder(text.Length * 2);
        foreach (var rune in text.EnumerateRunes())
        {
            var problem = rune.IsBmp ? Append(half, (char)rune.Value, field) : ZenginTextProblem.KanjiOrOther;
            if (problem is not null)
            {
                return new ZenginTextResult(null, problem, rune.ToString());
            }
        }

        return half.Length > maximumBytes
            ? new ZenginTextResult(null, ZenginTextProblem.TooLong, half.ToString())
            : new ZenginTextResult(half.ToString(), null, "");
    }

    private static ZenginTextProblem? Append(StringBuilder half, char character, ZenginField field)
    {
        var c = ToKatakana(character);
        if (Dashes.Contains(c))
        {
            return Symbol(half, '-', field);
        }

        if (WithoutHalfWidthForm.Contains(c))
        {
            return ZenginTextProblem.NoHalfWidthForm;
        }

        if (c is 'ﾞ' or '\u3099' or '゛')
        {
            return Mark(half, 'ﾞ', VoicedBase);
        }

        if (c is 'ﾟ' or '\u309A' or '゜')
        {
            return Mark(half, 'ﾟ', SemiVoicedBase);
        }

        if (Paired(c, Voiced, VoicedBase) is { } voiced)
        {
            half.Append(voiced).Append('ﾞ');
            return null;
        }

        if (Paired(c, SemiVoiced, SemiVoicedBase) is { } semiVoiced)
        {
            half.Append(semiVoiced).Append('ﾟ');
            return null;
        }

        return Plain(half, Paired(c, Full, Half) ?? Paired(c, SmallHalf, LargeHalf) ?? ToAscii(c), field);
    }

    private static ZenginTextProblem? Plain(StringBuilder half, char c, ZenginField field)
    {
        switch (c)
        {
            case 'ｦ' when field != ZenginField.Edi:
                return ZenginTextProblem.WoNotAllowed;
            case >= 'A' and <= 'Z' when field == ZenginField.PayrollName:
                return ZenginTextProblem.LetterNotAllowed;
            case ' ' when field == ZenginField.BankName:
                return ZenginTextProblem.SpaceNotAllowed;
            case 'ｦ' or ' ' or (>= 'A' and <= 'Z') or (>= '0' and <= '9'):
            case var _ when Kana.Contains(c):
                half.Append(c);
                return null;
            case (> ' ' and < '\u007F') or '｢' or '｣' or '､' or '｡':
                return Symbol(half, c, field);
            default:
                return ZenginTextProblem.KanjiOrOther;
        }
    }

    private static ZenginTextProblem? Symbol(StringBuilder half, char c, ZenginField field)
    {
        var permitted = field switch
        {
            ZenginField.BankName => "-",
            ZenginField.PartyName => "()-.",
            ZenginField.PayrollName => "",
            ZenginField.Edi => @"\｢｣()-/.",
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };
        if (!permitted.Contains(c))
        {
            return ZenginTextProblem.SymbolNotAllowed;
        }

        half.Append(c);
        return null;
    }

    private static ZenginTextProblem? Mark(StringBuilder half, char mark, string bases)
    {
        if (half.Length == 0 || !bases.Contains(half[^1]))
        {
            return ZenginTextProblem.VoiceMarkWithoutKana;
        }

        half.Append(mark);
        return null;
    }

    private static char ToKatakana(char c) => c is >= 'ぁ' and <= 'ゖ' or 'ゝ' or 'ゞ' ? (char)(c + 0x60) : c;

    private static char? Paired(char c, string from, string to) => from.IndexOf(c) is >= 0 and var i ? to[i] : null;

    private static char ToAscii(char c) => c switch
    {
        '\u3000' or '・' or '･' => ' ', // a middle dot is not permitted; banks ask for a space in its place
        '￥' or '¥' => '\\',
        '「' => '｢',
        '」' => '｣',
        '、' => '､',
        '。' => '｡',
        >= '！' and <= '～' => UpperAscii((char)(c - 0xFEE0)),
        _ => UpperAscii(c),
    };

    private static char UpperAscii(char c) => c is >= 'a' and <= 'z' ? (char)(c - 32) : c;
}
