using Bnpl.Screening.Normalization;
using CsCheck;

namespace Bnpl.Screening.Tests.Normalization;

/// <summary>Whatever arrives, the normalisers answer, and answer the same again.</summary>
public sealed class AnyStringTests
{
    private static readonly string[] Pieces =
        ["東京都", "港区", "京都市中京区", "札幌市", "赤坂", "四", "十", "百", "千", "4", "９", "-", "ー", "丁目", "番地", "号", "室", "階", "F", "の", "字", "大字", "甲", "イ", " ", "　",
         "上る", "東入", "通", "々", "\u3099", "\u309A", "\uD842", "\uDFB7", "𠮷", "\U000E0101", "\uFE00", "\0", "\r\n", "\u202E", "עברית", "👩‍👩‍👧", "é", "e\u0301", "@", "+", "gmail.com",
         "山田", "太郎", "ヤマダ", "Yamada", "shi", "n'", "ヶ", "ー", "ッ", "龘", "清水市", "上水内郡", "町", "村", "四ツ谷", "ext", "内線",
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
        "山田 " + new string('\u0301', 10_000) + "太郎", new string('々', 5_000), new string('ー', 5_000), new string('n', 5_000), string.Concat(Enumerable.Repeat("nya'", 5_000)), new string('\u202E', 5_000) + "山田 太郎",
        string.Concat(Enumerable.Repeat("長野県上水内郡豊野町", 5_000)), string.Concat(Enumerable.Repeat("清水市", 5_000)), string.Concat(Enumerable.Repeat("一", 12)), string.Concat(Enumerable.Repeat("愛", 12)),
        new string('@', 5_000), string.Concat(Enumerable.Repeat("a.", 5_000)) + "@" + string.Concat(Enumerable.Repeat("a.", 5_000)), "京都市中京区" + new string('上', 200) + "る",
    };

    [Fact]
    public void Every_text_gets_an_answer_and_the_same_one_twice() =>
        Gen.Select(Text, Text).Sample((one, other) => Answer(one, other) == Answer(one, other), iter: 5_000);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Long_and_broken_texts_get_an_answer(string text) => Assert.True(Answer(text, text).Length < 20_000);

    /// <summary>Doubling what is beyond every limit must not change the answer's size: all work is bounded by what is kept.</summary>
    [Fact]
    public void Answers_stay_small_however_long_the_text() =>
        Gen.Int[0, Pieces.Length - 1].Array[1, 6].Sample(parts =>
        {
            var text = string.Concat(Enumerable.Repeat(string.Concat(parts.Select(i => Pieces[i])), 3_000));
            var name = NameNormalizer.Normalize(text, text);
            var mail = EmailNormalizer.Normalize(text);
            var address = AddressNormalizer.Normalize(AddressInput.Free(text));
            return name.Key.Length <= TextFolding.MaxLength * 18 && name.WeakKey.Length <= TextFolding.MaxLength * 18 && (mail.Canonical?.Length ?? 0) <= 400
                && address.NearKeys().Sum(key => key.Length) <= 4 * AddressText.MaxLength && address.Keys.K0.Length <= AddressText.MaxLength;
        }, iter: 100);

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
