using System.IO.Compression;
using System.Text;

namespace Bnpl.Screening.Normalization;

/// <summary>The data files shipped inside the assembly; tools/normalization-data writes them.</summary>
internal static class BundledData
{
    /// <summary>Eight digits that change with any of the bundled data; the device tag's script is none.</summary>
    public static readonly string Fingerprint = FingerprintOf(typeof(BundledData).Assembly);

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

    private static string FingerprintOf(System.Reflection.Assembly assembly)
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        foreach (string name in assembly.GetManifestResourceNames().Where(name => !name.EndsWith(".js", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            using var content = new MemoryStream();
            file.CopyTo(content);
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(content.GetBuffer().AsSpan(0, (int)content.Length));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset()[..4]);
    }
}
