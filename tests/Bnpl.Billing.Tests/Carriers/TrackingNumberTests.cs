using Bnpl.Billing.Carriers;
using CsCheck;

namespace Bnpl.Billing.Tests.Carriers;

public sealed class TrackingNumberTests
{
    [Theory]
    [InlineData("yamato", "123456789013", null)]
    [InlineData("yamato", "444413758703", null)]
    [InlineData("yamato", "４４４４－１３７５－８７０３", null)]
    [InlineData("yamato", "4444-1375-8704", "WrongCheckDigit")]
    [InlineData("yamato", "444413758709", "WrongCheckDigit")]
    [InlineData("yamato", "4444137587", "WrongLength")]
    [InlineData("yamato", "44441375870A", "InvalidCharacter")]
    [InlineData("yamato", "", "WrongLength")]
    [InlineData("sagawa", "512547514334", null)]
    [InlineData("sagawa", "512547514335", "WrongCheckDigit")]
    [InlineData("japan_post", "4055-4842-4886", null)]
    [InlineData("japan_post", "405548424887", "WrongCheckDigit")]
    [InlineData("japan_post", "EG123456785JP", null)]
    [InlineData("japan_post", "eg 123 456 785 jp", null)]
    [InlineData("japan_post", "EB000717595HK", null)]
    [InlineData("japan_post", "EB966331020HK", null)]
    [InlineData("japan_post", "EB761294038HK", null)]
    [InlineData("japan_post", "EG000000005JP", null)] // remainder 0 is written 5
    [InlineData("japan_post", "EG123456784JP", "WrongCheckDigit")]
    [InlineData("japan_post", "EG12345678XJP", "InvalidCharacter")]
    [InlineData("japan_post", "EG12345678JP", "WrongLength")]
    [InlineData("seino", "1234567892", "WrongCheckDigit")]
    [InlineData("seino", "1234567891", null)]
    [InlineData("fukuyama", "12345678903", null)]
    [InlineData("fukuyama", "123456789", "WrongLength")]
    [InlineData("other", "ANY-123", null)]
    [InlineData("other", "12#4", "InvalidCharacter")]
    [InlineData("other", "", "WrongLength")]
    [InlineData("other", "12345678901234567890123456789012345678901", "WrongLength")]
    public void Checks_by_carrier(string carrier, string number, string? problem) =>
        Assert.Equal(problem, TrackingNumber.Check(TrackingNumber.CarrierOf(carrier)!.Value, TrackingNumber.Normalize(number))?.ToString());

    [Fact]
    public void Unknown_carriers_have_no_rule() => Assert.Null(TrackingNumber.CarrierOf("Yamato"));

    [Fact]
    public void One_wrong_digit_is_found_unless_it_differs_by_seven() => Gen.Select(Gen.Long[0, 99_999_999_999], Gen.Int[0, 11], Gen.Int[1, 9]).Sample((body, at, by) =>
    {
        var good = $"{body:D11}{body % 7}";
        var bad = good.ToCharArray();
        bad[at] = (char)('0' + ((good[at] - '0' + by) % 10));
        Assert.Null(TrackingNumber.Check(Carrier.Yamato, good));
        Assert.Equal(
            Math.Abs(bad[at] - good[at]) == 7 && at < 11 ? null : TrackingNumberProblem.WrongCheckDigit,
            TrackingNumber.Check(Carrier.Yamato, new string(bad)));
    });

    [Fact]
    public void Any_text_is_accepted_or_refused_by_name() => Gen.Select(Gen.String, Gen.Enum<Carrier>()).Sample((text, carrier) =>
    {
        var problem = TrackingNumber.Check(carrier, TrackingNumber.Normalize(text));
        Assert.True(problem is null || Enum.IsDefined(problem.Value));
    });
}
