using Bnpl.Screening.Models;

namespace Bnpl.Screening.Tests.Models;

public sealed class ModelTrainingTests
{
    private static readonly DateTimeOffset s_now = SimulatedPurchases.Start.AddDays(400);

    [Fact]
    public void What_there_is_to_learn_is_learned_and_promoted_over_the_baseline()
    {
        TrainingResult.Trained trained = SimulatedPurchases.Trained.Value;
        TrainingRow[] unseen = SimulatedPurchases.Rows(5_000, seed: 99);
        bool[] bad = [.. unseen.Select(row => row.Bad)];
        double best = AucComparison.Auc([.. unseen.Select(row => SimulatedPurchases.Chance(row.Features))], bad);
        double ours = AucComparison.Auc([.. unseen.Select(row => trained.Model.Score(row.Features).LogOdds)], bad);
        Assert.InRange(ours, best - 0.05, best + 0.01);
        Assert.True(trained.Promoted, trained.Reason);
        Assert.True(trained.Metrics.LogLoss < trained.Metrics.BaseLogLoss);
        Assert.Equal("baseline-2", trained.Comparison.Running);
        Assert.Equal(SimulatedPurchases.Velocity, trained.Model.Shapes.Gains.Index().MaxBy(gain => gain.Item).Index);
    }

    [Fact]
    public void The_same_purchases_in_any_order_train_the_same_model_to_the_last_byte()
    {
        TrainingRow[] rows = SimulatedPurchases.Rows(1_500, seed: 2), shuffled = [.. rows];
        new Random(1).Shuffle(shuffled);
        Assert.Equal(Bytes(rows), Bytes(shuffled));

        static byte[] Bytes(TrainingRow[] rows) => TreeEnsembleFormat.Write(Train(rows).Model.Shapes);
    }

    [Fact]
    public void Nothing_newer_than_the_hold_outs_beginning_is_learned()
    {
        TrainingRow[] rows = SimulatedPurchases.Rows(1_500, seed: 2);
        TreeEnsemble model = Train(rows).Model;
        DateTimeOffset through = model.Shapes.Provenance.LearnedThrough;
        Assert.Equal(rows[1_199].At, through);

        // The newest fifth turned upside down changes how the model is measured, never the model.
        TrainingRow[] turned = [.. rows.Select(row => row.At > through ? row with { Bad = !row.Bad } : row)];
        TrainingResult.Trained other = Train(turned);
        Assert.Equal(model.Shapes.Trees.SelectMany(tree => tree.Leaves), other.Model.Shapes.Trees.SelectMany(tree => tree.Leaves));
        Assert.Equal(model.Shapes.Calibration, other.Model.Shapes.Calibration);
        Assert.True(other.Metrics.Auc < 0.5);
        Assert.False(other.Promoted);
    }

    [Fact]
    public void Purchases_of_one_instant_stay_on_one_side()
    {
        TrainingRow[] rows = [.. SimulatedPurchases.Rows(1_000, seed: 4).Index().Select(row => row.Item with { At = SimulatedPurchases.Start.AddDays(row.Index / 90) })];
        Assert.Equal(SimulatedPurchases.Start.AddDays(7), Train(rows).Model.Shapes.Provenance.LearnedThrough);
    }

    [Fact]
    public void Too_little_to_learn_from_is_refused_with_the_numbers()
    {
        TrainingRow[] rows = SimulatedPurchases.Rows(1_000, seed: 3);
        Assert.Equal("too_few_rows", Refused(rows[..499]).Code);
        Assert.Equal("too_few_rows", Refused([]).Code);
        Assert.Equal("too_few_bads", Refused([.. rows.Select(row => row with { Bad = false })]).Code);
        Assert.Equal("too_few_bads", Refused([.. rows.Select(row => row with { Bad = true })]).Code);
        TrainingResult.Refused old = Refused([.. rows.Index().Select(row => row.Item with { Bad = row.Index < 100 })]);
        Assert.Equal("too_few_bads", old.Code);
        Assert.Contains("100 bad ends among the 800 older purchases and 0", old.Reason, StringComparison.Ordinal);

        static TrainingResult.Refused Refused(TrainingRow[] rows) =>
            Assert.IsType<TrainingResult.Refused>(ModelTraining.Train(rows, SimulatedPurchases.Schema, SimulatedPurchases.Baseline, 1, s_now));
    }

    [Fact]
    public void Chance_alone_is_not_promoted()
    {
        TrainingResult result = ModelTraining.Train(SimulatedPurchases.Rows(2_000, seed: 7, learnable: false), SimulatedPurchases.Schema, SimulatedPurchases.Baseline, 1, s_now);
        Assert.False(result is TrainingResult.Trained { Promoted: true });
    }

    [Fact]
    public void A_model_no_better_than_the_running_one_is_not_promoted()
    {
        TreeEnsemble running = SimulatedPurchases.Trained.Value.Model;
        TrainingRow[] later = [.. SimulatedPurchases.Rows(4_000, seed: 21).Select(row => row with { At = row.At.AddDays(200) })];
        TrainingResult.Trained result = Assert.IsType<TrainingResult.Trained>(ModelTraining.Train(later, SimulatedPurchases.Schema, running, 2, s_now));
        Assert.False(result.Promoted);
        Assert.Equal("trees-1", result.Comparison.Running);
        Assert.Contains("trees-1", result.Reason, StringComparison.Ordinal);
        Assert.Equal(800, result.Comparison.Rows);
    }

    [Fact]
    public void A_running_model_is_compared_only_on_what_it_has_not_learned_from()
    {
        TrainingRow[] rows = SimulatedPurchases.Rows(1_500, seed: 2);
        TreeEnsemble running = new(1, SimulatedPurchases.Trained.Value.Model.Shapes with
        {
            Provenance = SimulatedPurchases.Trained.Value.Model.Shapes.Provenance with { LearnedThrough = rows[1_490].At },
        });
        TrainingResult.Trained result = Assert.IsType<TrainingResult.Trained>(ModelTraining.Train(rows, SimulatedPurchases.Schema, running, 2, s_now));
        Assert.Equal(9, result.Comparison.Rows);
        Assert.False(result.Promoted);
    }

    private static TrainingResult.Trained Train(TrainingRow[] rows) =>
        Assert.IsType<TrainingResult.Trained>(ModelTraining.Train(rows, SimulatedPurchases.Schema, SimulatedPurchases.Baseline, 1, s_now));
}
