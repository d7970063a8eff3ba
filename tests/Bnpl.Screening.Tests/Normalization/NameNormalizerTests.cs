using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Tests.Normalization;

public sealed class NameNormalizerTests
{
    [Theory]
    [InlineData("山田 太郎", "ヤマダ タロウ", "山田　太郎", "やまだ　たろう")]
    [InlineData("山田 太郎", "ヤマダ タロウ", "山田太郎", "ﾔﾏﾀﾞﾀﾛｳ")]
    [InlineData("山田 太郎", "ヤマダ タロウ", "山田 太郎 様", "ヤマダ・タロウ")]
    [InlineData("髙橋 眞", null, "高橋　真", null)]
    [InlineData("渡邊 廣", null, "渡邉 広", null)]
    [InlineData("佐々木 一", null, "佐佐木 一", null)]
    [InlineData("𠮷田 実", null, "吉田 實", null)]
    [InlineData("塚本 一\U000E0101郎", null, "塚本 一郎", null)]
    [InlineData("高橋 真", "タカハシ マリー", "髙橋 眞", "タカハシ マリ−")]
    [InlineData("ＴＡＲＯ　Yamada", null, "taro yamada", null)]
    [InlineData("José García", null, "JOSE GARCIA", null)]
    [InlineData("やまだ たろう", null, "山田 太郎", "ヤマダ タロウ")]
    [InlineData("か\u3099とう けん", null, "がとう けん", null)]
    public void Spellings_of_one_person_share_a_key(string name, string? kana, string otherName, string? otherKana) =>
        Assert.Equal(NameNormalizer.Normalize(name, kana).Key, NameNormalizer.Normalize(otherName, otherKana).Key);

    [Theory]
    [InlineData("斎藤 一", null, "斉藤 一", null)]
    [InlineData("山崎 透", null, "山﨑 透", null)]
    [InlineData("山田 太郎", "ヤマダ タロウ", "山田 次郎", "ヤマダ ジロウ")]
    [InlineData("川上 葉", "カワカミ ヨウ", "河上 陽", "カワガミ ヨウ")]
    public void Different_people_do_not_share_a_key(string name, string? kana, string otherName, string? otherKana) =>
        Assert.NotEqual(NameNormalizer.Normalize(name, kana).Key, NameNormalizer.Normalize(otherName, otherKana).Key);

    [Theory]
    [InlineData("斎藤 一", null, "齊藤 一", null)]
    [InlineData("山崎 透", null, "山嵜 透", null)]
    [InlineData("中島 京", "ナカジマ キョウ", "中嶋 京", "ナカシマ キヨウ")]
    [InlineData("大田 優", "オータ ユウ", "太田 優", "オタ ユウ")]
    public void The_weak_key_also_joins_what_may_only_score(string name, string? kana, string otherName, string? otherKana) =>
        Assert.Equal(NameNormalizer.Normalize(name, kana).WeakKey, NameNormalizer.Normalize(otherName, otherKana).WeakKey);

    [Theory]
    [InlineData("山田 太郎", "ヤマダ タロウ", "")]
    [InlineData("山田 太郎", "", "kana_missing")]
    [InlineData("山田 太郎", null, "kana_missing")]
    [InlineData("山田 太郎", "山田 太郎", "kanji_in_kana")]
    [InlineData("山田 太郎", "Yamada Taro", "latin_in_kana")]
    [InlineData("山田 太郎", "ヤマダ T", "latin_in_kana")]
    [InlineData("山田太郎", "ヤマダタロウ", "single_field")]
    [InlineData("山田太郎", "ヤマダ タロウ", "")]
    [InlineData("山田", "ヤマダ タロウ", "given_name_missing")]
    [InlineData("長谷川", "ハセガワ ココ", "given_name_missing")]
    [InlineData("林", "ハヤシ ケン", "name_too_short given_name_missing")]
    [InlineData("林健", "ハヤシ ケン", "")]
    [InlineData("ああああ", "アアアア", "single_field repeated_characters")]
    [InlineData("山山山 太郎", "ヤマ タロウ", "repeated_characters family_kana_implausible")]
    [InlineData("テスト 太郎", "テスト タロウ", "test_word")]
    [InlineData("test user", "ヤマダ タロウ", "test_word")]
    [InlineData("山田 3郎", "ヤマダ サブロウ", "digits_in_name")]
    [InlineData("", "", "name_missing kana_missing")]
    [InlineData("長谷川 ココ", "ハセガワ ココ", "")]
    [InlineData("山田 太郎", "12", "kana_not_kana")]
    [InlineData("asdf zxcv", "ヤマダ タロウ", "nonsense test_word")]
    [InlineData("Qwertyuiop Taro", "ヤマダ タロウ", "nonsense")]
    [InlineData("Bcdfg Taro", "ヤマダ タロウ", "nonsense")]
    [InlineData("ホゲホゲホゲ 太郎", "ホゲホゲホゲ タロウ", "nonsense")]
    [InlineData("あいうえ かきくけこ", "アイウエ カキクケコ", "nonsense")]
    [InlineData("たていす かんな", "タテイス カンナ", "nonsense")]
    [InlineData("山田 山田", "ヤマダ ヤマダ", "identical_parts")]
    [InlineData("林", "ハヤシ", "name_too_short single_field")]
    [InlineData("Nguyen Thi Schwartz", "グエン ティ シュワルツ", "")]
    [InlineData("Krzysztof Brzezinski", "クシシュトフ ブジェジンスキ", "")]
    [InlineData("相内 菜々", "アイウチ ナナ", "")]
    [InlineData("南 ななな", "ミナミ ナナナ", "repeated_characters")]
    public void Tells_what_is_odd(string name, string? kana, string issues) =>
        Assert.Equal(issues, string.Join(' ', NameNormalizer.Normalize(name, kana).Issues));

    [Fact]
    public void Splits_family_and_given_name_at_the_first_space()
    {
        var name = NameNormalizer.Normalize("山田　 太郎", "ヤマダ タロウ");
        Assert.Equal(("山田", "太郎", "ヤマダタロウ", "山田太郎"), (name.Family, name.Given, name.Key, name.KanjiKey));
    }
}
