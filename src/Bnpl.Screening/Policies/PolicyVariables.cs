using Bnpl.Screening.Rules;
using Bnpl.Screening.Signals;

namespace Bnpl.Screening.Policies;

/// <summary>What a policy's conditions can name: all signals, all measures, the model's risk, and the lists of the policy itself.</summary>
internal sealed class PolicyVariables
{
    public const string ModelRisk = "model.risk";
    public const string ModelTrained = "model.trained";
    public const string SignalPrefix = "signals.";
    private const string ListPrefix = "lists.";

    private static readonly (string Name, VariableType Type, string Description)[] s_catalogue =
    [
        .. SignalCatalog.Signals.Select(signal => (SignalPrefix + signal.Code, VariableType.Boolean, signal.English)),
        .. SignalCatalog.Measures.Select(measure => (measure.Name, TypeOf(measure.Type), measure.Description)),
        (ModelRisk, VariableType.Number, "The model's risk of a bad end, 0–1000."),
        (ModelTrained, VariableType.Boolean, "The risk comes from a model trained on this tenant's outcomes, not from the baseline."),
    ];

    /// <summary>For policies without lists, which share it.</summary>
    public static readonly PolicyVariables Catalogue = new(new Dictionary<string, IReadOnlyList<string>>());

    private readonly IReadOnlyList<string>[] _lists;

    private PolicyVariables(IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
    {
        Set = new VariableSet([.. s_catalogue, .. lists.Select(list => (ListPrefix + list.Key, VariableType.TextList, $"A list of this policy with {list.Value.Count} values."))]);
        _lists = [.. lists.Values.Select(values => new ListedTexts(values))];
    }

    public VariableSet Set { get; }

    public static PolicyVariables Of(IReadOnlyDictionary<string, IReadOnlyList<string>> lists) => lists.Count == 0 ? Catalogue : new PolicyVariables(lists);

    /// <summary>The signal that a variable stands for, or null.</summary>
    public static Signal? SignalOf(Variable variable) =>
        variable.Name.StartsWith(SignalPrefix, StringComparison.Ordinal) ? SignalCatalog.Find(variable.Name[SignalPrefix.Length..]) : null;

    /// <summary>The values of one purchase, by position: the set's variables stand in the order of the catalogue.</summary>
    public RuleInput Fill(Readings readings, AssessedRisk? risk)
    {
        RuleInput input = new(Set);
        int at = 0;
        foreach (bool? signal in readings.Signals)
        {
            input.SetBoolean(Set.All[at++], signal);
        }

        for (int i = 0; i < SignalCatalog.Measures.Count; i++)
        {
            Variable variable = Set.All[at++];
            switch (variable.Type)
            {
                case VariableType.Number:
                    input.SetNumber(variable, readings.Numbers[i]);
                    break;
                case VariableType.Text:
                    input.SetText(variable, readings.Texts[i]);
                    break;
                case VariableType.Boolean:
                    input.SetBoolean(variable, readings.Flags[i]);
                    break;
                case VariableType.TextList:
                    input.SetTextList(variable, readings.Lists[i]);
                    break;
            }
        }

        input.SetNumber(Set.All[at++], risk?.Risk);
        input.SetBoolean(Set.All[at++], risk?.Trained ?? false);
        foreach (IReadOnlyList<string> list in _lists)
        {
            input.SetTextList(Set.All[at++], list);
        }

        return input;
    }

    private static VariableType TypeOf(MeasureType type) => type switch
    {
        MeasureType.Number => VariableType.Number,
        MeasureType.Text => VariableType.Text,
        MeasureType.Flag => VariableType.Boolean,
        MeasureType.Texts => VariableType.TextList,
        _ => throw new InvalidOperationException($"No type for {type}."),
    };
}
