namespace Bnpl.Screening.Rules;

internal sealed partial class ExpressionCompiler
{
    private TextEvaluation Text(ExpressionNode node)
    {
        switch (node)
        {
            case TextNode literal:
                var constant = literal.Value;
                return (RuleInput _, ref RuleFailure _) => constant;
            case VariableNode variable:
                var slot = SlotOf(variable);
                return (RuleInput input, ref RuleFailure _) => input.Texts[slot];
            case CallNode { Function: ExpressionFunction.Lower } call:
                var argument = Text(call.Arguments[0]);
                return (RuleInput input, ref RuleFailure failure) => argument(input, ref failure)?.ToLowerInvariant();
            case CallNode { Function: ExpressionFunction.Coalesce } call:
                TextEvaluation[] choices = [.. call.Arguments.Select(Text)];
                return (RuleInput input, ref RuleFailure failure) =>
                {
                    string? value = null;
                    for (var index = 0; index < choices.Length && value is null; index++)
                    {
                        value = choices[index](input, ref failure);
                    }

                    return value;
                };
            default:
                throw new InvalidOperationException($"{node.GetType().Name} is no text.");
        }
    }

    private TextListEvaluation TextList(ExpressionNode node)
    {
        switch (node)
        {
            case TextListNode literal:
                var constant = literal.Items;
                return (RuleInput _, ref RuleFailure _) => constant;
            case VariableNode variable:
                var slot = SlotOf(variable);
                return (RuleInput input, ref RuleFailure _) => input.TextLists[slot];
            case CallNode { Function: ExpressionFunction.Coalesce } call:
                TextListEvaluation[] choices = [.. call.Arguments.Select(TextList)];
                return (RuleInput input, ref RuleFailure failure) =>
                {
                    IReadOnlyList<string>? value = null;
                    for (var index = 0; index < choices.Length && value is null; index++)
                    {
                        value = choices[index](input, ref failure);
                    }

                    return value;
                };
            default:
                throw new InvalidOperationException($"{node.GetType().Name} is no list of texts.");
        }
    }
}
