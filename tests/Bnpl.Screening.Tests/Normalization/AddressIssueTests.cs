using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Tests.Normalization;

public sealed class AddressIssueTests
{
    [Theory]
    [InlineData("東京都港区赤坂4-3-2", "")]
    [InlineData("東京都港区銀座4-3-2", "town_unknown town_not_of_city")] // of 中央区
    [InlineData("東京都渋谷区西新宿2-8-1", "town_unknown town_not_of_city")]
    [InlineData("大阪府大阪市北区難波5-1-60", "town_unknown town_not_of_city")]
    [InlineData("神奈川県横浜市中区みなとみらい2-2-1", "town_unknown town_not_of_city")] // of 西区
    [InlineData("東京都港区幻町1-2-3", "town_unknown")]
    [InlineData("大阪府大阪市北区ほげほげ1-2", "town_unknown")]
    [InlineData("愛知県名古屋市中区江戸町3-4-5", "town_unknown")]
    [InlineData("東京都幻区赤坂1-2-3", "city_unknown")]
    [InlineData("大阪府幻市本町1-2-3", "city_unknown")]
    [InlineData("どこか遠い所1-2-3", "city_unknown")]
    [InlineData("府中市1-2", "city_ambiguous")]
    [InlineData("東京都港区赤坂", "block_missing")]
    [InlineData("北海道札幌市中央区南一条西", "block_missing")]
    [InlineData("東京都港区赤坂 サンハイツ101", "block_missing")]
    [InlineData("東京都港区", "town_missing block_missing")]
    [InlineData("〒100-0001 東京都港区赤坂4-3-2", "postal_code_mismatch")]
    [InlineData("〒530-0001 東京都港区赤坂4-3-2", "postal_code_mismatch")]
    [InlineData("〒107-0051 東京都港区赤坂4-3-2", "postal_code_mismatch")] // 元赤坂
    [InlineData("〒107-0052 東京都港区赤坂4-3-2", "")]
    [InlineData("〒948-0082 新潟県十日町市本町3-36-91", "")]
    [InlineData("〒999-9999 東京都港区赤坂4-3-2", "postal_code_unknown")]
    [InlineData("大阪府港区赤坂4-3-2", "town_unknown ward_without_city")]
    [InlineData("神奈川県千代田区丸の内1-1-1", "prefecture_mismatch")]
    [InlineData("静岡県清水市折戸3-20-1", "former_municipality")]
    [InlineData("長野県上水内郡豊野町豊野631", "former_municipality")]
    [InlineData("兵庫県龍野市1-1", "town_missing former_municipality")]
    public void Tells_what_does_not_fit(string text, string issues) =>
        Assert.Equal(issues, string.Join(' ', AddressNormalizer.Normalize(AddressInput.Free(text)).Issues));

    [Fact]
    public void Every_former_city_lies_in_a_city_of_today_and_no_city_of_today_is_called_so()
    {
        Assert.All(FormerCities.All, former =>
        {
            Assert.NotNull(TownMaster.Bundled.ByName(former.Prefecture, former.Today));
            Assert.Null(TownMaster.Bundled.ByName(former.Prefecture, former.Name));
            Assert.True(former.Ended > new DateOnly(1999, 4, 1) && former.Ended.AddDays(1).Year <= 2012);
        });
    }

    [Theory]
    [InlineData("東京都港区赤坂4-3-2", "13103|赤坂|*-3-2 13103|赤坂|4-*-2 13103|赤坂|4-3-*")]
    [InlineData("長野県松本市大手3-8", "20202|大手|*-8 20202|大手|3-*")]
    [InlineData("愛知県豊田市栄町123", "")] // a wild card alone would be the town
    [InlineData("東京都港区赤坂", "")]
    public void Near_keys_leave_one_number_open(string text, string keys) => Assert.Equal(keys, string.Join(' ', AddressNormalizer.Normalize(AddressInput.Free(text)).NearKeys()));

    [Fact]
    public void Addresses_that_differ_in_one_number_share_a_near_key()
    {
        var one = AddressNormalizer.Normalize(AddressInput.Free("東京都港区赤坂4-3-2")).NearKeys();
        Assert.NotEmpty(one.Intersect(AddressNormalizer.Normalize(AddressInput.Free("東京都港区赤坂4丁目3番3号")).NearKeys()));
        Assert.Empty(one.Intersect(AddressNormalizer.Normalize(AddressInput.Free("東京都港区赤坂4-5-3")).NearKeys()));
        Assert.Empty(one.Intersect(AddressNormalizer.Normalize(AddressInput.Free("東京都港区元赤坂4-3-2")).NearKeys()));
    }
}
