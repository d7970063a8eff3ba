namespace Bnpl.Screening.Models;

/// <summary>
/// What turns a feature vector into a risk: the trained trees, or the baseline where there are none yet. Pure, the same to
/// the last bit for the same vector, without allocation, and usable by many threads at once.
/// A feature that is not a number, or as large as 10^29, is missing.
/// </summary>
internal interface IRiskModel
{
    /// <summary>Stored with each screening: <c>trees-7</c>, <c>baseline-2</c>.</summary>
    string Name { get; }

    int FeatureVersion { get; }

    int FeatureCount { get; }

    /// <summary>The newest purchase it has learned from; null when it has learned from none.</summary>
    DateTimeOffset? LearnedThrough { get; }

    RiskScore Score(ReadOnlySpan<float> features);

    /// <summary>
    /// The same score, and what each feature added to the log-odds of an average purchase.
    /// </summary>
    /// <param name="contributions">One place for each feature.</param>
    /// <param name="average">The log-odds that the contributions are added to.</param>
    RiskScore Explain(ReadOnlySpan<float> features, Span<double> contributions, out double average);
}
