namespace Bnpl.Screening.Rules;

/// <summary>
/// Turns a checked tree into delegates that call each other: no text is looked at and nothing allocated when they run
/// (but for `lower` of a text that has capitals). They fail by setting a flag and going on with an unknown, so a failing
/// rule costs no more than one that works. Closures rather than emitted code: they are made in microseconds, are freed with
/// their policy, and are fast enough many times over.
/// </summary>
internal sealed partial class ExpressionCompiler(VariableSet variables, IReadOnlyDictionary<ExpressionNode, ExpressionType> types)
{
    public TruthEvaluation Truth(ExpressionNode node)
    {
        switch (node)
        {
            case BooleanNode literal:
                var constant = Truths.From(literal.Value);
                return (RuleInput _, ref RuleFailure _) => constant;
            case VariableNode variable:
                var slot = SlotOf(variable);
                return (RuleInput input, ref RuleFailure _) => (Truth)input.Booleans[slot];
            case UnaryNode { Operator: UnaryOperator.Not } unary:
                var operand = Truth(unary.Operand);
                return (RuleInput input, ref RuleFailure failure) => Truths.Not(operand(input, ref failure));
            case BinaryNode { Operator: BinaryOperator.And } binary:
                return And(Truth(binary.Left), Truth(binary.Right));
            case BinaryNode { Operator: BinaryOperator.Or } binary:
                return Or(Truth(binary.Left), Truth(binary.Right));
            case BinaryNode binary:
                return Comparison(binary);
            case BetweenNode between:
                return Between(between);
            case KnownNode known:
                return Known(known);
            case CallNode { Function: ExpressionFunction.Coalesce } call:
                return Coalesce(call);
            default:
                throw new InvalidOperationException($"{node.GetType().Name} is no condition.");
        }
    }

    private static TruthEvaluation And(TruthEvaluation left, TruthEvaluation right) => (RuleInput input, ref RuleFailure failure) =>
    {
        var first = left(input, ref failure);
        return first == Rules.Truth.False ? first : (Truth)Math.Min((sbyte)first, (sbyte)right(input, ref failure));
    };

    private static TruthEvaluation Or(TruthEvaluation left, TruthEvaluation right) => (RuleInput input, ref RuleFailure failure) =>
    {
        var first = left(input, ref failure);
        return first == Rules.Truth.True ? first : (Truth)Math.Max((sbyte)first, (sbyte)right(input, ref failure));
    };

    private TruthEvaluation Coalesce(CallNode call)
    {
        TruthEvaluation[] choices = [.. call.Arguments.Select(Truth)];
        return (RuleInput input, ref RuleFailure failure) =>
        {
            foreach (var choice in choices)
            {
                if (choice(input, ref failure) is not Rules.Truth.Unknown and var known)
                {
                    return known;
                }
            }

            return Rules.Truth.Unknown;
        };
    }

    private TruthEvaluation Known(KnownNode node)
    {
        var known = IsKnown(node.Operand);
        return node.Known ? known : (RuleInput input, ref RuleFailure failure) => Truths.Not(known(input, ref failure));
    }

    private TruthEvaluation IsKnown(ExpressionNode operand)
    {
        switch (types[operand])
        {
            case ExpressionType.Number:
                var number = Number(operand);
                return (RuleInput input, ref RuleFailure failure) => Truths.From(!double.IsNaN(number(input, ref failure)));
            case ExpressionType.Text:
                var text = Text(operand);
                return (RuleInput input, ref RuleFailure failure) => Truths.From(text(input, ref failure) is not null);
            case ExpressionType.Boolean:
                var truth = Truth(operand);
                return (RuleInput input, ref RuleFailure failure) => Truths.From(truth(input, ref failure) != Rules.Truth.Unknown);
            case ExpressionType.TextList:
                var list = TextList(operand);
                return (RuleInput input, ref RuleFailure failure) => Truths.From(list(input, ref failure) is not null);
            case ExpressionType.NumberList:
                return (RuleInput _, ref RuleFailure _) => Rules.Truth.True;
            default:
                throw new InvalidOperationException($"Nothing knows {types[operand]}.");
        }
    }

    private int SlotOf(VariableNode node) => variables.Find(node.Name)!.Slot;
}
