using Bnpl.Screening.Normalization;
using CsCheck;

namespace Bnpl.Screening.Tests.Normalization;

public sealed class AddressPropertyTests
{
    private const string Ones = "〇一二三四五六七八九";

    private static readonly (string Code, string Place, string Town)[] Towns = ReadTowns();

    private static readonly Gen<int[]> Numbers = Gen.Select(Gen.Int[1, 40], Gen.Int[1, 60], Gen.Int[1, 99], (a, b, c) => new[] { a, b, c });

    private static readonly Gen<(string Code, string Place, string Town)> Town = Gen.Int[0, Towns.Length - 1].Select(i => Towns[i]).Where(town => Numbered(town.Town) == "");

    [Fact]
    public void Every_way_of_writing_the_numbers_meets_in_every_town_of_Japan() =>
        Gen.Select(Town, Numbers).Sample((town, n) =>
        {
            var place = town.Place + Separated(town.Town);
            var keys = Spellings(place, n).Select(text => AddressNormalizer.Normalize(AddressInput.Free(text)).Keys.K2).Distinct().ToList();
            return keys.Count == 1 && keys[0]!.StartsWith(town.Code + "|", StringComparison.Ordinal) && keys[0]!.EndsWith("|" + string.Join('-', n), StringComparison.Ordinal);
        }, iter: 5_000);

    [Theory]
    [InlineData("秋田県秋田市保戸野八丁目39番19号", "05201|保戸野|8-39-19")]
    [InlineData("秋田県秋田市保戸野8-39-19", "05201|保戸野|8-39-19")]
    [InlineData("秋田県秋田市保戸野八丁39-19", "05201|保戸野8丁|39-19")]
    public void A_town_that_ends_in_a_numbered_ward_is_not_the_ward_of_the_town_before_it(string text, string key) =>
        Assert.Equal(key, AddressNormalizer.Normalize(AddressInput.Free(text)).Keys.K2);

    [Fact]
    public void Other_numbers_never_meet() =>
        Gen.Select(Town, Numbers, Numbers).Sample((town, one, other) =>
        {
            if (one.SequenceEqual(other)) return true;
            var place = town.Place + Separated(town.Town);
            var keys = Spellings(place, one).Select(text => AddressNormalizer.Normalize(AddressInput.Free(text)).Keys.K2).ToHashSet();
            return Spellings(place, other).All(text => !keys.Contains(AddressNormalizer.Normalize(AddressInput.Free(text)).Keys.K2));
        }, iter: 2_000);

    [Fact]
    public void The_normal_form_written_out_meets_the_text_it_came_from() =>
        Gen.Select(Town, Numbers, Gen.Int[0, 6]).Sample((town, n, spelling) =>
        {
            var address = AddressNormalizer.Normalize(AddressInput.Free(Spellings(town.Place + Separated(town.Town), n).ElementAt(spelling)));
            var normal = address.Prefecture + address.City + Separated(address.Town!) + string.Join('-', address.Numbers);
            return AddressNormalizer.Normalize(AddressInput.Free(normal)).Keys.K2 == address.Keys.K2;
        }, iter: 2_000);

    [Fact]
    public void Every_town_of_the_master_is_found_again()
    {
        var lost = new List<string>();
        foreach (var (code, place, town) in Towns)
        {
            var address = AddressNormalizer.Normalize(AddressInput.Free(place + Separated(town) + "1-2"));
            var key = address.Keys.K2 == $"{code}|{TownMaster.FoldPlace(town)}|1-2" || (Numbered(town) is { Length: > 0 } stem && address.Keys.K2?.StartsWith($"{code}|{stem}|", StringComparison.Ordinal) == true);
            if (address.CityCode != code || address.Confidence != "exact" || !key)
                lost.Add($"{place}{town}: {address.Confidence} {address.Keys.K2}");
        }
        // Towns called by a numeral alone, which no folding can tell from a house number.
        Assert.Equal(["千葉県旭市ニ", "千葉県旭市ハ", "山梨県西八代郡市川三郷町五八", "岐阜県本巣市七五三", "福岡県朝倉郡筑前町二"], lost.Select(text => text[..text.IndexOf(':')]));
    }

    [Fact]
    public void Two_towns_of_one_municipality_share_a_key_only_where_their_names_are_spellings_of_each_other()
    {
        var shared = new List<string>();
        foreach (var group in Towns.GroupBy(town => (town.Code, TownMaster.FoldPlace(town.Town))))
        {
            var names = group.Select(town => town.Town).Distinct().ToList();
            if (names.Count > 1) shared.Add(group.First().Place + ": " + string.Join(' ', names));
        }
        Assert.Equal(["福島県耶麻郡猪苗代町: 横まくり 横マクリ", "愛知県清須市: 西枇杷島町日の出 西枇杷島町日之出"], shared);
    }

    private static string Numbered(string town) => TownSpelling.Stem(TownMaster.FoldPlace(town));

    /// <summary>Behind 布部一 or 浦臼第１ a writer leaves a gap, or nobody could read the number.</summary>
    private static string Separated(string town) => town[^1] is >= '０' and <= '９' || "一二三四五六七八九十百千々".Contains(town[^1], StringComparison.Ordinal) ? town + "　" : town;

    private static IEnumerable<string> Spellings(string place, int[] n)
    {
        yield return $"{place}{n[0]}-{n[1]}-{n[2]}";
        yield return $"{place}{n[0]}丁目{n[1]}番{n[2]}号";
        yield return $"{place}{Kanji(n[0])}丁目{n[1]}番地{n[2]}";
        yield return $"{place}{Kanji(n[0])}丁目{Kanji(n[1])}番{Kanji(n[2])}号";
        yield return $"{place}　{Wide(n[0])}−{Wide(n[1])}ー{Wide(n[2])}";
        yield return $"{place}{n[0]}の{n[1]}の{n[2]}";
        yield return $"{place}{n[0]}丁目{n[1]}－{n[2]} 第一ビル";
    }

    private static string Kanji(int value) =>
        value < 10 ? Ones[value].ToString() : (value >= 20 ? Ones[value / 10].ToString() : "") + "十" + (value % 10 == 0 ? "" : Ones[value % 10].ToString());

    private static string Wide(int value) => string.Concat(value.ToString().Select(c => (char)(c + 0xFEE0)));

    private static (string, string, string)[] ReadTowns()
    {
        var towns = new List<(string, string, string)>();
        var (code, place) = ("", "");
        foreach (var line in BundledData.Lines("towns.txt.br"))
        {
            var parts = line.Split('\t');
            if (line[0] == '=') (code, place) = (parts[0][1..], parts[1] + parts[2]);
            else if (parts[0].Length > 0) towns.Add((code, place, parts[0]));
        }
        return [.. towns];
    }
}
