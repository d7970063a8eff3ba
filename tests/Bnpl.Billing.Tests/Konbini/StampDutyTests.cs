using Bnpl.Billing.Konbini;

namespace Bnpl.Billing.Tests.Konbini;

public sealed class StampDutyTests
{
    [Theory]
    [InlineData(49_999, null, "2026-04-01", 0)]
    [InlineData(50_000, null, "2026-04-01", 200)]
    [InlineData(54_999, 4_999, "2026-04-01", 200)]
    [InlineData(54_999, 5_000, "2026-04-01", 0)]
    [InlineData(55_000, 5_000, "2026-04-01", 200)]
    [InlineData(53_999, 4_000, "2014-04-01", 0)]
    [InlineData(54_000, 4_000, "2014-04-01", 200)]
    [InlineData(31_499, 1_500, "2014-03-31", 0)]
    [InlineData(31_500, 1_500, "2014-03-31", 200)]
    [InlineData(1_000_000, null, "2026-04-01", 200)]
    [InlineData(1_000_001, null, "2026-04-01", 400)]
    [InlineData(2_000_001, null, "2026-04-01", 600)]
    [InlineData(3_000_001, null, "2026-04-01", 1_000)]
    public void Depends_on_amount_stated_tax_and_date(long amount, int? tax, string on, long duty)
    {
        var date = DateOnly.Parse(on);

        Assert.Equal(duty, StampDuty.DutyYen(amount, tax, date));
        Assert.Equal(duty > 0, StampDuty.IsDue(amount, tax, date));
    }

    [Fact]
    public void Tax_above_the_amount_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StampDuty.IsDue(100, 101, new DateOnly(2026, 4, 1)));
}
