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
        var length = FoldCharacters(clean, chars, spaced);
        length = KanjiNumerals.ToDigits(chars, spaced, length);
        for (var i = 0; i < length; i++) town[i] = PlaceClass.Of(chars[i], i > 0 ? chars[i - 1] : '\0', i + 1 < length ? chars[i + 1] : '\0');
        return new AddressText(chars[..length], town[..length], spaced[..length]);
    }

    private static int FoldCharacters(ReadOnlySpan<char> clean, Span<char> chars, Span<bool> spaced)
    {
        var length = 0;
        var space = false;
        for (var i = 0; i < clean.Length && length < MaxLength; i++)
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
            else if (c == '々') c = last;
            else c = char.ToUpperInvariant(VariantKanji.Strong(Kana.ToKatakana(c)));
            if (c == '\0' || (c == 'リ' && last == '通')) continue; // 通り is 通
            chars[length] = c;
            spaced[length++] = space;
            space = false;
        }
        return length;
    }

    private static bool IsGap(char c) => c is ' ' or ',' or '、' or '。' or '.' or '(' or ')' or '「' or '」' or '[' or ']' or '【' or '】' or '・' or '/' or '\'' or '"';
}
