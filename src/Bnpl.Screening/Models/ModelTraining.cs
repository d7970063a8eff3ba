namespace Bnpl.Screening.Models;

/// <summary>What came of a training.</summary>
internal abstract record TrainingResult
{
    /// <param name="Code"><c>too_few_rows too_few_bads no_signal</c>.</param>
    internal sealed record Refused(string Code, string Reason) : TrainingResult;

    /// <param name="Promoted">It is better than the running one by the margin of <see cref="ModelTraining"/>.</param>
    /// <param name="Reason">Why it was promoted or not, for a person.</param>
    internal sealed record Trained(TreeEnsemble Model, HoldOutMetrics Metrics, ModelComparison Comparison, Population Population, bool Promoted, string Reason) : TrainingResult;
}

/// <summary>The candidate and the running model on the same purchases, none of which either has learned from.</summary>
internal sealed record ModelComparison(string Running, int Rows, int Bads, double CandidateAuc, double RunningAuc, double LeastGain, double CandidateRecall, double RunningRecall);

/// <summary>
/// Trains a model on the oldest four fifths of a tenant's purchases and measures it on the newest fifth. The newest part of
/// the training share fits the calibration and picks the number of trees; the trees themselves never see it.
/// </summary>
internal static class ModelTraining
{
    public const int LeastRows = 500;
    public const int LeastBadsToLearn = 30;
    public const int LeastBadsToMeasure = 10;

    /// <summary>A candidate is promoted when its area under the curve is larger by this and surely (95 %) larger at all …</summary>
    public const double LeastGain = 0.005;

    /// <summary>… and it catches at most this much less of the bad while 95 % are approved.</summary>
    public const double MostRecallLost = 0.01;

    private const double LearnShare = 0.8;
    private const double ComparedApproval = 0.95;
    private const int CalibrationParts = 8;
    private const int LeastBadsToCalibrate = 10;
    private const int TreesPerStep = 5;

    /// <param name="rows">In any order.</param>
    public static TrainingResult Train(
        IReadOnlyList<TrainingRow> rows, FeatureSchema schema, IRiskModel running, int version, DateTimeOffset now, CancellationToken cancellation = default)
    {
        TrainingRow[] sorted = [.. rows.OrderBy(row => row.At)];
        if (sorted.Length < LeastRows)
        {
            return new TrainingResult.Refused("too_few_rows", $"{sorted.Length} purchases with a known end; {LeastRows} are needed.");
        }

        int cut = CutAt(sorted, sorted.Length, (int)(sorted.Length * LearnShare));
        TrainingRow[] learn = sorted[..cut], holdOut = sorted[cut..];
        int learnBads = learn.Count(row => row.Bad), holdOutBads = holdOut.Count(row => row.Bad);
        if (learnBads < LeastBadsToLearn || holdOutBads < LeastBadsToMeasure || learnBads == learn.Length || holdOutBads == holdOut.Length)
        {
            return new TrainingResult.Refused(
                "too_few_bads",
                $"{learnBads} bad ends among the {learn.Length} older purchases and {holdOutBads} among the {holdOut.Length} newer ones; {LeastBadsToLearn} and {LeastBadsToMeasure} are needed, and good ones beside them.");
        }

        int calibrateFrom = CalibrationStart(learn, learnBads);
        IReadOnlyList<GrownTree> trees = GradientBoosting.Grow(learn[..calibrateFrom], schema.Features.Count);
        cancellation.ThrowIfCancellationRequested();
        Provenance provenance = new(now, learn[^1].At, learn.Length, learnBads, 0);
        string[] names = [.. schema.Features.Select(feature => feature.Name)];
        TreeEnsemble raw = new(version, new TreeShapes(schema.Version, names, new double[names.Length], new Calibration(1, 0), provenance, [.. trees.Select(tree => tree.Shape)]));
        if (Calibrate(raw, learn[calibrateFrom..]) is not var (kept, calibration))
        {
            return new TrainingResult.Refused("no_signal", "The features do not tell the bad ends from the good ones.");
        }

        cancellation.ThrowIfCancellationRequested();
        TreeShapes shapes = new(schema.Version, names, Gains(trees.Take(kept), names.Length), calibration, provenance, Counted(raw, kept, learn));
        double[] scores = Scores(new TreeEnsemble(version, shapes), holdOut);
        bool[] bad = [.. holdOut.Select(row => row.Bad)];
        HoldOutMetrics metrics = HoldOutMetrics.Of(scores, bad);
        TreeEnsemble model = new(version, shapes with { Provenance = provenance with { Auc = metrics.Auc } });
        (ModelComparison comparison, bool promoted, string reason) = Compare(scores, holdOut, running, metrics);
        return new TrainingResult.Trained(model, metrics, comparison, Population.Of(model, learn), promoted, reason);
    }

