using Bnpl.Contracts;
using CsCheck;

namespace Bnpl.Infrastructure.Tests.Contracts;

public sealed class MoneyTests
{
    [Fact]
    public void Allocated_parts_sum_to_the_whole_and_differ_from_their_share_by_less_than_one_yen_each()
    {
        var cases = Gen.Select(Gen.Long[-1_000_000_000, 1_000_000_000], Gen.Long[0, 1000].Array[1, 24].Where(w => w.Any(x => x > 0)));
        cases.Sample((amount, weights) =>
        {
            Money[] parts = Money.Yen(amount).Allocate(weights);
            decimal total = weights.Sum();
            return parts.Sum(p => p.Minor) == amount
                && parts.Zip(weights).All(p => Math.Abs(p.First.Minor - (amount * p.Second / total)) < 2m && (p.Second > 0 || p.First.Minor == 0));
        });
    }

    [Theory]
    [InlineData(3, new long[] { 1, 1 }, new long[] { 2, 1 })]
    [InlineData(10_000, new long[] { 1, 1, 1 }, new long[] { 3334, 3333, 3333 })]
    [InlineData(-5, new long[] { 1, 1 }, new long[] { -3, -2 })]
    public void What_is_left_over_goes_to_the_first_parts(long amount, long[] weights, long[] expected) =>
        Assert.Equal(expected, Money.Yen(amount).Allocate(weights).Select(p => p.Minor));

    [Theory]
    [InlineData(new long[] { })]
    [InlineData(new long[] { 0, 0 })]
    [InlineData(new long[] { 2, -1 })]
    public void Weights_must_be_positive_somewhere_and_negative_nowhere(long[] weights) =>
        Assert.Throws<ArgumentException>(() => Money.Yen(10).Allocate(weights));

    [Theory]
    [InlineData(333, "0.08", Rounding.Floor, 26)]
    [InlineData(333, "0.08", Rounding.HalfUp, 27)]
    [InlineData(333, "0.08", Rounding.Ceiling, 27)]
    [InlineData(-25, "0.10", Rounding.HalfUp, -3)]
    public void A_rate_is_rounded_once_as_named(long amount, string rate, Rounding rounding, long expected) =>
        Assert.Equal(Money.Yen(expected), Money.Yen(amount).Multiply(decimal.Parse(rate), rounding));

    [Fact]
    public void A_sum_that_leaves_64_bits_throws() =>
        Assert.Throws<OverflowException>(() => Money.Yen(long.MaxValue) + Money.Yen(1));
}
