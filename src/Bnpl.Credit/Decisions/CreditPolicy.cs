using Bnpl.Contracts.Screening;
using Bnpl.Credit.Merchants;

namespace Bnpl.Credit.Decisions;

/// <summary>Everything a decision rests on. No personal data: it is stored with the decision.</summary>
/// <param name="ScreeningReasons">Screening's reasons that a buyer can act on, with the input they are about.</param>
/// <param name="Minor">Under 18 on the business date; null when no birth date was given.</param>
internal sealed record CreditFacts(
    long Amount,
    string MerchantStatus,
    long? OrderMinimum,
    long? OrderMaximum,
    bool PlanOffered,
    bool FinancesMissing,
    long LimitCumulative,
    long? LimitFirstOrder,
    long? LimitPerOrder,
    long OpenAmount,
    int OrdersAuthorized,
    int OverdueInvoices,
    int ChargeOffs,
    bool UseRestricted,
    bool? Minor,
    Verdict Screening,
    int Risk,
    bool Forced,
    IReadOnlyList<DecisionReason> ScreeningReasons);

/// <param name="Field">Dotted path of the input that the reason is about, or null.</param>
internal sealed record DecisionReason(string Code, string? Field);

/// <param name="Outcome"><c>pass</c>, <c>hold</c>, <c>declined</c>, or <c>skipped</c> where a forced test result stands in for the rule.</param>
internal sealed record RuleResult(string Rule, string Outcome, long? Value = null, long? Limit = null);

internal sealed record CreditVerdict(string Result, IReadOnlyList<DecisionReason> Reasons, IReadOnlyList<RuleResult> Rules);

/// <summary>
/// Decides by the facts alone. Every rule is asked, so that the row tells all of them; one refusal declines, else one
/// doubt holds, else the order is approved.
/// </summary>
internal static class CreditPolicy
{
    public const int Version = 1;
    public const string Approved = "approved";
    public const string Hold = "hold";
    public const string Declined = "declined";

    private const string Pass = "pass";
    private static readonly string[] s_holdReasons = ["address_incomplete", "address_unknown", "name_incomplete", "phone_invalid", "verification_required"];

    public static CreditVerdict Decide(CreditFacts facts)
    {
        List<DecisionReason> declines = [];
        List<RuleResult> rules = [];

        Refuse("merchant_active", facts.MerchantStatus != MerchantLifecycle.Active, "merchant_restricted");
        Refuse("plan_offered", !facts.PlanOffered, "plan_not_allowed");
        Refuse("finances_given", facts.FinancesMissing, "information_missing");
        Refuse("amount_minimum", facts.Amount < (facts.OrderMinimum ?? 0), "amount_under_minimum", facts.Amount, facts.OrderMinimum);
        Above("amount_merchant_maximum", facts.Amount, facts.OrderMaximum, "amount_over_limit");
        Above("amount_per_order", facts.Amount, facts.LimitPerOrder, "amount_over_limit");
        Above("amount_first_order", facts.Amount, facts.OrdersAuthorized == 0 ? facts.LimitFirstOrder : null, "amount_over_limit");
        Above("buyer_cumulative", checked(facts.OpenAmount + facts.Amount), facts.LimitCumulative, "buyer_limit_reached");
        Refuse("buyer_not_overdue", facts.OverdueInvoices > 0 || facts.ChargeOffs > 0, "buyer_overdue", facts.OverdueInvoices + facts.ChargeOffs, 0);
        if (facts.Forced)
        {
            rules.Add(new RuleResult("buyer_use", "skipped"));
            rules.Add(new RuleResult("buyer_age", "skipped"));
        }
        else
        {
            Refuse("buyer_use", facts.UseRestricted, "risk_policy");
            Refuse("buyer_age", facts.Minor is true, "underage");
        }

        Refuse("screening", facts.Screening == Verdict.Ng, "risk_policy", facts.Risk);
        if (declines.Count > 0)
        {
            return new CreditVerdict(Declined, [.. declines.Distinct()], rules);
        }

        if (facts.Screening == Verdict.Review)
        {
            rules[^1] = rules[^1] with { Outcome = Hold };
            return new CreditVerdict(Hold, HoldReasons(facts), rules);
        }

        return new CreditVerdict(Approved, [], rules);

        void Refuse(string rule, bool broken, string reason, long? value = null, long? limit = null)
        {
            rules.Add(new RuleResult(rule, broken ? Declined : Pass, value, limit));
            if (broken)
            {
                declines.Add(new DecisionReason(reason, null));
            }
        }

        void Above(string rule, long value, long? limit, string reason) => Refuse(rule, value > limit, reason, value, limit);
    }

    /// <summary>What the buyer can mend; when there is nothing of the kind, a person looks.</summary>
    private static IReadOnlyList<DecisionReason> HoldReasons(CreditFacts facts)
    {
        List<DecisionReason> told = [.. facts.ScreeningReasons.Where(reason => s_holdReasons.Contains(reason.Code)).Distinct()];
        return told.Count > 0 ? told : [new DecisionReason("manual_review", null)];
    }
}
