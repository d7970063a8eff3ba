using Bnpl.Contracts.Screening;
using Bnpl.Screening.Policies;

namespace Bnpl.Screening.Models;

/// <summary>What the model in use says of a feature vector, in the words of policies.</summary>
internal static class AssessRisk
{
    public static AssessedRisk Of(ModelInUse inUse, ReadOnlySpan<float> features)
    {
        Span<double> contributions = stackalloc double[FeatureSchema.MostFeatures];
        contributions = contributions[..features.Length];
        RiskScore score = inUse.Model.Explain(features, contributions, out _);
        return new AssessedRisk(
            score.Risk,
            inUse.Model.Name,
            Trained: inUse.Model.LearnedThrough is not null,
            [.. ModelReasons.Of(SignalFeatures.Schema, score, contributions).Select(reason => new ScreeningReason(reason.Code, reason.Field, 0, reason.MessageJa))]);
    }
}
