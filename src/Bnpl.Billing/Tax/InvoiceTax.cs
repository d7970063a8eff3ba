namespace Bnpl.Billing.Tax;

/// <summary>The issuer's choice, applied consistently; stored per merchant.</summary>
internal enum TaxRounding
{
    Floor,
    HalfUp,
    Ceiling,
}

/// <param name="Rate">0.10, 0.08 or 0.</param>
/// <param name="Amount">With or without tax, as the method says; negative for a discount.</param>
internal readonly record struct TaxedAmount(decimal Rate, long Amount);

internal readonly record struct TaxAtRate(decimal Rate, long Net, long Tax)
{
    public long Gross => Net + Tax;
}

/// <summary>
/// Consumption tax of a qualified invoice: rounded once per rate per invoice, never per line. Results are ordered by rate, the
/// highest first.
/// </summary>
internal static class InvoiceTax
{
    public static IReadOnlyList<TaxAtRate> FromTaxInclusive(IEnumerable<TaxedAmount> lines, TaxRounding rounding) =>
        [.. SumByRate(lines).Select(sum => Split(sum, Round(sum.Amount * sum.Rate / (1 + sum.Rate), rounding)))];

    public static IReadOnlyList<TaxAtRate> FromTaxExclusive(IEnumerable<TaxedAmount> lines, TaxRounding rounding) =>
        [.. SumByRate(lines).Select(sum => new TaxAtRate(sum.Rate, sum.Amount, Round(sum.Amount * sum.Rate, rounding)))];

    /// <summary>
    /// Spreads a part of an order over its tax rates in proportion to what is left at each, the highest rate taking the rest of the
    /// rounding as far as something is left there. The parts sum to the amount, and no rate gets more than it has left.
    /// </summary>
    public static IReadOnlyList<TaxedAmount> Share(IEnumerable<TaxedAmount> left, long amount)
    {
        var rates = SumByRate(left);
        var total = rates.Sum(rate => rate.Amount);
        if (amount < 0 || amount > total)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, $"Only 0 to {total} can be shared.");
        }

        if (amount == 0)
        {
            return [.. rates.Select(rate => rate with { Amount = 0 })];
        }

        var parts = rates.Select(rate => (long)((Int128)amount * rate.Amount / total)).ToArray();
        var rest = amount - parts.Sum();
        for (var i = 0; i < parts.Length; i++)
        {
            var extra = Math.Min(rest, rates[i].Amount - parts[i]);
            parts[i] += extra;
            rest -= extra;
        }

        return [.. rates.Select((rate, i) => rate with { Amount = parts[i] })];
    }

    private static TaxAtRate Split(TaxedAmount gross, long tax) => new(gross.Rate, gross.Amount - tax, tax);

    private static List<TaxedAmount> SumByRate(IEnumerable<TaxedAmount> lines)
    {
        var sums = lines.GroupBy(line => line.Rate)
            .Select(group => new TaxedAmount(group.Key, group.Sum(line => line.Amount)))
            .OrderByDescending(sum => sum.Rate)
            .ToList();
        foreach (var sum in sums)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(sum.Rate, nameof(lines));
            ArgumentOutOfRangeException.ThrowIfNegative(sum.Amount, nameof(lines));
        }

        return sums;
    }

    private static long Round(decimal tax, TaxRounding rounding) => (long)(rounding switch
    {
        TaxRounding.Floor => decimal.Floor(tax),
        TaxRounding.HalfUp => decimal.Round(tax, MidpointRounding.AwayFromZero),
        TaxRounding.Ceiling => decimal.Ceiling(tax),
        _ => throw new ArgumentOutOfRangeException(nameof(rounding)),
    });
}
