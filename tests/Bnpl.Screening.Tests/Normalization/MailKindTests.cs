using Bnpl.Screening.Normalization;
using CsCheck;

namespace Bnpl.Screening.Tests.Normalization;

public sealed class MailKindTests(ITestOutputHelper output)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    [Fact]
    public void No_local_part_that_people_use_is_called_random()
    {
        var typed = LocalParts();
        Assert.True(typed.Count >= 200);
        Assert.DoesNotContain(typed, local => EmailNormalizer.Normalize(local + "@gmail.com").Issues.Contains("random_local_part"));
    }

    [Theory]
    [InlineData("letters and digits", Letters + "0123456789")]
    [InlineData("letters", Letters)]
    [InlineData("hexadecimal", "0123456789abcdef")]
    public void At_least_8_of_10_random_strings_are_called_random(string what, string alphabet)
    {
        var random = new Random(20261122);
        var flagged = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var local = new string(random.GetItems<char>(alphabet, random.Next(10, 17)));
            flagged += EmailNormalizer.Normalize(local + "@example.com").Issues.Contains("random_local_part") ? 1 : 0;
        }
        output.WriteLine($"{what}: {flagged / 20.0} %");
        Assert.True(flagged >= 1_600, $"{flagged} of 2000");
    }

    [Theory]
    [InlineData("a@docomo.ne.jp", "carrier", "docomo")]
    [InlineData("a@ezweb.ne.jp", "carrier", "au")]
    [InlineData("a@au.com", "carrier", "au")]
    [InlineData("a@i.softbank.jp", "carrier", "softbank")]
    [InlineData("a@t.vodafone.ne.jp", "carrier", "softbank")]
    [InlineData("a@ymobile.ne.jp", "carrier", "ymobile")]
    [InlineData("a@xx.pdx.ne.jp", "carrier", "ymobile")]
    [InlineData("a@uqmobile.jp", "carrier", "uqmobile")]
    [InlineData("a@rakumail.jp", "carrier", "rakuten")]
    [InlineData("a@gmail.com", "free", "gmail")]
    [InlineData("a@googlemail.com", "free", "gmail")]
    [InlineData("a@yahoo.co.jp", "free", "yahoo_jp")]
    [InlineData("a@mailinator.com", "disposable", null)]
    [InlineData("a@example.co.jp", "other", null)]
    [InlineData("a@notdocomo.ne.jp", "other", null)]
    [InlineData("nobody", "none", null)]
    public void Tells_who_runs_the_mailbox(string text, string kind, string? provider)
    {
        var email = EmailNormalizer.Normalize(text);
        Assert.Equal((kind, provider), (email.Kind, email.Provider));
    }

    [Theory]
    [InlineData("gmial.com", "gmail.com")]
    [InlineData("gmail.cmo", "gmail.com")]
    [InlineData("gmaill.com", "gmail.com")]
    [InlineData("gmai.com", "gmail.com")]
    [InlineData("gmail.co.jp", "gmail.com")]
    [InlineData("docomo.ne.ip", "docomo.ne.jp")]
    [InlineData("docomo.co.jp", "docomo.ne.jp")]
    [InlineData("dokomo.ne.jp", "docomo.ne.jp")]
    [InlineData("exweb.ne.jp", "ezweb.ne.jp")]
    [InlineData("ezweb.en.jp", "ezweb.ne.jp")]
    [InlineData("yaho.co.jp", "yahoo.co.jp")]
    [InlineData("yahoo.ne.jp", "yahoo.co.jp")]
    [InlineData("i.softbank.ne.jp", "i.softbank.jp")]
    [InlineData("iclould.com", "icloud.com")]
    [InlineData("hotmai.com", "hotmail.com")]
    [InlineData("outlok.com", "outlook.com")]
    public void A_mistyped_domain_is_told_with_the_one_that_was_meant(string domain, string meant)
    {
        var email = EmailNormalizer.Normalize("taro@" + domain);
        Assert.Equal(meant, email.SuggestedDomain);
        Assert.Contains("domain_typo", email.Issues);
    }

    [Theory]
    [InlineData("gmail.com")]
    [InlineData("ymail.com")]
    [InlineData("email.com")]
    [InlineData("mail.com")]
    [InlineData("yahoo.com")]
    [InlineData("yahoo.co.kr")]
    [InlineData("hotmail.co.jp")]
    [InlineData("outlook.jp")]
    [InlineData("softbank.ne.jp")]
    [InlineData("i.softbank.jp")]
    [InlineData("example.co.jp")]
    public void A_domain_of_its_own_is_no_mistake(string domain) => Assert.Null(EmailNormalizer.Normalize("taro@" + domain).SuggestedDomain);

    [Theory]
    [InlineData("taro.yamada1@gmail.com", "taroyamada")]
    [InlineData("taro.yamada2@gmail.com", "taroyamada")]
    [InlineData("hanako_1985@yahoo.co.jp", "hanako")]
    [InlineData("hanako@yahoo.co.jp", "hanako")]
    [InlineData("09012345678@docomo.ne.jp", "09012345678")]
    [InlineData("yu7@docomo.ne.jp", "yu7")]
    public void Mailboxes_that_count_up_share_a_stem(string text, string stem) => Assert.Equal(stem, EmailNormalizer.Normalize(text).LocalStem);

    [Theory]
    [InlineData("taro..x@docomo.ne.jp")]
    [InlineData("taro.@ezweb.ne.jp")]
    [InlineData(".taro@docomo.ne.jp")]
    [InlineData("\"taro..x.\"@docomo.ne.jp")]
    [InlineData("taro/x_?y@docomo.ne.jp")]
    public void Mailboxes_that_carriers_handed_out_against_the_rules_are_accepted(string text) => Assert.NotNull(EmailNormalizer.Normalize(text).Canonical);

    [Fact]
    public void The_canonical_form_is_its_own_canonical_form() =>
        Gen.Select(Gen.String["abc.+-_19"], Gen.Int[0, 3].Select(i => new[] { "gmail.com", "googlemail.com", "docomo.ne.jp", "Example.CO.jp" }[i])).Sample((local, domain) =>
        {
            var once = EmailNormalizer.Normalize(local + "@" + domain);
            if (once.Canonical is null) return true;
            var twice = EmailNormalizer.Normalize(once.Canonical);
            return twice.Canonical == once.Canonical && twice.LocalStem == once.LocalStem && twice.Kind == once.Kind;
        });

    private static List<string> LocalParts()
    {
        using var corpus = typeof(MailKindTests).Assembly.GetManifestResourceStream("local-parts.tsv")!;
        using var reader = new StreamReader(corpus);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }
}
