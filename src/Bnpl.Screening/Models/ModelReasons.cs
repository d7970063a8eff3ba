namespace Bnpl.Screening.Models;

/// <param name="Code"><c>model_</c> and the features' reason code.</param>
/// <param name="Points">How much lower the risk of 0–1000 would be without these features.</param>
internal sealed record ModelReason(string Code, string? Field, int Points, string MessageJa, string MessageEn);

/// <summary>The few reasons that a person can read for a score: features of one code together, the strongest first.</summary>
internal static class ModelReasons
{
    public const int Most = 3;

    /// <summary>Less than this does not explain anything.</summary>
    public const int LeastPoints = 25;

    public static IReadOnlyList<ModelReason> Of(FeatureSchema schema, RiskScore score, ReadOnlySpan<double> contributions)
    {
        Dictionary<string, Group> groups = new(StringComparer.Ordinal);
        for (int i = 0; i < contributions.Length; i++)
        {
            Feature feature = schema.Features[i];
            Group group = groups.GetValueOrDefault(feature.ReasonCode, new Group(feature, 0, double.NegativeInfinity));
            groups[feature.ReasonCode] = contributions[i] > group.Largest
                ? new Group(feature, group.Sum + contributions[i], contributions[i])
                : group with { Sum = group.Sum + contributions[i] };
        }

        return
        [
            .. groups.Values
                .Select(group => (group.Strongest, Points: score.Risk - RiskScore.RiskOf(score.LogOdds - group.Sum)))
                .Where(reason => reason.Points >= LeastPoints)
                .OrderByDescending(reason => reason.Points)
                .ThenBy(reason => reason.Strongest.ReasonCode, StringComparer.Ordinal)
                .Take(Most)
                .Select(reason => new ModelReason(
                    "model_" + reason.Strongest.ReasonCode, reason.Strongest.Field, reason.Points, reason.Strongest.MessageJa, reason.Strongest.MessageEn)),
        ];
    }

    private readonly record struct Group(Feature Strongest, double Sum, double Largest);
}
