namespace Bnpl.Screening.Rules;

internal enum UnaryOperator
{
    Not,
    Negate,
}

internal enum BinaryOperator
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    Contains,
    StartsWith,
    EndsWith,
    Add,
    Subtract,
    Multiply,
    Divide,
}

internal enum ExpressionFunction
{
    Min,
    Max,
    Abs,
    Round,
    Floor,
    Coalesce,
    Length,
    Lower,
}

/// <summary>The parsed tree. <paramref name="Position"/> is where an error about the node points.</summary>
internal abstract record ExpressionNode(int Position);

/// <summary>Never negative outside a list: a minus sign is an operator.</summary>
internal sealed record NumberNode(int Position, double Value) : ExpressionNode(Position);

internal sealed record TextNode(int Position, string Value) : ExpressionNode(Position);

internal sealed record BooleanNode(int Position, bool Value) : ExpressionNode(Position);

internal sealed record NumberListNode(int Position, IReadOnlyList<double> Items) : ExpressionNode(Position);

internal sealed record TextListNode(int Position, IReadOnlyList<string> Items) : ExpressionNode(Position);

internal sealed record VariableNode(int Position, string Name) : ExpressionNode(Position);

internal sealed record UnaryNode(int Position, UnaryOperator Operator, ExpressionNode Operand) : ExpressionNode(Position);

internal sealed record BinaryNode(int Position, BinaryOperator Operator, ExpressionNode Left, ExpressionNode Right) : ExpressionNode(Position);

internal sealed record BetweenNode(int Position, ExpressionNode Value, ExpressionNode Low, ExpressionNode High) : ExpressionNode(Position);

internal sealed record KnownNode(int Position, ExpressionNode Operand, bool Known) : ExpressionNode(Position);

internal sealed record CallNode(int Position, ExpressionFunction Function, IReadOnlyList<ExpressionNode> Arguments) : ExpressionNode(Position);
