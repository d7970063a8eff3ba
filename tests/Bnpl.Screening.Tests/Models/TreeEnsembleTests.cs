using Bnpl.Screening.Models;
using CsCheck;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Bnpl.Screening.Tests.Models;

public sealed class TreeEnsembleTests
{
    private static readonly TreeEnsemble s_model = SimulatedPurchases.Trained.Value.Model;

    private static readonly float[] s_odd = [float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, -0f, 1e-40f];

    private static readonly Gen<float> s_value = Gen.Frequency(
        (6, Gen.Float[-10, 100_000]), (2, Gen.Float[0, 24]), (1, Gen.Const(float.NaN)), (1, Gen.Int[0, s_odd.Length - 1].Select(i => s_odd[i])), (1, Gen.Float));

    private static readonly Gen<float[]> s_features = s_value.Array[SimulatedPurchases.Schema.Features.Count];

    [Fact]
    public void Sums_are_those_of_the_library_that_grew_the_trees()
    {
        TrainingRow[] rows = SimulatedPurchases.Rows(3_000, seed: 5);
        IReadOnlyList<GrownTree> grown = GradientBoosting.Grow(rows, SimulatedPurchases.Schema.Features.Count, out ITransformer library);
        TreeEnsemble ours = new(1, new TreeShapes(
            1, s_model.Shapes.FeatureNames, s_model.Shapes.Gains, new Calibration(1, 0), s_model.Shapes.Provenance, [.. grown.Select(tree => tree.Shape)]));

        Random random = new(6);
        TrainingRow[] unseen =
        [
            .. Enumerable.Range(0, 3_000).Select(i => new TrainingRow(SimulatedPurchases.Features(random), i % 2 == 0, SimulatedPurchases.Start)),
            .. Enumerable.Range(0, 500).Select(_ => new TrainingRow(
                [.. SimulatedPurchases.Schema.Features.Select(_ => random.Next(3) == 0 ? s_odd[random.Next(s_odd.Length)] : random.Next(50))], Bad: true, SimulatedPurchases.Start)),
        ];
        MLContext context = new(1);
        IDataView scored = library.Transform(GradientBoosting.View(context, unseen, SimulatedPurchases.Schema.Features.Count));
        float[] theirs = [.. scored.GetColumn<float>("Score")];

        Assert.Equal(unseen.Length, theirs.Length);
        Assert.True(theirs.Distinct().Count() > 500, "The comparison would be empty if the trees always said the same.");
        double[] sums = new double[grown.Count];
        for (int i = 0; i < unseen.Length; i++)
        {
            ours.Sums(unseen[i].Features, sums);
            Assert.Equal(theirs[i], sums[^1], 1e-5 * Math.Max(1, Math.Abs(sums[^1])));
        }
    }

    [Fact]
    public void Contributions_and_the_average_are_together_the_score() => s_features.Sample(features =>
    {
        double[] contributions = new double[features.Length];
        RiskScore explained = s_model.Explain(features, contributions, out double average);
        Assert.Equal(s_model.Score(features), explained);
        Assert.Equal(explained.LogOdds, average + contributions.Sum(), 1e-9);
        Assert.InRange(explained.Risk, 0, RiskScore.Highest);
    });

    [Fact]
    public void A_feature_contributes_what_it_is_known_to_do()
    {
        float[] quiet = [0, 5_000, 12, 40, 0, 0.5f], busy = [6, 5_000, 12, 40, 0, 0.5f];
        double[] contributions = new double[quiet.Length];
        s_model.Explain(busy, contributions, out _);
        Assert.Equal(SimulatedPurchases.Velocity, contributions.Index().MaxBy(c => c.Item).Index);
        Assert.True(contributions[SimulatedPurchases.Velocity] > 1);
        s_model.Explain(quiet, contributions, out _);
        Assert.True(contributions[SimulatedPurchases.Velocity] < 0);
    }

    [Fact]
    public void A_missing_value_is_a_value_of_its_own()
    {
        Random random = new(9);
        double raised = Enumerable.Range(0, 500).Average(_ =>
        {
            float[] known = SimulatedPurchases.Features(random);
            known[SimulatedPurchases.Age] = random.Next(18, 80);
            double odds = s_model.Score(known).LogOdds;
            known[SimulatedPurchases.Age] = float.NaN;
            return s_model.Score(known).LogOdds - odds;
        });
        Assert.InRange(raised, 0.25, 2);
        float[] unknown = [1, 5_000, 12, float.NaN, 0, 0.5f];
        foreach (float missing in new[] { float.PositiveInfinity, float.NegativeInfinity, 1e29f, -1e30f, float.MaxValue })
        {
            unknown[SimulatedPurchases.Age] = missing;
            Assert.Equal(s_model.Score([1, 5_000, 12, float.NaN, 0, 0.5f]), s_model.Score(unknown));
        }
    }

    [Fact]
    public void A_vector_of_another_length_is_a_mistake_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => s_model.Score(new float[5]));
        Assert.Throws<ArgumentException>(() => s_model.Score(new float[7]));
        Assert.Throws<ArgumentException>(() => s_model.Explain(new float[6], new double[5], out _));
    }

    [Fact]
    public void Scoring_allocates_nothing_and_many_threads_agree()
    {
        float[][] vectors = [.. Enumerable.Range(0, 200).Select(i => SimulatedPurchases.Features(new Random(i)))];
        double[] expected = [.. vectors.Select(v => s_model.Score(v).LogOdds)];
        double[] contributions = new double[vectors[0].Length];
        s_model.Explain(vectors[0], contributions, out _);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < vectors.Length; i++)
        {
            s_model.Score(vectors[i]);
            s_model.Explain(vectors[i], contributions, out _);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Parallel.For(0, 2_000, i => Assert.Equal(expected[i % 200], s_model.Score(vectors[i % 200]).LogOdds));
    }
}
