using System.Text.Json;
using Bnpl.Contracts.Screening;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Policies;
using Bnpl.Infrastructure.Web;
using CsCheck;

namespace Bnpl.Credit.Tests.Decisions;

public sealed class CreditPolicyTests
{
    private static readonly DateOnly s_contract = new(2026, 4, 2);

    private static readonly CreditFacts s_good = new()
    {
        Amount = 10_000,
        Merchant = new MerchantFacts("active", null, null),
        Plan = new PlanFacts("lump_sum", true, LumpSum: true, s_contract, s_contract.AddDays(14), s_contract.AddMonths(2), null, null),
        Buyer = new BuyerFacts(
            Told: true, Age: 18, GuardianConsent: false, Verified: false, OpenAmount: 0, OrdersAuthorized: 3, OrdersPaid: 2, OverdueInvoices: 0, ChargeOffs: 0, UseRestricted: false),
        Limits = new LimitFacts(Yen(55_000)!),
        Screening = new ScreeningFacts(Verdict.Ok, 100, false, []),
        Policy = PolicyFacts.Standard,
    };

    private static readonly CreditFacts s_instalments = s_good with
    {
        Plan = s_good.Plan with
        {
            LumpSum = false,
            LastDueOn = s_contract.AddMonths(6),
            RegisteredThrough = s_contract,
            Means = new MeansFacts([], 10_000, 10_000, "answered", "CB-1", 0),
        },
    };

