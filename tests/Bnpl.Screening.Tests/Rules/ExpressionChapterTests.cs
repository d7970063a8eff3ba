using System.Reflection;
using Bnpl.Screening.Rules;

namespace Bnpl.Screening.Tests.Rules;

/// <summary>The tenant's chapter (docs/screening-expressions.md) says nothing that is not so.</summary>
public sealed class ExpressionChapterTests
{
    private static readonly string[] Lines = Read();

    [Fact]
    public void Every_rule_of_the_chapter_compiles_and_can_be_asked()
    {
        var rules = FencedRules().ToList();
        Assert.True(rules.Count >= 10);
        Assert.All(rules, rule => SampleVariables.Ask(rule));
    }

    [Fact]
    public void The_tables_of_operators_and_functions_are_the_reference()
    {
        var rows = Lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToHashSet();
        Assert.Superset(ExpressionReference.Entries.Select(entry => $"| `{entry.Form}` | {entry.English} | `{entry.Example}` |").ToHashSet(), rows);
    }

    [Fact]
    public void Every_error_of_the_chapter_comes_from_its_example()
    {
        var examples = Lines.SkipWhile(line => line != "## Errors").Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split(" | "))
            .Where(cells => cells[^1].StartsWith('`'))
            .Select(cells => (Code: cells[0].Trim('|', ' ', '`'), Source: cells[^1][..^2].Trim('`')))
            .ToList();
        Assert.True(examples.Count >= 15);
        Assert.All(examples, example => Assert.Equal(example.Code, Condition.Compile(example.Source, SampleVariables.Set).Errors[0].Code));
    }

    [Fact]
    public void The_limits_of_the_chapter_are_the_limits()
    {
        var told = Lines.SkipWhile(line => line != "## Limits").TakeWhile(line => line != "## Errors")
            .Select(line => line.Split('|')).Where(cells => cells.Length == 4 && char.IsAsciiDigit(cells[2].Trim().FirstOrDefault()))
            .Select(cells => int.Parse(cells[2].Replace(",", "", StringComparison.Ordinal)));
        Assert.Equal(
            [ExpressionLimits.SourceLength, ExpressionLimits.Nesting, ExpressionLimits.Nodes, ExpressionLimits.ListItems, ExpressionLimits.TextLength, ExpressionLimits.NumberDigits, ExpressionLimits.RulesPerSet],
            told);
    }

    [Theory]
    [InlineData("0.1 + 0.2 == 0.3", false)]
    [InlineData("round((0.1 + 0.2) * 10) == 3", true)]
    [InlineData("false or true and not 2 == 1 + 2 * 3", true)]
    [InlineData("order.country == \"jp\"", false)]
    public void What_the_chapter_claims_of_values_is_so(string rule, bool holds) => Assert.Equal(holds, SampleVariables.Ask(rule, ("order.country", "JP")).IsTrue);

    private static IEnumerable<string> FencedRules()
    {
        for (var index = 0; index < Lines.Length; index++)
        {
            if (Lines[index] == "```rule")
            {
                var rule = Lines[(index + 1)..].TakeWhile(line => line != "```").ToList();
                yield return string.Join('\n', rule);
            }
        }
    }

    private static string[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("screening-expressions.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n');
    }
}
