namespace Bnpl.Screening.Rules;

internal sealed partial class ExpressionCompiler
{
    private TruthEvaluation Comparison(BinaryNode node) => node.Operator switch
    {
        BinaryOperator.In => Membership(node.Left, node.Right),
        BinaryOperator.Contains when types[node.Left] == ExpressionType.Text => Compared(Text(node.Left), Text(node.Right), TextSearch.Contains),
        BinaryOperator.Contains => Membership(node.Right, node.Left),
        BinaryOperator.StartsWith => Compared(Text(node.Left), Text(node.Right), (text, start) => text.StartsWith(start, StringComparison.Ordinal)),
        BinaryOperator.EndsWith => Compared(Text(node.Left), Text(node.Right), (text, end) => text.EndsWith(end, StringComparison.Ordinal)),
        _ => types[node.Left] switch
        {
            ExpressionType.Number => ComparedNumbers(node),
            ExpressionType.Text => ComparedTexts(node.Operator, Text(node.Left), Text(node.Right)),
            _ => ComparedTruths(node.Operator == BinaryOperator.Equal, Truth(node.Left), Truth(node.Right)),
        },
    };

    /// <summary>A variable against a written number is what most rules are made of, so it saves the two inner calls.</summary>
    private TruthEvaluation ComparedNumbers(BinaryNode node)
    {
        if (node is not { Left: VariableNode variable, Right: NumberNode literal })
        {
            return ComparedNumbers(node.Operator, Number(node.Left), Number(node.Right));
        }

        var slot = SlotOf(variable);
        var limit = literal.Value;
        return node.Operator switch
        {
            BinaryOperator.Equal => (RuleInput input, ref RuleFailure _) => Either(input.Numbers[slot] == limit, input.Numbers[slot]),
            BinaryOperator.NotEqual => (RuleInput input, ref RuleFailure _) => Either(input.Numbers[slot] != limit, input.Numbers[slot]),
            BinaryOperator.Less => (RuleInput input, ref RuleFailure _) => Either(input.Numbers[slot] < limit, input.Numbers[slot]),
            BinaryOperator.LessOrEqual => (RuleInput input, ref RuleFailure _) => Either(input.Numbers[slot] <= limit, input.Numbers[slot]),
            BinaryOperator.Greater => (RuleInput input, ref RuleFailure _) => Either(input.Numbers[slot] > limit, input.Numbers[slot]),
            BinaryOperator.GreaterOrEqual => (RuleInput input, ref RuleFailure _) => Either(input.Numbers[slot] >= limit, input.Numbers[slot]),
            _ => throw new InvalidOperationException($"{node.Operator} compares no numbers."),
        };
    }

    private static TruthEvaluation ComparedNumbers(BinaryOperator binary, NumberEvaluation left, NumberEvaluation right) => binary switch
    {
        BinaryOperator.Equal => (RuleInput input, ref RuleFailure failure) => Equal(left(input, ref failure), right(input, ref failure)),
        BinaryOperator.NotEqual => (RuleInput input, ref RuleFailure failure) => NotEqual(left(input, ref failure), right(input, ref failure)),
        BinaryOperator.Less => (RuleInput input, ref RuleFailure failure) => Less(left(input, ref failure), right(input, ref failure)),
        BinaryOperator.LessOrEqual => (RuleInput input, ref RuleFailure failure) => LessOrEqual(left(input, ref failure), right(input, ref failure)),
        BinaryOperator.Greater => (RuleInput input, ref RuleFailure failure) => Greater(left(input, ref failure), right(input, ref failure)),
        BinaryOperator.GreaterOrEqual => (RuleInput input, ref RuleFailure failure) => GreaterOrEqual(left(input, ref failure), right(input, ref failure)),
        _ => throw new InvalidOperationException($"{binary} compares no numbers."),
    };

    private static Truth Equal(double one, double other) => Either(one == other, one, other);

    private static Truth NotEqual(double one, double other) => Either(one != other, one, other);

    private static Truth Less(double one, double other) => Either(one < other, one, other);

    private static Truth LessOrEqual(double one, double other) => Either(one <= other, one, other);

    private static Truth Greater(double one, double other) => Either(one > other, one, other);

