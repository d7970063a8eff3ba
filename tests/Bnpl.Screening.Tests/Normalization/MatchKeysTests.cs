using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Tests.Normalization;

public sealed class MatchKeysTests
{
    private static NormalizedBuyer Buyer(string? kana = "ヤマダ タロウ", string phone = "090-1234-5678", string line1 = "元赤坂一丁目5番31号", string line2 = "ハイツ101", string? ip = null) => new(
        NameNormalizer.Normalize("山田 太郎", kana),
        AddressNormalizer.Normalize(new AddressInput("107-0051", "東京都", "港区", line1, line2)),
        PhoneNormalizer.Normalize(phone),
        EmailNormalizer.Normalize("taro.yamada+shop@gmail.com"),
        "dev-1",
        ip);

    [Fact]
    public void Identity_joins_the_name_with_phone_place_and_mailbox() => Assert.Equal(
        [
            new("name_phone", "ヤマダタロウ|+819012345678"), new("name_address", "ヤマダタロウ|13103|元赤坂|1-5-31"), new("name_mail", "ヤマダタロウ|taroyamada@gmail.com"),
            new("name_phone", "山田太郎|+819012345678"), new("name_address", "山田太郎|13103|元赤坂|1-5-31"), new("name_mail", "山田太郎|taroyamada@gmail.com"),
        ],
        MatchKeys.Identity(Buyer()));

    [Fact]
    public void Signals_are_the_single_facts() => Assert.Equal(
        [
            new("phone", "+819012345678"), new("email", "taroyamada@gmail.com"), new("address_k2", "13103|元赤坂|1-5-31"),
            new("name_address", "ヤマダタロウ|13103|元赤坂|1-5-31"), new("name_address", "山田太郎|13103|元赤坂|1-5-31"),
            new("address_k3", "13103|元赤坂|1-5-31|101"), new("device", "dev-1"), new("ip", "192.0.2.7"),
        ],
        MatchKeys.Signals(Buyer(ip: "::ffff:192.0.2.7")));

    [Fact]
    public void An_order_without_kana_still_meets_one_with() =>
        Assert.NotEmpty(MatchKeys.Identity(Buyer()).Intersect(MatchKeys.Identity(Buyer(kana: null, line1: "元赤坂1-5-31"))));

    [Fact]
    public void An_address_without_a_block_and_a_free_call_number_identify_nobody() =>
        Assert.Equal(["name_mail"], MatchKeys.Identity(Buyer(phone: "0120-123-456", line1: "元赤坂", line2: "")).Select(key => key.Kind).Distinct());

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2::9", "2001:db8:1:2::/64")]
    [InlineData("not an address", null)]
    [InlineData(null, null)]
    public void An_ip_is_known_by_the_line_it_comes_from(string? ip, string? expected) => Assert.Equal(expected, MatchKeys.Network(ip));
}
