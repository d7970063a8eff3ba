using Bnpl.Screening.Rules;

namespace Bnpl.Screening.Tests.Rules;

public sealed class ExpressionErrorTests
{
    [Theory]
    [InlineData("", 0, "empty", "empty")]
    [InlineData("  # nothing", 0, "empty", "empty")]
    [InlineData("order.amount", 0, "not_a_condition", "this is a number")]
    [InlineData("\"yes\"", 0, "not_a_condition", "this is a text")]
    [InlineData("order.amuont > 1", 0, "unknown_variable", "Did you mean 'order.amount'?")]
    [InlineData("1 < velocity.phone", 4, "unknown_variable", "'velocity.phone.10m' or 'velocity.phone.d1'")]
    [InlineData("amount > 1", 0, "unknown_variable", "Did you mean 'order.amount'?")]
    [InlineData("Order.Amount > 1", 0, "unknown_variable", "Did you mean 'order.amount'?")]
    [InlineData("zzz.qqq > 1", 0, "unknown_variable", "There is no variable 'zzz.qqq'.")]
    [InlineData("min > 1", 0, "unknown_variable", "'min' is a function")]
    [InlineData("mni(1, 2) > 1", 0, "unknown_function", "Did you mean 'min'?")]
    [InlineData("exec(\"rm\") > 1", 0, "unknown_function", "There are min, max")]
    [InlineData("order.country > 1", 14, "type_mismatch", "its left side is a text and its right side a number")]
    [InlineData("order.amount == \"1\"", 13, "type_mismatch", "its left side is a number and its right side a text")]
    [InlineData("order.tags == order.tags", 11, "type_mismatch", "a list of texts")]
    [InlineData("true < false", 5, "type_mismatch", "compares two numbers or two texts")]
    [InlineData("order.amount and true", 13, "type_mismatch", "joins two conditions")]
    [InlineData("not order.amount == 1 or not order.country", 25, "type_mismatch", "'not' wants true or false, but stands before a text")]
    [InlineData("-order.country == 1", 0, "type_mismatch", "'-' wants a number")]
    [InlineData("order.country + \"x\" == \"y\"", 14, "type_mismatch", "calculates with two numbers")]
    [InlineData("order.amount in [\"JP\"]", 13, "type_mismatch", "looks for a text in a list of texts")]
    [InlineData("order.country in \"JP\"", 14, "type_mismatch", "right side a text")]
    [InlineData("order.tags contains 1", 11, "type_mismatch", "right side a number")]
    [InlineData("order.amount starts with \"1\"", 13, "type_mismatch", "compares two texts")]
    [InlineData("order.amount between 1 and \"2\"", 13, "type_mismatch", "the upper end a text")]
    [InlineData("min(1, \"2\") > 1", 7, "type_mismatch", "value 2 is a text")]
    [InlineData("coalesce(order.country, 1) == \"x\"", 24, "type_mismatch", "'coalesce' wants a text, but value 2 is a number")]
    [InlineData("coalesce([1], [2]) is known", 9, "type_mismatch", "a list of numbers")]
    [InlineData("length(1) > 1", 7, "type_mismatch", "'length' wants a text or a list of texts")]
    [InlineData("min(1) > 1", 0, "wrong_argument_count", "takes 2 values or more, but 1 are given")]
    [InlineData("abs(1, 2) > 1", 0, "wrong_argument_count", "takes one value, but 2 are given")]
    [InlineData("lower() == \"\"", 0, "wrong_argument_count", "but 0 are given")]
    [InlineData("1 < 2 < 3", 6, "chained_comparison", "between")]
    [InlineData("1 == 1 is known", 7, "chained_comparison", "parentheses")]
    [InlineData("order.amount is known not in [1]", 22, "chained_comparison", "parentheses")]
    [InlineData("order.amount >", 14, "unexpected_end", "expected a value")]
    [InlineData("(1 < 2", 6, "unexpected_end", "or ')'")]
    [InlineData("min(1, 2", 8, "unexpected_end", "',' or ')'")]
    [InlineData("min(1,) > 1", 6, "unexpected_token", "Expected a value")]
    [InlineData("order.amount > 1)", 16, "unexpected_token", "found ')'")]
    [InlineData("order.amount > > 1", 15, "unexpected_token", "found '>'")]
    [InlineData("order.amount > 1 AND true", 17, "unexpected_token", "Did you mean 'and'?")]
    [InlineData("order.amount 1", 13, "unexpected_token", "found a number")]
    [InlineData("order.country \"x\"", 14, "unexpected_token", "found the text 'x'")]
    [InlineData("order.amount is there", 16, "unexpected_token", "'known' or 'unknown'")]
    [InlineData("order.country starts \"x\"", 21, "unexpected_token", "'with' behind 'starts'")]
    [InlineData("order.amount between 1 or 2", 23, "unexpected_token", "'and' and the upper end")]
    [InlineData("true == not false", 8, "unexpected_token", "needs parentheses")]
    [InlineData("order.amount in []", 16, "empty_list", "empty")]
    [InlineData("order.amount in [1, \"a\"]", 20, "mixed_list", "not both")]
    [InlineData("order.amount in [order.items]", 17, "unexpected_token", "written out")]
    [InlineData("order.amount in [-\"a\"]", 18, "unexpected_token", "written out")]
    [InlineData("order.amount in [1 2]", 19, "unexpected_token", "',' or ']'")]
    [InlineData("order.amount = 1", 13, "unexpected_character", "'=='")]
    [InlineData("true && true", 5, "unexpected_character", "Write 'and'")]
    [InlineData("true || true", 5, "unexpected_character", "Write 'or'")]
    [InlineData("!true", 0, "unexpected_character", "Write 'not'")]
    [InlineData("order.country == 'JP'", 17, "unexpected_character", "double quotes")]
    [InlineData("order.country == “JP”", 17, "unexpected_character", "double quotes")]
    [InlineData("order.amount ＞ 1", 13, "unexpected_character", "full-width character: write '>'")]
    [InlineData("order.amount ≧ 1", 13, "unexpected_character", "Write '>='")]
    [InlineData("金額 > 1", 0, "unexpected_character", "plain letters")]
    [InlineData("order.amount > 𠮷", 15, "unexpected_character", "'𠮷'")]
    [InlineData("order.amount > 10万", 17, "bad_number", "full digits")]
    [InlineData("order.amount > 1e9", 16, "bad_number", "full digits")]
    [InlineData("order.amount > 1__0", 16, "bad_number", "between two digits")]
    [InlineData("order.amount > 1.", 16, "bad_number", "between two digits")]
    [InlineData("order.amount > 1.2.3", 15, "bad_number", "one decimal point")]
    [InlineData("order.amount > .5", 15, "unexpected_character", "'.'")]
    [InlineData("order.amount > 1,000", 16, "unexpected_token", "found ','")]
    [InlineData("order.amount > 1234567890123456", 15, "bad_number", "15 digits")]
    [InlineData("order. > 1", 0, "bad_name", "a dot stands between")]
    [InlineData("order.country == \"JP", 17, "unterminated_text", "no closing")]
    [InlineData("order.country == \"J\nP\"", 17, "unterminated_text", "no closing")]
    [InlineData("order.country == \"J\\q\"", 19, "bad_escape", "stands one of")]
    [InlineData("order.country == \"J\tP\"", 19, "bad_character", "\\t")]
    [InlineData("true\0", 4, "bad_character", "U+0000")]
    [InlineData("true # \u202Etrue", 7, "bad_character", "U+202E")]
    public void A_wrong_rule_is_told_what_is_wrong_and_where(string source, int position, string code, string says)
    {
        var result = Condition.Compile(source, SampleVariables.Set);
        Assert.False(result.Ok);
        var error = Assert.Single(result.Errors);
        Assert.Equal((position, code), (error.Position, error.Code));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    /// <summary>Not as inline data, which a test runner writes down as UTF-8 and so repairs.</summary>
    [Theory]
    [InlineData('\uD800')]
    [InlineData('\uDC00')]
    public void Half_a_character_is_refused_wherever_it_stands(char half)
    {
        foreach (var source in new[] { $"order.country == \"a{half}\"", $"true # {half}", $"{half}", $"true {half} true" })
        {
            var error = Assert.Single(Condition.Compile(source, SampleVariables.Set).Errors);
            Assert.Equal((source.IndexOf(half), "bad_character"), (error.Position, error.Code));
        }
    }

    [Fact]
    public void Lines_and_columns_count_from_one_whatever_ends_a_line()
    {
        var errors = Condition.Compile("nope1 > 1\n  and nope2 > 1\r\nand nope3 > 1\rand nope4 > 1", SampleVariables.Set).Errors;
        Assert.Equal([(0, 1, 1), (16, 2, 7), (31, 3, 5), (45, 4, 5)], errors.Select(error => (error.Position, error.Line, error.Column)));
    }

    [Fact]
    public void Several_wrong_types_are_told_at_once_but_one_slip_only_once()
    {
        var errors = Condition.Compile("nope > 1 and order.country > 1 and abs(nope2) + 1 > 2", SampleVariables.Set).Errors;
        Assert.Equal(["unknown_variable", "type_mismatch", "unknown_variable"], errors.Select(error => error.Code));
    }

    [Fact]
    public void A_flood_of_errors_is_cut()
    {
        var source = string.Join(" or ", Enumerable.Range(0, 100).Select(index => $"n{index} > 1"));
        Assert.Equal(ExpressionLimits.Errors, Condition.Compile(source, SampleVariables.Set).Errors.Count);
    }

    [Fact]
    public void A_message_shows_only_a_short_readable_piece_of_the_source()
    {
        var message = Condition.Compile(new string('a', 3_000) + " > 1", SampleVariables.Set).Errors[0].Message;
        Assert.Contains("aaa…'", message, StringComparison.Ordinal);
        Assert.True(message.Length < 100);
        Assert.Contains("U+0301", Condition.Compile("true \u0301", SampleVariables.Set).Errors[0].Message, StringComparison.Ordinal);
    }
}
