namespace Bnpl.Screening.Rules;

/// <summary>
/// Gives every node its type and reports all nodes that have none. A node whose part is already wrong is not reported
/// again, so one slip makes one error.
/// </summary>
internal sealed class TypeChecker(VariableSet variables, ErrorLog errors)
{
    private readonly Dictionary<ExpressionNode, ExpressionType> types = new(ReferenceEqualityComparer.Instance);
    private readonly List<Variable> read = [];
    private readonly HashSet<string> namesRead = [];

    /// <summary>By identity: two equal pieces of one rule are two nodes.</summary>
    public IReadOnlyDictionary<ExpressionNode, ExpressionType> Types => types;

    /// <summary>The variables read, each once, in the order they first appear.</summary>
    public IReadOnlyList<Variable> Read => read;

    public void CheckCondition(ExpressionNode tree)
    {
        if (Check(tree) is { } type && type != ExpressionType.Boolean)
        {
            errors.Add(tree.Position, "not_a_condition", $"A rule says true or false, but this is {ExpressionTypes.Describe(type)}. Compare it with something.");
        }
    }

    private ExpressionType? Check(ExpressionNode node)
    {
        ExpressionType? type = node switch
        {
            NumberNode => ExpressionType.Number,
            TextNode => ExpressionType.Text,
            BooleanNode => ExpressionType.Boolean,
            NumberListNode => ExpressionType.NumberList,
            TextListNode => ExpressionType.TextList,
            VariableNode variable => CheckVariable(variable),
            UnaryNode unary => CheckUnary(unary),
            BinaryNode binary => CheckBinary(binary),
            BetweenNode between => CheckBetween(between),
            KnownNode known => Check(known.Operand) is null ? null : ExpressionType.Boolean,
            CallNode call => CheckCall(call),
            _ => throw new InvalidOperationException($"No type for {node.GetType().Name}."),
        };
        if (type is { } found)
        {
            types[node] = found;
        }

        return type;
    }

    private ExpressionType? CheckVariable(VariableNode node)
    {
        if (variables.Find(node.Name) is { } variable)
        {
            if (namesRead.Add(variable.Name))
            {
                read.Add(variable);
            }

            return ExpressionTypes.Of(variable.Type);
        }

        if (ExpressionSyntax.FindFunction(node.Name) is not null)
        {
            return Refuse(node, "unknown_variable", $"'{node.Name}' is a function: its values stand behind it in parentheses.");
        }

        // Looking for near names is the dearest thing done here: not for an error that will not be shown.
        var near = errors.IsFull ? [] : variables.Suggest(node.Name);
        var hint = near.Count > 0 ? $" Did you mean {string.Join(" or ", near.Select(name => $"'{name}'"))}?" : "";
        return Refuse(node, "unknown_variable", $"There is no variable {ErrorLog.Show(node.Name)}.{hint}");
    }

    private ExpressionType? CheckUnary(UnaryNode node)
    {
        var (sign, wanted) = node.Operator == UnaryOperator.Not ? ("not", ExpressionType.Boolean) : ("-", ExpressionType.Number);
        return Check(node.Operand) is not { } operand ? null
            : operand == wanted ? wanted
            : Refuse(node, "type_mismatch", $"'{sign}' wants {ExpressionTypes.Describe(wanted)}, but stands before {ExpressionTypes.Describe(operand)}.");
    }

    private ExpressionType? CheckBinary(BinaryNode node)
    {
        // Both sides first: each may have an error of its own to tell.
        var (checkedLeft, checkedRight) = (Check(node.Left), Check(node.Right));
        if (checkedLeft is not { } left || checkedRight is not { } right)
        {
            return null;
        }

        return node.Operator switch
        {
            BinaryOperator.Or or BinaryOperator.And =>
                Both(node, left, right, ExpressionType.Boolean, ExpressionType.Boolean, "joins two conditions"),
            BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide =>
                Both(node, left, right, ExpressionType.Number, ExpressionType.Number, "calculates with two numbers"),
            BinaryOperator.Equal or BinaryOperator.NotEqual when left == right && left <= ExpressionType.Boolean => ExpressionType.Boolean,
            BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual
                when left == right && IsOrdered(left) => ExpressionType.Boolean,
            BinaryOperator.In when IsListOf(right, left) => ExpressionType.Boolean,
            BinaryOperator.Contains when IsListOf(left, right) || (left, right) is (ExpressionType.Text, ExpressionType.Text) => ExpressionType.Boolean,
            BinaryOperator.StartsWith or BinaryOperator.EndsWith =>
                Both(node, left, right, ExpressionType.Text, ExpressionType.Boolean, "compares two texts"),
            BinaryOperator.Equal or BinaryOperator.NotEqual => Mismatch(node, left, right, "compares two numbers, two texts or two conditions"),
            BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual =>
                Mismatch(node, left, right, "compares two numbers or two texts"),
            BinaryOperator.In => Mismatch(node, left, right, "looks for a text in a list of texts, or a number in a list of numbers"),
            BinaryOperator.Contains => Mismatch(node, left, right, "looks into a list, or into a text, for what stands on its right"),
            _ => throw new InvalidOperationException($"No type for {node.Operator}."),
        };
    }

