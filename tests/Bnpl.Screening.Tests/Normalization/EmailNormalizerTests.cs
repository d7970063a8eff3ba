using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Tests.Normalization;

public sealed class EmailNormalizerTests
{
    [Theory]
    [InlineData("Taro.Yamada+shop@GMail.com", "taroyamada@gmail.com", "tagged")]
    [InlineData("taroyamada@googlemail.com", "taroyamada@gmail.com", "")]
    [InlineData(" taro＠example.co.jp ", "taro@example.co.jp", "")]
    [InlineData("taro+1@example.co.jp", "taro@example.co.jp", "tagged")]
    [InlineData("taro.yamada@example.co.jp", "taro.yamada@example.co.jp", "")]
    [InlineData("taro..x.@docomo.ne.jp", "taro..x.@docomo.ne.jp", "")]
    [InlineData("taro@gmail.con", "taro@gmail.con", "domain_typo")]
    [InlineData("x@mailinator.com", "x@mailinator.com", "disposable_domain")]
    [InlineData("x@mx.mailinator.com.", "x@mx.mailinator.com", "disposable_domain")]
    public void Finds_the_mailbox(string text, string canonical, string issues)
    {
        var email = EmailNormalizer.Normalize(text);
        Assert.Equal((canonical, issues), (email.Canonical, string.Join(' ', email.Issues)));
    }

    [Theory]
    [InlineData("taro")]
    [InlineData("@example.com")]
    [InlineData("taro@")]
    [InlineData("taro@localhost")]
    [InlineData("taro@example..com")]
    [InlineData("ta ro@example.com")]
    [InlineData("taro@exam_ple.com")]
    [InlineData("+tag@example.com")]
    public void Refuses_what_is_no_mailbox(string text)
    {
        var email = EmailNormalizer.Normalize(text);
        Assert.Null(email.Canonical);
        Assert.Equal(["invalid_email"], email.Issues);
    }

    [Theory]
    [InlineData("a@docomo.ne.jp", true)]
    [InlineData("a@t.vodafone.ne.jp", true)]
    [InlineData("a@notdocomo.ne.jp", false)]
    [InlineData("a@gmail.com", false)]
    public void Knows_carrier_mail(string text, bool carrier) => Assert.Equal(carrier, EmailNormalizer.Normalize(text).Carrier);

    [Fact]
    public void Suggests_the_domain_that_was_meant() => Assert.Equal("gmail.com", EmailNormalizer.Normalize("a@gmail.con").SuggestedDomain);
}
