using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace Bnpl.Screening.Models;

/// <param name="SplitGains">How much each split improved the fit.</param>
internal sealed record GrownTree(TreeShape Shape, IReadOnlyList<double> SplitGains);

/// <summary>
/// Grows boosted trees with Microsoft.ML and takes them out of it into our own shapes. A fixed seed and one thread, so that
/// the same rows always grow the same trees, and so that training leaves the other processors to the requests.
/// </summary>
internal static class GradientBoosting
{
    public const int Trees = 100;
    public const int LeavesPerTree = 32;

    private const int Seed = 20_010_901;
    private const int LeastRowsPerLeaf = 10;
    private const double LearningRate = 0.1;

    // The bad are few: weighing them more lets splits form around them. The root keeps a handful from ruling the trees.
    private const double HeaviestBad = 10;

    public static IReadOnlyList<GrownTree> Grow(IReadOnlyList<TrainingRow> rows, int features) => Grow(rows, features, out _);

    /// <param name="library">The library's own model, which a test compares with.</param>
    internal static IReadOnlyList<GrownTree> Grow(IReadOnlyList<TrainingRow> rows, int features, out ITransformer library)
    {
        MLContext context = new(Seed);
        IDataView data = View(context, rows, features);
        BinaryPredictionTransformer<CalibratedModelParametersBase<FastTreeBinaryModelParameters, PlattCalibrator>> grown = context.BinaryClassification.Trainers
            .FastTree(new FastTreeBinaryTrainer.Options
            {
                FeatureColumnName = nameof(Example.Features),
                LabelColumnName = nameof(Example.Label),
                ExampleWeightColumnName = nameof(Example.Weight),
                NumberOfTrees = Trees,
                NumberOfLeaves = LeavesPerTree,
                MinimumExampleCountPerLeaf = LeastRowsPerLeaf,
                LearningRate = LearningRate,
                NumberOfThreads = 1,
                Seed = Seed,
                FeatureSelectionSeed = Seed,
            })
            .Fit(data);
        library = grown;
        RegressionTreeEnsemble ensemble = grown.Model.SubModel.TrainedTreeEnsemble;
        return [.. ensemble.Trees.Zip(ensemble.TreeWeights, TakeOut)];
    }

    internal static IDataView View(MLContext context, IReadOnlyList<TrainingRow> rows, int features)
    {
        int bads = rows.Count(row => row.Bad);
        float weight = (float)Math.Clamp(Math.Sqrt((rows.Count - bads) / Math.Max(1.0, bads)), 1, HeaviestBad);
        SchemaDefinition schema = SchemaDefinition.Create(typeof(Example));
        schema[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        return context.Data.LoadFromEnumerable(
            rows.Select(row => new Example { Label = row.Bad, Weight = row.Bad ? weight : 1, Features = [.. row.Features.Select(value => Missing.Is(value) ? Missing.WhenTraining : value)] }),
            schema);
    }

    // Numbered anew from the root down, so that parents come first.
    private static GrownTree TakeOut(RegressionTree tree, double weight)
    {
        List<TreeNode> nodes = [];
        List<double> leaves = [], gains = [];
        if (tree.NumberOfNodes == 0)
        {
            leaves.Add(weight * tree.LeafValues[0]);
        }
        else
        {
            Place(0);
        }

        return new GrownTree(new TreeShape(nodes, leaves, new int[leaves.Count]), gains);

        int Place(int node)
        {
            if (node < 0)
            {
                leaves.Add(weight * tree.LeafValues[~node]);
                return ~(leaves.Count - 1);
            }

            if (tree.CategoricalSplitFlags[node])
            {
                throw new InvalidOperationException("A split on categories cannot be carried over.");
            }

            int place = nodes.Count;
            nodes.Add(default);
            gains.Add(tree.SplitGains[node]);
            nodes[place] = new TreeNode(tree.NumericalSplitFeatureIndexes[node], tree.NumericalSplitThresholds[node], Place(tree.LeftChild[node]), Place(tree.RightChild[node]));
            return place;
        }
    }

    private sealed class Example
    {
        public bool Label { get; set; }
        public float Weight { get; set; }
        public float[] Features { get; set; } = [];
    }
}
