using Bnpl.Billing.Files;
using Bnpl.Billing.Zengin;
using CsCheck;

namespace Bnpl.Billing.Tests.Zengin;

public sealed class ZenginTextTests
{
    [Theory]
    [InlineData("ヤマダ　タロウ", "PartyName", "ﾔﾏﾀﾞ ﾀﾛｳ")]
    [InlineData("がぎぐげござじずぜぞだぢづでどばびぶべぼゔ", "PartyName", "ｶﾞｷﾞｸﾞｹﾞｺﾞｻﾞｼﾞｽﾞｾﾞｿﾞﾀﾞﾁﾞﾂﾞﾃﾞﾄﾞﾊﾞﾋﾞﾌﾞﾍﾞﾎﾞｳﾞ")]
    [InlineData("パピプペポ", "PartyName", "ﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟ")]
    [InlineData("キャノン ァィゥェォッュョヮヵヶ", "PartyName", "ｷﾔﾉﾝ ｱｲｳｴｵﾂﾕﾖﾜｶｹ")]
    [InlineData("ｷｬﾉﾝｧｨｩｪｫｯｭｮ", "PartyName", "ｷﾔﾉﾝｱｲｳｴｵﾂﾕﾖ")]
    [InlineData("ヨーコｰ−－‐–—―", "PartyName", "ﾖ-ｺ-------")]
    [InlineData("か\u3099は\u309A", "PartyName", "ｶﾞﾊﾟ")]
    [InlineData("ｶﾞﾊﾟ", "BankName", "ｶﾞﾊﾟ")]
    [InlineData("ａｂｃ１２３ xyz", "PartyName", "ABC123 XYZ")]
    [InlineData("カ）ヤマダ・ショウテン．", "PartyName", "ｶ)ﾔﾏﾀﾞ ｼﾖｳﾃﾝ.")]
    [InlineData("ヲ「￥1/2」", "Edi", @"ｦ｢\1/2｣")]
    [InlineData("", "PartyName", "")]
    public void Converts(string text, string field, string half)
    {
        var result = ZenginText.Convert(text, Enum.Parse<ZenginField>(field), 48);

        Assert.Equal(new ZenginTextResult(half, null, ""), result);
    }

    [Theory]
    [InlineData("山田", "PartyName", "KanjiOrOther", "山")]
    [InlineData("ヤ😀", "PartyName", "KanjiOrOther", "😀")]
    [InlineData("ヤ\0", "PartyName", "KanjiOrOther", "\0")]
    [InlineData("カヲル", "PartyName", "WoNotAllowed", "ヲ")]
    [InlineData("ヰ", "Edi", "NoHalfWidthForm", "ヰ")]
    [InlineData("ヤマダ,タロウ", "Edi", "SymbolNotAllowed", ",")]
    [InlineData("ヤマダ/", "PartyName", "SymbolNotAllowed", "/")]
    [InlineData("ト.", "BankName", "SymbolNotAllowed", ".")]
    [InlineData("ト ト", "BankName", "SpaceNotAllowed", " ")]
    [InlineData("ABC", "PayrollName", "LetterNotAllowed", "A")]
    [InlineData("ヨーコ", "PayrollName", "SymbolNotAllowed", "ー")]
    [InlineData("゛カ", "PartyName", "VoiceMarkWithoutKana", "゛")]
    [InlineData("ア゜", "PartyName", "VoiceMarkWithoutKana", "゜")]
    public void Refuses_by_name_what_has_no_exact_form(string text, string field, string problem, string offending)
    {
        var result = ZenginText.Convert(text, Enum.Parse<ZenginField>(field), 48);

        Assert.Equal(new ZenginTextResult(null, Enum.Parse<ZenginTextProblem>(problem), offending), result);
    }

    [Fact]
    public void Refuses_rather_than_cut_a_kana_from_its_voice_mark()
    {
        Assert.Equal("ﾔﾏﾀﾞ", ZenginText.Convert("ヤマダ", ZenginField.PartyName, 4).Text);
        Assert.Equal(ZenginTextProblem.TooLong, ZenginText.Convert("ヤマダ", ZenginField.PartyName, 3).Problem);
    }

    [Fact]
    public void Any_text_is_refused_or_becomes_permitted_single_bytes_that_stay_as_they_are() =>
        Gen.Select(Gen.OneOf(Gen.String, Gen.String[Gen.Char['ぁ', 'ヿ'], 0, 20], Gen.String[Gen.Char['！', 'ﾟ'], 0, 20]), Gen.Enum<ZenginField>()).Sample((text, field) =>
        {
            var result = ZenginText.Convert(text, field, 48);
            if (result.Text is null)
            {
                Assert.NotNull(result.Problem);
                return;
            }

            var bytes = SingleByteSet.Cp932.GetBytes(result.Text);
            Assert.Equal(result.Text.Length, bytes.Length);
            Assert.DoesNotContain(bytes, value => value is >= 0xA7 and <= 0xB0 || !SingleByteSet.Contains(value));
            Assert.Equal(result, ZenginText.Convert(result.Text, field, 48));
        }, iter: 5_000);
}
