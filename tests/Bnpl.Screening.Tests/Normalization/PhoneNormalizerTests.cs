using Bnpl.Screening.Normalization;
using CsCheck;

namespace Bnpl.Screening.Tests.Normalization;

public sealed class PhoneNormalizerTests
{
    [Theory]
    [InlineData("090-1234-5678", "+819012345678", "mobile", null, "")]
    [InlineData("０９０−１２３４−５６７８", "+819012345678", "mobile", null, "")]
    [InlineData("090ー1234ー5678", "+819012345678", "mobile", null, "")]
    [InlineData("(090) 1234 5678", "+819012345678", "mobile", null, "")]
    [InlineData("+81 90-1234-5678", "+819012345678", "mobile", null, "")]
    [InlineData("+81 (0)90-1234-5678", "+819012345678", "mobile", null, "")]
    [InlineData("+8109012345678", "+819012345678", "mobile", null, "")]
    [InlineData("010-81-90-1234-5678", "+819012345678", "mobile", null, "")]
    [InlineData("TEL:09012345678", "+819012345678", "mobile", null, "")]
    [InlineData("060-1234-5678", "+816012345678", "mobile", null, "")]
    [InlineData("070-1234-5678", "+817012345678", "mobile", null, "")]
    [InlineData("050-1234-5678", "+815012345678", "ip", null, "")]
    [InlineData("03-3581-4321", "+81335814321", "fixed", "東京都", "")]
    [InlineData("03(3581)4321 内線12", "+81335814321", "fixed", "東京都", "")]
    [InlineData("045-671-2121", "+81456712121", "fixed", "神奈川県", "")]
    [InlineData("06-6208-8181", "+81662088181", "fixed", null, "")]
    [InlineData("0120-123-456", "+81120123456", "toll_free", null, "not_a_contact_number")]
    [InlineData("0800-123-4567", "+818001234567", "toll_free", null, "not_a_contact_number")]
    [InlineData("0570-012-345", "+81570012345", "navi", null, "not_a_contact_number")]
    [InlineData("090-1111-1111", "+819011111111", "mobile", null, "repeated_digits")]
    [InlineData("020-1234-5678", "+812012345678", "m2m", null, "not_a_contact_number")]
    [InlineData("0204-123-4567", "+812041234567", "pager", null, "not_a_contact_number")]
    [InlineData("819012345678", "+819012345678", "mobile", null, "")]
    [InlineData("81-3-3581-4321", "+81335814321", "fixed", "東京都", "")]
    [InlineData("0081 3 3581 4321", "+81335814321", "fixed", "東京都", "")]
    [InlineData("＋８１（０）３−３５８１−４３２１", "+81335814321", "fixed", "東京都", "")]
    [InlineData("03-3581-4321 ext.12", "+81335814321", "fixed", "東京都", "")]
    [InlineData("03-3581-4321;ext=12", "+81335814321", "fixed", "東京都", "")]
    [InlineData("03-3581-4321（内線１２３）", "+81335814321", "fixed", "東京都", "")]
    [InlineData("【携帯】090-1234-5678", "+819012345678", "mobile", null, "")]
    [InlineData("電話番号：090-1234-5678", "+819012345678", "mobile", null, "")]
    [InlineData("+1 650 253 0000", "+16502530000", "foreign", null, "foreign_number")]
    public void Reads_a_number(string text, string e164, string kind, string? area, string issues)
    {
        var phone = PhoneNormalizer.Normalize(text);
        Assert.Equal((e164, true, kind, area, issues), (phone.E164, phone.Valid, phone.Kind, phone.Area, string.Join(' ', phone.Issues)));
    }

    [Theory]
    [InlineData("", "phone_missing")]
    [InlineData("090-1234-567", "invalid_phone")]
    [InlineData("090-1234-56789", "invalid_phone")]
    [InlineData("1234567890", "invalid_phone")]
    [InlineData("なし", "invalid_phone")]
    [InlineData("090-0234-5678", "unassigned_range")]
    [InlineData("020-0234-5678", "unassigned_range")]
    [InlineData("+1", "invalid_phone")]
    public void Refuses_what_is_no_line(string text, string issue)
    {
        var phone = PhoneNormalizer.Normalize(text);
        Assert.False(phone.Valid);
        Assert.Equal([issue], phone.Issues);
    }

    [Theory]
    [InlineData("03-3581-4321", "東京都", "大阪府")]
    [InlineData("06-6208-8181", "大阪府 兵庫県", "東京都")]
    [InlineData("042-769-8211", "神奈川県 東京都", "千葉県")] // 相模原
    [InlineData("04-7167-1111", "千葉県", "神奈川県")] // 柏
    [InlineData("04-2998-1111", "埼玉県", "神奈川県")] // 所沢
    [InlineData("0465-33-1300", "神奈川県 静岡県", "東京都")]
    [InlineData("0280-22-5111", "茨城県 埼玉県", "東京都")] // 古河
    [InlineData("055-237-1161", "山梨県", "静岡県")] // 甲府
    [InlineData("055-931-2500", "静岡県", "山梨県")] // 沼津
    [InlineData("0942-30-9000", "福岡県 佐賀県", "熊本県")] // 久留米
    [InlineData("075-222-3111", "京都府", "奈良県")]
    [InlineData("076-220-2111", "石川県", "福井県")]
    [InlineData("088-823-9301", "高知県", "徳島県")]
    [InlineData("088-621-5111", "徳島県", "高知県")]
    [InlineData("098-867-0111", "沖縄県", "鹿児島県")]
    [InlineData("011-211-2111", "北海道", "青森県")]
    public void A_fixed_line_tells_the_prefectures_it_can_stand_in(string text, string serves, string not)
    {
        var phone = PhoneNormalizer.Normalize(text);
        Assert.All(serves.Split(' '), prefecture => Assert.True(phone.Serves(prefecture)));
        Assert.False(phone.Serves(not));
    }

    [Theory]
    [InlineData("090-1234-5678")]
    [InlineData("050-1234-5678")]
    [InlineData("0120-123-456")]
    [InlineData("")]
    public void A_number_without_a_place_serves_none_and_contradicts_none(string text) => Assert.Null(PhoneNormalizer.Normalize(text).Serves("東京都"));

    [Fact]
    public void Every_area_code_is_of_a_real_prefecture_and_every_prefecture_has_one()
    {
        var served = Enumerable.Range(1000, 9000).SelectMany(number => PhoneArea.Prefectures("0" + number.ToString()[1..])).Distinct().ToList();
        Assert.Equal(47, served.Count);
        Assert.DoesNotContain("", served);
    }

    [Fact]
    public void The_international_form_is_its_own_normal_form() =>
        Gen.Select(Gen.OneOf(Gen.Int[70, 90], Gen.Int[3, 9]), Gen.Int[10_000_000, 99_999_999]).Sample((area, rest) =>
        {
            var once = PhoneNormalizer.Normalize("0" + area + rest);
            if (once.E164 is null) return true;
            var twice = PhoneNormalizer.Normalize(once.E164);
            return (twice.E164, twice.Kind, twice.Valid, twice.Area) == (once.E164, once.Kind, once.Valid, once.Area);
        });
}
