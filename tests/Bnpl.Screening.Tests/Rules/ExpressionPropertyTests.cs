using Bnpl.Screening.Rules;
using CsCheck;

namespace Bnpl.Screening.Tests.Rules;

public sealed class ExpressionPropertyTests
{
    private static readonly string[] Words = ["JP", "US", "gift_card", "books", "", "a", "ab", "aab", "髙橋", "𠮷", "É", "ABC", "a\"b\\c\n\r\t", "Ⅷ", "true", "#"];

    private static readonly double[] Values = [0, 1, 2, 3, 0.5, 2.5, -2.5, 10, 30_000, -1, 0.1, 999_999_999_999_999, 0.000000000000001];

    private static readonly Gen<double> Literal = Gen.OneOf(Gen.Int[0, Values.Length - 1].Select(i => Math.Abs(Values[i])), Gen.Int[0, 1_000_000].Select(i => i / 100.0));

    private static readonly Gen<string> Word = Gen.Int[0, Words.Length - 1].Select(i => Words[i]);

    private static readonly Gen<Dictionary<string, object?>> Facts = Gen
        .Select(Gen.Int[0, 100].Array[SampleVariables.Set.All.Count], Gen.Double[-1e6, 1e6].Array[SampleVariables.Set.All.Count], Word.Array[SampleVariables.Set.All.Count], Word.Array[0, 4])
        .Select((dice, numbers, words, list) => SampleVariables.Set.All.Select((variable, i) => (variable.Name, Value: Fact(variable, dice[i], numbers[i], words[i], list)))
            .ToDictionary(fact => fact.Name, fact => fact.Value));

