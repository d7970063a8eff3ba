using Bnpl.Screening.Rules;
using Bnpl.Screening.Signals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Policies;

/// <summary><c>GET /v1/screening_policies/reference</c>: all that an editor of policies needs to know.</summary>
internal static class PolicyReference
{
    /// <param name="Label">What a reviewer reads where a signal fires, in Japanese; null for other variables.</param>
    /// <param name="Field">The input that a signal is about.</param>
    internal sealed record VariableReference(string Name, string Type, string Description, string? Label, string? Field);

    internal sealed record OperatorReference(string Sign, string Takes, string Gives, string Description);

    internal sealed record FunctionReference(string Name, string Takes, string Gives, string Description);

    internal sealed record LimitReference(int Rules, int Lists, int ListValues, int Points, int Threshold, int ConditionLength, int Nesting);

    internal sealed record Reference(
        IReadOnlyList<VariableReference> Variables,
        IReadOnlyList<OperatorReference> Operators,
        IReadOnlyList<FunctionReference> Functions,
        IReadOnlyList<string> Towards,
        IReadOnlyList<string> Stages,
        LimitReference Limits);

    internal static readonly IReadOnlyList<OperatorReference> Operators =
    [
        new("or", "conditions", "boolean", "Holds when one side does."),
        new("and", "conditions", "boolean", "Holds when both sides do."),
        new("not", "a condition", "boolean", "Holds when it does not; an unknown stays unknown."),
        new("==", "two numbers, texts or conditions", "boolean", "Equal."),
        new("!=", "two numbers, texts or conditions", "boolean", "Not equal; does not hold for an unknown."),
        new("<", "two numbers or texts", "boolean", "Less."),
        new("<=", "two numbers or texts", "boolean", "Less or equal."),
        new(">", "two numbers or texts", "boolean", "Greater."),
        new(">=", "two numbers or texts", "boolean", "Greater or equal."),
        new("between", "three numbers or texts", "boolean", "`x between 1 and 5`, both ends included."),
        new("in", "a value and a list", "boolean", "`buyer.prefecture in [\"東京都\", \"大阪府\"]`, `buyer.email_domain in lists.name`."),
        new("contains", "a list and a value, or two texts", "boolean", "`order.skus contains \"S-1\"`; also a text within a text."),
        new("starts with", "two texts", "boolean", "The left text begins with the right one."),
        new("ends with", "two texts", "boolean", "The left text ends with the right one."),
        new("is known", "anything", "boolean", "It could be told."),
        new("is unknown", "anything", "boolean", "It could not be told."),
        new("+", "two numbers", "number", "Sum."),
        new("-", "one or two numbers", "number", "Difference, or the negative."),
        new("*", "two numbers", "number", "Product."),
        new("/", "two numbers", "number", "Quotient; by zero the rule is skipped and reported."),
    ];

    private static readonly Dictionary<ExpressionFunction, (string Takes, string Gives, string Description)> s_functions = new()
    {
        [ExpressionFunction.Min] = ("two or more numbers", "number", "The smallest."),
        [ExpressionFunction.Max] = ("two or more numbers", "number", "The largest."),
        [ExpressionFunction.Abs] = ("a number", "number", "Without its sign."),
        [ExpressionFunction.Round] = ("a number", "number", "To the nearest whole number."),
        [ExpressionFunction.Floor] = ("a number", "number", "Down to a whole number."),
        [ExpressionFunction.Coalesce] = ("two or more values of one type", "that type", "The first that is known."),
        [ExpressionFunction.Length] = ("a text or a list", "number", "How many characters or values."),
        [ExpressionFunction.Lower] = ("a text", "text", "In small letters."),
    };

    private static readonly Reference s_all = new(
        [.. PolicyVariables.Catalogue.Set.All.Select(Describe)],
        Operators,
        [.. ExpressionSyntax.Functions.Select(function => new FunctionReference(
            function.Name, s_functions[function.Function].Takes, s_functions[function.Function].Gives, s_functions[function.Function].Description))],
        ["ok", "review", "ng"],
        PolicyLife.Stages,
        new LimitReference(PolicyCheck.MostRules, PolicyCheck.MostLists, PolicyCheck.MostItems, 1000, 10_000, ExpressionLimits.SourceLength, ExpressionLimits.Nesting));

    public static Ok<Reference> Answer() => TypedResults.Ok(s_all);

    private static VariableReference Describe(Variable variable)
    {
        Signal? signal = PolicyVariables.SignalOf(variable);
        string type = variable.Type switch
        {
            VariableType.Number => "number",
            VariableType.Text => "text",
            VariableType.Boolean => "boolean",
            VariableType.TextList => "text_list",
            _ => throw new InvalidOperationException($"No name for {variable.Type}."),
        };
        return new VariableReference(variable.Name, type, variable.Description, signal?.Japanese, signal?.Field);
    }
}
