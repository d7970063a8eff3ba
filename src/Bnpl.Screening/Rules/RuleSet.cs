using System.Diagnostics.CodeAnalysis;

namespace Bnpl.Screening.Rules;

internal sealed record CompiledRule(string Code, CompiledCondition Condition);

/// <summary>An error of the rule at <paramref name="Index"/>.</summary>
internal sealed record RuleError(int Index, string Code, ExpressionError Error);

internal sealed record RuleSetResult(RuleSet? Rules, IReadOnlyList<RuleError> Errors)
{
    [MemberNotNullWhen(true, nameof(Rules))]
    public bool Ok => Rules is not null;
}

/// <summary>The conditions of a policy, asked together about one input.</summary>
internal sealed class RuleSet
{
    private readonly CompiledCondition[] conditions;

    private RuleSet(VariableSet variables, IReadOnlyList<CompiledRule> rules)
    {
        Variables = variables;
        Rules = rules;
        conditions = [.. rules.Select(rule => rule.Condition)];
    }

    public VariableSet Variables { get; }

    public IReadOnlyList<CompiledRule> Rules { get; }

    public int Count => conditions.Length;

    /// <summary>All of them or none: every wrong rule is told, with its place in the list, as long as there are not too many.</summary>
    public static RuleSetResult Compile(IReadOnlyList<(string Code, string Source)> sources, VariableSet variables)
    {
        if (sources.Count > ExpressionLimits.RulesPerSet)
        {
            var (code, _) = sources[ExpressionLimits.RulesPerSet];
            return new RuleSetResult(null, [Error(ExpressionLimits.RulesPerSet, code, "too_many_rules", $"A policy has {ExpressionLimits.RulesPerSet} rules at most.")]);
        }

        var rules = new List<CompiledRule>(sources.Count);
        var errors = new List<RuleError>();
        var codes = new HashSet<string>();
        for (var index = 0; index < sources.Count && errors.Count < ExpressionLimits.ErrorsPerSet; index++)
        {
            var (code, source) = sources[index];
            if (!codes.Add(code))
            {
                errors.Add(Error(index, code, "duplicate_code", $"Another rule has the code {ErrorLog.Show(code)} already."));
            }

            var result = Condition.Compile(source, variables);
            errors.AddRange(result.Errors.Select(error => new RuleError(index, code, error)));
            if (result.Ok)
            {
                rules.Add(new CompiledRule(code, result.Condition));
            }
        }

        return errors.Count > 0 ? new RuleSetResult(null, errors) : new RuleSetResult(new RuleSet(variables, rules), []);
    }

    /// <summary>Writes one outcome per rule, in their order. Allocates nothing.</summary>
    public void Evaluate(RuleInput input, Span<RuleOutcome> outcomes)
    {
        CompiledCondition.RefuseForeign(input, Variables);
        if (outcomes.Length < conditions.Length)
        {
            throw new ArgumentException($"{conditions.Length} rules need as many outcomes.", nameof(outcomes));
        }

        for (var index = 0; index < conditions.Length; index++)
        {
            outcomes[index] = conditions[index].EvaluateOwn(input);
        }
    }

    private static RuleError Error(int index, string code, string error, string message) => new(index, code, new ExpressionError(0, 1, 1, error, message));
}
