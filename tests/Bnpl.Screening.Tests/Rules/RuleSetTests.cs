using Bnpl.Screening.Rules;

namespace Bnpl.Screening.Tests.Rules;

public sealed class RuleSetTests
{
    [Fact]
    public void A_rule_that_fails_leaves_the_others_their_answers()
    {
        var rules = Compile(("large", "order.amount > 1000"), ("broken", "order.amount / 0 > 1"), ("small", "order.amount < 10"), ("unknown", "buyer.age > 1"));
        var outcomes = new RuleOutcome[rules.Count];
        rules.Evaluate(SampleVariables.Input(("order.amount", 5_000)), outcomes);
        Assert.Equal([RuleOutcome.True, RuleOutcome.Failed(RuleFailure.DivisionByZero), RuleOutcome.False, RuleOutcome.False], outcomes);
    }

    [Fact]
    public void Every_wrong_rule_is_told_with_its_place()
    {
        var result = RuleSet.Compile([("a", "order.amount > 1"), ("b", "order.amount >"), ("a", "true"), ("c", "nope")], SampleVariables.Set);
        Assert.False(result.Ok);
        Assert.Equal([(1, "b", "unexpected_end"), (2, "a", "duplicate_code"), (3, "c", "unknown_variable")], result.Errors.Select(error => (error.Index, error.Code, error.Error.Code)));
    }

    [Fact]
    public void A_policy_has_a_largest_number_of_rules()
    {
        var sources = Enumerable.Range(0, ExpressionLimits.RulesPerSet + 1).Select(index => ($"r{index}", "true")).ToList();
        Assert.Equal("too_many_rules", Assert.Single(RuleSet.Compile(sources, SampleVariables.Set).Errors).Error.Code);
        Assert.True(RuleSet.Compile(sources[1..], SampleVariables.Set).Ok);
    }

    [Fact]
    public void A_policy_wrong_throughout_is_not_read_to_its_end()
    {
        var wrong = string.Join(" or ", Enumerable.Range(0, 100).Select(index => $"order.amuont{index} > 1"));
        var errors = RuleSet.Compile([.. Enumerable.Range(0, 1_000).Select(index => ($"r{index}", wrong))], SampleVariables.Set).Errors;
        Assert.Equal(ExpressionLimits.ErrorsPerSet, errors.Count);
    }

    [Fact]
    public void Evaluating_allocates_nothing()
    {
        var rules = Compile([.. ExpressionReference.Entries.Select((entry, index) => ($"r{index}", entry.Example))]);
        var outcomes = new RuleOutcome[rules.Count];
        var input = SampleVariables.Input(("order.amount", 36_000), ("order.country", "jp"), ("order.categories", new[] { "books" }), ("buyer.email", new string('a', 100)), ("order.items", 0));
        rules.Evaluate(input, outcomes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++)
        {
            rules.Evaluate(input, outcomes);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public async Task One_set_answers_many_threads_alike()
    {
        var rules = Compile(("a", "order.amount / order.items > 100 and order.categories contains \"x\""), ("b", "lower(order.country) in [\"jp\"]"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            var outcomes = new RuleOutcome[rules.Count];
            var seen = new HashSet<string>();
            for (var items = 0; items < 2_000; items++)
            {
                rules.Evaluate(SampleVariables.Input(("order.amount", 1_000), ("order.items", items % 2), ("order.country", "JP"), ("order.categories", new[] { "x" })), outcomes);
                seen.Add($"{items % 2} {outcomes[0]} {outcomes[1]}");
            }

            return string.Join(", ", seen.Order());
        })));
        Assert.Equal(["0 Failed(division_by_zero) True, 1 True True"], answers.Distinct());
    }

    [Fact]
    public void Too_few_places_for_the_outcomes_are_refused()
    {
        var rules = Compile(("a", "true"), ("b", "true"));
        Assert.Throws<ArgumentException>(() => rules.Evaluate(SampleVariables.Input(), new RuleOutcome[1]));
    }

    private static RuleSet Compile(params (string Code, string Source)[] sources)
    {
        var result = RuleSet.Compile(sources, SampleVariables.Set);
        Assert.True(result.Ok, string.Join("; ", result.Errors));
        return result.Rules;
    }
}
