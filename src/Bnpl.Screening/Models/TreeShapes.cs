namespace Bnpl.Screening.Models;

/// <summary>One tree: splits and leaves, each numbered from 0 within the tree, a parent before its children.</summary>
/// <param name="Counts">How many of the training purchases ended in each leaf.</param>
internal sealed record TreeShape(IReadOnlyList<TreeNode> Nodes, IReadOnlyList<double> Leaves, IReadOnlyList<int> Counts);

/// <summary>All that a model file holds. What it says is checked once, here, whether it was just grown or read from bytes.</summary>
internal sealed record TreeShapes
{
    public const int MostTrees = 500;
    public const int MostLeaves = 64;

    private const double LargestLeaf = 1e6;

    /// <exception cref="ModelFormatException">Something in it could not be scored.</exception>
    public TreeShapes(
        int featureVersion,
        IReadOnlyList<string> featureNames,
        IReadOnlyList<double> gains,
        Calibration calibration,
        Provenance provenance,
        IReadOnlyList<TreeShape> trees)
    {
        (FeatureVersion, FeatureNames, Gains, Calibration, Provenance, Trees) = (featureVersion, featureNames, gains, calibration, provenance, trees);
        Require(featureNames.Count is > 0 and <= FeatureSchema.MostFeatures && gains.Count == featureNames.Count, "the number of features");
        Require(featureNames.All(FeatureSchema.IsName) && featureNames.Distinct(StringComparer.Ordinal).Count() == featureNames.Count, "the names of features");
        Require(gains.All(gain => double.IsFinite(gain) && gain >= 0), "the features' gains");
        Require(double.IsFinite(calibration.Slope) && calibration.Slope > 0 && double.IsFinite(calibration.Intercept), "the calibration");
        Require(provenance is { Rows: >= 0, Bads: >= 0 } && provenance.Bads <= provenance.Rows && provenance.Auc is >= 0 and <= 1, "the provenance");
        Require(trees.Count is > 0 and <= MostTrees, "the number of trees");
        foreach (TreeShape tree in trees)
        {
            Check(tree, featureNames.Count);
        }
    }

    public int FeatureVersion { get; }

    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>How much the splits on each feature improved the fit.</summary>
    public IReadOnlyList<double> Gains { get; }

    public Calibration Calibration { get; init; }

    public Provenance Provenance { get; init; }

    public IReadOnlyList<TreeShape> Trees { get; }

    public int Bytes => Trees.Sum(tree => (tree.Nodes.Count * 16) + (tree.Leaves.Count * 12)) + FeatureNames.Sum(name => 40 + (2 * name.Length));

    /// <summary>The trees one behind the other: splits, leaves, the mean leaf below each split, and where each tree begins.</summary>
    public (TreeNode[] Nodes, double[] Leaves, double[] Means, int[] Roots) Flatten()
    {
        TreeNode[] nodes = new TreeNode[Trees.Sum(tree => tree.Nodes.Count)];
        double[] leaves = [.. Trees.SelectMany(tree => tree.Leaves)], means = new double[nodes.Length];
        int[] roots = new int[Trees.Count];
        int node = 0, leaf = 0;
        for (int t = 0; t < Trees.Count; t++)
        {
            TreeShape tree = Trees[t];
            int firstNode = node, firstLeaf = leaf;
            roots[t] = tree.Nodes.Count > 0 ? firstNode : ~firstLeaf;
            foreach (TreeNode split in tree.Nodes)
            {
                nodes[node++] = split with { Left = Moved(split.Left), Right = Moved(split.Right) };
            }

            leaf += tree.Leaves.Count;
            MeansOf(tree).CopyTo(means.AsSpan(firstNode));

            int Moved(int child) => child < 0 ? ~(~child + firstLeaf) : child + firstNode;
        }

        return (nodes, leaves, means, roots);
    }

    // Children stand behind their parents, so that one pass from the end sees each child before its parent.
    private static double[] MeansOf(TreeShape tree)
    {
        double[] means = new double[tree.Nodes.Count];
        long[] counts = new long[tree.Nodes.Count];
        for (int i = means.Length - 1; i >= 0; i--)
        {
            (double left, long lefts) = Child(tree.Nodes[i].Left);
            (double right, long rights) = Child(tree.Nodes[i].Right);
            counts[i] = lefts + rights;
            means[i] = counts[i] == 0 ? (left + right) / 2 : ((left * lefts) + (right * rights)) / counts[i];
        }

        return means;

        (double Mean, long Count) Child(int child) => child < 0 ? (tree.Leaves[~child], tree.Counts[~child]) : (means[child], counts[child]);
    }

    private static void Check(TreeShape tree, int features)
    {
        int leaves = tree.Leaves.Count;
        Require(leaves is > 0 and <= MostLeaves && tree.Counts.Count == leaves && tree.Nodes.Count == leaves - 1, "the size of a tree");
        Require(tree.Leaves.All(leaf => double.IsFinite(leaf) && Math.Abs(leaf) <= LargestLeaf) && tree.Counts.All(count => count >= 0), "a leaf");

        // With every child met once and behind its parent, each walk ends.
        ulong metNodes = 1, metLeaves = 0;
        for (int i = 0; i < tree.Nodes.Count; i++)
        {
            TreeNode node = tree.Nodes[i];
            Require(node.Feature >= 0 && node.Feature < features && float.IsFinite(node.Threshold), "a split");
            Meet(node.Left, i);
            Meet(node.Right, i);
        }

        void Meet(int child, int parent)
        {
            ref ulong met = ref metNodes;
            if (child < 0)
            {
                met = ref metLeaves;
                child = ~child;
                Require(child < leaves, "a child");
            }
            else
            {
                Require(child > parent && child < leaves - 1, "a child");
            }

            ulong bit = 1UL << child;
            Require((met & bit) == 0, "a child");
            met |= bit;
        }
    }

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new ModelFormatException($"The model is refused: {what} cannot be right.");
        }
    }
}
