namespace Bnpl.Screening.Models;

/// <param name="Approval">Share of purchases let through, those of the lowest risk.</param>
/// <param name="Recall">Share of the bad ends among those that were not.</param>
internal sealed record ApprovalPoint(double Approval, double Recall);

/// <param name="Predicted">Mean chance of a bad end that the model gave.</param>
/// <param name="Observed">Share that ended badly.</param>
internal sealed record CalibrationBin(int Rows, double Predicted, double Observed);

/// <summary>How well a score told bad ends from good ones, on purchases newer than all it learned from.</summary>
/// <param name="Auc">Chance that a bad purchase scores above a good one.</param>
/// <param name="BaseLogLoss">Log loss of giving every purchase the hold-out's own bad rate: what must be beaten.</param>
internal sealed record HoldOutMetrics(
    int Rows,
    int Bads,
    double Auc,
    double LogLoss,
    double BaseLogLoss,
    double Brier,
    IReadOnlyList<ApprovalPoint> RecallAtApproval,
    IReadOnlyList<CalibrationBin> Calibration)
{
    private const int Deciles = 10;
    private static readonly double[] s_approvals = [0.99, 0.98, 0.95, 0.90, 0.80];

    public static HoldOutMetrics Of(ReadOnlySpan<double> logOdds, ReadOnlySpan<bool> bad)
    {
        int rows = bad.Length, bads = bad.Count(true);
        double logLoss = 0, brier = 0, rate = (double)bads / rows;
        int[] order = new int[rows];
        double[] sorted = logOdds.ToArray(), chance = new double[rows];
        for (int i = 0; i < rows; i++)
        {
            order[i] = i;
            chance[i] = 1 / (1 + Math.Exp(-logOdds[i]));
            brier += Square(chance[i] - (bad[i] ? 1 : 0));
            logLoss += Math.Max(logOdds[i], 0) + Math.Log(1 + Math.Exp(-Math.Abs(logOdds[i]))) - (bad[i] ? logOdds[i] : 0);
        }

        Array.Sort(sorted, order);
        List<CalibrationBin> calibration = [];
        for (int decile = 0; decile < Deciles; decile++)
        {
            int from = (int)((long)rows * decile / Deciles), to = (int)((long)rows * (decile + 1) / Deciles), badHere = 0;
            double predicted = 0;
            for (int i = from; i < to; i++)
            {
                predicted += chance[order[i]];
                badHere += bad[order[i]] ? 1 : 0;
            }

            if (to > from)
            {
                calibration.Add(new CalibrationBin(to - from, predicted / (to - from), (double)badHere / (to - from)));
            }
        }

        List<ApprovalPoint> recalls = [];
        foreach (double approval in s_approvals)
        {
            recalls.Add(new ApprovalPoint(approval, RecallAt(approval, sorted, order, bad, bads)));
        }

        double baseLogLoss = bads == 0 || bads == rows ? 0 : -((rate * Math.Log(rate)) + ((1 - rate) * Math.Log(1 - rate)));
        return new HoldOutMetrics(rows, bads, AucComparison.Auc(logOdds, bad), logLoss / rows, baseLogLoss, brier / rows, recalls, calibration);
    }

    public double RecallAt(double approval) => RecallAtApproval.Single(point => point.Approval == approval).Recall;

    // Equal scores at the border are refused in proportion: which of them come first would be chance.
    private static double RecallAt(double approval, double[] sorted, int[] order, ReadOnlySpan<bool> bad, int bads)
    {
        double refused = (1 - approval) * sorted.Length, caught = 0;
        for (int end = sorted.Length; end > 0 && refused > 0;)
        {
            int start = end - 1, badHere = bad[order[start]] ? 1 : 0;
            while (start > 0 && sorted[start - 1] == sorted[end - 1])
            {
                start--;
                badHere += bad[order[start]] ? 1 : 0;
            }

            caught += badHere * Math.Min(1, refused / (end - start));
            refused -= end - start;
            end = start;
        }

        return bads == 0 ? 0 : caught / bads;
    }

    private static double Square(double x) => x * x;
}
