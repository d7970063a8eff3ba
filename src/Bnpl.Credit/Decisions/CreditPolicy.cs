using Bnpl.Credit.Verification;

namespace Bnpl.Credit.Decisions;

/// <param name="Field">Dotted path of the input that the reason is about, or null.</param>
internal sealed record DecisionReason(string Code, string? Field);

/// <param name="Outcome"><c>pass</c>, <c>hold</c>, <c>declined</c>, or <c>skipped</c> where a forced test result stands in for the rule.</param>
/// <param name="Source">Where the limit comes from.</param>
internal sealed record RuleResult(string Rule, string Outcome, long? Value = null, long? Limit = null, string? Source = null);

internal sealed record CreditVerdict(string Result, IReadOnlyList<DecisionReason> Reasons, IReadOnlyList<RuleResult> Rules)
{
    /// <summary>The same where no code can be sent: nobody is asked to enter one that never comes.</summary>
    public CreditVerdict LeftToAPerson() =>
        this with { Reasons = [.. Reasons.Select(reason => reason.Code == VerificationCode.Reason ? new DecisionReason("manual_review", null) : reason).Distinct()] };
}

/// <summary>
/// Decides by the facts alone. Every rule is asked, so that the row tells all of them; one refusal declines, else one
/// doubt holds, else the order is approved.
/// </summary>
internal static class CreditPolicy
{
    public const string Approved = "approved";
    public const string Hold = "hold";
    public const string Declined = "declined";

    private const string Pass = "pass";
    private const string Skipped = "skipped";

    public static CreditVerdict Decide(CreditFacts facts)
    {
        List<DecisionReason> declines = [];
        List<DecisionReason> holds = [];
        List<RuleResult> results = [];
        foreach (CreditRule rule in CreditRules.All)
        {
            if (rule.AboutPerson && facts.Screening.Forced)
            {
                results.Add(new RuleResult(rule.Name, Skipped));
                continue;
            }

            RuleAnswer answer = rule.Ask(facts);
            results.Add(new RuleResult(rule.Name, OutcomeOf(answer), answer.Value, answer.Limit?.Yen, answer.Limit?.Source));
            declines.AddRange(answer.Declines);
            holds.AddRange(answer.Holds);
        }

        return declines.Count > 0 ? new CreditVerdict(Declined, [.. declines.Distinct()], results)
            : holds.Count > 0 ? new CreditVerdict(Hold, [.. holds.Distinct()], results)
            : new CreditVerdict(Approved, [], results);
    }

    private static string OutcomeOf(RuleAnswer answer) => answer.Declines.Count > 0 ? Declined : answer.Holds.Count > 0 ? Hold : Pass;
}
