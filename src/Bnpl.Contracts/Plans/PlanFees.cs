using Bnpl.Contracts.Credit;

namespace Bnpl.Contracts.Plans;

/// <summary>How a plan divides an amount into principal and fee. Every part is whole yen; parts sum to the principal, fees to the fee.</summary>
internal static class PlanFees
{
    private const int MonthsOfYear = 12;
    private const int DaysOfYear = 365;
    private const int Digits = 10;

    public static (long Principal, long Fee)[] Divide(PlanTerms terms, long principal, long orderAmount, IReadOnlyList<decimal> years)
    {
        if (terms.FeeKind == PlanTerms.AnnualRateFee)
        {
            return ByAnnualRate(terms, principal, years);
        }

        int count = years.Count;
        long fee = terms.FeeKind switch
        {
            PlanTerms.FlatFee => Money.Yen(principal).Multiply(terms.FeeRate, Rounding.Floor).Minor,
            PlanTerms.FeePerOrder => Share(terms.FeeAmount, principal, orderAmount),
            PlanTerms.FeePerInstalment => Share(checked(terms.FeeAmount * count), principal, orderAmount),
            _ => throw new ArgumentOutOfRangeException(nameof(terms), terms.FeeKind, "No such kind of fee."),
        };
        long[] principals = Parts(terms, principal, count);
        long[] fees = Parts(terms, fee, count);
        return [.. principals.Zip(fees)];
    }

    /// <summary>
    /// The periods between payments in years (Tᵢ). A plan by months counts months, one by weeks counts days, both on the nominal dates: a
    /// holiday changes no fee. 別表第一 lets the time to the first payment be taken as a month where it is under two.
    /// </summary>
    public static decimal[] Years(PlanTerms terms, DateOnly invoicedOn, IReadOnlyList<DateOnly> nominal)
    {
        bool monthly = terms.Interval is not (PlanTerms.Week or PlanTerms.TwoWeeks);
        decimal[] years = new decimal[nominal.Count];
        for (int i = 0; i < years.Length; i++)
        {
            DateOnly from = i == 0 ? invoicedOn : nominal[i - 1];
            years[i] = (monthly, i) switch
            {
                (true, 0) when nominal[0] < TwoMonthRule.LastExemptDueDate(invoicedOn) => 1m / MonthsOfYear,
                (true, > 0) => (((nominal[i].Year - from.Year) * MonthsOfYear) + nominal[i].Month - from.Month) / (decimal)MonthsOfYear,
                _ => Math.Max(1, nominal[i].DayNumber - from.DayNumber) / (decimal)DaysOfYear,
            };
        }

        return years;
    }

    // A shipment's share of a fee that is agreed for the whole order. Rounded down: several shipments never ask more than was agreed.
    private static long Share(long fee, long principal, long orderAmount) => orderAmount <= principal ? fee : (long)((Int128)fee * principal / orderAmount);

    private static (long Principal, long Fee)[] ByAnnualRate(PlanTerms terms, long principal, IReadOnlyList<decimal> years)
    {
        int count = years.Count;
        decimal payment = AnnualRate.EqualPayment(principal, terms.FeeRate, years);
        long fee = Math.Max(0, WholeYen((payment * count) - principal));
        long[] payments = Parts(terms, principal + fee, count);
        var parts = new (long Principal, long Fee)[count];
        decimal unpaid = principal;
        decimal accrued = 0;
        long charged = 0;
        long left = principal;
        for (int i = 0; i < count; i++)
        {
            decimal interest = unpaid * terms.FeeRate * years[i];
            unpaid -= payment - interest;
            accrued += interest;
            long wanted = Math.Min(fee, WholeYen(accrued)) - charged;

            // Every instalment pays back at least a yen, and leaves one for each that follows.
            long part = i == count - 1 ? left : Math.Clamp(payments[i] - wanted, 1, Math.Max(1, Math.Min(payments[i], left - (count - 1 - i))));
            parts[i] = (part, payments[i] - part);
            left -= part;
            charged += payments[i] - part;
        }

        return parts;
    }

    // Rounded down, once what a decimal's last digits lost is put right: 2.9999999999 yen are 3.
    private static long WholeYen(decimal amount) => Money.Round(decimal.Round(amount, Digits), Rounding.Floor);

    private static long[] Parts(PlanTerms terms, long amount, int count)
    {
        if (terms.RoundingInstalment is null)
        {
            return [.. Money.Yen(amount).Allocate([.. Enumerable.Repeat(1L, count)]).Select(part => part.Minor)];
        }

        long[] parts = [.. Enumerable.Repeat(amount / count, count)];
        parts[terms.RoundingInstalment == PlanTerms.LastInstalment ? ^1 : 0] += amount % count;
        return parts;
    }
}
