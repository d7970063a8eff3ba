using System.Text;

namespace Bnpl.Screening.Rules;

internal sealed partial class ExpressionCompiler
{
    private NumberEvaluation Number(ExpressionNode node)
    {
        switch (node)
        {
            case NumberNode literal:
                var constant = literal.Value;
                return (RuleInput _, ref RuleFailure _) => constant;
            case VariableNode variable:
                var slot = SlotOf(variable);
                return (RuleInput input, ref RuleFailure _) => input.Numbers[slot];
            case UnaryNode { Operator: UnaryOperator.Negate } unary:
                var operand = Number(unary.Operand);
                return (RuleInput input, ref RuleFailure failure) => -operand(input, ref failure);
            case BinaryNode binary:
                return Arithmetic(binary.Operator, Number(binary.Left), Number(binary.Right));
            case CallNode call:
                return NumberCall(call);
            default:
                throw new InvalidOperationException($"{node.GetType().Name} is no number.");
        }
    }

    private static NumberEvaluation Arithmetic(BinaryOperator binary, NumberEvaluation left, NumberEvaluation right) => binary switch
    {
        BinaryOperator.Add => (RuleInput input, ref RuleFailure failure) => Finite(left(input, ref failure) + right(input, ref failure), ref failure),
        BinaryOperator.Subtract => (RuleInput input, ref RuleFailure failure) => Finite(left(input, ref failure) - right(input, ref failure), ref failure),
        BinaryOperator.Multiply => (RuleInput input, ref RuleFailure failure) => Finite(left(input, ref failure) * right(input, ref failure), ref failure),
        BinaryOperator.Divide => (RuleInput input, ref RuleFailure failure) => Quotient(left(input, ref failure), right(input, ref failure), ref failure),
        _ => throw new InvalidOperationException($"{binary} makes no number."),
    };

    /// <summary>An unknown divided by nothing is unknown: there was nothing to divide.</summary>
    private static double Quotient(double dividend, double divisor, ref RuleFailure failure)
    {
        if (divisor == 0 && !double.IsNaN(dividend))
        {
            return Fail(RuleFailure.DivisionByZero, ref failure);
        }

        return double.IsNaN(dividend) ? double.NaN : Finite(dividend / divisor, ref failure);
    }

    private static double Finite(double value, ref RuleFailure failure) =>
        double.IsInfinity(value) ? Fail(RuleFailure.NumberOverflow, ref failure) : value;

    /// <summary>The first failure is the one told; later ones may be its consequences.</summary>
    private static double Fail(RuleFailure reason, ref RuleFailure failure)
    {
        if (failure == RuleFailure.None)
        {
            failure = reason;
        }

        return double.NaN;
    }

    private NumberEvaluation NumberCall(CallNode call)
    {
        if (call.Function == ExpressionFunction.Length)
        {
            return Length(call.Arguments[0]);
        }

        NumberEvaluation[] values = [.. call.Arguments.Select(Number)];
        var first = values[0];
        return call.Function switch
        {
            ExpressionFunction.Abs => (RuleInput input, ref RuleFailure failure) => Math.Abs(first(input, ref failure)),
            ExpressionFunction.Floor => (RuleInput input, ref RuleFailure failure) => Math.Floor(first(input, ref failure)),
            ExpressionFunction.Round => (RuleInput input, ref RuleFailure failure) => Math.Round(first(input, ref failure), MidpointRounding.AwayFromZero),
            ExpressionFunction.Min => (RuleInput input, ref RuleFailure failure) => Least(values, input, ref failure),
            ExpressionFunction.Max => (RuleInput input, ref RuleFailure failure) => Greatest(values, input, ref failure),
            ExpressionFunction.Coalesce => (RuleInput input, ref RuleFailure failure) => FirstKnown(values, input, ref failure),
            ExpressionFunction.Length or ExpressionFunction.Lower => throw new InvalidOperationException($"{call.Function} takes no number."),
            _ => throw new InvalidOperationException($"{call.Function} makes no number."),
        };
    }

    private static double Least(NumberEvaluation[] values, RuleInput input, ref RuleFailure failure)
    {
        var least = values[0](input, ref failure);
        for (var index = 1; index < values.Length; index++)
        {
            least = Math.Min(least, values[index](input, ref failure));
        }

        return least;
    }

    private static double Greatest(NumberEvaluation[] values, RuleInput input, ref RuleFailure failure)
    {
        var greatest = values[0](input, ref failure);
        for (var index = 1; index < values.Length; index++)
        {
            greatest = Math.Max(greatest, values[index](input, ref failure));
        }

        return greatest;
    }

    private static double FirstKnown(NumberEvaluation[] values, RuleInput input, ref RuleFailure failure)
    {
        var value = double.NaN;
        for (var index = 0; index < values.Length && double.IsNaN(value); index++)
        {
            value = values[index](input, ref failure);
        }

        return value;
    }

    private NumberEvaluation Length(ExpressionNode argument)
    {
        if (types[argument] == ExpressionType.TextList)
        {
            var list = TextList(argument);
            return (RuleInput input, ref RuleFailure failure) => list(input, ref failure) is { } items ? items.Count : double.NaN;
        }

        var text = Text(argument);
        return (RuleInput input, ref RuleFailure failure) => text(input, ref failure) is { } value ? CountCharacters(value) : double.NaN;
    }

    /// <summary>𠮷 is one character, though it takes two UTF-16 units.</summary>
    private static double CountCharacters(string text)
    {
        var count = 0;
        foreach (Rune _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
