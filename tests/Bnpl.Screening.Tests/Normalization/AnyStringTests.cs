using Bnpl.Screening.Normalization;
using CsCheck;

namespace Bnpl.Screening.Tests.Normalization;

/// <summary>Whatever arrives, the normalisers answer, and answer the same again.</summary>
public sealed class AnyStringTests
{
    private static readonly string[] Pieces =
        ["東京都", "港区", "京都市中京区", "札幌市", "赤坂", "四", "十", "百", "千", "4", "９", "-", "ー", "丁目", "番地", "号", "室", "階", "F", "の", "字", "大字", "甲", "イ", " ", "　",
         "上る", "東入", "通", "々", "\u3099", "\u309A", "\uD842", "\uDFB7", "𠮷", "\U000E0101", "\uFE00", "\0", "\r\n", "\u202E", "עברית", "👩‍👩‍👧", "é", "e\u0301", "@", "+", "gmail.com",
         "090", "+81", "(0)", "〒107-0052", "ｶﾞ", "㈱", "ﷺ", "様", ".", "''; DROP TABLE"];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Gen.Char['\0', '\uFFFF'].Array[0, 60].Select(chars => new string(chars)),
        Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(parts => string.Concat(parts.Select(i => Pieces[i]))));

    public static TheoryData<string> Hostile => new()
    {
        new string('a', 1 << 20), new string('\u0301', 10_000), "か" + new string('\u3099', 10_000), new string('十', 5_000), new string('\uD800', 5_000),
        string.Concat(Enumerable.Repeat("千-", 5_000)), new string('-', 5_000), new string(' ', 1 << 20) + "東京都港区赤坂1", string.Concat(Enumerable.Repeat("東京都港区", 5_000)),
        "東京都港区赤坂" + new string('1', 5_000), "東京都港区赤坂" + string.Concat(Enumerable.Repeat("1-", 5_000)), new string('ﷺ', 1_000), "+" + new string('9', 5_000),
        new string('@', 5_000), string.Concat(Enumerable.Repeat("a.", 5_000)) + "@" + string.Concat(Enumerable.Repeat("a.", 5_000)), "京都市中京区" + new string('上', 200) + "る",
    };

    [Fact]
    public void Every_text_gets_an_answer_and_the_same_one_twice() =>
        Gen.Select(Text, Text).Sample((one, other) => Answer(one, other) == Answer(one, other), iter: 5_000);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Long_and_broken_texts_get_an_answer(string text) => Assert.True(Answer(text, text).Length < 20_000);

    [Fact]
    public void Cleaning_twice_changes_nothing() =>
        Text.Sample(text => TextFolding.Clean(TextFolding.Clean(text)) == TextFolding.Clean(text), iter: 5_000);

    [Fact]
    public void Folding_twice_changes_nothing() =>
        Text.Sample(text =>
        {
            var folded = TextFolding.Fold(TextFolding.Clean(text));
            return TextFolding.Fold(TextFolding.Clean(folded)) == folded;
        }, iter: 5_000);

    [Fact]
    public void Lone_surrogates_never_come_out() =>
        Text.Sample(text => Intact(TextFolding.Clean(text)) && Intact(AddressNormalizer.Normalize(AddressInput.Free(text)).Keys.K0), iter: 5_000);

    private static string Answer(string one, string other)
    {
        var buyer = new NormalizedBuyer(NameNormalizer.Normalize(one, other), AddressNormalizer.Normalize(new AddressInput(other, one, other, one, other)),
            PhoneNormalizer.Normalize(one), EmailNormalizer.Normalize(one), one, other);
        _ = AddressNormalizer.Normalize(AddressInput.Free(one));
        return string.Join('\n', MatchKeys.Identity(buyer).Concat(MatchKeys.Signals(buyer)).Select(key => key.Kind + key.Text));
    }

    private static bool Intact(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
