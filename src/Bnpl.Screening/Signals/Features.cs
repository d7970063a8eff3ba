namespace Bnpl.Screening.Signals;

/// <summary>
/// The inputs of the risk model: all signals (0, 1 or not-a-number for "not checked") and the measures marked as features,
/// in catalogue order. Stored with each screening, so that a model is trained on what was known then.
/// </summary>
internal static class Features
{
    /// <summary>Raised whenever <see cref="Names"/> changes; stored vectors of another version are not mixed.</summary>
    public const int Version = 6;

    private static readonly int[] s_measures =
        [.. SignalCatalog.Measures.Select((measure, index) => (measure, index)).Where(m => m.measure.Feature).Select(m => m.index)];

    public static readonly IReadOnlyList<string> Names =
        [.. SignalCatalog.Signals.Select(signal => "signals." + signal.Code), .. s_measures.Select(i => SignalCatalog.Measures[i].Name)];

    public static float[] Of(Readings readings)
    {
        float[] vector = new float[Names.Count];
        int at = 0;
        foreach (bool? signal in readings.Signals)
        {
            vector[at++] = Value(signal);
        }

        foreach (int index in s_measures)
        {
            vector[at++] = SignalCatalog.Measures[index].Type == MeasureType.Flag ? Value(readings.Flags[index]) : (float)readings.Numbers[index];
        }

        return vector;
    }

    private static float Value(bool? flag) => flag is { } known ? known ? 1 : 0 : float.NaN;
}
