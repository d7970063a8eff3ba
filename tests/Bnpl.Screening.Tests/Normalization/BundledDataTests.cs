using System.Security.Cryptography;
using System.Text.Json;
using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Tests.Normalization;

public sealed class BundledDataTests
{
    [Theory]
    [InlineData("towns.txt.br")]
    [InlineData("disposable.txt.br")]
    [InlineData("compatibility.txt.br")]
    [InlineData("name-readings.txt.br")]
    [InlineData("kanji-readings.txt.br")]
    public void Each_data_file_is_the_one_the_manifest_describes(string file)
    {
        var assembly = typeof(BundledData).Assembly;
        using var manifest = JsonDocument.Parse(assembly.GetManifestResourceStream("Normalization/manifest.json")!);
        var entry = manifest.RootElement.GetProperty("files").EnumerateArray().Single(entry => entry.GetProperty("file").GetString() == file);
        using var stream = assembly.GetManifestResourceStream("Normalization/" + file)!;
        Assert.Equal(entry.GetProperty("bytes").GetInt64(), stream.Length);
        Assert.Equal(entry.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(stream)));
        Assert.Equal(entry.GetProperty("rows").GetInt32(), BundledData.Lines(file).Count);
        Assert.All(["source", "version", "licence", "converted_on"], name => Assert.NotEmpty(entry.GetProperty(name).GetString()!));
    }
}
