namespace Bnpl.Screening.Models;

/// <summary>
/// Whether one score ranks the same purchases better than another: the difference of the areas under the two curves with its
/// standard error by the method of DeLong, DeLong and Clarke-Pearson (1988), which needs no resampling and so no chance.
/// </summary>
internal readonly record struct AucComparison(double Candidate, double Running, double StandardError)
{
    /// <summary>One-sided, 95 %.</summary>
    private const double Confidence = 1.645;

    public double Gain => Candidate - Running;

    /// <summary>The gain that 19 of 20 samples like this one would exceed.</summary>
    public double LeastGain => Gain - (Confidence * StandardError);

    public static AucComparison Of(ReadOnlySpan<double> candidate, ReadOnlySpan<double> running, ReadOnlySpan<bool> bad)
    {
        Placements a = Place(candidate, bad), b = Place(running, bad);
        double variance = (DifferenceVariance(a.Bad, b.Bad) / Math.Max(1, a.Bad.Length)) + (DifferenceVariance(a.Good, b.Good) / Math.Max(1, a.Good.Length));
        return new AucComparison(Mean(a.Bad), Mean(b.Bad), Math.Sqrt(variance));
    }

    public static double Auc(ReadOnlySpan<double> scores, ReadOnlySpan<bool> bad) => Mean(Place(scores, bad).Bad);

    // For each bad purchase the share of good ones below it, for each good one the share of bad ones above it; ties count half.
    private static Placements Place(ReadOnlySpan<double> scores, ReadOnlySpan<bool> bad)
    {
        int rows = scores.Length, bads = bad.Count(true), goods = rows - bads;
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            order[i] = i;
        }

        double[] sorted = scores.ToArray(), placed = new double[rows];
        Array.Sort(sorted, order);
        int goodsBelow = 0, badsBelow = 0;
        for (int start = 0; start < rows;)
        {
            int end = start, badsHere = 0;
            for (; end < rows && sorted[end] == sorted[start]; end++)
            {
                badsHere += bad[order[end]] ? 1 : 0;
            }

            int goodsHere = end - start - badsHere;
            for (int i = start; i < end; i++)
            {
                placed[order[i]] = bad[order[i]]
                    ? (goodsBelow + (goodsHere / 2.0)) / Math.Max(1, goods)
                    : (bads - badsBelow - (badsHere / 2.0)) / Math.Max(1, bads);
            }

            (goodsBelow, badsBelow, start) = (goodsBelow + goodsHere, badsBelow + badsHere, end);
        }

        List<double> ofBad = new(bads), ofGood = new(goods);
        for (int i = 0; i < rows; i++)
        {
            (bad[i] ? ofBad : ofGood).Add(placed[i]);
        }

        return new Placements([.. ofBad], [.. ofGood]);
    }

    private static double DifferenceVariance(double[] a, double[] b)
    {
        if (a.Length < 2)
        {
            return 0;
        }

        double mean = 0, sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            mean += (a[i] - b[i]) / a.Length;
        }

        for (int i = 0; i < a.Length; i++)
        {
            sum += (a[i] - b[i] - mean) * (a[i] - b[i] - mean);
        }

        return sum / (a.Length - 1);
    }

    private static double Mean(double[] values) => values.Length == 0 ? 0.5 : values.Average();

    private readonly record struct Placements(double[] Bad, double[] Good);
}