    private ExpressionType? CheckBetween(BetweenNode node)
    {
        var (checkedValue, checkedLow, checkedHigh) = (Check(node.Value), Check(node.Low), Check(node.High));
        if (checkedValue is not { } value || checkedLow is not { } low || checkedHigh is not { } high)
        {
            return null;
        }

        return value == low && value == high && IsOrdered(value) ? ExpressionType.Boolean
            : Refuse(node, "type_mismatch", "'between' compares three numbers or three texts, but the value is "
                + $"{ExpressionTypes.Describe(value)}, the lower end {ExpressionTypes.Describe(low)} and the upper end {ExpressionTypes.Describe(high)}.");
    }

    private ExpressionType? CheckCall(CallNode node)
    {
        var arguments = node.Arguments.Select(Check).ToList();
        if (arguments.Contains(null))
        {
            return null;
        }

        return node.Function switch
        {
            ExpressionFunction.Min or ExpressionFunction.Max or ExpressionFunction.Abs or ExpressionFunction.Round or ExpressionFunction.Floor =>
                All(node, arguments, ExpressionType.Number),
            ExpressionFunction.Coalesce when arguments[0] == ExpressionType.NumberList =>
                Refuse(node.Arguments[0], "type_mismatch", "'coalesce' does not take a list of numbers: one that is written out is always known."),
            ExpressionFunction.Coalesce => All(node, arguments, arguments[0]!.Value),
            ExpressionFunction.Lower => All(node, arguments, ExpressionType.Text),
            ExpressionFunction.Length => arguments[0] is ExpressionType.Text or ExpressionType.TextList
                ? ExpressionType.Number
                : Refuse(node.Arguments[0], "type_mismatch", $"'length' wants a text or a list of texts, but value 1 is {ExpressionTypes.Describe(arguments[0]!.Value)}."),
            _ => throw new InvalidOperationException($"No type for {node.Function}."),
        };
    }

    private ExpressionType? All(CallNode node, List<ExpressionType?> arguments, ExpressionType wanted)
    {
        var wrong = arguments.FindIndex(argument => argument != wanted);
        return wrong < 0 ? wanted
            : Refuse(node.Arguments[wrong], "type_mismatch", $"'{ExpressionSyntax.NameOf(node.Function)}' wants {ExpressionTypes.Describe(wanted)}, "
                + $"but value {wrong + 1} is {ExpressionTypes.Describe(arguments[wrong]!.Value)}.");
    }

    private ExpressionType? Both(BinaryNode node, ExpressionType left, ExpressionType right, ExpressionType wanted, ExpressionType result, string does) =>
        left == wanted && right == wanted ? result : Mismatch(node, left, right, does);

    private ExpressionType? Mismatch(BinaryNode node, ExpressionType left, ExpressionType right, string does) =>
        Refuse(node, "type_mismatch", $"'{ExpressionSyntax.SignOf(node.Operator)}' {does}, "
            + $"but its left side is {ExpressionTypes.Describe(left)} and its right side {ExpressionTypes.Describe(right)}.");

    private ExpressionType? Refuse(ExpressionNode node, string code, string message)
    {
        errors.Add(node.Position, code, message);
        return null;
    }

    private static bool IsOrdered(ExpressionType type) => type is ExpressionType.Number or ExpressionType.Text;

    private static bool IsListOf(ExpressionType list, ExpressionType item) =>
        (list, item) is (ExpressionType.TextList, ExpressionType.Text) or (ExpressionType.NumberList, ExpressionType.Number);
}
