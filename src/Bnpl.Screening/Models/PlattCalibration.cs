namespace Bnpl.Screening.Models;

/// <summary>
/// Fits log-odds = slope · sum + intercept to purchases that the trees have not seen, by Newton's method with Platt's smoothed
/// targets, so that a handful of bad ends does not promise certainty.
/// </summary>
internal static class PlattCalibration
{
    private const int MostSteps = 100;
    private const double Ridge = 1e-9;
    private const double Enough = 1e-10;

    /// <returns>Null when a higher sum does not go with more bad ends.</returns>
    public static Calibration? Fit(ReadOnlySpan<double> sums, ReadOnlySpan<bool> bad, out double logLoss)
    {
        int bads = bad.Count(true), goods = bad.Length - bads;
        double high = (bads + 1.0) / (bads + 2.0), low = 1.0 / (goods + 2.0);
        double slope = 0, intercept = Math.Log((bads + 1.0) / (goods + 1.0));
        logLoss = Loss(sums, bad, high, low, slope, intercept);
        for (int step = 0; step < MostSteps; step++)
        {
            double g1 = 0, g2 = 0, h11 = Ridge, h12 = 0, h22 = Ridge;
            for (int i = 0; i < sums.Length; i++)
            {
                double p = 1 / (1 + Math.Exp(-((slope * sums[i]) + intercept))), miss = p - (bad[i] ? high : low), weight = p * (1 - p);
                (g1, g2) = (g1 + (miss * sums[i]), g2 + miss);
                (h11, h12, h22) = (h11 + (weight * sums[i] * sums[i]), h12 + (weight * sums[i]), h22 + weight);
            }

            double determinant = (h11 * h22) - (h12 * h12);
            double moveSlope = ((h22 * g1) - (h12 * g2)) / determinant, moveIntercept = ((h11 * g2) - (h12 * g1)) / determinant;
            double share = 1, next = double.NaN;
            for (; share > Enough; share /= 2)
            {
                next = Loss(sums, bad, high, low, slope - (share * moveSlope), intercept - (share * moveIntercept));
                if (next < logLoss)
                {
                    break;
                }
            }

            if (!(next < logLoss))
            {
                break;
            }

            (slope, intercept) = (slope - (share * moveSlope), intercept - (share * moveIntercept));
            bool done = logLoss - next < Enough * logLoss;
            logLoss = next;
            if (done)
            {
                break;
            }
        }

        return slope > 0 && double.IsFinite(slope) && double.IsFinite(intercept) ? new Calibration(slope, intercept) : null;
    }

    private static double Loss(ReadOnlySpan<double> sums, ReadOnlySpan<bool> bad, double high, double low, double slope, double intercept)
    {
        double loss = 0;
        for (int i = 0; i < sums.Length; i++)
        {
            double odds = (slope * sums[i]) + intercept, target = bad[i] ? high : low;
            loss += Math.Max(odds, 0) + Math.Log(1 + Math.Exp(-Math.Abs(odds))) - (target * odds);
        }

        return loss / sums.Length;
    }
}
