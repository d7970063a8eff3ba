using Bnpl.Contracts.Screening;
using Bnpl.Credit.Merchants;
using Bnpl.Credit.Policies;

namespace Bnpl.Credit.Decisions;

/// <summary>What a rule says: nothing against the order, or why it is declined or held; with the value it looked at and the limit.</summary>
internal sealed record RuleAnswer(IReadOnlyList<DecisionReason> Declines, IReadOnlyList<DecisionReason> Holds, long? Value = null, Limit? Limit = null)
{
    public static readonly RuleAnswer Pass = new([], []);

    public static RuleAnswer Decline(string code, params IReadOnlyList<string> fields) => new(Reasons(code, fields), []);

    public static RuleAnswer Hold(string code, params IReadOnlyList<string> fields) => new([], Reasons(code, fields));

    public static RuleAnswer DeclineIf(bool broken, string code) => broken ? Decline(code) : Pass;

    /// <summary>A value up to and including the limit passes; without a limit everything does.</summary>
    public static RuleAnswer AtMost(long value, Limit? limit, string code) =>
        (limit is not null && value > limit.Yen ? Decline(code) : Pass) with { Value = value, Limit = limit };

    private static DecisionReason[] Reasons(string code, IReadOnlyList<string> fields) =>
        fields.Count == 0 ? [new DecisionReason(code, null)] : [.. fields.Select(field => new DecisionReason(code, field))];
}

/// <param name="AboutPerson">A forced test result stands in for it.</param>
internal sealed record CreditRule(string Name, Func<CreditFacts, RuleAnswer> Ask, bool AboutPerson = false);

/// <summary>The table of rules. Names are stored with every decision and never change.</summary>
internal static class CreditRules
{
    private const string AnswerMissing = "information_missing";
    private const string BirthDate = "buyer.birth_date";

    private static readonly string[] s_mendable = ["address_incomplete", "address_unknown", "name_incomplete", "phone_invalid", "verification_required"];

    public static readonly IReadOnlyList<CreditRule> All =
    [
        new("merchant_active", facts => RuleAnswer.DeclineIf(facts.Merchant.Status != MerchantLifecycle.Active, "merchant_restricted")),
        new("plan_offered", facts => RuleAnswer.DeclineIf(!facts.Plan.Offered, "plan_not_allowed")),
        new("plan_registration", Registration),
        new("means_told", facts => facts.Plan.Means is { Missing: { Count: > 0 } missing } ? RuleAnswer.Decline(AnswerMissing, missing) : RuleAnswer.Pass),
        new("means_sufficient", Means),
        new("credit_bureau", CreditBureau),
        new("goods_allowed", facts => facts.GoodsNotAllowed.Count > 0 ? RuleAnswer.Decline("goods_not_allowed", facts.GoodsNotAllowed) : RuleAnswer.Pass),
        new("amount_minimum", Minimum),
        new("amount_merchant_maximum", facts => RuleAnswer.AtMost(facts.Amount, facts.Merchant.OrderMaximum is { } most ? new Limit(most, "merchant.limits.order_maximum") : null, "amount_over_limit")),
        new("amount_per_order", facts => RuleAnswer.AtMost(facts.Amount, facts.Limits.PerOrder, "amount_over_limit")),
        new("amount_first_order", facts => RuleAnswer.AtMost(facts.Amount, facts.Buyer.OrdersAuthorized == 0 ? facts.Limits.FirstOrder : null, "amount_over_limit")),
        new("buyer_cumulative", facts => RuleAnswer.AtMost(checked(facts.Buyer.OpenAmount + facts.Amount), facts.Limits.Cumulative, "buyer_limit_reached")),
        new("merchant_open", facts => Exposure(facts, open => open.MerchantOpen + facts.Amount, facts.Limits.MerchantOpen, "merchant_restricted")),
        new("merchant_day_amount", facts => Exposure(facts, open => open.MerchantDayAmount + facts.Amount, facts.Limits.MerchantDayAmount, "merchant_restricted")),
        new("merchant_day_orders", facts => Exposure(facts, open => open.MerchantDayOrders + 1, facts.Limits.MerchantDayOrders, "merchant_restricted")),
        new("tenant_open", facts => Exposure(facts, open => open.TenantOpen + facts.Amount, facts.Limits.TenantOpen, "risk_policy")),
        new("buyer_not_overdue", facts => RuleAnswer.AtMost(facts.Buyer.OverdueInvoices, new Limit(facts.Policy.Overdue.Invoices, "credit_policy.overdue.invoices"), "buyer_overdue")),
        new("buyer_charge_offs", facts => RuleAnswer.AtMost(facts.Buyer.ChargeOffs, new Limit(facts.Policy.Overdue.ChargeOffs, "credit_policy.overdue.charge_offs"), "buyer_overdue")),
        new("buyer_use", facts => RuleAnswer.DeclineIf(facts.Buyer.UseRestricted, "risk_policy"), AboutPerson: true),
        new("buyer_age", Age, AboutPerson: true),
        new("guardian_consent", GuardianConsent, AboutPerson: true),
        new("verification", Verification, AboutPerson: true),
        new("screening", Screening),
    ];

