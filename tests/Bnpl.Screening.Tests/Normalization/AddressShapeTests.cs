using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Tests.Normalization;

public sealed class AddressShapeTests
{
    [Theory]
    [InlineData("東京都港区赤坂4-3-2", "東京都|港区|赤坂|4-3-2|||block|exact|")]
    [InlineData("東京都港区赤坂４丁目３番地２号", "東京都|港区|赤坂|4-3-2|||block|exact|")]
    [InlineData("港区赤坂四丁目三番二号 アークビル５階５０１号室", "東京都|港区|赤坂|4-3-2|アークビル|501|block|exact|")]
    [InlineData("東京都港区赤坂4-3-2-501", "東京都|港区|赤坂|4-3-2||501|block|exact|")]
    [InlineData("〒107-0051 東京都港区元赤坂一丁目5番31号", "東京都|港区|元赤坂|1-5-31|||block|exact|")]
    [InlineData("〒100-0001 東京都港区元赤坂一丁目5番31号", "東京都|港区|元赤坂|1-5-31|||block|exact|postal_code_mismatch")]
    [InlineData("札幌市中央区南一条西五丁目１－２", "北海道|札幌市中央区|南一条西|5-1-2|||block|exact|")]
    [InlineData("北海道札幌市中央区南12条西5丁目", "北海道|札幌市中央区|南十二条西|5|||block|exact|")]
    [InlineData("京都府京都市中京区河原町通三条上る恵比須町427", "京都府|京都市中京区|恵比須町|427|||block|exact|")]
    [InlineData("東京都千代田区霞ヶ関1-2-3", "東京都|千代田区|霞が関|1-2-3|||block|exact|")]
    [InlineData("多賀町多賀604", "滋賀県|犬上郡多賀町|多賀|604|||block|alias|")]
    [InlineData("東京都港区幻町1-2-3", "東京都|港区|幻町|1-2-3|||block|city_only|town_unknown")]
    [InlineData("東京都港区赤坂", "東京都|港区|赤坂||||town|exact|block_missing")]
    [InlineData("東京都港区", "東京都|港区|||||city|city_only|town_missing block_missing")]
    [InlineData("東京都", "東京都||||||prefecture|none|city_unknown block_missing")]
    [InlineData("東京都世田谷区三軒茶屋2-11-20 三軒茶屋ビル 二階", "東京都|世田谷区|三軒茶屋|2-11-20|三軒茶屋ビル|2F|block|exact|")]
    [InlineData("東京都港区赤坂 サンハイツ101", "東京都|港区|赤坂||サンハイツ|101|town|exact|block_missing")]
    [InlineData("東京都港区赤坂アークビル501", "東京都|港区|赤坂||アークビル|501|town|exact|block_missing")]
    [InlineData("札幌市白石区南郷通1丁目南8-1", "北海道|札幌市白石区|南郷通|1-南8-1|||block|exact|")]
    [InlineData("沖縄県那覇市おもろまち4-19-30-B1", "沖縄県|那覇市|おもろまち|4-19-30||B1|block|exact|")]
    [InlineData("", "||||||none|none|address_missing")]
    [InlineData("府中市1-2", "||府中市|1-2|||none|none|city_ambiguous")]
    [InlineData("府中市宮西町2-24", "東京都|府中市|宮西町|2-24|||block|exact|")]
    [InlineData("東京都港区八幻町1-2-3", "東京都|港区|八幻町|1-2-3|||block|city_only|town_unknown")]
    [InlineData("大阪府港区弁天1-2-3", "大阪府|大阪市港区|弁天|1-2-3|||block|alias|ward_without_city")]
    public void Reads_an_address(string text, string expected)
    {
        var address = AddressNormalizer.Normalize(AddressInput.Free(text));
        Assert.Equal(expected, string.Join('|', address.Prefecture, address.City, address.Town, string.Join('-', address.Numbers), address.Building, address.Room,
            address.Level, address.Confidence, string.Join(' ', address.Issues)));
    }

    [Fact]
    public void Fields_and_one_text_meet()
    {
        var fields = AddressNormalizer.Normalize(new AddressInput("107-0051", "東京都", "港区", "元赤坂一丁目5番31号", "ハイツ101"));
        var text = AddressNormalizer.Normalize(AddressInput.Free("東京都港区元赤坂1-5-31 ハイツ 101号室"));
        Assert.Equal(("13103|元赤坂", "13103|元赤坂|1-5-31", "13103|元赤坂|1-5-31|101"), (fields.Keys.K1, fields.Keys.K2, fields.Keys.K3));
        Assert.Equal(fields.Keys.K3, text.Keys.K3);
        Assert.Empty(fields.Issues);
    }
}
