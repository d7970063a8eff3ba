using System.Diagnostics.CodeAnalysis;

namespace Bnpl.Screening.Rules;

/// <summary>Either a condition or what is wrong with its source.</summary>
internal sealed record ConditionResult(CompiledCondition? Condition, IReadOnlyList<ExpressionError> Errors)
{
    [MemberNotNullWhen(true, nameof(Condition))]
    public bool Ok => Condition is not null;
}

/// <summary>
/// From text to a condition. The text is only ever data: it names variables of the catalogue and operators of the language,
/// and nothing else can be reached from it.
/// </summary>
internal static class Condition
{
    public static ConditionResult Compile(string source, VariableSet variables)
    {
        ArgumentNullException.ThrowIfNull(source);
        var errors = new ErrorLog(source);
        if (Parse(source, errors) is not { } tree)
        {
            return new ConditionResult(null, errors.Errors);
        }

        var checker = new TypeChecker(variables, errors);
        checker.CheckCondition(tree);
        if (errors.Any)
        {
            return new ConditionResult(null, errors.Errors);
        }

        var evaluation = new ExpressionCompiler(variables, checker.Types).Truth(tree);
        return new ConditionResult(new CompiledCondition(source, tree, variables, checker.Read, evaluation), []);
    }

    private static ExpressionNode? Parse(string source, ErrorLog errors)
    {
        if (source.Length > ExpressionLimits.SourceLength)
        {
            errors.Add(ExpressionLimits.SourceLength, "source_too_long", $"A rule has {ExpressionLimits.SourceLength} characters at most; this one has {source.Length}.");
            return null;
        }

        return new ExpressionLexer(source, errors).Read() is { } tokens ? new ExpressionParser(tokens, errors).Parse() : null;
    }
}
