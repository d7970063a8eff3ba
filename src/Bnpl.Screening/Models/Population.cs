namespace Bnpl.Screening.Models;

/// <summary>How a quantity was spread when the model learned: tenths of the known values, and the share that was missing.</summary>
/// <param name="Edges">A value belongs to the first bin whose edge it does not exceed, else to the last.</param>
/// <param name="Shares">Of the bins, one more than edges, and then of the missing.</param>
internal sealed record Spread(string Name, IReadOnlyList<float> Edges, IReadOnlyList<double> Shares)
{
    private const int Tenths = 10;

    public static Spread Of(string name, float[] values)
    {
        float[] known = [.. values.Where(value => !Missing.Is(value)).Order()];
        List<float> edges = [];
        for (int tenth = 1; tenth < Tenths && known.Length > 0; tenth++)
        {
            float edge = known[(int)((long)(known.Length - 1) * tenth / Tenths)];

            // An edge at the largest value would leave an empty bin above it.
            if (edge < known[^1] && (edges.Count == 0 || edge > edges[^1]))
            {
                edges.Add(edge);
            }
        }

        Spread empty = new(name, edges, []);
        long[] counts = new long[edges.Count + 2];
        foreach (float value in values)
        {
            counts[empty.BinOf(value)]++;
        }

        return empty with { Shares = [.. counts.Select(count => Math.Round((double)count / values.Length, 6))] };
    }

    public int BinOf(float value)
    {
        if (Missing.Is(value))
        {
            return Edges.Count + 1;
        }

        int bin = 0;
        while (bin < Edges.Count && value > Edges[bin])
        {
            bin++;
        }

        return bin;
    }

    /// <summary>
    /// The population stability index: Σ (now − then) · ln(now ⁄ then). A bin is taken to hold at least a ten-thousandth, or
    /// one purchase that never happened before would outweigh everything.
    /// </summary>
    public double Stability(ReadOnlySpan<long> counts)
    {
        const double Least = 1e-4;
        double total = 0, index = 0;
        foreach (long count in counts)
        {
            total += count;
        }

        for (int bin = 0; bin < counts.Length && total > 0; bin++)
        {
            double now = Math.Max(counts[bin] / total, Least), then = Math.Max(Shares[bin], Least);
            index += (now - then) * Math.Log(now / then);
        }

        return index;
    }
}

/// <summary>The purchases that a model learned from, feature by feature, and the risks that it gave them.</summary>
internal sealed record Population(Spread Score, IReadOnlyList<Spread> Features)
{
    private const int MostRows = 50_000;

    public static Population Of(TreeEnsemble model, IReadOnlyList<TrainingRow> rows)
    {
        TrainingRow[] sample = rows.Count <= MostRows ? [.. rows] : [.. Enumerable.Range(0, MostRows).Select(i => rows[(int)((long)rows.Count * i / MostRows)])];
        return new Population(
            Spread.Of("risk", [.. sample.Select(row => (float)model.Score(row.Features).Risk)]),
            [.. model.Shapes.FeatureNames.Select((name, i) => Spread.Of(name, [.. sample.Select(row => row.Features[i])]))]);
    }
}
