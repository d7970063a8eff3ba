namespace Bnpl.Screening.Rules;

/// <summary>Values: literals, names, calls, brackets; and the parser's own bookkeeping.</summary>
internal sealed partial class ExpressionParser
{
    private ExpressionNode? ParseValue()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Take();
                return Counted(new NumberNode(token.Position, token.Number));
            case TokenKind.Text:
                Take();
                return Counted(new TextNode(token.Position, token.Value));
            case TokenKind.Keyword when token.Value is "true" or "false":
                Take();
                return Counted(new BooleanNode(token.Position, token.Value == "true"));
            case TokenKind.Keyword when token.Value == "not":
                errors.Add(token.Position, "unexpected_token", "'not' in this place needs parentheses: (not …).");
                return null;
            case TokenKind.Name:
                Take();
                return Current.Is(TokenKind.Sign, "(") ? ParseCall(token) : Counted(new VariableNode(token.Position, token.Value));
            case TokenKind.Sign when token.Value == "(":
                return ParseParentheses();
            case TokenKind.Sign when token.Value == "[":
                return ParseList();
            case TokenKind.Keyword:
            case TokenKind.Sign:
            case TokenKind.End:
                Unexpected("a value: a number, a text, a name, a function or '('");
                return null;
            default:
                throw new InvalidOperationException($"No rule for {token.Kind}.");
        }
    }

    private ExpressionNode? ParseParentheses()
    {
        if (!Descend())
        {
            return null;
        }

        Take();
        var inner = ParseOr();
        depth--;
        return inner is not null && Expect(TokenKind.Sign, ")", "an operator or ')'") ? inner : null;
    }

    private CallNode? ParseCall(Token name)
    {
        if (ExpressionSyntax.FindFunction(name.Value) is not { } shape)
        {
            errors.Add(name.Position, "unknown_function", $"There is no function {ErrorLog.Show(name.Value)}.{SuggestFunction(name.Value)}");
            return null;
        }

        if (!Descend())
        {
            return null;
        }

        Take();
        var arguments = new List<ExpressionNode>();
        while (!Current.Is(TokenKind.Sign, ")"))
        {
            if ((arguments.Count > 0 && !Expect(TokenKind.Sign, ",", "',' or ')'")) || ParseOr() is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
        }

        Take();
        depth--;
        if (arguments.Count >= shape.LeastArguments && arguments.Count <= shape.MostArguments)
        {
            return Counted(new CallNode(name.Position, shape.Function, arguments));
        }

        var wanted = shape.MostArguments == shape.LeastArguments ? "one value" : $"{shape.LeastArguments} values or more";
        errors.Add(name.Position, "wrong_argument_count", $"'{shape.Name}' takes {wanted}, but {arguments.Count} are given.");
        return null;
    }

    private ExpressionNode? ParseList()
    {
        var position = Take().Position;
        var numbers = new List<double>();
        var texts = new List<string>();
        while (!Current.Is(TokenKind.Sign, "]"))
        {
            if ((numbers.Count + texts.Count > 0 && !Expect(TokenKind.Sign, ",", "',' or ']'")) || !ParseItem(numbers, texts))
            {
                return null;
            }
        }

        Take();
        if (numbers.Count + texts.Count == 0)
        {
            errors.Add(position, "empty_list", "The list is empty: nothing is ever in it.");
            return null;
        }

        return numbers.Count > 0 ? Counted(new NumberListNode(position, numbers)) : Counted(new TextListNode(position, texts));
    }

    private bool ParseItem(List<double> numbers, List<string> texts)
    {
        var first = Current.Position;
        var negative = Current.Is(TokenKind.Sign, "-") && Take().Length > 0;
        if (Current.Kind != TokenKind.Number && (negative || Current.Kind != TokenKind.Text))
        {
            Unexpected("a number or a text: the items of a list are written out");
            return false;
        }

        var item = Take();
        if (numbers.Count + texts.Count == ExpressionLimits.ListItems)
        {
            errors.Add(first, "list_too_long", $"A list has {ExpressionLimits.ListItems} items at most.");
            return false;
        }

        if (item.Kind == TokenKind.Number)
        {
            // Taken from nought, so that -0 is 0 and prints as it.
            numbers.Add(negative ? 0 - item.Number : item.Number);
        }
        else
        {
            texts.Add(item.Value);
        }

        if (numbers.Count > 0 && texts.Count > 0)
        {
            errors.Add(first, "mixed_list", "A list holds numbers or texts, not both.");
            return false;
        }

        return true;
    }

    private Token Take() => tokens[index++];

    private bool Expect(TokenKind kind, string value, string wanted)
    {
        if (Current.Is(kind, value))
        {
            index++;
            return true;
        }

        Unexpected(wanted);
        return false;
    }

    private bool Descend()
    {
        if (++depth <= ExpressionLimits.Nesting)
        {
            return true;
        }

        errors.Add(Current.Position, "too_deep", $"Parentheses, calls, 'not' and '-' stand {ExpressionLimits.Nesting} deep in each other at most.");
        return false;
    }

    private T? Counted<T>(T node)
        where T : ExpressionNode
    {
        if (++nodes <= ExpressionLimits.Nodes)
        {
            return node;
        }

        errors.Add(node.Position, "too_many_parts", $"A rule has {ExpressionLimits.Nodes} operators, values and names at most. Cut it into several rules, or use a list.");
        return null;
    }

    private void Unexpected(string wanted)
    {
        if (Current.Kind == TokenKind.End)
        {
            errors.Add(Current.Position, "unexpected_end", $"The rule ends too early: expected {wanted}.");
            return;
        }

        var found = Current.Kind switch
        {
            TokenKind.Text => $"the text {ErrorLog.Show(Current.Value)}",
            TokenKind.Number => "a number",
            TokenKind.Name or TokenKind.Keyword or TokenKind.Sign => ErrorLog.Show(Current.Value),
            _ => throw new InvalidOperationException($"No words for {Current.Kind}."),
        };
        var lower = Current.Kind == TokenKind.Name ? Current.Value.ToLowerInvariant() : "";
        var hint = ExpressionSyntax.Keywords.Contains(lower) ? $" Did you mean '{lower}'?" : "";
        errors.Add(Current.Position, "unexpected_token", $"Expected {wanted}, but found {found}.{hint}");
    }

    private static string SuggestFunction(string name)
    {
        var near = NearNames.Of(name, ExpressionSyntax.Functions.Select(function => function.Name));
        return near.Count > 0 ? $" Did you mean '{near[0]}'?" : $" There are {string.Join(", ", ExpressionSyntax.Functions.Select(function => function.Name))}.";
    }
}
