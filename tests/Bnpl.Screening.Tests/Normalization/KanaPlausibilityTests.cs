using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Tests.Normalization;

public sealed class KanaPlausibilityTests
{
    [Theory]
    [InlineData("井上 太郎", "イノウエ タロウ")] // silent ノ
    [InlineData("一瀬 太郎", "イチノセ タロウ")]
    [InlineData("一ノ瀬 太郎", "イチノセ タロウ")]
    [InlineData("一之瀬 太郎", "イチノセ タロウ")]
    [InlineData("佐々木 太郎", "ササキ タロウ")] // iteration
    [InlineData("野々村 太郎", "ノノムラ タロウ")]
    [InlineData("服部 一平", "ハットリ イッペイ")] // っ
    [InlineData("服部 一平", "ハツトリ イツペイ")] // as banks write it
    [InlineData("堀田 太郎", "ホッタ タロウ")]
    [InlineData("山崎 太郎", "ヤマザキ タロウ")] // voicing, both ways
    [InlineData("山崎 太郎", "ヤマサキ タロウ")]
    [InlineData("中島 太郎", "ナカシマ タロウ")]
    [InlineData("髙橋 太郎", "タカハシ タロウ")] // variants
    [InlineData("渡邊 太郎", "ワタナベ タロウ")]
    [InlineData("山﨑 太郎", "ヤマザキ タロウ")]
    [InlineData("齋藤 太郎", "サイトウ タロウ")]
    [InlineData("大野 徹", "オーノ トール")] // long vowels
    [InlineData("大野 徹", "オオノ トオル")]
    [InlineData("大野 徹", "オウノ トウル")]
    [InlineData("関ヶ原 さくら", "セキガハラ サクラ")] // kana inside names
    [InlineData("関ケ原 美ゆき", "セキガハラ ミユキ")]
    [InlineData("三ツ矢 マリ子", "ミツヤ マリコ")]
    [InlineData("木津 しづ", "キヅ シズ")] // sounds that are spelled both ways
    [InlineData("山田 太郎", "やまだ たろう")]
    [InlineData("山田 太郎", "ﾔﾏﾀﾞ ﾀﾛｳ")]
    [InlineData("山田 太郎", "ヤマダ・タロウ")]
    [InlineData("小鳥遊 陽葵", "タカナシ ヒマリ")]
    [InlineData("李 明", "リー ミン")]
    public void Kana_that_read_the_name_are_plausible(string name, string kana) => Assert.Equal(new(true, true), NameNormalizer.Normalize(name, kana).KanaPlausible);

    [Theory]
    [InlineData("山田 太郎", "スズキ タロウ", false, true)]
    [InlineData("山田 太郎", "ヤマダ イチロウ", true, false)]
    [InlineData("山田 太郎", "スズキ イチロウ", false, false)]
    [InlineData("山田 太郎", "スズキイチロウ", false, false)]
    [InlineData("山田太郎", "スズキイチロウ", false, false)]
    [InlineData("山田太郎", "ヤマダ イチロウ", true, false)]
    [InlineData("山田太郎", "スズキ タロウ", false, true)]
    [InlineData("山田太郎", "ヤマダイチロウ", true, false)]
    [InlineData("佐々木 さくら", "ササキ モモ", true, false)]
    [InlineData("東 太郎", "ニシ タロウ", false, true)]
    public void Surname_and_given_name_are_judged_apart(string name, string kana, bool family, bool given) =>
        Assert.Equal(new(family, given), NameNormalizer.Normalize(name, kana).KanaPlausible);

    [Theory]
    [InlineData("John Smith", "ジョン スミス")] // Latin
    [InlineData("山田 太郎", null)]
    [InlineData("山田 太郎", "")]
    [InlineData("山田 太郎", "Yamada Taro")]
    [InlineData("山田 太郎", "山田 太郎")]
    [InlineData("マリア 山田 ロペス", "マリア ヤマダ ロペス")] // three parts
    [InlineData("山田 太郎", "ヤマダ タロウ ジュニア")]
    [InlineData("株式会社山田製作所東京営業所御中経理部経理課", "ヤマダ")]
    [InlineData("李", "リー")] // nothing to cut
    public void What_cannot_be_checked_is_not_judged(string name, string? kana)
    {
        var found = NameNormalizer.Normalize(name, kana).KanaPlausible;
        Assert.NotEqual(false, found.Family);
        Assert.NotEqual(false, found.Given);
        Assert.NotEqual(new KanaPlausibility(true, true), found);
    }

    [Fact]
    public void A_kanji_that_the_dictionary_lacks_leaves_its_part_unchecked() =>
        Assert.Equal(new(true, null), NameNormalizer.Normalize("山田 龘", "ヤマダ トウ").KanaPlausible);

    [Theory]
    [InlineData("山田 太郎", "タロウ ヤマダ")]
    [InlineData("太郎 山田", "タロウ ヤマダ")]
    [InlineData("太郎 山田", "ヤマダ タロウ")]
    [InlineData("太郎 山田", null)]
    public void A_given_name_in_the_surnames_place_is_told_and_still_meets(string name, string? kana)
    {
        var found = NameNormalizer.Normalize(name, kana);
        Assert.Contains("swapped_fields", found.Issues);
        Assert.NotEqual(false, found.KanaPlausible.Family);
        if (kana is not null && name == "太郎 山田") Assert.Equal(new(true, true), found.KanaPlausible);
    }

    [Theory]
    [InlineData("Taro Yamada", "ヤマダ タロウ")]
    [InlineData("YAMADA TARO", "ヤマダ タロウ")]
    [InlineData("Tarou Yamada", "ヤマダ タロウ")]
    [InlineData("Tarō Yamada", "ヤマダ タロウ")]
    [InlineData("Yuko Ohno", "オオノ ユウコ")]
    [InlineData("Ōno Yūko", "オオノ ユウコ")]
    [InlineData("Satoh Jun'ichi", "サトウ ジュンイチ")]
    [InlineData("Shinichi Hattori", "ハットリ シンイチ")]
    [InlineData("Sinzi Huzii", "フジイ シンジ")]
    [InlineData("Matcha Homma", "ホンマ マッチャ")]
    [InlineData("Shinya Namba", "ナンバ シンヤ")]
    [InlineData("Ryota Kyogoku", "キョウゴク リョウタ")]
    public void A_name_in_latin_letters_meets_its_kana_at_the_weak_key(string name, string kana) =>
        Assert.Equal(NameNormalizer.Normalize("山田 太郎", kana).WeakKey, NameNormalizer.Normalize(name, null).WeakKey);

    [Fact]
    public void The_given_name_first_is_turned_round_in_latin_letters()
    {
        var name = NameNormalizer.Normalize("Taro Yamada", null);
        Assert.Equal(("Yamada", "Taro"), (name.Family, name.Given));
        Assert.Equal("JOHNSMITH", NameNormalizer.Normalize("John Smith", null).WeakKey);
    }
}
