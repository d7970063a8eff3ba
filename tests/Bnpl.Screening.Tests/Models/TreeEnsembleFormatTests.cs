using System.Security.Cryptography;
using Bnpl.Screening.Models;
using CsCheck;

namespace Bnpl.Screening.Tests.Models;

public sealed class TreeEnsembleFormatTests
{
    private static readonly TreeEnsemble s_model = SimulatedPurchases.Trained.Value.Model;
    private static readonly byte[] s_bytes = TreeEnsembleFormat.Write(s_model.Shapes);

    [Fact]
    public void A_model_read_again_scores_the_same_to_the_last_bit()
    {
        TreeEnsemble read = TreeEnsemble.Parse(7, s_bytes);
        Assert.Equal("trees-7", read.Name);
        Assert.Equal(s_bytes, TreeEnsembleFormat.Write(read.Shapes));
        Assert.Equal(s_model.Shapes.Provenance, read.Shapes.Provenance);
        Random random = new(3);
        double[] ours = new double[6], again = new double[6];
        for (int i = 0; i < 1_000; i++)
        {
            float[] features = SimulatedPurchases.Features(random);
            Assert.Equal(s_model.Explain(features, ours, out double average), read.Explain(features, again, out double sameAverage));
            Assert.Equal(BitConverter.DoubleToInt64Bits(average), BitConverter.DoubleToInt64Bits(sameAverage));
            Assert.Equal(ours, again);
        }
    }

    [Fact]
    public void A_model_cut_anywhere_is_refused()
    {
        for (int length = 0; length < s_bytes.Length; length += length < 200 ? 1 : 97)
        {
            Assert.Throws<ModelFormatException>(() => TreeEnsembleFormat.Read(s_bytes.AsSpan(0, length)));
        }

        Assert.Throws<ModelFormatException>(() => TreeEnsembleFormat.Read(s_bytes.AsSpan(0, s_bytes.Length / 2)));
        Assert.Throws<ModelFormatException>(() => TreeEnsembleFormat.Read([.. s_bytes, 0]));
        Assert.Throws<ModelFormatException>(() => TreeEnsembleFormat.Read(new byte[TreeEnsembleFormat.MostBytes + 1]));
    }

    [Fact]
    public void A_model_with_any_bit_turned_is_refused() => Gen.Int[0, (s_bytes.Length * 8) - 1].Sample(bit =>
    {
        byte[] turned = [.. s_bytes];
        turned[bit / 8] ^= (byte)(1 << (bit % 8));
        Assert.Throws<ModelFormatException>(() => TreeEnsembleFormat.Read(turned));
    });

    // Whoever can compute the digest anew still gets a refusal or a model that scores: never another error, never an endless walk.
    [Fact]
    public void Changed_bytes_under_a_right_digest_are_refused_or_score() =>
        Gen.Select(Gen.Select(Gen.Int[0, 900], Gen.Byte).Array[1, 4], Gen.Int[16, s_bytes.Length - 33]).Sample((changes, start) =>
        {
            byte[] changed = [.. s_bytes];
            foreach ((int offset, byte value) in changes)
            {
                changed[start + (offset % (changed.Length - 32 - start))] = value;
            }

            Resign(changed);
            try
            {
                Assert.InRange(TreeEnsemble.Parse(1, changed).Score([1, 2, 3, 4, 5, 6]).Risk, 0, RiskScore.Highest);
            }
            catch (Exception exception) when (exception is ModelFormatException || exception.Message.StartsWith("6 features", StringComparison.Ordinal))
            {
            }
            catch (ArgumentException)
            {
                Assert.NotEqual(6, TreeEnsemble.Parse(1, changed).FeatureCount);
            }
        });

    [Fact]
    public void Absurd_counts_are_refused_before_anything_is_allocated_for_them()
    {
        foreach (int offset in new[] { FeatureCountOffset, TreeCountOffset, TreeCountOffset + 2 })
        {
            byte[] changed = [.. s_bytes];
            changed[offset] = changed[offset + 1] = 0xFF;
            Resign(changed);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Throws<ModelFormatException>(() => TreeEnsembleFormat.Read(changed));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
        }
    }

    [Fact]
    public void A_model_of_a_newer_format_is_told_apart_from_a_broken_one()
    {
        byte[] newer = [.. s_bytes];
        newer[8] = 2;
        Assert.Contains("format 2", Assert.Throws<ModelFormatException>(() => TreeEnsembleFormat.Read(newer)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 1, 0)]
    [InlineData(1, -1, 2)]
    [InlineData(1, -4, -1)]
    [InlineData(1, -1, -1)]
    public void Splits_that_do_not_make_a_tree_are_refused(int rootLeft, int secondLeft, int secondRight)
    {
        TreeShape tree = new(
            [new TreeNode(0, 1, rootLeft, -1), new TreeNode(0, 0, secondLeft, secondRight)], [0.1, 0.2, 0.3], [1, 1, 1]);
        Assert.Throws<ModelFormatException>(() => s_model.Shapes with { Provenance = s_model.Shapes.Provenance } == Of(tree));
    }

    [Fact]
    public void Numbers_that_are_none_are_refused()
    {
        Assert.Throws<ModelFormatException>(() => Of(new TreeShape([new TreeNode(0, float.NaN, -1, -2)], [0.1, 0.2], [1, 1])));
        Assert.Throws<ModelFormatException>(() => Of(new TreeShape([new TreeNode(6, 1, -1, -2)], [0.1, 0.2], [1, 1])));
        Assert.Throws<ModelFormatException>(() => Of(new TreeShape([], [double.PositiveInfinity], [1])));
        Assert.Throws<ModelFormatException>(() => Of(new TreeShape([], [0.1], [-1])));
        Assert.Single(Of(new TreeShape([], [0.1], [1])).Trees);
    }

    private static int FeatureCountOffset => 16 + 4 + 8 + 8 + 4 + 4 + 8 + 8 + 8;

    private static int TreeCountOffset => FeatureCountOffset + 2 + s_model.Shapes.FeatureNames.Sum(name => 1 + name.Length + 8);

    private static TreeShapes Of(TreeShape tree) => new(
        1, s_model.Shapes.FeatureNames, s_model.Shapes.Gains, s_model.Shapes.Calibration, s_model.Shapes.Provenance, [tree]);

    private static void Resign(byte[] bytes) => SHA256.HashData(bytes.AsSpan(..^32), bytes.AsSpan(^32..));
}
