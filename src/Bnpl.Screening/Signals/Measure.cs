namespace Bnpl.Screening.Signals;

internal enum MeasureType
{
    Number,
    Text,
    Flag,
    Texts,
}

/// <summary>
/// A quantity or property of a purchase that rules can compare: order fields, counters, history. Exactly one reader is set.
/// Null (or not-a-number) means unknown.
/// </summary>
/// <param name="Feature">Also an input of the risk model.</param>
internal sealed record Measure(string Name, MeasureType Type, string Description, bool Feature)
{
    public Func<Evidence, double>? ReadNumber { get; private init; }
    public Func<Evidence, string?>? ReadText { get; private init; }
    public Func<Evidence, bool?>? ReadFlag { get; private init; }
    public Func<Evidence, IReadOnlyList<string>?>? ReadTexts { get; private init; }

    public static Measure Number(string name, string description, Func<Evidence, double?> read, bool feature = true) =>
        new(name, MeasureType.Number, description, feature) { ReadNumber = evidence => read(evidence) ?? double.NaN };

    public static Measure Text(string name, string description, Func<Evidence, string?> read) => new(name, MeasureType.Text, description, Feature: false) { ReadText = read };

    public static Measure Flag(string name, string description, Func<Evidence, bool?> read, bool feature = true) =>
        new(name, MeasureType.Flag, description, feature) { ReadFlag = read };

    public static Measure Texts(string name, string description, Func<Evidence, IReadOnlyList<string>?> read) =>
        new(name, MeasureType.Texts, description, Feature: false) { ReadTexts = read };
}
