using System.Collections.Frozen;

namespace Bnpl.Screening.Rules;

internal readonly record struct FunctionShape(ExpressionFunction Function, string Name, int LeastArguments, int MostArguments);

/// <summary>The words and signs of the language, in the one place lexer, parser, printer and reference read them from.</summary>
internal static class ExpressionSyntax
{
    public static readonly FrozenSet<string> Keywords = new[]
    {
        "and", "or", "not", "in", "contains", "starts", "ends", "with", "between", "is", "known", "unknown", "true", "false",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Those of two characters first, so that `<=` is not read as `<`.</summary>
    public static readonly IReadOnlyList<string> Signs = ["==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", ","];

    public static readonly IReadOnlyList<FunctionShape> Functions =
    [
        new(ExpressionFunction.Min, "min", 2, int.MaxValue),
        new(ExpressionFunction.Max, "max", 2, int.MaxValue),
        new(ExpressionFunction.Abs, "abs", 1, 1),
        new(ExpressionFunction.Round, "round", 1, 1),
        new(ExpressionFunction.Floor, "floor", 1, 1),
        new(ExpressionFunction.Coalesce, "coalesce", 2, int.MaxValue),
        new(ExpressionFunction.Length, "length", 1, 1),
        new(ExpressionFunction.Lower, "lower", 1, 1),
    ];

    private static readonly FrozenDictionary<string, FunctionShape> ByName =
        Functions.ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    public static FunctionShape? FindFunction(string name) => ByName.TryGetValue(name, out var shape) ? shape : null;

    public static string NameOf(ExpressionFunction function) => Functions[(int)function].Name;

    public static string SignOf(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Or => "or",
        BinaryOperator.And => "and",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.In => "in",
        BinaryOperator.Contains => "contains",
        BinaryOperator.StartsWith => "starts with",
        BinaryOperator.EndsWith => "ends with",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        _ => throw new InvalidOperationException($"No sign for {binary}."),
    };

    /// <summary>`not` may stand before these: `a not in b` is `not (a in b)`.</summary>
    public static bool IsWordComparison(BinaryOperator binary) =>
        binary is BinaryOperator.In or BinaryOperator.Contains or BinaryOperator.StartsWith or BinaryOperator.EndsWith;

    public static bool IsReserved(string name) => Keywords.Contains(name) || ByName.ContainsKey(name);

    public static bool StartsName(char character) => char.IsAsciiLetter(character) || character == '_';

    public static bool ContinuesName(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    /// <summary>Words joined by dots; only the first must not begin with a digit.</summary>
    public static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || !StartsName(name[0]) || name[^1] == '.')
        {
            return false;
        }

        for (var index = 1; index < name.Length; index++)
        {
            if (!ContinuesName(name[index]) && (name[index] != '.' || name[index - 1] == '.'))
            {
                return false;
            }
        }

        return true;
    }
}
