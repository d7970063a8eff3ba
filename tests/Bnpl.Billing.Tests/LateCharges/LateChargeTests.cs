using Bnpl.Billing.LateCharges;
using CsCheck;

namespace Bnpl.Billing.Tests.LateCharges;

public sealed class LateChargeTests
{
    private const decimal Rate = LateCharge.ConsumerMaximumAnnualRate;

    [Theory]
    [InlineData(10_000, 30, 120)]
    [InlineData(4_980, 45, 89)]
    [InlineData(10_000, 1, 4)]
    [InlineData(10_000, 0, 0)]
    [InlineData(2_499, 1, 0)]
    [InlineData(2_500, 1, 1)]
    [InlineData(0, 365, 0)]
    [InlineData(9_000_000_000_000, 3_650, 13_140_000_000_000)]
    public void Is_floored_to_the_yen(long unpaid, int days, long charge) => Assert.Equal(charge, LateCharge.Compute(unpaid, Rate, days));

    [Theory]
    [InlineData("2026-11-29", 0)]
    [InlineData("2026-11-30", 0)]
    [InlineData("2026-12-01", 1)]
    [InlineData("2026-12-30", 30)]
    public void Days_count_from_the_day_after_the_due_date(string paidOn, int days) =>
        Assert.Equal(days, LateCharge.DaysLate(new DateOnly(2026, 11, 30), DateOnly.Parse(paidOn)));

    [Fact]
    public void Registered_instalments_are_capped_by_the_statutory_rate_on_all_that_is_unpaid()
    {
        Assert.Equal(240, LateCharge.Compute(20_000, Rate, 30));
    }

    [Fact]
    public void Is_the_exact_floor() => Gen.Select(Gen.Long[0, 1_000_000_000_000], Gen.Int[0, 3_650], Gen.Int[0, 2_000]).Sample((unpaid, days, rate) =>
    {
        var exact = (Int128)unpaid * rate * days / (10_000 * 365);
        Assert.Equal((long)exact, LateCharge.Compute(unpaid, rate / 10_000m, days));
    });

    [Fact]
    public void Never_falls_with_more_days_or_more_unpaid() => Gen.Select(Gen.Long[0, 1_000_000], Gen.Long[0, 1_000], Gen.Int[0, 900], Gen.Int[0, 90])
        .Sample((unpaid, more, days, later) =>
            Assert.True(LateCharge.Compute(unpaid, Rate, days) <= LateCharge.Compute(unpaid + more, Rate, days + later)));
}
