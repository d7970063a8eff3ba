using System.Text;

namespace Bnpl.Billing.Zengin;

internal enum LegalFormPosition
{
    Prefix,
    Suffix,
    Middle,
}

/// <summary>
/// What a remitter's name is compared by: banks write the same payer in several spellings, and payers put numbers into it.
/// Names are shared (families, trade names): never apply money on the key alone, and never match an empty key.
/// </summary>
/// <param name="Key">Large katakana without blanks, long vowels, brackets and legal form.</param>
/// <param name="WeakKey">The key without voice marks: evidence, not identity.</param>
/// <param name="Reference">A run of 4 or more digits before or after the name, perhaps an invoice number.</param>
/// <param name="LegalForm">The legal form that was taken off, spelled out.</param>
internal sealed record PayerNameKey(string Key, string WeakKey, string? Reference, string? LegalForm, LegalFormPosition? Position)
{
    private const string Half = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝｦｧｨｩｪｫｬｭｮｯ";
    private const string Full = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンオアイウエオヤユヨツ";
    private const string Folded = "ァィゥェォッャュョヮヵヶヰヱヲ";
    private const string FoldedTo = "アイウエオツヤユヨワカケイエオ";
    private const string Marked = "ガギグゲゴザジズゼゾダヂヅデドバビブベボヴパピプペポ";
    private const string Unmarked = "カキクケコサシスセソタチツテトハヒフヘホフハヒフヘホ"; // ヴ goes the way of ブ
    private const string VoicedBase = "カキクケコサシスセソタチツテトハヒフヘホウ";
    private const string Dropped = " -ー.()・'’,/―‐−–—";

    // 法人略語 of the banks; the bracket on its other side keeps ド apart from ドク.
    private static readonly (string Abbreviation, string Form)[] Abbreviations =
    [
        ("カ", "株式会社"), ("ユ", "有限会社"), ("メ", "合名会社"), ("シ", "合資会社"), ("ド", "合同会社"), ("イ", "医療法人"),
        ("ザイ", "財団法人"), ("シヤ", "社団法人"), ("シユウ", "宗教法人"), ("ガク", "学校法人"), ("フク", "社会福祉法人"), ("ソ", "相互会社"),
        ("トクヒ", "特定非営利活動法人"), ("ドク", "独立行政法人"), ("チドク", "地方独立行政法人"), ("ホゴ", "更生保護法人"),
        ("ベン", "弁護士法人"), ("シホウ", "司法書士法人"), ("ゼイ", "税理士法人"), ("ギヨ", "行政書士法人"),
        ("ロウム", "社会保険労務士法人"), ("ダイ", "国立大学法人"), ("ノウ", "農事組合法人"), ("カンリ", "管理組合法人"),
    ];

    private static readonly (string Word, string Form)[] Words =
    [
        .. Abbreviations.Select(pair => (pair.Form, pair.Form)),
        ("カブシキガイシヤ", "株式会社"), ("カブシキカイシヤ", "株式会社"), ("ユウゲンガイシヤ", "有限会社"), ("ユウゲンカイシヤ", "有限会社"),
        ("ゴウドウガイシヤ", "合同会社"), ("ゴウドウカイシヤ", "合同会社"), ("ゴウシガイシヤ", "合資会社"), ("ゴウメイガイシヤ", "合名会社"),
    ];

    private static readonly char[] Digits = [.. "0123456789"];
    private static readonly string[] Offices = ["(エイ)", "(エイ", "(シユツ)", "(シユツ"];

    public static PayerNameKey Of(string raw)
    {
        var (text, reference) = TakeReference(Fold(raw).Trim());
        var (bare, form, position) = TakeLegalForm(text);
        var key = Concat(bare.Where(c => !Dropped.Contains(c)));
        return new PayerNameKey(key, Concat(key.Select(c => Mapped(c, Marked, Unmarked))), reference, form, position);
    }

    private static string Fold(string raw)
    {
        var folded = new StringBuilder(raw.Length);
        foreach (var character in raw)
        {
            var c = Wide(character);
            if (c is 'ﾞ' or '゛' or '\u3099' && folded.Length > 0 && VoicedBase.IndexOf(folded[^1]) is >= 0 and var voiced)
            {
                folded[^1] = Marked[voiced];
            }
            else if (c is 'ﾟ' or '゜' or '\u309A' && folded.Length > 0 && "ハヒフヘホ".IndexOf(folded[^1]) is >= 0 and var semi)
            {
                folded[^1] = "パピプペポ"[semi];
            }
            else if (c is not ('ﾞ' or '゛' or '\u3099' or 'ﾟ' or '゜' or '\u309A'))
            {
                folded.Append(c);
            }
        }

        return folded.Replace("㈱", "株式会社").Replace("(株)", "株式会社").Replace("㈲", "有限会社").Replace("(有)", "有限会社").ToString();
    }

    private static char Wide(char character)
    {
        var c = character switch
        {
            '\u3000' => ' ',
            'ｰ' => 'ー',
            '･' => '・',
            >= '！' and <= '～' => (char)(character - 0xFEE0),
            >= 'ぁ' and <= 'ゖ' => (char)(character + 0x60),
            _ => Mapped(character, Half, Full),
        };
        return char.ToUpperInvariant(Mapped(c, Folded, FoldedTo));
    }

    private static (string Text, string? Reference) TakeReference(string text)
    {
        const int ShortestReference = 4;
        var withoutHead = text.TrimStart(Digits);
        if (text.Length - withoutHead.Length >= ShortestReference)
        {
            return (withoutHead.TrimStart(' ', '-'), text[..^withoutHead.Length]);
        }

        var withoutTail = text.TrimEnd(Digits);
        return text.Length - withoutTail.Length >= ShortestReference ? (withoutTail.TrimEnd(' ', '-'), text[withoutTail.Length..]) : (text, null);
    }

    private static (string Text, string? Form, LegalFormPosition? Position) TakeLegalForm(string text)
    {
        foreach (var office in Offices)
        {
            if (text.EndsWith(office, StringComparison.Ordinal))
            {
                text = text[..^office.Length];
                break;
            }
        }

        foreach (var (abbreviation, form) in Abbreviations)
        {
            if (Without(text, [$"({abbreviation})", $"{abbreviation})"], [$"({abbreviation})", $"({abbreviation}"], [$"({abbreviation})"]) is { } found)
            {
                return (found.Text, form, found.Position);
            }
        }

        foreach (var (word, form) in Words)
        {
            if (Without(text, [word], [word], word.Length > 3 ? [word] : []) is { } found)
            {
                return (found.Text, form, found.Position);
            }
        }

        return (text, null, null);
    }

    private static (string Text, LegalFormPosition Position)? Without(string text, string[] heads, string[] tails, string[] middles)
    {
        foreach (var head in heads)
        {
            if (text.StartsWith(head, StringComparison.Ordinal))
            {
                return (text[head.Length..], LegalFormPosition.Prefix);
            }
        }

        foreach (var tail in tails)
        {
            if (text.EndsWith(tail, StringComparison.Ordinal))
            {
                return (text[..^tail.Length], LegalFormPosition.Suffix);
            }
        }

        foreach (var middle in middles)
        {
            if (text.IndexOf(middle, StringComparison.Ordinal) is >= 0 and var at)
            {
                return (text.Remove(at, middle.Length), LegalFormPosition.Middle);
            }
        }

        return null;
    }

    private static char Mapped(char c, string from, string to) => from.IndexOf(c) is >= 0 and var i ? to[i] : c;

    private static string Concat(IEnumerable<char> characters) => string.Concat(characters);
}
