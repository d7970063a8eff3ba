using Bnpl.Screening.Models;

namespace Bnpl.Screening.Tests.Models;

public sealed class ModelReasonsTests
{
    [Fact]
    public void Features_of_one_code_are_one_reason_told_by_the_strongest_of_them()
    {
        IReadOnlyList<ModelReason> reasons = ModelReasons.Of(SimulatedPurchases.Schema, RiskScore.Of(0), [0.6, 0.3, 0, 0, 0.5, -0.2]);
        Assert.Equal(["model_basket", "model_velocity"], reasons.Select(reason => reason.Code));
        Assert.Equal("merchant", reasons[0].Field);
        Assert.Equal("新しい加盟店です。", reasons[0].MessageJa);
        Assert.Equal(500 - RiskScore.RiskOf(-0.8), reasons[0].Points);
    }

    [Fact]
    public void What_hardly_counts_and_what_speaks_for_the_purchase_is_not_told() =>
        Assert.Empty(ModelReasons.Of(SimulatedPurchases.Schema, RiskScore.Of(-4.4), [0.1, -3, 0.05, 0.1, 0, -1]));

    [Fact]
    public void At_most_three_are_told_the_strongest_first()
    {
        IReadOnlyList<ModelReason> reasons = ModelReasons.Of(SimulatedPurchases.Schema, RiskScore.Of(1), [1, 0.5, 2, 1.5, 0, 0.9]);
        Assert.Equal(["model_hour", "model_age", "model_velocity"], reasons.Select(reason => reason.Code));
    }
}
