using Bnpl.Screening.Normalization;

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
    [InlineData("020-1234-5678", "unassigned_range")]
    [InlineData("+1", "invalid_phone")]
    public void Refuses_what_is_no_line(string text, string issue)
    {
        var phone = PhoneNormalizer.Normalize(text);
        Assert.False(phone.Valid);
        Assert.Equal([issue], phone.Issues);
    }
}
