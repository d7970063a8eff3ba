using System.Collections.Frozen;

namespace Bnpl.Screening.Rules;

/// <summary>
/// The catalogue of what a rule may read. It never changes once built, so that conditions compiled against it
/// can read their values by position instead of by name.
/// </summary>
internal sealed class VariableSet
{
    public const int MaxNameLength = 100;

    private readonly FrozenDictionary<string, Variable> byName;
    private readonly Variable[][] byType;

    public VariableSet(IEnumerable<(string Name, VariableType Type, string Description)> variables)
    {
        var all = new List<Variable>();
        var slots = new List<Variable>[Enum.GetValues<VariableType>().Length];
        for (var type = 0; type < slots.Length; type++)
        {
            slots[type] = [];
        }

        foreach (var (name, type, description) in variables)
        {
            RefuseUnusable(name);
            var ofType = slots[(int)type];
            var variable = new Variable(name, type, description, ofType.Count);
            ofType.Add(variable);
            all.Add(variable);
        }

        All = all;
        byName = all.ToFrozenDictionary(variable => variable.Name, StringComparer.Ordinal);
        if (byName.Count != all.Count)
        {
            throw new ArgumentException("Two variables share a name.", nameof(variables));
        }

        byType = [.. slots.Select(ofType => ofType.ToArray())];
    }

    public IReadOnlyList<Variable> All { get; }

    public Variable? Find(string name) => byName.GetValueOrDefault(name);

    public int Count(VariableType type) => byType[(int)type].Length;

    public bool Owns(Variable variable)
    {
        var ofType = byType[(int)variable.Type];
        return (uint)variable.Slot < (uint)ofType.Length && ReferenceEquals(ofType[variable.Slot], variable);
    }

    /// <summary>Up to three names that someone who wrote <paramref name="name"/> may have meant, the nearest first.</summary>
    public IReadOnlyList<string> Suggest(string name) => NearNames.Of(name, byName.Keys);

    /// <summary>A name the language cannot spell would be a variable no rule can ever read: a mistake of ours, told at start.</summary>
    private static void RefuseUnusable(string name)
    {
        if (name.Length > MaxNameLength || !ExpressionSyntax.IsName(name) || ExpressionSyntax.IsReserved(name))
        {
            throw new ArgumentException($"'{name}' cannot be the name of a variable.", nameof(name));
        }
    }
}
