using System.IO.Compression;
using System.Text;

namespace Bnpl.Screening.Normalization;

/// <summary>The data files shipped inside the assembly; tools/normalization-data writes them.</summary>
internal static class BundledData
{
    public static List<string> Lines(string name)
    {
        using var packed = typeof(BundledData).Assembly.GetManifestResourceStream("Normalization/" + name)
            ?? throw new InvalidOperationException($"The data file {name} is not part of the assembly.");
        using var text = new BrotliStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(text, Encoding.UTF8);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line) lines.Add(line);
        return lines;
    }
}
