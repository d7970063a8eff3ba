using Bnpl.Screening.Models;
using CsCheck;

namespace Bnpl.Screening.Tests.Models;

public sealed class BaselineScoreTests
{
    private static readonly BaselineScore s_baseline = new(SimulatedPurchases.Schema, new Dictionary<string, BaselineWeight>
    {
        ["velocity.phone.d1"] = new(2, 6, 2),
        ["shop.new"] = new(1, 1, 1),
        ["buyer.age"] = new(20, 60, -0.5),
        ["not.in.the.schema"] = new(0, 1, 100),
    });

    [Fact]
    public void A_purchase_of_which_nothing_is_known_has_the_ordinary_risk() =>
        Assert.Equal(100, s_baseline.Score([float.NaN, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN]).Risk);

    [Fact]
    public void More_of_a_bad_thing_never_lowers_the_risk() => Gen.Select(Gen.Float[-100, 100], Gen.Float[0, 100]).Sample((value, more) =>
        s_baseline.Score([value, 0, 0, 0, 0, 0]).LogOdds <= s_baseline.Score([value + more, 0, 0, 0, 0, 0]).LogOdds);

    [Fact]
    public void Contributions_and_the_average_are_together_the_score() => Gen.Float.Array[6].Sample(features =>
    {
        double[] contributions = new double[6];
        RiskScore score = s_baseline.Explain(features, contributions, out double average);
        Assert.Equal(s_baseline.Score(features), score);
        Assert.Equal(score.LogOdds, average + contributions.Sum(), 1e-12);
    });

    [Fact]
    public void A_weight_without_width_is_a_step()
    {
        Assert.Equal(-4.4, s_baseline.Score([0, 0, 0, 0, 0.9f, 0]).LogOdds, 1e-12);
        Assert.Equal(-3.4, s_baseline.Score([0, 0, 0, 0, 1, 0]).LogOdds, 1e-12);
    }

    [Fact]
    public void A_ramp_backwards_is_refused() => Assert.Throws<ArgumentException>(() =>
        new BaselineScore(SimulatedPurchases.Schema, new Dictionary<string, BaselineWeight> { ["noise"] = new(2, 1, 1) }));
}
