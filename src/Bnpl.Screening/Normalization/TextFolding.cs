namespace Bnpl.Screening.Normalization;

/// <summary>Folding shared by the normalisers: pure, table driven, linear in the input, defined for every string.</summary>
internal static class TextFolding
{
    public const int Version = 1;

    /// <summary>Longest text that is looked at; a name or an address beyond it is none.</summary>
    public const int MaxLength = 512;

    /// <summary>NFKC, invisible characters dropped, every run of white space one space, trimmed.</summary>
    public static string Clean(string? text, int maxLength = MaxLength)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var buffer = new FoldBuffer(stackalloc char[256]);
        CompatibilityTable.Append(ref buffer, text, maxLength);
        var result = buffer.Written.SequenceEqual(text) ? text : new string(buffer.Written);
        buffer.Dispose();
        return result;
    }

    /// <summary>
    /// The spelling-free form of an already clean text: no spaces or dots between words, katakana, upper case, official variants as one.
    /// </summary>
    public static string Fold(string clean) => Fold(clean, weak: false);

    /// <summary>As <see cref="Fold(string)"/>, with the classes that may score but not decide.</summary>
    public static string FoldWeak(string clean) => Fold(clean, weak: true);

    public static bool IsDash(char c) => c
        is '-' or (>= '\u2010' and <= '\u2015') or '\u2043' or '\u2212' or '\u23AF' or '\u23E4' or '\u2500' or '\u2501' or '\uFE58' or 'ー' or '~' or '〜' or '∼';

    private static string Fold(string clean, bool weak)
    {
        if (clean.Length == 0) return clean;
        var buffer = new FoldBuffer(stackalloc char[256]);
        foreach (var c in clean)
        {
            if (c is ' ' or '・' or '·' or '.' or ',' or '、' or '=' or '゠') continue;
            if (c == '々')
            {
                if (buffer.Last >= '㐀' && !char.IsSurrogate(buffer.Last)) buffer.Append(buffer.Last); // 佐々木 and 佐佐木
                continue;
            }
            if (IsDash(c))
            {
                // After kana every dash is a vowel lengthener, typed by whichever key was near.
                if (!Kana.IsKatakana(buffer.Last)) buffer.Append('-');
                else if (!weak) buffer.Append('ー');
                continue;
            }
            buffer.Append(FoldCharacter(c, weak));
        }
        var result = new string(buffer.Written);
        buffer.Dispose();
        return result;
    }

    private static char FoldCharacter(char c, bool weak)
    {
        var kana = Kana.ToKatakana(c);
        if (Kana.IsKatakana(kana)) return weak ? Kana.ToWeak(kana) : kana;
        var kanji = VariantKanji.Strong(c);
        return char.ToUpperInvariant(weak ? VariantKanji.Weak(kanji) : kanji);
    }
}