    private static Truth GreaterOrEqual(double one, double other) => Either(one >= other, one, other);

    private static TruthEvaluation ComparedTexts(BinaryOperator binary, TextEvaluation left, TextEvaluation right) => binary switch
    {
        BinaryOperator.Equal => Compared(left, right, string.Equals),
        BinaryOperator.NotEqual => Compared(left, right, (one, other) => !string.Equals(one, other)),
        BinaryOperator.Less => Compared(left, right, (one, other) => string.CompareOrdinal(one, other) < 0),
        BinaryOperator.LessOrEqual => Compared(left, right, (one, other) => string.CompareOrdinal(one, other) <= 0),
        BinaryOperator.Greater => Compared(left, right, (one, other) => string.CompareOrdinal(one, other) > 0),
        BinaryOperator.GreaterOrEqual => Compared(left, right, (one, other) => string.CompareOrdinal(one, other) >= 0),
        _ => throw new InvalidOperationException($"{binary} compares no texts."),
    };

    private static TruthEvaluation ComparedTruths(bool equal, TruthEvaluation left, TruthEvaluation right) => (RuleInput input, ref RuleFailure failure) =>
    {
        var (one, other) = (left(input, ref failure), right(input, ref failure));
        return one == Rules.Truth.Unknown || other == Rules.Truth.Unknown ? Rules.Truth.Unknown : Truths.From((one == other) == equal);
    };

    private static TruthEvaluation Compared(TextEvaluation left, TextEvaluation right, Func<string, string, bool> holds) => (RuleInput input, ref RuleFailure failure) =>
    {
        var (one, other) = (left(input, ref failure), right(input, ref failure));
        return one is null || other is null ? Rules.Truth.Unknown : Truths.From(holds(one, other));
    };

    private TruthEvaluation Between(BetweenNode node)
    {
        if (types[node.Value] == ExpressionType.Number)
        {
            var (number, least, most) = (Number(node.Value), Number(node.Low), Number(node.High));
            return (RuleInput input, ref RuleFailure failure) =>
            {
                var (value, low, high) = (number(input, ref failure), least(input, ref failure), most(input, ref failure));
                return Both(Either(value >= low, value, low), Either(value <= high, value, high));
            };
        }

        var (text, first, last) = (Text(node.Value), Text(node.Low), Text(node.High));
        return (RuleInput input, ref RuleFailure failure) =>
        {
            var (value, low, high) = (text(input, ref failure), first(input, ref failure), last(input, ref failure));
            return Both(
                value is null || low is null ? Rules.Truth.Unknown : Truths.From(string.CompareOrdinal(value, low) >= 0),
                value is null || high is null ? Rules.Truth.Unknown : Truths.From(string.CompareOrdinal(value, high) <= 0));
        };
    }

    private TruthEvaluation Membership(ExpressionNode item, ExpressionNode list)
    {
        switch (list)
        {
            case NumberListNode numbers:
                var number = Number(item);
                var known = new HashSet<double>(numbers.Items);
                return (RuleInput input, ref RuleFailure failure) =>
                {
                    var value = number(input, ref failure);
                    return Either(known.Contains(value), value);
                };
            case TextListNode { Items.Count: > 4 } texts:
                var wanted = Text(item);
                var set = new HashSet<string>(texts.Items);
                return (RuleInput input, ref RuleFailure failure) =>
                    wanted(input, ref failure) is { } value ? Truths.From(set.Contains(value)) : Rules.Truth.Unknown;
            default:
                var (text, values) = (Text(item), TextList(list));
                return (RuleInput input, ref RuleFailure failure) =>
                {
                    var (value, among) = (text(input, ref failure), values(input, ref failure));
                    return value is null || among is null ? Rules.Truth.Unknown : Truths.From(TextSearch.IsAmong(value, among));
                };
        }
    }

    private static Truth Both(Truth one, Truth other) => (Truth)Math.Min((sbyte)one, (sbyte)other);

    private static Truth Either(bool holds, double value) => double.IsNaN(value) ? Rules.Truth.Unknown : Truths.From(holds);

    private static Truth Either(bool holds, double one, double other) =>
        double.IsNaN(one) || double.IsNaN(other) ? Rules.Truth.Unknown : Truths.From(holds);
}
