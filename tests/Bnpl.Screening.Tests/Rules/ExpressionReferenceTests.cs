using Bnpl.Screening.Rules;

namespace Bnpl.Screening.Tests.Rules;

/// <summary>What the reference lists is what the parser knows, in both directions.</summary>
public sealed class ExpressionReferenceTests
{
    private static readonly IReadOnlyList<ReferenceEntry> Entries = ExpressionReference.Entries;

    [Fact]
    public void Every_operator_and_function_has_one_entry()
    {
        var known = Enum.GetValues<BinaryOperator>().Select(ExpressionSyntax.SignOf)
            .Concat(Enum.GetValues<ExpressionFunction>().Select(ExpressionSyntax.NameOf))
            .Concat(["not", "between", "is known", "is unknown", "( )", "[ ]", "#", "number", "text", "true", "false"]);
        Assert.Equal(known.Order(StringComparer.Ordinal), Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_word_and_sign_the_lexer_knows_is_in_an_entry_of_its_name()
    {
        var shown = Entries.SelectMany(entry => entry.Name.Split(' ')).ToHashSet();
        // The comma stands only between others, 'with' and 'is' in entries of two words.
        Assert.Superset(ExpressionSyntax.Signs.Except([","]).Concat(ExpressionSyntax.Keywords).ToHashSet(), shown);
    }

    [Fact]
    public void Every_function_is_named_at_its_place_in_the_table() =>
        Assert.Equal(Enum.GetValues<ExpressionFunction>(), ExpressionSyntax.Functions.Select(shape => shape.Function));

    [Fact]
    public void Every_example_is_a_rule_that_uses_its_entry() =>
        Assert.All(Entries, entry =>
        {
            SampleVariables.Compile(entry.Example);
            var parts = entry.Name is "number" or "text" ? [] : entry.Name.Split(' ');
            Assert.All(parts, part => Assert.Contains(part, entry.Example, StringComparison.Ordinal));
        });

    [Fact]
    public void Every_entry_speaks_both_languages_in_one_line() =>
        Assert.All(Entries, entry =>
        {
            Assert.EndsWith(".", entry.English, StringComparison.Ordinal);
            Assert.EndsWith("。", entry.Japanese, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', entry.English + entry.Japanese + entry.Form);
        });
}
