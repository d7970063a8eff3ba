using Bnpl.Contracts.Purchases;

namespace Bnpl.Infrastructure.Tests.Contracts;

public sealed class JapaneseTextTests
{
    [Theory]
    [InlineData("ヤマダ　タロウ", true)]
    [InlineData("やまだ たろう", true)]
    [InlineData("ﾔﾏﾀﾞ ﾀﾛｳ", true)]
    [InlineData("マリー・アン", true)]
    [InlineData("か\u3099く", true)]
    [InlineData("山田", false)]
    [InlineData("Yamada", false)]
    [InlineData("ヤマダ1", false)]
    public void Kana_may_come_in_either_script_and_width(string text, bool expected) => Assert.Equal(expected, JapaneseText.IsKana(text));

    [Theory]
    [InlineData("107-0051", true)]
    [InlineData("1070051", true)]
    [InlineData("１０７－００５１", true)]
    [InlineData("１０７ー００５１", true)]
    [InlineData("1070-051", false)]
    [InlineData("107-005", false)]
    [InlineData("107-005a", false)]
    public void A_postal_code_has_seven_digits_of_any_width(string text, bool expected) => Assert.Equal(expected, JapaneseText.IsPostalCode(text));

    [Theory]
    [InlineData("090-1234-5678", true)]
    [InlineData("０９０－１２３４－５６７８", true)]
    [InlineData("+81 90 1234 5678", true)]
    [InlineData("(03)1234-5678", true)]
    [InlineData("1234", false)]
    [InlineData("090-1234-5678x", false)]
    [InlineData("09+012345678", false)]
    public void A_phone_number_has_nine_to_fifteen_digits(string text, bool expected) => Assert.Equal(expected, JapaneseText.IsPhone(text));

    [Theory]
    [InlineData("taro@example.jp", true)]
    [InlineData("taro.@example.co.jp", true)]
    [InlineData("taro@example", false)]
    [InlineData("taro@@example.jp", false)]
    [InlineData("太郎@example.jp", false)]
    [InlineData("taro@exa mple.jp", false)]
    public void A_mailbox_has_one_at_sign_and_a_domain(string text, bool expected) => Assert.Equal(expected, JapaneseText.IsEmail(text));
}
