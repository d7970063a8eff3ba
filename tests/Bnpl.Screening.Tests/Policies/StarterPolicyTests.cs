using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Screening;
using Bnpl.Screening.Facts;
using Bnpl.Screening.Policies;
using Bnpl.Screening.Screenings;
using Bnpl.Screening.Signals;
using CsCheck;

namespace Bnpl.Screening.Tests.Policies;

public sealed class StarterPolicyTests
{
    private static readonly ScreeningFacts s_nothingKnown = ScreeningFacts.None;

    private static readonly DateTimeOffset s_now = new(2026, 4, 2, 2, 20, 0, TimeSpan.Zero);

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
        ScreeningFacts facts = new() { Lists = [new ListHit(Guid.Empty, "negative", kind, "")] };
        Assert.Equal(expected, Judge(s_buyer, facts).Verdict);
    }

    [Theory]
    [InlineData(9, 19, Verdict.Ok)]
    [InlineData(10, 10, Verdict.Review)]
    [InlineData(0, 20, Verdict.Review)]
    [InlineData(0, 40, Verdict.Ng)]
    public void A_phone_that_orders_too_often_is_held_and_then_refused(int tenMinutes, int oneDay, Verdict expected) =>
        Assert.Equal(expected, Judge(s_buyer, Seen("phone", tenMinutes, oneDay)).Verdict);

    [Fact]
    public void More_orders_of_a_phone_never_make_the_verdict_milder_or_the_risk_smaller() =>
        Gen.Select(Gen.Int[0, 200], Gen.Int[0, 200], Gen.Int[0, 4].Select(i => new[] { "phone", "email", "address_k2", "device", "ip" }[i])).Sample((a, b, kind) =>
        {
            Judgement fewer = At(Math.Min(a, b)), more = At(Math.Max(a, b));
            return fewer.Verdict <= more.Verdict && fewer.Risk <= more.Risk && more.Risk is >= 0 and <= 1000;

            Judgement At(int count) => Judge(s_buyer, Seen(kind, count, count));
        });

    [Fact]
    public void The_positive_list_outweighs_a_hold_but_not_the_negative_list()
    {
        ListHit positive = new(Guid.Empty, "positive", "phone", ""), negative = new(Guid.Empty, "negative", "email", "");
        BuyerDetails incomplete = s_buyer with { Address = s_buyer.Address! with { Line1 = "元赤坂" } };
        Assert.Equal(Verdict.Ok, Judge(incomplete, new ScreeningFacts { Lists = [positive] }).Verdict);
        Assert.Equal(Verdict.Ng, Judge(incomplete, new ScreeningFacts { Lists = [positive, negative] }).Verdict);
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

    private static ScreeningFacts Seen(string kind, int tenMinutes, int oneDay) =>
        new() { Activity = [new KeyActivity(kind, tenMinutes, tenMinutes, oneDay, oneDay, oneDay, oneDay)] };

    private static Judgement Judge(BuyerDetails buyer, ScreeningFacts facts)
    {
        ScreeningRequest request = new(Guid.Empty, "bnpl", 5_500, s_now, buyer, [], [], null, TestMode: false);
        Evidence evidence = Evidence.Of(request, NormalizedPurchase.Of(request), facts, s_now, "Asia/Tokyo");
        return Configuration.Starter.For("", "bnpl").Judge(Readings.Of(evidence));
    }
}