    private static (ModelComparison Comparison, bool Promoted, string Reason) Compare(double[] scores, TrainingRow[] holdOut, IRiskModel running, HoldOutMetrics metrics)
    {
        // The running model may have learned from the older part of this hold-out; there it would only remember.
        int from = running.LearnedThrough is { } through ? Array.FindIndex(holdOut, row => row.At > through) : 0;
        TrainingRow[] fresh = from < 0 ? [] : holdOut[from..];
        int bads = fresh.Count(row => row.Bad);
        if (bads < LeastBadsToMeasure || bads == fresh.Length)
        {
            return (new ModelComparison(running.Name, fresh.Length, bads, 0, 0, 0, 0, 0), false,
                $"Only {bads} bad ends are newer than what {running.Name} has learned from; {LeastBadsToMeasure} are needed to compare.");
        }

        bool[] bad = [.. fresh.Select(row => row.Bad)];
        double[] candidates = scores[from..], runnings = Scores(running, fresh);
        AucComparison auc = AucComparison.Of(candidates, runnings, bad);
        ModelComparison comparison = new(
            running.Name, fresh.Length, bads, auc.Candidate, auc.Running, auc.LeastGain,
            HoldOutMetrics.Of(candidates, bad).RecallAt(ComparedApproval), HoldOutMetrics.Of(runnings, bad).RecallAt(ComparedApproval));
        FormattableString? against = Against(comparison, auc, metrics);
        FormattableString reason = against ?? $"It ranks better than {running.Name}: {auc.Candidate:F4} against {auc.Running:F4}, surely by {auc.LeastGain:F4}.";
        return (comparison, against is null, FormattableString.Invariant(reason));
    }

    private static FormattableString? Against(ModelComparison comparison, AucComparison auc, HoldOutMetrics metrics)
    {
        if (auc.Gain < LeastGain)
        {
            return $"It does not rank better than {comparison.Running} by {LeastGain}: {auc.Candidate:F4} against {auc.Running:F4}.";
        }

        if (auc.LeastGain <= 0)
        {
            return $"It may rank better than {comparison.Running} by chance alone: {auc.Candidate:F4} against {auc.Running:F4} on {comparison.Bads} bad ends.";
        }

        if (comparison.CandidateRecall < comparison.RunningRecall - MostRecallLost)
        {
            return $"It catches {comparison.CandidateRecall:F3} of the bad at 95 % approval, {comparison.Running} {comparison.RunningRecall:F3}.";
        }

        if (metrics.LogLoss >= metrics.BaseLogLoss)
        {
            return $"Its chances are no better than the plain bad rate: log loss {metrics.LogLoss:F4} against {metrics.BaseLogLoss:F4}.";
        }

        return null;
    }

    // The newest eighth, or further back to ten bad ends, but at most the newer half.
    private static int CalibrationStart(TrainingRow[] learn, int bads)
    {
        int start = learn.Length - (learn.Length / CalibrationParts), seen = learn.Skip(start).Count(row => row.Bad);
        int most = Math.Min(LeastBadsToCalibrate, bads / 2);
        while (seen < most && start > learn.Length / 2)
        {
            seen += learn[--start].Bad ? 1 : 0;
        }

        return start;
    }

    // Purchases of one instant stay on one side.
    private static int CutAt(TrainingRow[] sorted, int length, int wanted)
    {
        int cut = wanted;
        while (cut > 0 && sorted[cut - 1].At == sorted[Math.Min(cut, length - 1)].At)
        {
            cut--;
        }

        return cut == 0 ? wanted : cut;
    }

    private static (int Trees, Calibration Calibration)? Calibrate(TreeEnsemble raw, TrainingRow[] rows)
    {
        int trees = raw.Shapes.Trees.Count;
        double[][] sums = new double[rows.Length][];
        for (int i = 0; i < rows.Length; i++)
        {
            raw.Sums(rows[i].Features, sums[i] = new double[trees]);
        }

        bool[] bad = [.. rows.Select(row => row.Bad)];
        double[] column = new double[rows.Length];
        (int Trees, Calibration Calibration)? best = null;
        double least = double.PositiveInfinity;
        for (int kept = Math.Min(TreesPerStep, trees); kept <= trees; kept += TreesPerStep)
        {
            for (int i = 0; i < rows.Length; i++)
            {
                column[i] = sums[i][kept - 1];
            }

            if (PlattCalibration.Fit(column, bad, out double loss) is { } calibration && loss < least)
            {
                (best, least) = ((kept, calibration), loss);
            }
        }

        return best;
    }

    private static double[] Gains(IEnumerable<GrownTree> trees, int features)
    {
        double[] gains = new double[features];
        foreach ((TreeNode node, double gain) in trees.SelectMany(tree => tree.Shape.Nodes.Zip(tree.SplitGains)))
        {
            gains[node.Feature] += Math.Max(0, gain);
        }

        return gains;
    }

    private static List<TreeShape> Counted(TreeEnsemble raw, int kept, TrainingRow[] rows)
    {
        int[] counts = new int[raw.Shapes.Trees.Sum(tree => tree.Leaves.Count)], leaves = new int[raw.Shapes.Trees.Count];
        foreach (TrainingRow row in rows)
        {
            raw.Leaves(row.Features, leaves);
            foreach (int leaf in leaves)
            {
                counts[leaf]++;
            }
        }

        List<TreeShape> counted = [];
        int at = 0;
        foreach (TreeShape tree in raw.Shapes.Trees.Take(kept))
        {
            counted.Add(tree with { Counts = counts[at..(at + tree.Leaves.Count)] });
            at += tree.Leaves.Count;
        }

        return counted;
    }

    private static double[] Scores(IRiskModel model, TrainingRow[] rows) => [.. rows.Select(row => model.Score(row.Features).LogOdds)];
}
