namespace Bnpl.Screening.Rules;

/// <summary>What an expression may cost. Every breach is an error with a position, found before any deeper work.</summary>
internal static class ExpressionLimits
{
    public const int SourceLength = 4_000;

    /// <summary>Brackets, calls, `not` and `-` inside each other.</summary>
    public const int Nesting = 64;

    /// <summary>Operators, calls, values and names; the items of a list have a limit of their own.</summary>
    public const int Nodes = 500;

    public const int ListItems = 500;

    public const int TextLength = 500;

    /// <summary>Digits of a number: fifteen always survive the way into a double and back.</summary>
    public const int NumberDigits = 15;

    public const int Errors = 20;

    public const int RulesPerSet = 1_000;

    /// <summary>A policy that is wrong so often is not read to its end.</summary>
    public const int ErrorsPerSet = 100;
}
