using Bnpl.Contracts.Screening;
using Bnpl.Credit.Decisions;
using CsCheck;

namespace Bnpl.Credit.Tests.Decisions;

public sealed class CreditPolicyTests
{
    private static readonly CreditFacts s_good = new(
        Amount: 10_000,
        MerchantStatus: "active",
        OrderMinimum: null,
        OrderMaximum: null,
        PlanOffered: true,
        FinancesMissing: false,
        LimitCumulative: 55_000,
        LimitFirstOrder: null,
        LimitPerOrder: null,
        OpenAmount: 0,
        OrdersAuthorized: 3,
        OverdueInvoices: 0,
        ChargeOffs: 0,
        UseRestricted: false,
        Minor: false,
        Screening: Verdict.Ok,
        Risk: 100,
        Forced: false,
        ScreeningReasons: []);

    private static readonly Gen<CreditFacts> s_facts =
        from amounts in Gen.Select(Gen.Long[1, 200_000], Gen.Long[0, 100_000], Gen.Long[1, 120_000])
        from limits in Gen.Select(Gen.Long[1, 90_000].Nullable(), Gen.Long[1, 90_000].Nullable(), Gen.Long[1, 200_000].Nullable(), Gen.Long[1, 50_000].Nullable())
        from counts in Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1], Gen.Int[0, 1])
        from flags in Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool)
        from status in Gen.OneOf("active", "restricted", "draft", "closed")
        from verdict in Gen.OneOf(Verdict.Ok, Verdict.Review, Verdict.Ng)
        select new CreditFacts(
            amounts.Item1, status, limits.Item4, limits.Item3, flags.Item1, flags.Item2, amounts.Item3, limits.Item1, limits.Item2, amounts.Item2,
            counts.Item1, counts.Item2, counts.Item3, flags.Item3, flags.Item4, verdict, 100, flags.Item5, []);

    [Fact]
    public void Approves_an_ordinary_order()
    {
        CreditVerdict verdict = CreditPolicy.Decide(s_good);

        Assert.Equal("approved", verdict.Result);
        Assert.Empty(verdict.Reasons);
        Assert.All(verdict.Rules, rule => Assert.Equal("pass", rule.Outcome));
    }

    public static TheoryData<string, string> Refusals() => new()
    {
        { "merchant restricted", "merchant_restricted" },
        { "plan not offered", "plan_not_allowed" },
        { "finances missing", "information_missing" },
        { "under the merchant's minimum", "amount_under_minimum" },
        { "over the merchant's maximum", "amount_over_limit" },
        { "over the limit per order", "amount_over_limit" },
        { "over the limit of a first order", "amount_over_limit" },
        { "over the cumulative limit by a yen", "buyer_limit_reached" },
        { "an invoice overdue", "buyer_overdue" },
        { "a debt charged off", "buyer_overdue" },
        { "use restricted", "risk_policy" },
        { "under 18", "underage" },
        { "screening says no", "risk_policy" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Declines_with_one_reason(string what, string reason)
    {
        CreditFacts facts = what switch
        {
            "merchant restricted" => s_good with { MerchantStatus = "restricted" },
            "plan not offered" => s_good with { PlanOffered = false },
            "finances missing" => s_good with { FinancesMissing = true },
            "under the merchant's minimum" => s_good with { OrderMinimum = 10_001 },
            "over the merchant's maximum" => s_good with { OrderMaximum = 9_999 },
            "over the limit per order" => s_good with { LimitPerOrder = 9_999 },
            "over the limit of a first order" => s_good with { OrdersAuthorized = 0, LimitFirstOrder = 9_999 },
            "over the cumulative limit by a yen" => s_good with { OpenAmount = 45_001 },
            "an invoice overdue" => s_good with { OverdueInvoices = 1 },
            "a debt charged off" => s_good with { ChargeOffs = 1 },
            "use restricted" => s_good with { UseRestricted = true },
            "under 18" => s_good with { Minor = true },
            _ => s_good with { Screening = Verdict.Ng },
        };

        CreditVerdict verdict = CreditPolicy.Decide(facts);

        Assert.Equal("declined", verdict.Result);
        Assert.Equal([new DecisionReason(reason, null)], verdict.Reasons);
        Assert.Single(verdict.Rules, rule => rule.Outcome == "declined");
    }

    [Fact]
    public void Takes_every_limit_to_the_yen() => Assert.Equal(
        "approved",
        CreditPolicy.Decide(s_good with
        {
            OrdersAuthorized = 0,
            OpenAmount = 45_000,
            LimitFirstOrder = 10_000,
            LimitPerOrder = 10_000,
            OrderMinimum = 10_000,
            OrderMaximum = 10_000,
        }).Result);

    [Fact]
    public void Holds_with_what_the_buyer_can_mend()
    {
        CreditFacts facts = s_good with
        {
            Screening = Verdict.Review,
            ScreeningReasons = [new DecisionReason("address_incomplete", "buyer.address.line1"), new DecisionReason("velocity_high", "buyer.phone")],
        };

        CreditVerdict verdict = CreditPolicy.Decide(facts);

        Assert.Equal("hold", verdict.Result);
        Assert.Equal([new DecisionReason("address_incomplete", "buyer.address.line1")], verdict.Reasons);
        Assert.Equal("ご住所の番地をご確認ください。", BuyerMessages.For(verdict.Result, verdict.Reasons));
    }

    [Fact]
    public void Holds_for_a_person_when_the_buyer_can_mend_nothing() => Assert.Equal(
        [new DecisionReason("manual_review", null)],
        CreditPolicy.Decide(s_good with { Screening = Verdict.Review, ScreeningReasons = [new DecisionReason("velocity_high", "buyer.phone")] }).Reasons);

    [Fact]
    public void Never_tells_a_buyer_about_risk_limits_or_arrears() => Assert.Single(
        new[] { "risk_policy", "buyer_limit_reached", "buyer_overdue", "merchant_restricted" }
            .Select(code => BuyerMessages.For("declined", [new DecisionReason(code, null)])).Distinct());

    [Fact]
    public void Approval_never_exceeds_a_limit_and_arrears_never_pass() => s_facts.Sample(facts =>
    {
        CreditVerdict verdict = CreditPolicy.Decide(facts);
        bool within = facts.OpenAmount + facts.Amount <= facts.LimitCumulative
            && !(facts.Amount > facts.LimitPerOrder)
            && !(facts.OrdersAuthorized == 0 && facts.Amount > facts.LimitFirstOrder)
            && !(facts.Amount > facts.OrderMaximum)
            && !(facts.Amount < facts.OrderMinimum)
            && facts.OverdueInvoices == 0
            && facts.ChargeOffs == 0
            && facts.MerchantStatus == "active"
            && facts.PlanOffered;
        Assert.True(within || verdict.Result == "declined");
        Assert.Equal(verdict.Result == "declined", verdict.Rules.Any(rule => rule.Outcome == "declined"));
        Assert.Equal(verdict.Result == "approved", verdict.Reasons.Count == 0);
    });

    [Fact]
    public void Every_rule_leaves_its_result_whatever_the_verdict() => s_facts.Sample(facts => Assert.Equal(
        CreditPolicy.Decide(s_good).Rules.Select(rule => rule.Rule),
        CreditPolicy.Decide(facts).Rules.Select(rule => rule.Rule)));

    [Fact]
    public void A_larger_open_amount_never_helps() => s_facts.Sample(facts => Assert.False(
        CreditPolicy.Decide(facts).Result == "declined" && CreditPolicy.Decide(facts with { OpenAmount = facts.OpenAmount + 1 }).Result != "declined"));
}