    private static readonly Gen<CreditFacts> s_facts =
        from amounts in Gen.Select(Gen.Long[1, 200_000], Gen.Long[0, 100_000], Gen.Long[1, 120_000])
        from limits in Gen.Select(Gen.Long[1, 90_000].Nullable(), Gen.Long[1, 90_000].Nullable(), Gen.Long[1, 200_000].Nullable(), Gen.Long[1, 50_000].Nullable())
        from exposure in Gen.Select(Gen.Long[0, 300_000], Gen.Long[0, 300_000], Gen.Long[0, 20], Gen.Long[0, 300_000]).Nullable()
        from most in Gen.Select(Gen.Long[0, 400_000].Nullable(), Gen.Long[0, 400_000].Nullable(), Gen.Long[0, 20].Nullable(), Gen.Long[0, 400_000].Nullable())
        from counts in Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1], Gen.Int[0, 1], Gen.Int[15, 18].Nullable())
        from flags in Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool)
        from status in Gen.OneOf("active", "restricted", "draft", "closed")
        from verdict in Gen.OneOf(Verdict.Ok, Verdict.Review, Verdict.Ng)
        select s_good with
        {
            Amount = amounts.Item1,
            GoodsNotAllowed = flags.Item2 ? ["lines[0].category"] : [],
            Merchant = new MerchantFacts(status, limits.Item4, limits.Item3),
            Plan = s_good.Plan with { Offered = flags.Item1 },
            Buyer = s_good.Buyer with
            {
                OpenAmount = amounts.Item2,
                OrdersAuthorized = counts.Item1,
                OverdueInvoices = counts.Item2,
                ChargeOffs = counts.Item3,
                Age = counts.Item4,
                UseRestricted = flags.Item3,
                Verified = flags.Item4,
            },
            Limits = new LimitFacts(Yen(amounts.Item3)!, Yen(limits.Item1), Yen(limits.Item2), Yen(most.Item1), Yen(most.Item2), Yen(most.Item3), Yen(most.Item4)),
            Exposure = exposure is { } open ? new ExposureFacts(open.Item1, open.Item2, open.Item3, open.Item4) : new ExposureFacts(0, 0, 0, 0),
            Screening = new ScreeningFacts(verdict, 100, flags.Item5, []),
        };

    [Fact]
    public void Approves_an_ordinary_order()
    {
        CreditVerdict verdict = CreditPolicy.Decide(s_good);

        Assert.Equal("approved", verdict.Result);
        Assert.Empty(verdict.Reasons);
        Assert.All(verdict.Rules, rule => Assert.Equal("pass", rule.Outcome));
    }

    public static TheoryData<string, string, string?> Refusals() => new()
    {
        { "merchant restricted", "merchant_restricted", null },
        { "plan not offered", "plan_not_allowed", null },
        { "instalments without a registration", "plan_not_allowed", null },
        { "instalments after the registration ended", "plan_not_allowed", null },
        { "a lump sum due after two months", "plan_not_allowed", null },
        { "means not told", "information_missing", "finances.annual_income" },
        { "payments above the capacity by a yen", "buyer_limit_reached", null },
        { "delinquent elsewhere", "risk_policy", null },
        { "goods not allowed", "goods_not_allowed", "lines[1].category" },
        { "under the merchant's minimum", "amount_under_minimum", null },
        { "over the merchant's maximum", "amount_over_limit", null },
        { "over the limit per order", "amount_over_limit", null },
        { "over the limit of a first order", "amount_over_limit", null },
        { "over the cumulative limit by a yen", "buyer_limit_reached", null },
        { "over the merchant's open limit by a yen", "merchant_restricted", null },
        { "over the merchant's day by a yen", "merchant_restricted", null },
        { "over the merchant's day by an order", "merchant_restricted", null },
        { "over the tenant's open limit by a yen", "risk_policy", null },
        { "an invoice overdue", "buyer_overdue", null },
        { "a debt charged off", "buyer_overdue", null },
        { "use restricted", "risk_policy", null },
        { "under 18", "underage", null },
        { "age unknown where it must be known", "information_missing", "buyer.birth_date" },
        { "a minor without a guardian", "information_missing", "consents" },
        { "screening says no", "risk_policy", null },
        { "screening doubts and doubt declines", "risk_policy", null },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Declines_with_one_reason(string what, string reason, string? field)
    {
        CreditVerdict verdict = CreditPolicy.Decide(Refused(what));

        Assert.Equal("declined", verdict.Result);
        Assert.Equal([new DecisionReason(reason, field)], verdict.Reasons);
        Assert.Single(verdict.Rules, rule => rule.Outcome == "declined");
    }

    private static CreditFacts Refused(string what) => what switch
    {
        "merchant restricted" => s_good with { Merchant = s_good.Merchant with { Status = "restricted" } },
        "plan not offered" => s_good with { Plan = s_good.Plan with { Offered = false } },
        "instalments without a registration" => s_instalments with { Plan = s_instalments.Plan with { RegisteredThrough = null } },
        "instalments after the registration ended" => s_instalments with { Plan = s_instalments.Plan with { RegisteredThrough = s_contract.AddDays(-1) } },
        "a lump sum due after two months" => s_good with { Plan = s_good.Plan with { LastDueOn = s_good.Plan.ExemptThrough.AddDays(1) } },
        "means not told" => Means(means => means with { Missing = ["finances.annual_income"], Capacity = null, Bureau = "not_asked" }),
        "payments above the capacity by a yen" => Means(means => means with { YearPayments = 10_001 }),
        "delinquent elsewhere" => Means(means => means with { BureauDelinquent = true }),
        "goods not allowed" => s_good with { GoodsNotAllowed = ["lines[1].category"] },
        "under the merchant's minimum" => s_good with { Merchant = s_good.Merchant with { OrderMinimum = 10_001 } },
        "over the merchant's maximum" => s_good with { Merchant = s_good.Merchant with { OrderMaximum = 9_999 } },
        "over the limit per order" => s_good with { Limits = s_good.Limits with { PerOrder = Yen(9_999) } },
        "over the limit of a first order" => s_good with { Buyer = s_good.Buyer with { OrdersAuthorized = 0 }, Limits = s_good.Limits with { FirstOrder = Yen(9_999) } },
        "over the cumulative limit by a yen" => s_good with { Buyer = s_good.Buyer with { OpenAmount = 45_001 } },
        "over the merchant's open limit by a yen" => Open(new ExposureFacts(90_001, 0, 0, 0), s_good.Limits with { MerchantOpen = Yen(100_000) }),
        "over the merchant's day by a yen" => Open(new ExposureFacts(0, 90_001, 0, 0), s_good.Limits with { MerchantDayAmount = Yen(100_000) }),
        "over the merchant's day by an order" => Open(new ExposureFacts(0, 0, 10, 0), s_good.Limits with { MerchantDayOrders = Yen(10) }),
        "over the tenant's open limit by a yen" => Open(new ExposureFacts(0, 0, 0, 90_001), s_good.Limits with { TenantOpen = Yen(100_000) }),
        "an invoice overdue" => s_good with { Buyer = s_good.Buyer with { OverdueInvoices = 1 } },
        "a debt charged off" => s_good with { Buyer = s_good.Buyer with { ChargeOffs = 1 } },
        "use restricted" => s_good with { Buyer = s_good.Buyer with { UseRestricted = true } },
        "under 18" => s_good with { Buyer = s_good.Buyer with { Age = 17, GuardianConsent = true } },
        "age unknown where it must be known" => Aged(null, new AgePolicy { Unknown = "declined" }),
        "a minor without a guardian" => Aged(15, new AgePolicy { Minimum = 15 }),
        "screening says no" => s_good with { Screening = s_good.Screening with { Verdict = Verdict.Ng } },
        _ => s_good with { Screening = s_good.Screening with { Verdict = Verdict.Review }, Policy = PolicyFacts.Standard with { Screening = new ScreeningMapping { Review = "declined" } } },
    };

    [Fact]
    public void Takes_every_limit_to_the_yen() => Assert.Equal(
        "approved",
        CreditPolicy.Decide(s_instalments with
        {
            Merchant = new MerchantFacts("active", 10_000, 10_000),
            Buyer = s_good.Buyer with { OrdersAuthorized = 0, OpenAmount = 45_000 },
            Limits = new LimitFacts(Yen(55_000)!, Yen(10_000), Yen(10_000), Yen(100_000), Yen(70_000), Yen(5), Yen(200_000)),
            Exposure = new ExposureFacts(90_000, 60_000, 4, 190_000),
        }).Result);

    [Fact]
    public void Sells_to_a_minor_whose_guardian_consents() =>
        Assert.Equal("approved", CreditPolicy.Decide(Aged(15, new AgePolicy { Minimum = 15 }) with { Buyer = s_good.Buyer with { Age = 15, GuardianConsent = true } }).Result);

    [Theory]
    [InlineData(9_999L, false, 1, false, "hold")]
    [InlineData(10_000L, false, 1, false, "approved")]
    [InlineData(null, true, 0, false, "hold")]
    [InlineData(null, true, 1, false, "approved")]
    [InlineData(9_999L, true, 0, true, "approved")]
    public void Asks_for_the_code_above_an_amount_or_at_the_first_order_until_it_was_entered(long? over, bool firstOrder, int orders, bool verified, string result)
    {
        CreditVerdict verdict = CreditPolicy.Decide(s_good with
        {
            Buyer = s_good.Buyer with { OrdersAuthorized = orders, Verified = verified },
            Policy = PolicyFacts.Standard with { Verification = new VerificationPolicy { Over = over, FirstOrder = firstOrder } },
        });

        Assert.Equal(result, verdict.Result);
        Assert.Equal(result == "hold" ? [new DecisionReason("verification_required", null)] : [], verdict.Reasons);
    }

    [Fact]
    public void A_silent_bureau_leaves_the_order_to_a_person() =>
        Assert.Equal([new DecisionReason("manual_review", null)], CreditPolicy.Decide(Means(means => means with { Bureau = "unanswered" })).Reasons);

    [Fact]
    public void Tolerates_as_many_arrears_as_the_policy_says() => Assert.Equal(
        "approved",
        CreditPolicy.Decide(s_good with
        {
            Buyer = s_good.Buyer with { OverdueInvoices = 2, ChargeOffs = 1 },
            Policy = PolicyFacts.Standard with { Overdue = new OverduePolicy { Invoices = 2, ChargeOffs = 1 } },
        }).Result);

    [Fact]
    public void Holds_with_what_the_buyer_can_mend()
    {
        CreditFacts facts = s_good with
        {
            Screening = new ScreeningFacts(
                Verdict.Review, 500, false, [new DecisionReason("address_incomplete", "buyer.address.line1"), new DecisionReason("velocity_high", "buyer.phone")]),
        };

        CreditVerdict verdict = CreditPolicy.Decide(facts);

        Assert.Equal("hold", verdict.Result);
        Assert.Equal([new DecisionReason("address_incomplete", "buyer.address.line1")], verdict.Reasons);
        Assert.Equal("ご住所の番地をご確認ください。", BuyerMessages.For(verdict.Result, verdict.Reasons));
    }

    [Fact]
    public void Holds_for_a_person_when_the_buyer_can_mend_nothing() => Assert.Equal(
        [new DecisionReason("manual_review", null)],
        CreditPolicy.Decide(s_good with { Screening = new ScreeningFacts(Verdict.Review, 500, false, [new DecisionReason("velocity_high", "buyer.phone")]) }).Reasons);

    [Fact]
    public void Never_tells_a_buyer_about_risk_limits_or_arrears() => Assert.Single(
        new[] { "risk_policy", "buyer_limit_reached", "buyer_overdue", "merchant_restricted" }
            .Select(code => BuyerMessages.For("declined", [new DecisionReason(code, null)])).Distinct());

    [Fact]
    public void Approval_never_exceeds_a_limit_and_arrears_never_pass() => s_facts.Sample(facts =>
    {
        CreditVerdict verdict = CreditPolicy.Decide(facts);
        ExposureFacts open = facts.Exposure!;
        bool within = facts.Buyer.OpenAmount + facts.Amount <= facts.Limits.Cumulative.Yen
            && !(facts.Amount > facts.Limits.PerOrder?.Yen)
            && !(facts.Buyer.OrdersAuthorized == 0 && facts.Amount > facts.Limits.FirstOrder?.Yen)
            && !(facts.Amount > facts.Merchant.OrderMaximum)
            && !(facts.Amount < facts.Merchant.OrderMinimum)
            && !(open.MerchantOpen + facts.Amount > facts.Limits.MerchantOpen?.Yen)
            && !(open.MerchantDayAmount + facts.Amount > facts.Limits.MerchantDayAmount?.Yen)
            && !(open.MerchantDayOrders + 1 > facts.Limits.MerchantDayOrders?.Yen)
            && !(open.TenantOpen + facts.Amount > facts.Limits.TenantOpen?.Yen)
            && facts.Buyer.OverdueInvoices == 0
            && facts.Buyer.ChargeOffs == 0
            && facts.GoodsNotAllowed.Count == 0
            && facts.Merchant.Status == "active"
            && facts.Plan.Offered;
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
        CreditPolicy.Decide(facts).Result == "declined"
        && CreditPolicy.Decide(facts with { Buyer = facts.Buyer with { OpenAmount = facts.Buyer.OpenAmount + 1 } }).Result != "declined"));

    [Fact]
    public void Facts_survive_being_stored() => s_facts.Sample(facts =>
    {
        CreditFacts read = JsonSerializer.Deserialize<CreditFacts>(Decision.Json(facts), JsonConventions.Options)!;
        Assert.Equal(Decision.Json(CreditPolicy.Decide(facts)), Decision.Json(CreditPolicy.Decide(read)));
    });

    private static Limit? Yen(long? yen) => yen is { } most ? new Limit(most, "test") : null;

    private static CreditFacts Means(Func<MeansFacts, MeansFacts> change) => s_instalments with { Plan = s_instalments.Plan with { Means = change(s_instalments.Plan.Means!) } };

    private static CreditFacts Open(ExposureFacts open, LimitFacts limits) => s_good with { Exposure = open, Limits = limits };

    private static CreditFacts Aged(int? age, AgePolicy policy) => s_good with { Buyer = s_good.Buyer with { Age = age }, Policy = PolicyFacts.Standard with { Age = policy } };
}
