using Bnpl.Screening.Normalization;
using CsCheck;

namespace Bnpl.Screening.Tests.Normalization;

public sealed class NameCorpusTests(ITestOutputHelper output)
{
    private static readonly List<(string Group, string Name, string Kana)> Names = Read();
    private static readonly KanaPlausibility Plausible = new(true, true);

    [Theory]
    [InlineData("common")]
    [InlineData("young")]
    [InlineData("varied")]
    public void Accepts_at_least_95_of_100_true_full_names(string group)
    {
        var names = Names.Where(name => name.Group == group).ToList();
        var refused = names.Where(name => NameNormalizer.Normalize(name.Name, name.Kana).KanaPlausible != Plausible).ToList();
        output.WriteLine($"{group}: {names.Count - refused.Count} of {names.Count} accepted; refused: {string.Join(", ", refused)}");
        Assert.True(names.Count >= 100);
        Assert.True(refused.Count <= names.Count * 5 / 100);
    }

    [Fact]
    public void Accepts_at_most_2_of_1000_wrong_names_of_the_same_length()
    {
        var (pairs, accepted) = (0, 0);
        var (families, familyAccepted, givens, givenAccepted) = (0, 0, 0, 0);
        foreach (var one in Names)
        {
            foreach (var other in Names)
            {
                var (kana, otherKana) = (one.Kana.Split(' '), other.Kana.Split(' '));
                if (one.Kana.Length != other.Kana.Length || kana[0] == otherKana[0] || kana[1] == otherKana[1]) continue;
                var found = NameNormalizer.Normalize(one.Name, other.Kana).KanaPlausible;
                pairs++;
                accepted += found == Plausible ? 1 : 0;
                if (kana[0].Length != otherKana[0].Length) continue;
                families++;
                familyAccepted += found.Family == true ? 1 : 0;
                givens++;
                givenAccepted += found.Given == true ? 1 : 0;
            }
        }
        output.WriteLine($"full {accepted}/{pairs}, surname {familyAccepted}/{families}, given {givenAccepted}/{givens}");
        Assert.True(pairs > 10_000);
        Assert.True(accepted * 1000L <= pairs * 2L);
        Assert.True(familyAccepted * 100L <= families);
        Assert.True(givenAccepted * 100L <= givens * 3L);
    }

    [Fact]
    public void A_missing_space_changes_nothing()
    {
        Assert.DoesNotContain(Names, name => NameNormalizer.Normalize(name.Name.Replace(" ", ""), name.Kana).KanaPlausible != Plausible);
        Assert.DoesNotContain(Names, name => NameNormalizer.Normalize(name.Name, name.Kana.Replace(" ", "")).KanaPlausible != Plausible);
        Assert.DoesNotContain(Names, name => NameNormalizer.Normalize(name.Name.Replace(" ", ""), name.Kana.Replace(" ", "")).KanaPlausible != Plausible);
    }

    [Fact]
    public void No_true_name_has_an_issue() =>
        Assert.DoesNotContain(Names, name => NameNormalizer.Normalize(name.Name, name.Kana).Issues.Count > 0);

    [Fact]
    public void Kana_in_the_wrong_order_are_told() =>
        Assert.True(Names.Count(name => NameNormalizer.Normalize(name.Name, string.Join(' ', name.Kana.Split(' ').Reverse())).Issues.Contains("swapped_fields")) >= Names.Count * 95 / 100);

    [Fact]
    public void Width_case_and_script_of_the_kana_change_nothing() =>
        Gen.Int[0, Names.Count - 1].Sample(i =>
        {
            var (_, name, kana) = Names[i];
            var hiragana = string.Concat(kana.Select(c => c is >= 'ァ' and <= 'ヶ' ? (char)(c - 0x60) : c));
            var large = string.Concat(kana.Select(Kana.ToLarge));
            return NameNormalizer.Normalize(name, hiragana).KanaPlausible == Plausible && NameNormalizer.Normalize(name, large).KanaPlausible == Plausible;
        });

    [Fact]
    public void A_key_is_its_own_key() =>
        Assert.All(Names, name =>
        {
            var once = NameNormalizer.Normalize(name.Name, name.Kana);
            var twice = NameNormalizer.Normalize(once.KanjiKey, once.Key);
            Assert.Equal((once.Key, once.KanjiKey, once.WeakKey), (twice.Key, twice.KanjiKey, twice.WeakKey));
        });

    private static List<(string, string, string)> Read()
    {
        using var corpus = typeof(NameCorpusTests).Assembly.GetManifestResourceStream("name-corpus.tsv")!;
        using var reader = new StreamReader(corpus);
        var names = new List<(string, string, string)>();
        var group = "";
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('\t');
            if (parts.Length == 2) names.Add((group, parts[0], parts[1]));
            else group = line.TrimStart('#', ' ');
        }
        return names;
    }
}
