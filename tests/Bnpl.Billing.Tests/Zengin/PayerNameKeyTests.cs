using Bnpl.Billing.Zengin;
using CsCheck;

namespace Bnpl.Billing.Tests.Zengin;

public sealed class PayerNameKeyTests
{
    [Theory]
    [InlineData("ｶ)ﾔﾏﾀﾞｼﾖｳﾃﾝ", "ヤマダシヨウテン", null, "株式会社", "Prefix")]
    [InlineData("ﾔﾏﾀﾞｼﾖｳﾃﾝ(ｶ", "ヤマダシヨウテン", null, "株式会社", "Suffix")]
    [InlineData("0012345 ﾔﾏﾀﾞ ﾀﾛｳ", "ヤマダタロウ", "0012345", null, null)]
    [InlineData("ﾖ-ｺ ｽﾐｽ", "ヨコスミス", null, null, null)]
    [InlineData("ｷﾔﾉﾝ(ｶ", "キヤノン", null, "株式会社", "Suffix")]
    [InlineData("キヤノン株式会社", "キヤノン", null, "株式会社", "Suffix")]
    [InlineData("株式会社キャノン", "キヤノン", null, "株式会社", "Prefix")]
    [InlineData("（株）キャノン", "キヤノン", null, "株式会社", "Prefix")]
    [InlineData("㈱キャノン", "キヤノン", null, "株式会社", "Prefix")]
    [InlineData("ｶﾌﾞｼｷｶﾞｲｼﾔ ﾔﾏﾀﾞ", "ヤマダ", null, "株式会社", "Prefix")]
    [InlineData("ｺﾞｳﾄﾞｳｶﾞｲｼﾔﾔﾏﾀﾞ", "ヤマダ", null, "合同会社", "Prefix")]
    [InlineData("ﾄﾞ)ﾔﾏﾀﾞ", "ヤマダ", null, "合同会社", "Prefix")]
    [InlineData("ﾄﾞｸ)ﾔﾏﾀﾞ", "ヤマダ", null, "独立行政法人", "Prefix")]
    [InlineData("ﾔﾏﾀﾞ(ｶ)ﾄｳｷﾖｳ", "ヤマダトウキヨウ", null, "株式会社", "Middle")]
    [InlineData("ｶ)ﾔﾏﾀﾞ(ｴｲ", "ヤマダ", null, "株式会社", "Prefix")]
    [InlineData("ﾔﾏﾀﾞ ﾀﾛｳ 0012345", "ヤマダタロウ", "0012345", null, null)]
    [InlineData("0012345ﾔﾏﾀﾞ", "ヤマダ", "0012345", null, null)]
    [InlineData("123 ﾔﾏﾀﾞ", "123ヤマダ", null, null, null)]
    [InlineData("やまだ　たろう", "ヤマダタロウ", null, null, null)]
    [InlineData("やまた\u3099", "ヤマダ", null, null, null)]
    [InlineData("ヰヱヲヴ", "イエオヴ", null, null, null)]
    [InlineData("ｳﾞｧﾝ", "ヴアン", null, null, null)]
    [InlineData("yamada ＴＡＲＯ", "YAMADATARO", null, null, null)]
    [InlineData("", "", null, null, null)]
    public void Brings_the_spellings_of_one_payer_together(string raw, string key, string? reference, string? form, string? position)
    {
        var payer = PayerNameKey.Of(raw);

        Assert.Equal((key, reference, form, position), (payer.Key, payer.Reference, payer.LegalForm, payer.Position?.ToString()));
    }

    [Theory]
    [InlineData("ｳﾞｲﾄﾝ", "ﾋﾞｲﾄﾝ", false)]
    [InlineData("ｳﾞｲﾄﾝ", "ﾌﾞｲﾄﾝ", true)]
    [InlineData("ﾔﾏﾀﾞ", "ﾔﾏﾀ", true)]
    [InlineData("ﾊﾞﾊﾟ", "ﾊﾊ", true)]
    [InlineData("ﾔﾏﾀﾞ", "ﾔﾏﾄ", false)]
    public void The_weak_key_ignores_voice_marks_only(string one, string other, bool alike)
    {
        Assert.NotEqual(PayerNameKey.Of(one).Key, PayerNameKey.Of(other).Key);
        Assert.Equal(alike, PayerNameKey.Of(one).WeakKey == PayerNameKey.Of(other).WeakKey);
    }

    [Fact]
    public void A_name_as_registered_and_as_the_bank_writes_it_have_one_key() => Gen.String[Gen.Char['ァ', 'ヴ'], 1, 20].Sample(name =>
    {
        var written = ZenginText.Convert(name, ZenginField.PartyName, 48);
        if (!written.IsRefused)
        {
            Assert.Equal(PayerNameKey.Of(name).Key, PayerNameKey.Of(written.Text!).Key);
        }
    }, iter: 5_000);

    [Fact]
    public void Any_text_has_a_key() => Gen.String.Sample(text => Assert.NotNull(PayerNameKey.Of(text).Key));
}
