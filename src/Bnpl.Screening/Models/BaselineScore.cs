namespace Bnpl.Screening.Models;

/// <summary>
/// A weight set by hand: nothing up to <paramref name="From"/>, all of <paramref name="LogOdds"/> from
/// <paramref name="To"/> on, in proportion between. A missing feature says nothing.
/// </summary>
internal readonly record struct BaselineWeight(float From, float To, double LogOdds)
{
    public double At(float value) =>
        Missing.Is(value) ? 0 : From == To ? (value >= To ? LogOdds : 0) : LogOdds * Math.Clamp(((double)value - From) / ((double)To - From), 0, 1);
}

/// <summary>
/// The score of a tenant without history, so that there always is one: a logistic sum of ramps over the same features that
/// models learn from. Each ramp only rises or only falls, so that more of a bad thing never lowers the risk.
/// </summary>
internal sealed class BaselineScore : IRiskModel
{
    public const string ModelName = "baseline-2";

    // Where nothing stands out, 1.2 % of purchases end badly: a risk of 100.
    private const double Ordinary = -4.4;

    private readonly BaselineWeight[] _weights;

    public BaselineScore(FeatureSchema schema, IReadOnlyDictionary<string, BaselineWeight> weights)
    {
        FeatureVersion = schema.Version;
        _weights = [.. schema.Features.Select(feature => weights.GetValueOrDefault(feature.Name))];
        if (_weights.Any(weight => !(weight.From <= weight.To) || !double.IsFinite(weight.LogOdds)))
        {
            throw new ArgumentException("A ramp goes from a number to one that is not smaller.", nameof(weights));
        }
    }

    public string Name => ModelName;

    public int FeatureVersion { get; }

    public int FeatureCount => _weights.Length;

    public DateTimeOffset? LearnedThrough => null;

    public RiskScore Score(ReadOnlySpan<float> features)
    {
        CheckLength(features.Length, nameof(features));
        double sum = Ordinary;
        for (int i = 0; i < _weights.Length; i++)
        {
            sum += _weights[i].At(features[i]);
        }

        return RiskScore.Of(sum);
    }

    public RiskScore Explain(ReadOnlySpan<float> features, Span<double> contributions, out double average)
    {
        CheckLength(features.Length, nameof(features));
        CheckLength(contributions.Length, nameof(contributions));
        double sum = average = Ordinary;
        for (int i = 0; i < _weights.Length; i++)
        {
            sum += contributions[i] = _weights[i].At(features[i]);
        }

        return RiskScore.Of(sum);
    }

    private void CheckLength(int length, string name)
    {
        if (length != _weights.Length)
        {
            throw new ArgumentException($"{_weights.Length} features are expected.", name);
        }
    }
}
