using Bnpl.Screening.Models;
using Bnpl.Screening.Policies;
using Catalogue = Bnpl.Screening.Signals.Features;

namespace Bnpl.Screening.Tests.Models;

public sealed class SignalFeaturesTests
{
    [Fact]
    public void The_schema_is_the_catalogues_features_in_their_order()
    {
        Assert.Equal(Catalogue.Names, SignalFeatures.Schema.Features.Select(feature => feature.Name));
        Assert.Equal(Catalogue.Version, SignalFeatures.Schema.Version);
    }

    [Fact]
    public void Every_weight_of_the_baseline_is_of_a_feature_that_there_is() =>
        Assert.Equal([], BaselineWeights.All.Keys.Except(Catalogue.Names));

    [Fact]
    public void Every_feature_has_words_in_both_languages_and_a_code_that_fits_a_reason() => Assert.All(SignalFeatures.Schema.Features, feature =>
    {
        Assert.Matches("^[a-z0-9_]+$", feature.ReasonCode);
        Assert.EndsWith("。", feature.MessageJa, StringComparison.Ordinal);
        Assert.EndsWith(".", feature.MessageEn, StringComparison.Ordinal);
    });

    [Fact]
    public void The_baseline_tells_a_buyer_with_a_past_from_one_without()
    {
        float[] stranger = new float[SignalFeatures.Schema.Features.Count];
        Array.Fill(stranger, float.NaN);
        float[] debtor = [.. stranger], regular = [.. stranger], runner = [.. stranger];
        debtor[IndexOf("history.bad_debt")] = 1;
        regular[IndexOf("history.paid")] = 5;
        runner[IndexOf("velocity.phone.d1")] = 20;
        runner[IndexOf("names.phone")] = 4;
        runner[IndexOf("signals.many_merchants")] = 1;
        int[] risks = [.. new[] { regular, stranger, debtor, runner }.Select(features => SignalFeatures.Baseline.Score(features).Risk)];
        Assert.Equal(risks.Order(), risks);
        Assert.Equal(100, risks[1]);
        Assert.InRange(risks[2], 300, 400);

        AssessedRisk assessed = AssessedRisk.Of(SignalFeatures.Baseline, runner);
        Assert.Equal(risks[3], assessed.Risk);
        Assert.False(assessed.Trained);
        Assert.Empty(assessed.Reasons);
    }

    private static int IndexOf(string name) => SignalFeatures.Schema.Features.Index().Single(feature => feature.Item.Name == name).Index;
}