    /// <summary>The names of the rules about what the order is worth and what may be open, in the words of a refusal to a reviewer.</summary>
    public static bool IsLimit(string rule) => rule is "buyer_cumulative" or "merchant_open" or "merchant_day_amount" or "merchant_day_orders" or "tenant_open";

    private static RuleAnswer Registration(CreditFacts facts) =>
        RuleAnswer.DeclineIf(facts.Plan.NeedsRegistration && !(facts.Plan.RegisteredThrough >= facts.Plan.ContractOn), "plan_not_allowed");

    private static RuleAnswer Means(CreditFacts facts) => facts.Plan.Means is { Capacity: { } capacity } means
        ? RuleAnswer.AtMost(means.YearPayments, new Limit(capacity, "expected_payment_capacity"), "buyer_limit_reached")
        : RuleAnswer.Pass;

    // The law wants the bureau asked before the contract: without its answer a person decides, or nobody.
    private static RuleAnswer CreditBureau(CreditFacts facts) => facts.Plan.Means switch
    {
        { BureauDelinquent: true } => RuleAnswer.Decline("risk_policy"),
        { Bureau: MeansOf.Unanswered } => RuleAnswer.Hold("manual_review"),
        _ => RuleAnswer.Pass,
    };

    private static RuleAnswer Minimum(CreditFacts facts)
    {
        Limit? least = facts.Merchant.OrderMinimum is { } yen ? new Limit(yen, "merchant.limits.order_minimum") : null;
        return RuleAnswer.DeclineIf(facts.Amount < (least?.Yen ?? 0), "amount_under_minimum") with { Value = facts.Amount, Limit = least };
    }

    private static RuleAnswer Exposure(CreditFacts facts, Func<ExposureFacts, long> value, Limit? limit, string code) =>
        facts.Exposure is { } open && limit is not null ? RuleAnswer.AtMost(value(open), limit, code) : RuleAnswer.Pass;

    private static RuleAnswer Age(CreditFacts facts) => facts.Buyer switch
    {
        { Told: false } => RuleAnswer.Pass,
        { Age: { } age } => RuleAnswer.DeclineIf(age < facts.Policy.Age.Minimum, "underage"),
        _ => facts.Policy.Age.Unknown switch
        {
            CreditPolicy.Approved => RuleAnswer.Pass,
            CreditPolicy.Hold => RuleAnswer.Hold("manual_review"),
            _ => RuleAnswer.Decline(AnswerMissing, BirthDate),
        },
    };

    private static RuleAnswer GuardianConsent(CreditFacts facts) =>
        facts.Buyer is { Age: { } age, GuardianConsent: false } && age >= facts.Policy.Age.Minimum && age < facts.Policy.Age.GuardianConsentUnder
            ? RuleAnswer.Decline(AnswerMissing, "consents")
            : RuleAnswer.Pass;

    private static RuleAnswer Verification(CreditFacts facts)
    {
        bool asked = facts.Amount > facts.Policy.Verification.Over || (facts.Policy.Verification.FirstOrder && facts.Buyer.OrdersAuthorized == 0);
        return asked && facts.Buyer is { Told: true, Verified: false } ? RuleAnswer.Hold("verification_required") : RuleAnswer.Pass;
    }

    private static RuleAnswer Screening(CreditFacts facts)
    {
        string result = facts.Screening.Verdict switch
        {
            Verdict.Ok => CreditPolicy.Approved,
            Verdict.Review => facts.Policy.Screening.Review,
            Verdict.Ng => facts.Policy.Screening.Ng,
            _ => throw new InvalidOperationException("Unknown verdict."),
        };
        RuleAnswer answer = result switch
        {
            CreditPolicy.Approved => RuleAnswer.Pass,
            CreditPolicy.Hold => HoldForScreening(facts.Screening.Reasons),
            _ => RuleAnswer.Decline("risk_policy"),
        };
        return answer with { Value = facts.Screening.Risk };
    }

    /// <summary>What the buyer can mend; when there is nothing of the kind, a person looks.</summary>
    private static RuleAnswer HoldForScreening(IReadOnlyList<DecisionReason> reasons)
    {
        List<DecisionReason> told = [.. reasons.Where(reason => s_mendable.Contains(reason.Code)).Distinct()];
        return told.Count > 0 ? new RuleAnswer([], told) : RuleAnswer.Hold("manual_review");
    }
}
