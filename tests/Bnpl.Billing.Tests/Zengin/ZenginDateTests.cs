using Bnpl.Billing.Zengin;
using CsCheck;

namespace Bnpl.Billing.Tests.Zengin;

public sealed class ZenginDateTests
{
    [Theory]
    [InlineData("081120", "Japanese", "2026-11-25", "2026-11-20")]
    [InlineData("310430", "Japanese", "2019-05-07", "2019-04-30")]
    [InlineData("310430", "Japanese", "2026-11-25", "2019-04-30")]
    [InlineData("010501", "Japanese", "2019-05-07", "2019-05-01")]
    [InlineData("010430", "Japanese", "2019-05-07", null)]
    [InlineData("310501", "Japanese", "2019-05-07", null)]
    [InlineData("261120", "Japanese", "2026-11-25", null)]
    [InlineData("261120", "Gregorian", "2026-11-25", "2026-11-20")]
    [InlineData("081120", "Gregorian", "2026-11-25", null)]
    [InlineData("100229", "Japanese", "2028-03-01", "2028-02-29")]
    [InlineData("080229", "Japanese", "2026-03-01", null)]
    [InlineData("081301", "Japanese", "2026-11-25", null)]
    [InlineData("080400", "Japanese", "2026-11-25", null)]
    [InlineData("08112", "Japanese", "2026-11-25", null)]
    [InlineData("08112 ", "Japanese", "2026-11-25", null)]
    public void Reads_the_year_that_is_plausible_when_the_file_came(string digits, string calendar, string receivedOn, string? expected) =>
        Assert.Equal(
            expected is null ? null : DateOnly.Parse(expected),
            ZenginDate.Read(digits, Enum.Parse<ZenginCalendar>(calendar), DateOnly.Parse(receivedOn)));

    [Fact]
    public void What_is_written_is_read() => Gen.Select(Gen.Int[0, 20_000], Gen.Enum<ZenginCalendar>()).Sample((day, calendar) =>
    {
        var date = new DateOnly(2015, 1, 1).AddDays(day);
        Assert.Equal(date, ZenginDate.Read(ZenginDate.Write(date, calendar), calendar, date.AddDays(3)));
    });
}
