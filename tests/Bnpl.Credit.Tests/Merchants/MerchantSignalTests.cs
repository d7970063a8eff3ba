using Bnpl.Contracts;
using Bnpl.Credit.Merchants.Monitoring;
using CsCheck;

namespace Bnpl.Credit.Tests.Merchants;

public sealed class MerchantSignalTests
{
    private const int Minimum = 20;
    private static readonly MerchantFigures s_ordinary = new(400, 4_000_000, 380, 20, 10, 8, 8, 4, 1, 10_000, 30, 300_000, 0);

    [Fact]
    public void One_bad_order_of_two_alarms_nobody()
    {
        Assessment assessment = Assess(s_ordinary with { Orders = 2, Approved = 2, Declined = 1, Overdue = 1, ChargedOff = 1, Complaints = 1, RecentOrders = 2 });

        Assert.Equal((SignalLevel.None, false), (assessment.Level, assessment.EnoughOrders));
    }

    [Theory]
    [InlineData(3, 30, "None")]
    [InlineData(10, 40, "Attention")]
    [InlineData(40, 100, "Alarm")]
    [InlineData(300, 1000, "Alarm")]
    public void The_same_share_weighs_more_the_more_orders_say_it(int declined, int orders, string expected)
    {
        Assessment assessment = Assess(s_ordinary with { Orders = orders, Approved = orders, Declined = declined, Held = 0, Canceled = 0, Returned = 0, Overdue = 0, ChargedOff = 0 });

        Assert.Equal(expected, assessment.Level.ToString());
    }

    [Fact]
    public void An_ordinary_shop_among_its_like_raises_no_signal() => Assert.Empty(Assess(s_ordinary).Signals);

    [Fact]
    public void Five_complaints_of_four_hundred_orders_where_others_have_none_are_worth_a_look()
    {
        Signal signal = Assert.Single(Assess(s_ordinary with { Complaints = 5 }).Signals);

        Assert.Equal("complaint_rate", signal.Code);
        Assert.Equal(SignalLevel.Attention, signal.Level);
        Assert.Contains("苦情発生率が1.3%（400件中5件）で", signal.Japanese, StringComparison.Ordinal);
        Assert.Contains("1.3% (5 of 400)", signal.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_is_there_to_compare_with_a_rule_of_thumb_speaks()
    {
        WatchedMerchant alone = Merchant(s_ordinary with { Overdue = 150 });

        Assessment assessment = MerchantSignals.Assess(alone, Norms([alone]), Minimum, 90);

        Signal signal = Assert.Single(assessment.Signals);
        Assert.Equal("overdue_rate", signal.Code);
        Assert.Contains("目安の15.0%", signal.Japanese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shop_is_left_out_of_its_own_norm_while_its_peers_are_few()
    {
        WatchedMerchant bad = Merchant(s_ordinary with { Overdue = 200 });
        WatchedMerchant[] all = [bad, Merchant(s_ordinary with { Overdue = 200 }), .. Enumerable.Range(0, 3).Select(_ => Merchant(s_ordinary))];

        PeerNorm norm = Norms(all).For(WatchedRate.All.Single(rate => rate.Code == "overdue_rate"), bad.Id);

        Assert.Equal(4, norm.Peers);
        Assert.Equal(4.0 / 380, norm.Median, 6);
    }

    [Theory]
    [InlineData(30, 300_000, "")]
    [InlineData(150, 1_500_000, "volume_jump Attention")]
    [InlineData(400, 4_000_000, "volume_jump Alarm")]
    [InlineData(30, 700_000, "average_order_jump Attention")]
    public void A_week_unlike_the_weeks_before_is_told(int recentOrders, long recentAmount, string expected)
    {
        Assessment assessment = Assess(s_ordinary with { Orders = 370 + recentOrders, Amount = 3_700_000 + recentAmount, RecentOrders = recentOrders, RecentAmount = recentAmount });

        Assert.Equal(expected, string.Join(' ', assessment.Signals.Select(signal => $"{signal.Code} {signal.Level}")));
    }

    [Fact]
    public void Selling_far_more_than_it_told_when_it_applied_is_told()
    {
        WatchedMerchant merchant = Merchant(s_ordinary) with { ExpectedMonthly = 300_000 };

        Signal signal = Assert.Single(MerchantSignals.Assess(merchant, Norms(Peers()), Minimum, 90).Signals);

        Assert.Equal(("above_expected_volume", SignalLevel.Attention), (signal.Code, signal.Level));
        Assert.Contains("申込時の見込み300,000円を超えています", signal.Japanese, StringComparison.Ordinal);
        Assert.Contains("300,000 yen were expected", signal.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_check_alarms_and_a_due_one_asks_for_attention_however_little_is_sold()
    {
        WatchedMerchant merchant = Merchant(MerchantFigures.None) with { CheckDue = true, CheckFailed = true };

        Assessment assessment = MerchantSignals.Assess(merchant, Norms([merchant]), Minimum, 90);

        Assert.Equal(["check_failed", "check_due"], assessment.Signals.Select(signal => signal.Code));
        Assert.Equal(SignalLevel.Alarm, assessment.Level);
    }

    [Fact]
    public void The_bound_never_exceeds_the_share_and_rises_with_the_evidence() =>
        Gen.Select(Gen.Long[0, 500], Gen.Long[1, 500], Gen.Long[2, 50]).Sample((count, more, times) =>
        {
            long of = count + more;
            double bound = MerchantSignals.LowerBound(count, of);
            Assert.InRange(bound, 0, ((double)count / of) + 1e-12);
            Assert.True(MerchantSignals.LowerBound(count * times, of * times) >= bound - 1e-12);
        });

    [Fact]
    public void No_figures_whatever_break_the_assessment() =>
        Gen.Long[0, 1_000_000].Array[13].Sample(n =>
        {
            WatchedMerchant merchant = Merchant(new MerchantFigures(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11], n[12]));
            Assessment assessment = MerchantSignals.Assess(merchant, Norms([merchant, .. Peers()]), Minimum, 90);
            Assert.All(assessment.Rates, rate => Assert.True(double.IsFinite(rate.Excess) && rate.Value is >= 0 and <= 1));
        });

    private static Assessment Assess(MerchantFigures figures)
    {
        WatchedMerchant merchant = Merchant(figures);
        return MerchantSignals.Assess(merchant, Norms([merchant, .. Peers()]), Minimum, 90);
    }

    private static PeerNorms Norms(IEnumerable<WatchedMerchant> merchants) => new(merchants.ToDictionary(m => m.Id, m => m.Figures), Minimum);

    private static IEnumerable<WatchedMerchant> Peers() => Enumerable.Range(0, 12).Select(_ => Merchant(s_ordinary));

    private static WatchedMerchant Merchant(MerchantFigures figures) =>
        new(EntityId.New(), "店", "active", figures, ExpectedMonthly: null, CheckDue: false, CheckFailed: false);
}
