using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Screening;
using Bnpl.Screening.Normalization;
using Bnpl.Screening.Policy;
using Bnpl.Screening.Screenings;
using Bnpl.Screening.Signals;
using CsCheck;

namespace Bnpl.Screening.Tests.Policy;

public sealed class BaselinePolicyTests
{
    private static readonly ScreeningFacts s_nothingKnown = new([], []);

    private static readonly BuyerDetails s_buyer = new()
    {
        Name = "山田 太郎",
        NameKana = "ヤマダ タロウ",
        Phone = "090-1234-5678",
        Email = "taro@example.jp",
        Address = new PostalAddress { PostalCode = "107-0051", Prefecture = "東京都", City = "港区", Line1 = "元赤坂一丁目5番31号" },
    };

    [Fact]
    public void Lets_an_ordinary_buyer_pass_without_reasons()
    {
        Judgement judgement = Judge(s_buyer, s_nothingKnown);
        Assert.Empty(judgement.Reasons);
        Assert.Equal(Verdict.Ok, judgement.Verdict);
    }

    [Fact]
    public void Holds_an_address_without_a_block_number()
    {
        Judgement judgement = Judge(s_buyer with { Address = s_buyer.Address! with { Line1 = "元赤坂" } }, s_nothingKnown);
        Assert.Equal((Verdict.Review, "address_incomplete"), (judgement.Verdict, judgement.Reasons.Single().Code));
    }

    [Fact]
    public void Holds_a_phone_number_that_nobody_can_have()
    {
        Judgement judgement = Judge(s_buyer with { Phone = "090-0000-0000" }, s_nothingKnown);
        Assert.Equal((Verdict.Review, "phone_invalid"), (judgement.Verdict, judgement.Reasons.Single().Code));
    }

    [Theory]
    [InlineData("phone", Verdict.Ng)]
    [InlineData("name_address", Verdict.Ng)]
    [InlineData("ip", Verdict.Ok)]
    public void Refuses_what_is_on_the_negative_list_but_not_for_a_shared_network_alone(string kind, Verdict expected)
    {
        ScreeningFacts facts = new([], [new ListHit(Guid.Empty, "negative", kind, "")]);
        Assert.Equal(expected, Judge(s_buyer, facts).Verdict);
    }

    [Theory]
    [InlineData(9, 19, Verdict.Ok)]
    [InlineData(10, 10, Verdict.Review)]
    [InlineData(0, 20, Verdict.Review)]
    [InlineData(0, 40, Verdict.Ng)]
    public void A_phone_that_orders_too_often_is_held_and_then_refused(int tenMinutes, int oneDay, Verdict expected) =>
        Assert.Equal(expected, Judge(s_buyer, new ScreeningFacts([new VelocityCount("phone", tenMinutes, oneDay, oneDay)], [])).Verdict);

    [Fact]
    public void More_orders_of_a_phone_never_make_the_verdict_milder_or_the_risk_smaller() =>
        Gen.Select(Gen.Int[0, 200], Gen.Int[0, 200], Gen.Int[0, 4].Select(i => new[] { "phone", "email", "address_k2", "device", "ip" }[i])).Sample((a, b, kind) =>
        {
            Judgement fewer = At(Math.Min(a, b)), more = At(Math.Max(a, b));
            return fewer.Verdict <= more.Verdict && fewer.Risk <= more.Risk && more.Risk is >= 0 and <= 1000;

            Judgement At(int count) => Judge(s_buyer, new ScreeningFacts([new VelocityCount(kind, count, count, count)], []));
        });

    [Fact]
    public void The_positive_list_outweighs_a_hold_but_not_the_negative_list()
    {
        ListHit positive = new(Guid.Empty, "positive", "phone", ""), negative = new(Guid.Empty, "negative", "email", "");
        BuyerDetails incomplete = s_buyer with { Address = s_buyer.Address! with { Line1 = "元赤坂" } };
        Assert.Equal(Verdict.Ok, Judge(incomplete, new ScreeningFacts([], [positive])).Verdict);
        Assert.Equal(Verdict.Ng, Judge(incomplete, new ScreeningFacts([], [positive, negative])).Verdict);
    }

    [Theory]
    [InlineData("テスト オーケー", true, Verdict.Ok)]
    [InlineData("ﾃｽﾄ ﾎﾘｭｳ", true, Verdict.Review)]
    [InlineData("テスト　エヌジー", true, Verdict.Ng)]
    [InlineData("テスト オーケー", false, null)]
    [InlineData("ヤマダ タロウ", true, null)]
    public void Test_names_force_the_verdict_in_test_mode_only(string kana, bool testMode, Verdict? expected)
    {
        ScreeningRequest request = new(Guid.Empty, "bnpl", 1000, default, s_buyer with { NameKana = kana }, [], [], null, testMode);
        Assert.Equal(expected, ForcedVerdict.Of(request)?.Verdict);
    }

    private static Judgement Judge(BuyerDetails buyer, ScreeningFacts facts) =>
        BaselinePolicy.Judge(BuyerNormalization.Normalize(buyer, device: null), "buyer.address", facts);
}
