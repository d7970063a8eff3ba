namespace Bnpl.Screening.Models;

/// <summary>
/// What counts as "not known" in a feature vector. Trees send it to the side of the small values, at every split, in
/// training and in scoring alike; a split just above it tells the missing from all others.
/// </summary>
internal static class Missing
{
    /// <summary>No real feature comes near it; above the largest gap that a split can fall into.</summary>
    private const float Limit = 1e29f;

    /// <summary>Stands for a missing value while a model is trained: further below every value than any of them.</summary>
    public const float WhenTraining = -1e30f;

    public static bool Is(float value) => !(MathF.Abs(value) < Limit);
}
