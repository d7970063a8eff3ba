namespace Bnpl.Screening.Policies;

/// <summary>What a version changed against the one before it.</summary>
internal sealed record PolicyDiff(
    int Against,
    IReadOnlyList<PolicyRule> RulesAdded,
    IReadOnlyList<PolicyRule> RulesRemoved,
    IReadOnlyList<RuleChange> RulesChanged,
    IReadOnlyList<ValueChange> Changed,
    IReadOnlyList<ListChange> Lists)
{
    public static PolicyDiff Of(PolicyVersion before, PolicyVersion after)
    {
        (PolicyDocument old, PolicyDocument now) = (before.Document, after.Document);
        Dictionary<string, PolicyRule> oldRules = old.Rules.ToDictionary(rule => rule.Code!), newRules = now.Rules.ToDictionary(rule => rule.Code!);
        return new PolicyDiff(
            before.Version,
            [.. now.Rules.Where(rule => !oldRules.ContainsKey(rule.Code!))],
            [.. old.Rules.Where(rule => !newRules.ContainsKey(rule.Code!))],
            [.. now.Rules.Where(rule => oldRules.TryGetValue(rule.Code!, out PolicyRule? was) && was != rule).Select(rule => RuleChange.Of(oldRules[rule.Code!], rule))],
            [.. Values(old, now).Where(change => change.Before != change.After)],
            [.. old.Lists.Keys.Union(now.Lists.Keys).Order(StringComparer.Ordinal).Select(name => ListChange.Of(name, old.Lists.GetValueOrDefault(name), now.Lists.GetValueOrDefault(name))).OfType<ListChange>()]);
    }

    private static IEnumerable<ValueChange> Values(PolicyDocument old, PolicyDocument now) =>
    [
        new("name", old.Name, now.Name),
        new("applies_to.merchants", Joined(old.AppliesTo?.Merchants), Joined(now.AppliesTo?.Merchants)),
        new("applies_to.payment_methods", Joined(old.AppliesTo?.PaymentMethods), Joined(now.AppliesTo?.PaymentMethods)),
        ValueChange.Of("thresholds.review", old.Thresholds.Review, now.Thresholds.Review),
        ValueChange.Of("thresholds.ng", old.Thresholds.Ng, now.Thresholds.Ng),
        ValueChange.Of("thresholds.lift", old.Thresholds.Lift, now.Thresholds.Lift),
    ];

    private static string? Joined(IReadOnlyList<string>? values) => values is { Count: > 0 } ? string.Join(", ", values) : null;
}

internal sealed record ValueChange(string Field, string? Before, string? After)
{
    public static ValueChange Of(string field, IFormattable before, IFormattable after) =>
        new(field, before.ToString(null, System.Globalization.CultureInfo.InvariantCulture), after.ToString(null, System.Globalization.CultureInfo.InvariantCulture));
}

internal sealed record RuleChange(string Code, IReadOnlyList<ValueChange> Changed)
{
    public static RuleChange Of(PolicyRule before, PolicyRule after) => new(
        after.Code!,
        [
            .. new ValueChange[]
            {
                new("when", before.When, after.When),
                new("toward", before.Toward, after.Toward),
                ValueChange.Of("points", before.Points, after.Points),
                new("stop", Told(before.Stop), Told(after.Stop)),
                new("reason", before.Reason, after.Reason),
                new("field", before.Field, after.Field),
                new("message", before.Message, after.Message),
                new("enabled", Told(before.Enabled), Told(after.Enabled)),
            }.Where(change => change.Before != change.After),
        ]);

    private static string Told(bool value) => value ? "true" : "false";
}

/// <summary>A list that came, went or changed, with at most <see cref="Most"/> values of each kind.</summary>
internal sealed record ListChange(string Name, int Added, int Removed, IReadOnlyList<string> AddedValues, IReadOnlyList<string> RemovedValues)
{
    private const int Most = 50;

    public static ListChange? Of(string name, IReadOnlyList<string>? before, IReadOnlyList<string>? after)
    {
        List<string> added = [.. (after ?? []).Except(before ?? [])], removed = [.. (before ?? []).Except(after ?? [])];
        bool same = before is not null && after is not null && added.Count + removed.Count == 0;
        return same ? null : new ListChange(name, added.Count, removed.Count, [.. added.Take(Most)], [.. removed.Take(Most)]);
    }
}
