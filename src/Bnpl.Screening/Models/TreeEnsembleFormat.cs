using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Bnpl.Screening.Models;

/// <summary>
/// A model as bytes, little-endian: magic, format, length · feature version, provenance, calibration · features · trees ·
/// SHA-256 of all before it. Counts are small integers checked against the limits before anything is allocated for them.
/// </summary>
internal static class TreeEnsembleFormat
{
    public const int MostBytes = 1 << 20;

    private const int FormatVersion = 1;
    private const int HeaderBytes = 16;

    private static ReadOnlySpan<byte> Magic => "BNPLTREE"u8;

    public static byte[] Write(TreeShapes shapes)
    {
        using MemoryStream stream = new();
        using (BinaryWriter writer = new(stream, Encoding.ASCII, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(FormatVersion);
            writer.Write(0);
            writer.Write(shapes.FeatureVersion);
            writer.Write(shapes.Provenance.TrainedAt.ToUnixTimeMilliseconds());
            writer.Write(shapes.Provenance.LearnedThrough.ToUnixTimeMilliseconds());
            writer.Write(shapes.Provenance.Rows);
            writer.Write(shapes.Provenance.Bads);
            writer.Write(shapes.Provenance.Auc);
            writer.Write(shapes.Calibration.Slope);
            writer.Write(shapes.Calibration.Intercept);
            writer.Write((ushort)shapes.FeatureNames.Count);
            foreach ((string name, double gain) in shapes.FeatureNames.Zip(shapes.Gains))
            {
                writer.Write((byte)name.Length);
                writer.Write(Encoding.ASCII.GetBytes(name));
                writer.Write(gain);
            }

            writer.Write((ushort)shapes.Trees.Count);
            foreach (TreeShape tree in shapes.Trees)
            {
                WriteTree(writer, tree);
            }
        }

        byte[] bytes = new byte[stream.Length + SHA256.HashSizeInBytes];
        stream.GetBuffer().AsSpan(0, (int)stream.Length).CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(Magic.Length + sizeof(int)), bytes.Length);
        SHA256.HashData(bytes.AsSpan(..^SHA256.HashSizeInBytes), bytes.AsSpan(^SHA256.HashSizeInBytes..));
        return bytes;
    }

    /// <exception cref="ModelFormatException">The bytes are not a whole model of this format.</exception>
    public static TreeShapes Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is < HeaderBytes + SHA256.HashSizeInBytes or > MostBytes || !bytes.StartsWith(Magic))
        {
            throw new ModelFormatException("The model is refused: it does not begin as one, or its size cannot be right.");
        }

        int format = BinaryPrimitives.ReadInt32LittleEndian(bytes[Magic.Length..]);
        if (format != FormatVersion)
        {
            throw new ModelFormatException($"The model is refused: it is of format {format}, this program reads format {FormatVersion}.");
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        ReadOnlySpan<byte> signed = bytes[..^SHA256.HashSizeInBytes];
        SHA256.HashData(signed, digest);
        if (BinaryPrimitives.ReadInt32LittleEndian(bytes[(Magic.Length + sizeof(int))..]) != bytes.Length || !digest.SequenceEqual(bytes[^SHA256.HashSizeInBytes..]))
        {
            throw new ModelFormatException("The model is refused: it was cut or changed after it was written.");
        }

        ModelBytes reader = new(signed[HeaderBytes..]);
        int featureVersion = reader.Int32();
        Provenance provenance = new(reader.Instant(), reader.Instant(), reader.Int32(), reader.Int32(), reader.Double());
        Calibration calibration = new(reader.Double(), reader.Double());
        string[] names = new string[reader.Count(FeatureSchema.MostFeatures, "features")];
        double[] gains = new double[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = reader.Name();
            gains[i] = reader.Double();
        }

        TreeShape[] trees = new TreeShape[reader.Count(TreeShapes.MostTrees, "trees")];
        for (int i = 0; i < trees.Length; i++)
        {
            trees[i] = ReadTree(ref reader);
        }

        reader.End();
        return new TreeShapes(featureVersion, names, gains, calibration, provenance, trees);
    }

    private static void WriteTree(BinaryWriter writer, TreeShape tree)
    {
        writer.Write((ushort)tree.Leaves.Count);
        foreach ((double leaf, int count) in tree.Leaves.Zip(tree.Counts))
        {
            writer.Write(leaf);
            writer.Write(count);
        }

        foreach (TreeNode node in tree.Nodes)
        {
            writer.Write((ushort)node.Feature);
            writer.Write(node.Threshold);
            writer.Write((short)node.Left);
            writer.Write((short)node.Right);
        }
    }

    private static TreeShape ReadTree(ref ModelBytes reader)
    {
        double[] leaves = new double[reader.Count(TreeShapes.MostLeaves, "leaves")];
        int[] counts = new int[leaves.Length];
        for (int i = 0; i < leaves.Length; i++)
        {
            leaves[i] = reader.Double();
            counts[i] = reader.Int32();
        }

        TreeNode[] nodes = new TreeNode[Math.Max(0, leaves.Length - 1)];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = new TreeNode(reader.UInt16(), reader.Single(), reader.Int16(), reader.Int16());
        }

        return new TreeShape(nodes, leaves, counts);
    }
}
