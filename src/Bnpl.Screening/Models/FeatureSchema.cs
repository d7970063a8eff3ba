namespace Bnpl.Screening.Models;

/// <summary>One input of the model, and what a person reads when it raised the risk.</summary>
/// <param name="Name">As stored with a model; ASCII, at most <see cref="FeatureSchema.MostNameLength"/> characters.</param>
/// <param name="ReasonCode">Features of one code are told as one reason.</param>
/// <param name="Field">Dotted path of the request's field, or null when it is about the purchase as a whole.</param>
internal sealed record Feature(string Name, string ReasonCode, string? Field, string MessageJa, string MessageEn);

/// <summary>The inputs of a model, in the order of the vector. Another order or another meaning is another version.</summary>
internal sealed class FeatureSchema
{
    public const int MostFeatures = 400;
    public const int MostNameLength = 64;

    public FeatureSchema(int version, IReadOnlyList<Feature> features)
    {
        if (features.Count is 0 or > MostFeatures)
        {
            throw new ArgumentException($"A schema has 1 to {MostFeatures} features.", nameof(features));
        }

        if (features.Any(feature => !IsName(feature.Name)) || features.DistinctBy(feature => feature.Name).Count() != features.Count)
        {
            throw new ArgumentException("Names of features are printable ASCII, short and distinct.", nameof(features));
        }

        (Version, Features) = (version, features);
    }

    public int Version { get; }

    public IReadOnlyList<Feature> Features { get; }

    public static bool IsName(string name) => name.Length is > 0 and <= MostNameLength && !name.AsSpan().ContainsAnyExceptInRange('!', '~');
}
