namespace Bnpl.Screening.Rules;

/// <summary>The types of expressions: those of variables, and lists of numbers, which only a rule can write.</summary>
internal enum ExpressionType
{
    Number,
    Text,
    Boolean,
    TextList,
    NumberList,
}

internal static class ExpressionTypes
{
    public static ExpressionType Of(VariableType type) => type switch
    {
        VariableType.Number => ExpressionType.Number,
        VariableType.Text => ExpressionType.Text,
        VariableType.Boolean => ExpressionType.Boolean,
        VariableType.TextList => ExpressionType.TextList,
        _ => throw new InvalidOperationException($"No type for {type}."),
    };

    public static string Describe(ExpressionType type) => type switch
    {
        ExpressionType.Number => "a number",
        ExpressionType.Text => "a text",
        ExpressionType.Boolean => "true or false",
        ExpressionType.TextList => "a list of texts",
        ExpressionType.NumberList => "a list of numbers",
        _ => throw new InvalidOperationException($"No words for {type}."),
    };
}
