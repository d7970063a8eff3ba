namespace Bnpl.Screening.Rules;

/// <summary>
/// Recursive descent without backtracking: each token is looked at a fixed number of times, and recursion is as deep as
/// <see cref="ExpressionLimits.Nesting"/> allows. Stops at the first error.
/// </summary>
internal sealed partial class ExpressionParser(IReadOnlyList<Token> tokens, ErrorLog errors)
{
    private int index;
    private int depth;
    private int nodes;

    private Token Current => tokens[index];

    /// <summary>The tree, or null when an error was logged.</summary>
    public ExpressionNode? Parse()
    {
        if (Current.Kind == TokenKind.End)
        {
            errors.Add(0, "empty", "The rule is empty. Write a condition such as order.amount >= 30000.");
            return null;
        }

        var tree = ParseOr();
        if (tree is not null && Current.Kind != TokenKind.End)
        {
            Unexpected("an operator such as 'and', or the end of the rule");
            return null;
        }

        return tree;
    }

    private ExpressionNode? ParseOr() => ParseChain(ParseAnd, TokenKind.Keyword, LogicalOr);

    private ExpressionNode? ParseAnd() => ParseChain(ParseNot, TokenKind.Keyword, LogicalAnd);

    private ExpressionNode? ParseSum() => ParseChain(ParseProduct, TokenKind.Sign, Sums);

    private ExpressionNode? ParseProduct() => ParseChain(ParseNegation, TokenKind.Sign, Products);

    /// <summary>Operators of one rank, from left to right, in a loop: `1 + 1 + …` costs no stack here.</summary>
    private ExpressionNode? ParseChain(Func<ExpressionNode?> parseOperand, TokenKind kind, (string Sign, BinaryOperator Binary)[] operators)
    {
        var left = parseOperand();
        while (left is not null && Current.Kind == kind && Array.FindIndex(operators, known => known.Sign == Current.Value) is >= 0 and var found)
        {
            var position = Take().Position;
            left = parseOperand() is { } right ? Counted(new BinaryNode(position, operators[found].Binary, left, right)) : null;
        }

        return left;
    }

    private ExpressionNode? ParseNot() =>
        Current.Is(TokenKind.Keyword, "not") ? ParsePrefixed(UnaryOperator.Not, ParseNot) : ParseComparison();

    private ExpressionNode? ParseNegation() =>
        Current.Is(TokenKind.Sign, "-") ? ParsePrefixed(UnaryOperator.Negate, ParseNegation) : ParseValue();

    private UnaryNode? ParsePrefixed(UnaryOperator unary, Func<ExpressionNode?> parseOperand)
    {
        if (!Descend())
        {
            return null;
        }

        var position = Take().Position;
        var operand = parseOperand();
        depth--;
        return operand is null ? null : Counted(new UnaryNode(position, unary, operand));
    }

    private ExpressionNode? ParseComparison()
    {
        var left = ParseSum();
        var compared = left is null ? null : ParseComparisonAfter(left);
        if (compared is null || ReferenceEquals(compared, left) || !StartsComparison())
        {
            return compared;
        }

        errors.Add(Current.Position, "chained_comparison", "Comparisons do not follow each other. Write 'a < x and x < b' or 'x between a and b', or use parentheses.");
        return null;
    }

    private ExpressionNode? ParseComparisonAfter(ExpressionNode left)
    {
        var position = Current.Position;
        if (Current.Kind == TokenKind.Sign && Array.FindIndex(Comparisons, known => known.Sign == Current.Value) is >= 0 and var found)
        {
            Take();
            return ParseSum() is { } right ? Counted(new BinaryNode(position, Comparisons[found].Binary, left, right)) : null;
        }

        if (Current.Is(TokenKind.Keyword, "is"))
        {
            return ParseKnown(left);
        }

        if (!Current.Is(TokenKind.Keyword, "not"))
        {
            return StartsWordComparison(Current) ? ParseWordComparison(left) : left;
        }

        if (!StartsWordComparison(tokens[index + 1]))
        {
            return left;
        }

        Take();
        return ParseWordComparison(left) is { } compared ? Counted(new UnaryNode(position, UnaryOperator.Not, compared)) : null;
    }

    private KnownNode? ParseKnown(ExpressionNode operand)
    {
        var position = Take().Position;
        if (Current is not { Kind: TokenKind.Keyword, Value: "known" or "unknown" })
        {
            Unexpected("'known' or 'unknown' behind 'is'");
            return null;
        }

        return Counted(new KnownNode(position, operand, Take().Value == "known"));
    }

    private ExpressionNode? ParseWordComparison(ExpressionNode left)
    {
        var word = Take();
        if (word.Value == "between")
        {
            return ParseSum() is { } low && Expect(TokenKind.Keyword, "and", "'and' and the upper end of 'between'") && ParseSum() is { } high
                ? Counted(new BetweenNode(word.Position, left, low, high))
                : null;
        }

        if (word.Value is "starts" or "ends" && !Expect(TokenKind.Keyword, "with", $"'with' behind '{word.Value}'"))
        {
            return null;
        }

        var binary = word.Value switch
        {
            "in" => BinaryOperator.In,
            "contains" => BinaryOperator.Contains,
            "starts" => BinaryOperator.StartsWith,
            _ => BinaryOperator.EndsWith,
        };
        return ParseSum() is { } right ? Counted(new BinaryNode(word.Position, binary, left, right)) : null;
    }

    private static bool StartsWordComparison(Token token) =>
        token is { Kind: TokenKind.Keyword, Value: "in" or "contains" or "starts" or "ends" or "between" };

    private bool StartsComparison() =>
        StartsWordComparison(Current)
        || Current.Is(TokenKind.Keyword, "is")
        || (Current.Is(TokenKind.Keyword, "not") && StartsWordComparison(tokens[index + 1]))
        || (Current.Kind == TokenKind.Sign && Array.Exists(Comparisons, known => known.Sign == Current.Value));

    private static readonly (string Sign, BinaryOperator Binary)[] LogicalOr = Signed(BinaryOperator.Or);
    private static readonly (string Sign, BinaryOperator Binary)[] LogicalAnd = Signed(BinaryOperator.And);
    private static readonly (string Sign, BinaryOperator Binary)[] Sums = Signed(BinaryOperator.Add, BinaryOperator.Subtract);
    private static readonly (string Sign, BinaryOperator Binary)[] Products = Signed(BinaryOperator.Multiply, BinaryOperator.Divide);

    private static readonly (string Sign, BinaryOperator Binary)[] Comparisons = Signed(
        BinaryOperator.Equal, BinaryOperator.NotEqual, BinaryOperator.Less, BinaryOperator.LessOrEqual, BinaryOperator.Greater, BinaryOperator.GreaterOrEqual);

    private static (string Sign, BinaryOperator Binary)[] Signed(params BinaryOperator[] operators) =>
        [.. operators.Select(binary => (ExpressionSyntax.SignOf(binary), binary))];
}