    private static readonly string[] Pieces =
    [
        "order.amount", "order.country", "order.tags", "signals.proxy_ip", "buyer.ag", "and", "or", "not", "in", "contains", "starts", "ends", "with", "between", "is", "known", "unknown",
        "true", "false", "(", ")", "[", "]", ",", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "min(", "coalesce(", "length(", "lower(", "1", "0.5", "1_000", "\"", "\"a\"", "\\", "#", "\n", "\r", " ",
        "　", "\uD800", "\uDC00", "\u0301", "\u202E", "髙", "=", "&", "'", ".", "_", "\0", "1e9", "9999999999999999",
    ];

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        Gen.Char['\0', '\uFFFF'].Array[0, 60].Select(chars => new string(chars)),
        Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(parts => string.Join(' ', parts.Select(i => Pieces[i]))),
        Gen.Int[0, Pieces.Length - 1].Array[0, 400].Select(parts => string.Concat(parts.Select(i => Pieces[i]))));

    [Fact]
    public void A_tree_means_the_same_compiled_and_interpreted() =>
        Gen.Select(Boolean(4), Facts).Sample((tree, facts) =>
        {
            var source = ExpressionPrinter.Print(tree);
            var result = Condition.Compile(source, SampleVariables.Set);
            if (!result.Ok)
            {
                // The only thing wrong with a random tree is that it may be too large.
                return result.Errors[0].Code is "too_many_parts" or "source_too_long" or "too_deep";
            }

            var input = SampleVariables.Input([.. facts.Select(fact => (fact.Key, fact.Value))]);
            return result.Condition.Evaluate(input).ToString() == NaiveInterpreter.Outcome(tree, facts);
        }, iter: 20_000);

    [Fact]
    public void A_printed_tree_parses_to_the_same_tree() =>
        Boolean(5).Sample(tree =>
        {
            var result = Condition.Compile(ExpressionPrinter.Print(tree), SampleVariables.Set);
            return result.Ok
                ? NaiveInterpreter.Shape(result.Condition.Tree) == NaiveInterpreter.Shape(tree)
                : result.Errors[0].Code is "too_many_parts" or "source_too_long" or "too_deep";
        }, iter: 20_000);

    [Fact]
    public void Any_text_gets_a_condition_or_errors_inside_it() =>
        AnyText.Sample(source =>
        {
            var result = Condition.Compile(source, SampleVariables.Set);
            if (!result.Ok)
            {
                return result.Errors.Count > 0 && result.Errors.All(error => IsInside(error, source));
            }

            var printed = result.Condition.ToString();
            result.Condition.Evaluate(new RuleInput(SampleVariables.Set));
            return NaiveInterpreter.Shape(SampleVariables.Compile(printed).Tree) == NaiveInterpreter.Shape(result.Condition.Tree)
                && SampleVariables.Compile(printed).ToString() == printed;
        }, iter: 50_000);

    [Fact]
    public void A_rule_with_one_piece_replaced_gets_an_answer_too() =>
        Gen.Select(Boolean(3), Gen.Int[0, int.MaxValue], Gen.Int[0, Pieces.Length - 1]).Sample((tree, place, piece) =>
        {
            var source = ExpressionPrinter.Print(tree);
            var changed = source.Insert(place % (source.Length + 1), Pieces[piece]);
            return Condition.Compile(changed, SampleVariables.Set).Errors.All(error => IsInside(error, changed));
        }, iter: 20_000);

    [Fact]
    public void A_text_is_found_in_another_as_by_the_library() =>
        Gen.Select(Gen.Char['a', 'b'].Array[0, 400], Gen.Char['a', 'b'].Array[0, 80], Gen.Bool).Sample((text, start, repeated) =>
        {
            var needle = repeated ? string.Concat(Enumerable.Repeat(new string(start[..Math.Min(3, start.Length)]), 20)) : new string(start);
            var haystack = new string(text) + needle[..(needle.Length / 2)] + (text.Length % 2 == 0 ? needle : "") + "a";
            return TextSearch.Contains(haystack, needle) == haystack.Contains(needle, StringComparison.Ordinal);
        }, iter: 20_000);

    private static bool IsInside(ExpressionError error, string source)
    {
        var before = source[..Math.Clamp(error.Position, 0, source.Length)].Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
        return error.Position >= 0 && error.Position <= source.Length && error.Message.Length is > 0 and < 400
            && error.Line == before.Length && error.Column == before[^1].Length + 1;
    }

    private static object? Fact(Variable variable, int dice, double number, string word, string[] list) => (dice, variable.Type) switch
    {
        ( < 25, _) => null,
        (_, VariableType.Number) => dice < 70 ? Values[dice % Values.Length] : dice < 75 ? 1e300 : number,
        (_, VariableType.Text) => word,
        (_, VariableType.Boolean) => dice % 2 == 0,
        _ => list,
    };

    private static Gen<ExpressionNode> Variable(VariableType type)
    {
        var names = SampleVariables.Set.All.Where(variable => variable.Type == type).Select(variable => variable.Name).ToArray();
        return Gen.Int[0, names.Length - 1].Select(i => (ExpressionNode)new VariableNode(0, names[i]));
    }

    private static Gen<ExpressionNode> Boolean(int depth)
    {
        var leaf = Gen.Frequency((4, Variable(VariableType.Boolean)), (1, Gen.Bool.Select(value => (ExpressionNode)new BooleanNode(0, value))));
        if (depth == 0)
        {
            return leaf;
        }

        var (number, text, list, boolean) = (Number(depth - 1), Text(depth - 1), TextList(depth - 1), Boolean(depth - 1));
        return Gen.Frequency(
            (1, leaf),
            (3, Binary(boolean, boolean, BinaryOperator.And, BinaryOperator.Or)),
            (2, boolean.Select(operand => (ExpressionNode)new UnaryNode(0, UnaryOperator.Not, operand))),
            (3, Binary(number, number, BinaryOperator.Equal, BinaryOperator.NotEqual, BinaryOperator.Less, BinaryOperator.LessOrEqual, BinaryOperator.Greater, BinaryOperator.GreaterOrEqual)),
            (1, Gen.Select(Variable(VariableType.Number), Literal, Gen.Int[(int)BinaryOperator.Equal, (int)BinaryOperator.GreaterOrEqual])
                .Select((left, right, sign) => (ExpressionNode)new BinaryNode(0, (BinaryOperator)sign, left, new NumberNode(0, right)))),
            (2, Binary(text, text, BinaryOperator.Equal, BinaryOperator.NotEqual, BinaryOperator.Less, BinaryOperator.LessOrEqual, BinaryOperator.Greater, BinaryOperator.GreaterOrEqual,
                BinaryOperator.Contains, BinaryOperator.StartsWith, BinaryOperator.EndsWith)),
            (1, Binary(boolean, boolean, BinaryOperator.Equal, BinaryOperator.NotEqual)),
            (1, Binary(text, list, BinaryOperator.In)),
            (1, Binary(list, text, BinaryOperator.Contains)),
            (1, Binary(number, NumberList, BinaryOperator.In)),
            (1, Binary(NumberList, number, BinaryOperator.Contains)),
            (1, Gen.Select(number, number, number).Select((value, low, high) => (ExpressionNode)new BetweenNode(0, value, low, high))),
            (1, Gen.Select(text, text, text).Select((value, low, high) => (ExpressionNode)new BetweenNode(0, value, low, high))),
            (1, Gen.Select(Gen.OneOf(number, text, list, boolean, NumberList), Gen.Bool).Select((operand, known) => (ExpressionNode)new KnownNode(0, operand, known))),
            (1, Call(boolean, ExpressionFunction.Coalesce, 2)));
    }

    private static Gen<ExpressionNode> Number(int depth)
    {
        var leaf = Gen.OneOf(Variable(VariableType.Number), Literal.Select(value => (ExpressionNode)new NumberNode(0, value)));
        return depth == 0 ? leaf : Gen.Frequency(
            (3, leaf),
            (3, Binary(Number(depth - 1), Number(depth - 1), BinaryOperator.Add, BinaryOperator.Subtract, BinaryOperator.Multiply, BinaryOperator.Divide)),
            (1, Number(depth - 1).Select(operand => (ExpressionNode)new UnaryNode(0, UnaryOperator.Negate, operand))),
            (1, Call(Number(depth - 1), ExpressionFunction.Min, 2)),
            (1, Call(Number(depth - 1), ExpressionFunction.Max, 3)),
            (1, Call(Number(depth - 1), ExpressionFunction.Abs, 1)),
            (1, Call(Number(depth - 1), ExpressionFunction.Round, 1)),
            (1, Call(Number(depth - 1), ExpressionFunction.Floor, 1)),
            (1, Call(Number(depth - 1), ExpressionFunction.Coalesce, 3)),
            (1, Call(Text(depth - 1), ExpressionFunction.Length, 1)),
            (1, Call(TextList(depth - 1), ExpressionFunction.Length, 1)));
    }

    private static Gen<ExpressionNode> Text(int depth)
    {
        var leaf = Gen.OneOf(Variable(VariableType.Text), Word.Select(value => (ExpressionNode)new TextNode(0, value)));
        return depth == 0 ? leaf : Gen.Frequency((3, leaf), (1, Call(Text(depth - 1), ExpressionFunction.Lower, 1)), (1, Call(Text(depth - 1), ExpressionFunction.Coalesce, 2)));
    }

    private static Gen<ExpressionNode> TextList(int depth)
    {
        var leaf = Gen.OneOf(Variable(VariableType.TextList), Word.Array[1, 8].Select(items => (ExpressionNode)new TextListNode(0, items)));
        return depth == 0 ? leaf : Gen.Frequency((3, leaf), (1, Call(TextList(depth - 1), ExpressionFunction.Coalesce, 2)));
    }

    private static readonly Gen<ExpressionNode> NumberList =
        Gen.Int[0, Values.Length - 1].Array[1, 8].Select(items => (ExpressionNode)new NumberListNode(0, [.. items.Select(i => Values[i])]));

    private static Gen<ExpressionNode> Binary(Gen<ExpressionNode> left, Gen<ExpressionNode> right, params BinaryOperator[] signs) =>
        Gen.Select(left, right, Gen.Int[0, signs.Length - 1]).Select((one, other, sign) => (ExpressionNode)new BinaryNode(0, signs[sign], one, other));

    private static Gen<ExpressionNode> Call(Gen<ExpressionNode> argument, ExpressionFunction function, int count) =>
        argument.Array[count].Select(arguments => (ExpressionNode)new CallNode(0, function, arguments));
}
