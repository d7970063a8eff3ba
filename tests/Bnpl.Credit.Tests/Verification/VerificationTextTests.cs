using Bnpl.Credit.Verification;
using CsCheck;

namespace Bnpl.Credit.Tests.Verification;

public sealed class VerificationTextTests
{
    [Theory]
    [InlineData("090-1234-5678", "+819012345678")]
    [InlineData("０８０－１２３４－５６７８", "+818012345678")]
    [InlineData("+81 90 1234 5678", "+819012345678")]
    [InlineData("+81(0)70-1234-5678", "+817012345678")]
    [InlineData("＋８１－９０－１２３４－５６７８", "+819012345678")]
    [InlineData("03-3584-1234", null)]
    [InlineData("090-0234-5678", null)]
    [InlineData("050-1234-5678", null)]
    [InlineData("+1 90 1234 5678", null)]
    [InlineData("090-1234-567", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_a_Japanese_mobile_telephone_receives_messages(string? phone, string? expected) => Assert.Equal(expected, MobileNumber.Of(phone));

    [Fact]
    public void However_long_the_shops_name_the_message_is_one_and_its_code_whole() =>
        Gen.OneOf(Gen.String[Gen.Char['あ', 'ん'], 0, 60], Gen.Const("𠮷野家").Array[0, 12].Select(string.Concat)).Sample(shop =>
        {
            string text = VerificationCode.Text(shop, "012345");

            Assert.InRange(text.Length, 1, 70);
            Assert.Contains("の確認コードは012345です。", text);
            Assert.DoesNotContain(text.Index(), at => char.IsHighSurrogate(at.Item) && !(at.Index + 1 < text.Length && char.IsLowSurrogate(text[at.Index + 1])));
        });

    [Fact]
    public void Codes_have_six_digits_and_differ() =>
        Assert.True(Enumerable.Range(0, 50).Select(_ => VerificationCode.New()).Distinct().Count(code => code.Length == 6 && code.All(char.IsAsciiDigit)) > 45);
}
