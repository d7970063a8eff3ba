namespace Bnpl.Screening.Rules;

internal enum VariableType
{
    Number,
    Text,
    Boolean,
    TextList,
}

/// <summary>One thing a rule may ask for. <paramref name="Slot"/> is its place among the variables of its type.</summary>
internal sealed record Variable(string Name, VariableType Type, string Description, int Slot);
