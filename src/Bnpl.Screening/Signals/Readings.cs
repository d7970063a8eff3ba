namespace Bnpl.Screening.Signals;

/// <summary>Every signal and measure of one purchase, read once. Rules, models and statistics work on these.</summary>
internal sealed class Readings
{
    private Readings(bool?[] signals, double[] numbers, string?[] texts, bool?[] flags, IReadOnlyList<string>?[] lists) =>
        (Signals, Numbers, Texts, Flags, Lists) = (signals, numbers, texts, flags, lists);

    /// <summary>By position in <see cref="SignalCatalog.Signals"/>; null where it could not be checked.</summary>
    public IReadOnlyList<bool?> Signals { get; }

    /// <summary>The following are by position in <see cref="SignalCatalog.Measures"/>, each filled for its own type only.</summary>
    public IReadOnlyList<double> Numbers { get; }

    public IReadOnlyList<string?> Texts { get; }

    public IReadOnlyList<bool?> Flags { get; }

    public IReadOnlyList<IReadOnlyList<string>?> Lists { get; }

    public static Readings Of(Evidence evidence)
    {
        IReadOnlyList<Signal> signals = SignalCatalog.Signals;
        IReadOnlyList<Measure> measures = SignalCatalog.Measures;
        bool?[] fired = new bool?[signals.Count];
        for (int i = 0; i < fired.Length; i++)
        {
            fired[i] = signals[i].Read(evidence);
        }

        double[] numbers = new double[measures.Count];
        string?[] texts = new string?[measures.Count];
        bool?[] flags = new bool?[measures.Count];
        IReadOnlyList<string>?[] lists = new IReadOnlyList<string>?[measures.Count];
        for (int i = 0; i < measures.Count; i++)
        {
            Measure measure = measures[i];
            numbers[i] = measure.ReadNumber?.Invoke(evidence) ?? double.NaN;
            texts[i] = measure.ReadText?.Invoke(evidence);
            flags[i] = measure.ReadFlag?.Invoke(evidence);
            lists[i] = measure.ReadTexts?.Invoke(evidence);
        }

        return new Readings(fired, numbers, texts, flags, lists);
    }
}
