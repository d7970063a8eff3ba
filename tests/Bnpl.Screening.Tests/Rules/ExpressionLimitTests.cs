using Bnpl.Screening.Rules;

namespace Bnpl.Screening.Tests.Rules;

/// <summary>Every limit, from both sides, and what is built to pass them all.</summary>
public sealed class ExpressionLimitTests
{
    public static TheoryData<string, string, int, string> Limits => new()
    {
        { "source", Padded(ExpressionLimits.SourceLength), -1, "" },
        { "source", Padded(ExpressionLimits.SourceLength + 1), ExpressionLimits.SourceLength, "source_too_long" },
        { "parentheses", Nested("(", "true", ")", ExpressionLimits.Nesting), -1, "" },
        { "parentheses", Nested("(", "true", ")", ExpressionLimits.Nesting + 1), ExpressionLimits.Nesting, "too_deep" },
        { "not", Nested("not ", "true", "", ExpressionLimits.Nesting), -1, "" },
        { "not", Nested("not ", "true", "", ExpressionLimits.Nesting + 1), 4 * ExpressionLimits.Nesting, "too_deep" },
        { "minus", Nested("-", "1", "", ExpressionLimits.Nesting) + " == 1", -1, "" },
        { "minus", Nested("-", "1", "", ExpressionLimits.Nesting + 1) + " == 1", ExpressionLimits.Nesting, "too_deep" },
        { "calls", Nested("abs(", "1", ")", ExpressionLimits.Nesting) + " == 1", -1, "" },
        { "calls", Nested("abs(", "1", ")", ExpressionLimits.Nesting + 1) + " == 1", (4 * ExpressionLimits.Nesting) + 3, "too_deep" },
        { "parts", Chain("true", " or ", 250), -1, "" },
        { "parts", Chain("true", " or ", 251), (250 * 8) - 3, "too_many_parts" },
        { "items", $"1 in [{Chain("1", ",", ExpressionLimits.ListItems)}]", -1, "" },
        { "items", $"1 in [{Chain("1", ",", ExpressionLimits.ListItems + 1)}]", 6 + (2 * ExpressionLimits.ListItems), "list_too_long" },
        { "text", $"\"{new string('a', ExpressionLimits.TextLength)}\" != \"\"", -1, "" },
        { "text", $"\"{new string('a', ExpressionLimits.TextLength + 1)}\" != \"\"", 0, "text_too_long" },
        { "digits", $"{new string('9', ExpressionLimits.NumberDigits)} > 1", -1, "" },
        { "digits", $"{new string('9', ExpressionLimits.NumberDigits + 1)} > 1", 0, "bad_number" },
        { "zeros before a number", $"{new string('0', 3_000)}7 == 7", -1, "" },
    };

    public static TheoryData<string, string> Bombs => new()
    {
        { "10,000 opening parentheses", new string('(', 10_000) },
        { "10,000 opening brackets", new string('[', 10_000) },
        { "as many parentheses as fit", new string('(', ExpressionLimits.SourceLength) },
        { "as many brackets as fit", new string('[', ExpressionLimits.SourceLength) },
        { "as many nots as fit", Nested("not ", "", "", 1_000) },
        { "as many minus signs as fit", new string('-', ExpressionLimits.SourceLength) },
        { "calls in calls", Nested("min(1,", "1", ")", 500) },
        { "a long sum", Chain("1", "+", 2_000) },
        { "a long sum of brackets", Chain("(1)", "+", 990) },
        { "a long disjunction", Chain("true", " or ", 500) },
        { "comparisons in a row", Chain("1", "<", 2_000) },
        { "1 MiB of text", new string('a', 1 << 20) },
        { "1 MiB in quotes", $"\"{new string('a', 1 << 20)}\"" },
        { "1 MiB of digits", new string('9', 1 << 20) },
        { "1 MiB of half characters", new string('\uD800', 1 << 20) },
        { "half characters", new string('\uD800', 3_000) },
        { "quotes", new string('"', 3_999) },
        { "backslashes", "\"" + new string('\\', 3_999) },
        { "unknown names", Chain("order.amuont>1", " or ", 200) },
        { "dots", "a" + new string('.', 3_000) },
        { "10,000 combining marks", "a" + new string('\u0301', 10_000) },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void What_keeps_a_limit_works_and_what_breaks_it_is_told_where(string what, string source, int position, string code)
    {
        var errors = Condition.Compile(source, SampleVariables.Set).Errors;
        var found = errors.Count == 0 ? (-1, "") : (errors[0].Position, errors[0].Code);
        Assert.True((position, code) == found, $"{what}: expected {(position, code)}, found {found}");
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public void What_is_built_to_explode_gets_an_error_on_a_small_stack(string what, string source)
    {
        // A quarter of what any thread of ours has: a stack that overflowed would end the whole test run.
        ConditionResult? result = null;
        var thread = new Thread(() => result = Condition.Compile(source, SampleVariables.Set), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.False(result!.Ok, what);
        Assert.All(result.Errors, error => Assert.InRange(error.Position, 0, source.Length));
    }

    [Fact]
    public void The_deepest_tree_allowed_is_compiled_evaluated_and_printed_on_a_small_stack()
    {
        string[] sources = [Chain("1", "+", 249) + " > 1", Chain("true", " and ", 250), Nested("(true and not ", "true", ")", 32), Nested("abs(1+", "1", ")", 64) + " > 1"];
        foreach (var source in sources)
        {
            (RuleOutcome Outcome, string Printed) answer = (default, "");
            var thread = new Thread(
                () =>
                {
                    var condition = SampleVariables.Compile(source);
                    answer = (condition.Evaluate(SampleVariables.Input()), condition.ToString());
                },
                maxStackSize: 256 * 1024);
            thread.Start();
            thread.Join();
            Assert.Equal(answer.Outcome, SampleVariables.Ask(answer.Printed));
        }
    }

    [Fact]
    public void A_tight_source_at_the_limit_prints_within_the_limit()
    {
        var lists = string.Join("or", Enumerable.Repeat($"(1 in[{Chain("1", ",", 480)}])", 4));
        var source = $"{lists}and(1<2)";
        Assert.InRange(source.Length, 3_800, ExpressionLimits.SourceLength);
        var printed = SampleVariables.Compile(source).ToString();
        Assert.InRange(printed.Length, 1, ExpressionLimits.SourceLength);
        Assert.Equal(printed, SampleVariables.Compile(printed).ToString());
    }

    [Fact]
    public void Looking_for_a_long_text_in_a_longer_one_takes_linear_time()
    {
        // Built for the naive search: by it, this would take ten thousand times as many steps and not end.
        var text = new string('a', 4 << 20);
        var needle = new string('a', 2 << 20) + "b";
        Assert.Equal(RuleOutcome.False, SampleVariables.Ask("order.country contains order.merchant", ("order.country", text), ("order.merchant", needle)));
        Assert.Equal(RuleOutcome.True, SampleVariables.Ask("order.country contains order.merchant", ("order.country", text + "b"), ("order.merchant", needle)));
    }

    private static string Padded(int length) => "true".PadRight(length);

    private static string Nested(string open, string inner, string close, int times) =>
        string.Concat(Enumerable.Repeat(open, times)) + inner + string.Concat(Enumerable.Repeat(close, times));

    private static string Chain(string part, string sign, int times) => string.Join(sign, Enumerable.Repeat(part, times));
}
