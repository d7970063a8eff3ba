using Bnpl.Contracts.Screening;
using Bnpl.Screening.Models;

namespace Bnpl.Screening.Policies;

/// <summary>What a risk model says of a purchase, before any rule.</summary>
/// <param name="Trained">From this tenant's outcomes, not the baseline.</param>
/// <param name="Reasons">What raised the risk most; they carry no points, for points are given by rules.</param>
internal sealed record AssessedRisk(int Risk, string Model, bool Trained, IReadOnlyList<ScreeningReason> Reasons)
{
    /// <summary>The baseline is made of what the rules look at, so that its reasons would only say theirs once more.</summary>
    public static AssessedRisk Of(IRiskModel model, float[] features)
    {
        bool trained = model is TreeEnsemble;
        if (!trained)
        {
            return new AssessedRisk(model.Score(features).Risk, model.Name, trained, []);
        }

        Span<double> contributions = stackalloc double[FeatureSchema.MostFeatures];
        contributions = contributions[..model.FeatureCount];
        RiskScore score = model.Explain(features, contributions, out _);
        return new AssessedRisk(
            score.Risk,
            model.Name,
            trained,
            [.. ModelReasons.Of(SignalFeatures.Schema, score, contributions).Select(reason => new ScreeningReason(reason.Code, reason.Field, 0, reason.MessageJa, "review"))]);
    }
}
