using System.Text;
using Bnpl.Screening.Rules;

namespace Bnpl.Screening.Tests.Rules;

/// <summary>
/// What the language means, said as plainly as possible: values are objects, null is unknown, nothing is shared with the compiler.
/// </summary>
internal sealed class NaiveInterpreter(IReadOnlyDictionary<string, object?> values)
{
    public static string Outcome(ExpressionNode tree, IReadOnlyDictionary<string, object?> values)
    {
        try
        {
            return new NaiveInterpreter(values).Value(tree) is true ? "True" : "False";
        }
        catch (FailedException failed)
        {
            return $"Failed({failed.Message})";
        }
    }

    /// <summary>The shape of a tree, without positions.</summary>
    public static string Shape(ExpressionNode node) => node switch
    {
        NumberNode number => $"{number.Value:R}",
        TextNode text => $"'{text.Value}'",
        BooleanNode boolean => $"{boolean.Value}",
        NumberListNode list => $"[{string.Join(' ', list.Items.Select(item => item.ToString("R")))}]",
        TextListNode list => $"[{string.Join(' ', list.Items.Select(item => $"'{item}'"))}]",
        VariableNode variable => variable.Name,
        UnaryNode unary => $"({unary.Operator} {Shape(unary.Operand)})",
        BinaryNode binary => $"({binary.Operator} {Shape(binary.Left)} {Shape(binary.Right)})",
        BetweenNode between => $"(Between {Shape(between.Value)} {Shape(between.Low)} {Shape(between.High)})",
        KnownNode known => $"({(known.Known ? "Known" : "Unknown")} {Shape(known.Operand)})",
        CallNode call => $"({call.Function} {string.Join(' ', call.Arguments.Select(Shape))})",
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private object? Value(ExpressionNode node)
    {
        switch (node)
        {
            case NumberNode number:
                return number.Value;
            case TextNode text:
                return text.Value;
            case BooleanNode boolean:
                return boolean.Value;
            case NumberListNode list:
                return list.Items;
            case TextListNode list:
                return list.Items;
            case VariableNode variable:
                return values[variable.Name];
            case KnownNode known:
                return Value(known.Operand) is not null == known.Known;
            case UnaryNode { Operator: UnaryOperator.Not } unary:
                return Value(unary.Operand) is bool truth ? !truth : null;
            case UnaryNode unary:
                return Value(unary.Operand) is double operand ? -operand : null;
            case BetweenNode between:
                var (value, low, high) = (Value(between.Value), Value(between.Low), Value(between.High));
                return And(Compare(BinaryOperator.GreaterOrEqual, value, low), Compare(BinaryOperator.LessOrEqual, value, high));
            case CallNode call:
                return Call(call.Function, [.. Arguments(call)]);
            case BinaryNode { Operator: BinaryOperator.And } binary:
                return Value(binary.Left) is false ? false : Again(binary, And);
            case BinaryNode { Operator: BinaryOperator.Or } binary:
                return Value(binary.Left) is true ? true : Again(binary, (left, right) => Not(And(Not(left), Not(right))));
            case BinaryNode binary:
                return Compare(binary.Operator, Value(binary.Left), Value(binary.Right));
            default:
                throw new ArgumentOutOfRangeException(nameof(node));
        }
    }

    /// <summary>`coalesce` looks no further than it must; all others need every value.</summary>
    private IEnumerable<object?> Arguments(CallNode call)
    {
        foreach (var argument in call.Arguments)
        {
            var value = Value(argument);
            yield return value;
            if (call.Function == ExpressionFunction.Coalesce && value is not null)
            {
                yield break;
            }
        }
    }

    private object? Again(BinaryNode node, Func<object?, object?, object?> join) => join(Value(node.Left), Value(node.Right));

    private static object? And(object? left, object? right) => left is false || right is false ? false : left is null || right is null ? null : true;

    private static object? Not(object? value) => value is bool truth ? !truth : null;

    private static object? Compare(BinaryOperator binary, object? left, object? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (IEnumerable<string> list, string item) => list.Any(one => one == item),
        (string item, IEnumerable<string> list) => list.Any(one => one == item),
        (double item, IEnumerable<double> list) => list.Any(one => one == item),
        (IEnumerable<double> list, double item) => list.Any(one => one == item),
        (string text, string other) => CompareTexts(binary, text, other),
        (bool one, bool other) => one == other == (binary == BinaryOperator.Equal),
        (double one, double other) => CompareNumbers(binary, one, other),
        _ => throw new ArgumentException($"{left} {binary} {right}"),
    };

    private static object CompareTexts(BinaryOperator binary, string text, string other) => binary switch
    {
        BinaryOperator.Contains => Enumerable.Range(0, text.Length + 1).Any(start => string.Concat(text.Skip(start).Take(other.Length)) == other),
        BinaryOperator.StartsWith => string.Concat(text.Take(other.Length)) == other,
        BinaryOperator.EndsWith => string.Concat(text.TakeLast(other.Length)) == other,
        _ => CompareNumbers(binary, Order(text, other), 0),
    };

    private static double Order(string text, string other)
    {
        foreach (var (one, two) in text.Zip(other))
        {
            if (one != two)
            {
                return one - two;
            }
        }

        return text.Length - other.Length;
    }

    private static object CompareNumbers(BinaryOperator binary, double one, double other) => binary switch
    {
        BinaryOperator.Equal => one == other,
        BinaryOperator.NotEqual => one != other,
        BinaryOperator.Less => one < other,
        BinaryOperator.LessOrEqual => one <= other,
        BinaryOperator.Greater => one > other,
        BinaryOperator.GreaterOrEqual => one >= other,
        BinaryOperator.Add => Bounded(one + other),
        BinaryOperator.Subtract => Bounded(one - other),
        BinaryOperator.Multiply => Bounded(one * other),
        BinaryOperator.Divide => other == 0 ? throw new FailedException("division_by_zero") : Bounded(one / other),
        _ => throw new ArgumentOutOfRangeException(nameof(binary)),
    };

    private static double Bounded(double value) => double.IsFinite(value) ? value : throw new FailedException("number_overflow");

    private static object? Call(ExpressionFunction function, object?[] arguments)
    {
        if (function == ExpressionFunction.Coalesce)
        {
            return Array.Find(arguments, argument => argument is not null);
        }

        if (Array.Exists(arguments, argument => argument is null))
        {
            return null;
        }

        return function switch
        {
            ExpressionFunction.Min => arguments.Cast<double>().Min(),
            ExpressionFunction.Max => arguments.Cast<double>().Max(),
            ExpressionFunction.Abs => arguments[0] is double and < 0 ? -(double)arguments[0]! : arguments[0],
            ExpressionFunction.Floor => Math.Floor((double)arguments[0]!),
            ExpressionFunction.Round => Math.Round((double)arguments[0]!, MidpointRounding.AwayFromZero),
            ExpressionFunction.Lower => ((string)arguments[0]!).ToLowerInvariant(),
            ExpressionFunction.Length => arguments[0] is string text ? (double)text.EnumerateRunes().Count() : ((IReadOnlyList<string>)arguments[0]!).Count,
            ExpressionFunction.Coalesce => throw new ArgumentOutOfRangeException(nameof(function)),
            _ => throw new ArgumentOutOfRangeException(nameof(function)),
        };
    }

    private sealed class FailedException(string reason) : Exception(reason);
}
