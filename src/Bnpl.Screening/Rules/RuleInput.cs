namespace Bnpl.Screening.Rules;

/// <summary>
/// The values of one evaluation. It may be cleared and filled again for the next one, by one thread at a time;
/// evaluating only reads it, so several rule sets (a running policy and its shadow) may read one input together.
/// What was never set is unknown.
/// </summary>
internal sealed class RuleInput
{
    /// <summary>NaN stands for unknown.</summary>
    internal readonly double[] Numbers;
    internal readonly string?[] Texts;

    /// <summary>As <see cref="Truth"/>: -1 false, 0 unknown, 1 true.</summary>
    internal readonly sbyte[] Booleans;
    internal readonly IReadOnlyList<string>?[] TextLists;

    public RuleInput(VariableSet variables)
    {
        Variables = variables;
        Numbers = new double[variables.Count(VariableType.Number)];
        Texts = new string?[variables.Count(VariableType.Text)];
        Booleans = new sbyte[variables.Count(VariableType.Boolean)];
        TextLists = new IReadOnlyList<string>?[variables.Count(VariableType.TextList)];
        Array.Fill(Numbers, double.NaN);
    }

    public VariableSet Variables { get; }

    public void Clear()
    {
        Array.Fill(Numbers, double.NaN);
        Array.Clear(Texts);
        Array.Clear(Booleans);
        Array.Clear(TextLists);
    }

    /// <summary>A value that is no number (a ratio over nothing, say) is kept as unknown.</summary>
    public void SetNumber(Variable variable, double? value) =>
        Numbers[SlotOf(variable, VariableType.Number)] = value is { } number && double.IsFinite(number) ? number : double.NaN;

    public void SetText(Variable variable, string? value) => Texts[SlotOf(variable, VariableType.Text)] = value;

    public void SetBoolean(Variable variable, bool? value) =>
        Booleans[SlotOf(variable, VariableType.Boolean)] = (sbyte)Truths.From(value);

    /// <summary>The list is read in place: whoever gives it does not change it before the evaluation is over.</summary>
    public void SetTextList(Variable variable, IReadOnlyList<string>? value) =>
        TextLists[SlotOf(variable, VariableType.TextList)] = value;

    private int SlotOf(Variable variable, VariableType type)
    {
        if (variable.Type != type || !Variables.Owns(variable))
        {
            throw new ArgumentException($"'{variable.Name}' is not a {type} of this input's variables.", nameof(variable));
        }

        return variable.Slot;
    }
}
