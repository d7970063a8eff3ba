namespace Bnpl.Screening.Models;

/// <summary>Where a model comes from, carried inside it.</summary>
/// <param name="LearnedThrough">The newest purchase that it has learned from.</param>
/// <param name="Rows">Purchases that it has learned from.</param>
/// <param name="Auc">On the hold-out.</param>
internal sealed record Provenance(DateTimeOffset TrainedAt, DateTimeOffset LearnedThrough, int Rows, int Bads, double Auc);

/// <summary>Turns the trees' sum into log-odds: slope · sum + intercept.</summary>
internal readonly record struct Calibration(double Slope, double Intercept);

/// <summary>
/// Boosted regression trees in flat arrays: all that scoring needs and nothing of the library that grew them.
/// A contribution is the sum, over the splits on a feature that the purchase passed, of how much the mean of the training
/// purchases below the split differs from that above it; together they are exactly the score.
/// </summary>
internal sealed class TreeEnsemble : IRiskModel
{
    /// <summary>Of every trained model's name, before its version.</summary>
    public const string NamePrefix = "trees-";

    private readonly TreeNode[] _nodes;
    private readonly double[] _leaves;
    private readonly double[] _means;
    private readonly int[] _roots;
    private readonly double _average;

    /// <param name="version">The tenant's number for this model.</param>
    public TreeEnsemble(int version, TreeShapes shapes)
    {
        Version = version;
        Name = $"{NamePrefix}{version}";
        Shapes = shapes;
        (_nodes, _leaves, _means, _roots) = shapes.Flatten();
        double average = 0;
        foreach (int root in _roots)
        {
            average += root < 0 ? _leaves[~root] : _means[root];
        }

        _average = Calibrated(average);
    }

    public int Version { get; }

    public string Name { get; }

    public TreeShapes Shapes { get; }

    public int FeatureVersion => Shapes.FeatureVersion;

    public int FeatureCount => Shapes.FeatureNames.Count;

    public DateTimeOffset? LearnedThrough => Shapes.Provenance.LearnedThrough;

    /// <summary>What it takes in memory, about.</summary>
    public int Bytes => (_nodes.Length * 16) + ((_leaves.Length + _means.Length) * sizeof(double)) + (_roots.Length * sizeof(int)) + Shapes.Bytes;

    public static TreeEnsemble Parse(int version, ReadOnlySpan<byte> bytes) => new(version, TreeEnsembleFormat.Read(bytes));

    public bool Fits(FeatureSchema schema) =>
        schema.Version == FeatureVersion && schema.Features.Select(feature => feature.Name).SequenceEqual(Shapes.FeatureNames, StringComparer.Ordinal);

    public RiskScore Score(ReadOnlySpan<float> features)
    {
        Span<float> known = stackalloc float[FeatureSchema.MostFeatures];
        return RiskScore.Of(Calibrated(Sum(Clean(features, known))));
    }

    /// <summary>The sum of the trees' answers, before calibration, after each of them.</summary>
    public void Sums(ReadOnlySpan<float> features, Span<double> afterEachTree)
    {
        Span<float> known = stackalloc float[FeatureSchema.MostFeatures];
        ReadOnlySpan<float> clean = Clean(features, known);
        double sum = 0;
        for (int tree = 0; tree < _roots.Length; tree++)
        {
            afterEachTree[tree] = sum += _leaves[LeafOf(clean, _roots[tree])];
        }
    }

    public RiskScore Explain(ReadOnlySpan<float> features, Span<double> contributions, out double average)
    {
        if (contributions.Length != FeatureCount)
        {
            throw new ArgumentException($"{FeatureCount} features are expected.", nameof(contributions));
        }

        Span<float> known = stackalloc float[FeatureSchema.MostFeatures];
        ReadOnlySpan<float> clean = Clean(features, known);
        contributions.Clear();
        double slope = Shapes.Calibration.Slope, sum = 0;
        foreach (int root in _roots)
        {
            int at = root;
            double mean = at < 0 ? 0 : _means[at];
            while (at >= 0)
            {
                ref readonly TreeNode node = ref _nodes[at];
                at = clean[node.Feature] > node.Threshold ? node.Right : node.Left;
                double next = at < 0 ? _leaves[~at] : _means[at];
                contributions[node.Feature] += slope * (next - mean);
                mean = next;
            }

            sum += _leaves[~at];
        }

        average = _average;
        return RiskScore.Of(Calibrated(sum));
    }

    /// <summary>Which leaf of a tree a purchase falls into, counted through all trees.</summary>
    public void Leaves(ReadOnlySpan<float> features, Span<int> leafOfTree)
    {
        Span<float> known = stackalloc float[FeatureSchema.MostFeatures];
        ReadOnlySpan<float> clean = Clean(features, known);
        for (int tree = 0; tree < _roots.Length; tree++)
        {
            leafOfTree[tree] = LeafOf(clean, _roots[tree]);
        }
    }

    private double Calibrated(double sum) => (Shapes.Calibration.Slope * sum) + Shapes.Calibration.Intercept;

    private double Sum(ReadOnlySpan<float> clean)
    {
        double sum = 0;
        foreach (int root in _roots)
        {
            sum += _leaves[LeafOf(clean, root)];
        }

        return sum;
    }

    private int LeafOf(ReadOnlySpan<float> clean, int at)
    {
        TreeNode[] nodes = _nodes;
        while (at >= 0)
        {
            ref readonly TreeNode node = ref nodes[at];
            at = clean[node.Feature] > node.Threshold ? node.Right : node.Left;
        }

        return ~at;
    }

    private ReadOnlySpan<float> Clean(ReadOnlySpan<float> features, Span<float> known)
    {
        if (features.Length != FeatureCount)
        {
            throw new ArgumentException($"{FeatureCount} features are expected.", nameof(features));
        }

        for (int i = 0; i < features.Length; i++)
        {
            known[i] = Missing.Is(features[i]) ? float.NegativeInfinity : features[i];
        }

        return known[..features.Length];
    }
}

/// <summary>A split: values above the threshold go right. A child below zero is a leaf, by its complement.</summary>
internal readonly record struct TreeNode(int Feature, float Threshold, int Left, int Right);
