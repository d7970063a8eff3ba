using Bnpl.Screening.Models;
using CsCheck;

namespace Bnpl.Screening.Tests.Models;

public sealed class PopulationTests
{
    private static readonly Gen<float> s_value = Gen.Frequency((4, Gen.Int[0, 5].Select(i => (float)i)), (4, Gen.Float[-1000, 1000]), (1, Gen.Const(float.NaN)));

    [Fact]
    public void A_population_is_stable_against_itself() => s_value.Array[1, 300].Sample(values =>
    {
        Spread spread = Spread.Of("x", values);
        Assert.Equal(1, spread.Shares.Sum(), 1e-4);
        Assert.True(spread.Edges.Count <= 9);
        Assert.Equal(0, spread.Stability(Counts(spread, values)), 1e-3);
    });

    [Fact]
    public void The_same_source_is_stable_and_a_moved_one_is_drifted()
    {
        Random random = new(5);
        Spread spread = Spread.Of("x", Draw(random, 0));
        Assert.InRange(spread.Stability(Counts(spread, Draw(random, 0))), 0, 0.02);
        Assert.InRange(spread.Stability(Counts(spread, [.. Draw(random, 0).Select(x => x * x * x * x > random.NextDouble() ? 1 : x)])), 0.1, 0.25);
        Assert.True(spread.Stability(Counts(spread, Draw(random, 0.5f))) > 0.25);
        float[] lost = Draw(random, 0);
        Array.Fill(lost, float.NaN, 0, 5_000);
        Assert.True(spread.Stability(Counts(spread, lost)) > 0.25);

        static float[] Draw(Random random, float shift) => [.. Enumerable.Range(0, 10_000).Select(_ => (float)random.NextDouble() + shift)];
    }

    [Fact]
    public void A_flag_and_a_constant_have_the_bins_they_need()
    {
        Assert.Equal([0f], Spread.Of("flag", [0, 0, 0, 1, 1]).Edges);
        Assert.Equal([0.6, 0.4, 0], Spread.Of("flag", [0, 0, 0, 1, 1]).Shares);
        Assert.Empty(Spread.Of("constant", [3, 3, 3]).Edges);
        Assert.Equal([0, 1.0], Spread.Of("missing", [float.NaN, float.NaN]).Shares);
        Assert.Equal(0, Spread.Of("x", [1]).Stability([0, 0]));
    }

    [Fact]
    public void A_trained_models_population_is_its_training_purchases()
    {
        Population population = SimulatedPurchases.Trained.Value.Population;
        Assert.Equal(SimulatedPurchases.Schema.Features.Select(feature => feature.Name), population.Features.Select(feature => feature.Name));
        Assert.Equal(0.25, population.Features[SimulatedPurchases.Age].Shares[^1], 0.03);
        Assert.Equal(0, population.Score.Shares[^1]);
    }

    private static long[] Counts(Spread spread, float[] values)
    {
        long[] counts = new long[spread.Shares.Count];
        foreach (float value in values)
        {
            counts[spread.BinOf(value)]++;
        }

        return counts;
    }
}
