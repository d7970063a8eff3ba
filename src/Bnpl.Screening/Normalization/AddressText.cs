namespace Bnpl.Screening.Normalization;

/// <summary>
/// An address folded for reading: spaces are flags, dashes are '-', numerals of the number part are digits.
/// <see cref="Chars"/> is what is read and kept, <see cref="Town"/> the same length in the classes under which place names are compared.
/// </summary>
internal readonly ref struct AddressText(Span<char> chars, Span<char> town, Span<bool> spaced)
{
    public const int MaxLength = 256;

    public ReadOnlySpan<char> Chars { get; } = chars;

    public ReadOnlySpan<char> Town { get; } = town;

    /// <summary>True where white space or a bracket stood before the character.</summary>
    public ReadOnlySpan<bool> Spaced { get; } = spaced;

    public int Length => Chars.Length;

    public static AddressText Fold(ReadOnlySpan<char> clean, Span<char> chars, Span<char> town, Span<bool> spaced)
    {
        Span<char> folded = stackalloc char[MaxLength];
        Span<bool> spaces = stackalloc bool[MaxLength];
        var length = FoldCharacters(clean, folded, spaces);
        length = KanjiNumerals.ToDigits(folded[..length], spaces, chars, spaced);
        if (length > 0 && char.IsHighSurrogate(chars[length - 1])) length--; // the limit cut a pair
        for (var i = 0; i < length; i++) town[i] = PlaceClass.Of(chars[i], i > 0 ? chars[i - 1] : '\0', i + 1 < length ? chars[i + 1] : '\0');
        return new AddressText(chars[..length], town[..length], spaced[..length]);
    }

    private static int FoldCharacters(ReadOnlySpan<char> clean, Span<char> chars, Span<bool> spaced)
    {
        var length = 0;
        var space = false;
        for (var i = 0; i < clean.Length && length < chars.Length; i++)
        {
            var c = clean[i];
            if (IsGap(c))
            {
                space = length > 0 && chars[length - 1] != '-';
                continue;
            }
            var last = length == 0 ? '\0' : chars[length - 1];
            if (TextFolding.IsDash(c))
            {
                var vowel = Kana.IsKatakana(last) && !space && (c == 'ー' || (i + 1 < clean.Length && Kana.IsKatakana(Kana.ToKatakana(clean[i + 1]))));
                c = vowel ? 'ー' : '-';
                if (c == '-' && last == '-') continue;
                if (c == '-') space = false;
            }
            else if (c == '々') c = char.IsSurrogate(last) ? '\0' : last;
            else c = char.ToUpperInvariant(VariantKanji.Strong(Kana.ToKatakana(c)));
            if (c == '\0' || (c == 'リ' && last == '通')) continue; // 通り is 通
            if (c == '字' && i + 1 < clean.Length)
            {
                // 大字, 小字 and the 字 behind 町 or 村 are labels; in 文字 or 十文字町 it is part of the name.
                if (last is '大' or '小') length--;
                if (last is '大' or '小' or '市' or '区' or '町' or '村') continue;
            }
            chars[length] = c;
            spaced[length++] = space;
            space = false;
        }
        return length;
    }

    private static bool IsGap(char c) => c is ' ' or ',' or '、' or '。' or '.' or '(' or ')' or '「' or '」' or '[' or ']' or '【' or '】' or '・' or '/' or '\'' or '"';
}
