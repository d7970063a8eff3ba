using Bnpl.Billing.Tax;
using CsCheck;

namespace Bnpl.Billing.Tests.Tax;

public sealed class InvoiceTaxTests
{
    private static readonly Gen<TaxedAmount> Amounts =
        from rate in Gen.Int[0, 3].Select(i => new[] { 0.10m, 0.08m, 0m, 0.05m }[i])
        from amount in Gen.Long[0, 3_000_000]
        select new TaxedAmount(rate, amount);

    [Fact]
    public void Rounds_once_per_rate_not_per_line()
    {
        TaxedAmount[] lines = [new(0.08m, 108), new(0.10m, 1_000), new(0.08m, 213), new(0.10m, 333), new(0.08m, 55), new(0.10m, 777)];

        TaxAtRate[] expected = [new(0.10m, 2_110, 211), new(0.08m, 376, 30)];
        Assert.Equal(expected, InvoiceTax.FromTaxExclusive(lines, TaxRounding.Floor));
        Assert.Equal(2_727, InvoiceTax.FromTaxExclusive(lines, TaxRounding.Floor).Sum(rate => rate.Gross));
    }

    [Theory]
    [InlineData(12_980, "0.10", "Floor", 1_180)]
    [InlineData(1_000, "0.10", "Floor", 90)]
    [InlineData(1_000, "0.10", "HalfUp", 91)]
    [InlineData(1_000, "0.10", "Ceiling", 91)]
    [InlineData(1_001, "0.08", "Floor", 74)]
    [InlineData(1_001, "0.08", "HalfUp", 74)]
    [InlineData(1_001, "0.08", "Ceiling", 75)]
    [InlineData(1_080, "0.08", "Ceiling", 80)]
    [InlineData(500, "0", "Ceiling", 0)]
    public void Takes_the_tax_out_of_inclusive_prices(long gross, string rate, string rounding, long tax)
    {
        var result = Assert.Single(InvoiceTax.FromTaxInclusive([new(decimal.Parse(rate), gross)], Enum.Parse<TaxRounding>(rounding)));

        Assert.Equal((gross - tax, tax), (result.Net, result.Tax));
    }

    [Fact]
    public void Half_a_yen_is_rounded_up() =>
        Assert.Equal(1, Assert.Single(InvoiceTax.FromTaxExclusive([new(0.10m, 5)], TaxRounding.HalfUp)).Tax);

    [Fact]
    public void A_discount_lowers_its_own_rate()
    {
        TaxAtRate[] expected = [new(0.10m, 1_000, 100), new(0.08m, 1_000, 80)];

        Assert.Equal(expected, InvoiceTax.FromTaxInclusive([new(0.10m, 1_100), new(0.08m, 1_380), new(0.08m, -300)], TaxRounding.Floor));
        Assert.Throws<ArgumentOutOfRangeException>(() => InvoiceTax.FromTaxInclusive([new(0.10m, 100), new(0.10m, -101)], TaxRounding.Floor));
    }

    [Fact]
    public void Net_and_tax_sum_to_what_is_charged() => Gen.Select(Amounts.List[0, 12], Gen.Enum<TaxRounding>()).Sample((lines, rounding) =>
    {
        var inclusive = InvoiceTax.FromTaxInclusive(lines, rounding);
        var exclusive = InvoiceTax.FromTaxExclusive(lines, rounding);
        Assert.Equal(lines.Sum(line => line.Amount), inclusive.Sum(rate => rate.Gross));
        Assert.Equal(lines.Sum(line => line.Amount), exclusive.Sum(rate => rate.Net));
        Assert.All(inclusive.Concat(exclusive), rate => Assert.True(decimal.Abs((rate.Net * rate.Rate) - rate.Tax) <= 1 + rate.Rate));
    });

    [Fact]
    public void The_highest_rate_takes_the_rest_of_the_rounding()
    {
        TaxedAmount[] left = [new(0.08m, 2_000), new(0.10m, 1_000)];

        TaxedAmount[] expected = [new(0.10m, 34), new(0.08m, 66)];
        Assert.Equal(expected, InvoiceTax.Share(left, 100));
    }

    [Fact]
    public void Nothing_goes_to_a_rate_that_is_used_up()
    {
        TaxedAmount[] expected = [new(0.10m, 0), new(0.08m, 1), new(0m, 0)];
        Assert.Equal(expected, InvoiceTax.Share([new(0.10m, 0), new(0.08m, 1), new(0m, 1)], 1));
    }

    [Fact]
    public void More_than_is_left_cannot_be_shared()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => InvoiceTax.Share([new(0.10m, 10)], 11));
        Assert.Throws<ArgumentOutOfRangeException>(() => InvoiceTax.Share([new(0.10m, 10)], -1));
    }

    [Fact]
    public void Shipment_after_shipment_uses_up_exactly_what_was_ordered() => Gen.Select(Amounts.List[1, 8], Gen.Double[0, 1].Array[1, 6]).Sample((lines, cuts) =>
    {
        var left = InvoiceTax.Share(lines, lines.Sum(line => line.Amount));
        Assert.Equal(lines.Sum(line => line.Amount), left.Sum(rate => rate.Amount));
        foreach (var cut in cuts.Append(1))
        {
            var amount = (long)(left.Sum(rate => rate.Amount) * cut);
            var part = InvoiceTax.Share(left, amount);
            Assert.Equal(amount, part.Sum(rate => rate.Amount));
            Assert.All(part.Zip(left), pair => Assert.InRange(pair.First.Amount, 0, pair.Second.Amount));
            left = [.. left.Zip(part, (whole, taken) => whole with { Amount = whole.Amount - taken.Amount })];
        }

        Assert.All(left, rate => Assert.Equal(0, rate.Amount));
    });
}
