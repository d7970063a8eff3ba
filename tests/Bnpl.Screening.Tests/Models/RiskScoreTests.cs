using Bnpl.Screening.Models;
using CsCheck;

namespace Bnpl.Screening.Tests.Models;

public sealed class RiskScoreTests
{
    [Theory]
    [InlineData(0.5, 500)]
    [InlineData(0.012, 99)]
    [InlineData(0.1, 250)]
    [InlineData(0.9, 750)]
    [InlineData(0.9999, 990)]
    public void A_chance_has_its_place_on_the_scale(double chance, int risk)
    {
        RiskScore score = RiskScore.Of(Math.Log(chance / (1 - chance)));
        Assert.Equal(risk, score.Risk);
        Assert.Equal(chance, score.Probability, 1e-12);
    }

    [Fact]
    public void More_risk_never_has_a_smaller_number() => Gen.Select(Gen.Double[-100, 100], Gen.Double[0, 50]).Sample((odds, more) =>
        RiskScore.RiskOf(odds) <= RiskScore.RiskOf(odds + more) && RiskScore.RiskOf(odds) is >= 0 and <= RiskScore.Highest);

    [Fact]
    public void The_exponential_is_that_of_the_library() => Gen.Double[-55, 55].Sample(odds =>
        Math.Abs((RiskScore.Of(odds).Probability * (1 + Math.Exp(-odds))) - 1) < 1e-14);

    [Fact]
    public void The_ends_of_the_scale_are_reached()
    {
        Assert.Equal(0, RiskScore.RiskOf(double.NegativeInfinity));
        Assert.Equal(1000, RiskScore.RiskOf(double.PositiveInfinity));
        Assert.Equal(0, RiskScore.RiskOf(-1e300));
    }
}
