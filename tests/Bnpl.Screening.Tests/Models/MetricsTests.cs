using Bnpl.Screening.Models;
using CsCheck;

namespace Bnpl.Screening.Tests.Models;

public sealed class MetricsTests
{
    private static readonly Gen<(double[] Scores, bool[] Bad)> s_scored = Gen.Select(Gen.Int[-5, 5].Select(i => i / 2.0), Gen.Bool).Array[2, 60]
        .Select(rows => (rows.Select(r => r.Item1).ToArray(), rows.Select(r => r.Item2).ToArray()))
        .Where(rows => rows.Item2.Contains(true) && rows.Item2.Contains(false));

    [Fact]
    public void The_area_under_the_curve_is_the_share_of_pairs_in_order() => s_scored.Sample(rows =>
    {
        double pairs = 0, inOrder = 0;
        for (int b = 0; b < rows.Bad.Length; b++)
        {
            for (int g = 0; g < rows.Bad.Length; g++)
            {
                if (rows.Bad[b] && !rows.Bad[g])
                {
                    pairs++;
                    inOrder += rows.Scores[b] > rows.Scores[g] ? 1 : rows.Scores[b] == rows.Scores[g] ? 0.5 : 0;
                }
            }
        }

        Assert.Equal(inOrder / pairs, AucComparison.Auc(rows.Scores, rows.Bad), 1e-12);
    });

    [Fact]
    public void A_score_is_surely_better_than_another_only_with_enough_purchases()
    {
        TrainingRow[] many = SimulatedPurchases.Rows(5_000, seed: 11), few = many[..150];
        Assert.True(Compare(many).LeastGain > 0);
        Assert.True(Compare(few).LeastGain < 0);
        Assert.Equal(0, AucComparison.Of([1, 2, 3], [1, 2, 3], [true, false, true]).StandardError);

        static AucComparison Compare(TrainingRow[] rows) => AucComparison.Of(
            [.. rows.Select(r => SimulatedPurchases.Chance(r.Features))],
            [.. rows.Select(r => SimulatedPurchases.Chance([r.Features[0], 0, 12, 40, 0, 0]))],
            [.. rows.Select(r => r.Bad)]);
    }

    [Fact]
    public void Chances_that_are_true_are_measured_as_true()
    {
        TrainingRow[] rows = SimulatedPurchases.Rows(50_000, seed: 12);
        double[] odds = [.. rows.Select(r => SimulatedPurchases.Chance(r.Features)).Select(p => Math.Log(p / (1 - p)))];
        HoldOutMetrics metrics = HoldOutMetrics.Of(odds, [.. rows.Select(r => r.Bad)]);
        Assert.All(metrics.Calibration, bin => Assert.Equal(bin.Predicted, bin.Observed, 0.02));
        Assert.True(metrics.LogLoss < metrics.BaseLogLoss);
        Assert.True(metrics.RecallAtApproval.Zip(metrics.RecallAtApproval.Skip(1)).All(pair => pair.First.Recall < pair.Second.Recall));
        Assert.Equal(rows.Length, metrics.Calibration.Sum(bin => bin.Rows));
    }

    [Fact]
    public void Equal_scores_are_refused_in_proportion()
    {
        bool[] bad = [.. Enumerable.Range(0, 100).Select(i => i % 10 == 0)];
        HoldOutMetrics blind = HoldOutMetrics.Of(new double[100], bad);
        Assert.Equal(0.5, blind.Auc);
        Assert.Equal(0.05, blind.RecallAt(0.95), 1e-9);
        HoldOutMetrics perfect = HoldOutMetrics.Of([.. bad.Select(b => b ? 1.0 : 0)], bad);
        Assert.Equal(1, perfect.Auc);
        Assert.Equal(1, perfect.RecallAt(0.90), 1e-9);
        Assert.Equal(0.5, perfect.RecallAt(0.95), 1e-9);
    }

    [Fact]
    public void A_calibration_finds_the_line_that_the_chances_came_from()
    {
        Random random = new(13);
        double[] sums = [.. Enumerable.Range(0, 20_000).Select(_ => (random.NextDouble() * 8) - 4)];
        bool[] bad = [.. sums.Select(sum => random.NextDouble() < 1 / (1 + Math.Exp(-((0.7 * sum) - 2))))];
        Calibration found = PlattCalibration.Fit(sums, bad, out _)!.Value;
        Assert.Equal(0.7, found.Slope, 0.05);
        Assert.Equal(-2, found.Intercept, 0.1);
        Assert.Null(PlattCalibration.Fit([.. sums.Select(sum => -sum)], bad, out _));
    }

    [Fact]
    public void A_calibration_of_perfectly_told_purchases_stays_finite()
    {
        Calibration found = PlattCalibration.Fit([-1, -1, -1, 1, 1], [false, false, false, true, true], out _)!.Value;
        Assert.True(found.Slope is > 0 and < 10);
    }
}
