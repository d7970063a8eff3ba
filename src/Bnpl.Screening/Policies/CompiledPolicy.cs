using Bnpl.Contracts.Screening;
using Bnpl.Screening.Rules;
using Bnpl.Screening.Signals;

namespace Bnpl.Screening.Policies;

/// <summary>A policy with its conditions compiled, once per version: judges readings, touches nothing else.</summary>
internal sealed class CompiledPolicy
{
    private readonly PolicyDocument _document;
    private readonly PolicyVariables _variables;
    private readonly List<ScoredRule> _rules = [];
    private readonly List<string> _broken = [];

    public CompiledPolicy(string code, int version, PolicyDocument document, bool starter = false)
    {
        (Code, Version, _document, IsStarter) = (code, version, document, starter);
        _variables = PolicyVariables.Of(document.Lists);
        foreach (PolicyRule rule in document.Rules.Where(rule => rule.Enabled))
        {
            // Checked when it was saved; a later release may know a variable no more. That costs the rule, never the verdict.
            if (Condition.Compile(rule.When!, _variables.Set).Condition is { } condition)
            {
                _rules.Add(ScoredRule.Of(rule, condition));
            }
            else
            {
                _broken.Add(FailureOf(rule.Code!));
            }
        }
    }

    public string Code { get; }

    public int Version { get; }

    /// <summary>Bundled, not the tenant's own.</summary>
    public bool IsStarter { get; }

    public PolicyScope? AppliesTo => _document.AppliesTo;

    /// <param name="readings">What is known of the purchase.</param>
    /// <param name="risk">The model's word; null where there is none.</param>
    public Judgement Judge(Readings readings, AssessedRisk? risk = null)
    {
        RuleInput input = _variables.Fill(readings, risk);
        List<ScreeningReason> reasons = [];
        List<string>? failed = null;
        int ok = 0, review = 0, ng = 0;
        Verdict? stop = null;
        foreach (ScoredRule rule in _rules)
        {
            RuleOutcome outcome = rule.Condition.Evaluate(input);
            if (outcome.IsFailed)
            {
                (failed ??= [.. _broken]).Add(FailureOf(rule.Code));
            }

            if (!outcome.IsTrue)
            {
                continue;
            }

            _ = rule.Toward switch
            {
                Verdict.Ok => ok += rule.Reason.Points,
                Verdict.Review => review += rule.Reason.Points,
                _ => ng += rule.Reason.Points,
            };
            stop = rule.Stop && (stop is null || rule.Toward > stop) ? rule.Toward : stop;
            reasons.Add(rule.Reason);
        }

        PolicyThresholds at = _document.Thresholds;
        Verdict byPoints = ng >= at.Ng ? Verdict.Ng : review >= at.Review && ok < at.Lift ? Verdict.Review : Verdict.Ok;
        return new Judgement(
            stop ?? byPoints,
            new ScreeningScores(ok, review, ng),
            risk?.Risk ?? RiskOfPoints(ok, review, ng),
            [.. reasons, .. risk?.Reasons ?? []])
        {
            Degraded = failed ?? _broken,
        };
    }

    private static string FailureOf(string rule) => $"rule:{rule}";

    private static int RiskOfPoints(int ok, int review, int ng) => Math.Clamp(100 + (8 * ng) + (3 * review) - (2 * ok), 0, Judgement.HighestRisk);

    private sealed record ScoredRule(string Code, CompiledCondition Condition, Verdict Toward, bool Stop, ScreeningReason Reason)
    {
        public static ScoredRule Of(PolicyRule rule, CompiledCondition condition)
        {
            Signal? signal = condition.Variables.Select(PolicyVariables.SignalOf).FirstOrDefault(found => found is not null);
            return new ScoredRule(
                rule.Code!,
                condition,
                rule.Toward switch
                {
                    "ok" => Verdict.Ok,
                    "review" => Verdict.Review,
                    _ => Verdict.Ng,
                },
                rule.Stop,
                new ScreeningReason(rule.Reason ?? rule.Code!, rule.Field ?? signal?.Field, rule.Points, rule.Message ?? signal?.Japanese ?? $"審査ルール「{rule.Code}」に該当します。", rule.Toward, rule.Code));
        }
    }
}
