namespace Bnpl.Contracts.Plans;

/// <summary>
/// 実質年率 by 割賦販売法施行規則 別表第一 第一号: the rate R at which the fees are R × Σ Uᵢ × Tᵢ, where Uᵢ is what is unpaid before the i-th
/// payment, each payment covering first the fee of its own period (Uᵢ₊₁ = Uᵢ − (Pᵢ − R·Uᵢ·Tᵢ)), and Tᵢ is that period in years.
/// All in decimals: no binary fraction ever enters.
/// </summary>
internal static class AnnualRate
{
    private const int MostSteps = 2_000;
    private const decimal Precise = 0.000_000_000_1m;

    /// <summary>The payment that, made equally each time, pays back the principal at the rate.</summary>
    public static decimal EqualPayment(long principal, decimal rate, IReadOnlyList<decimal> years)
    {
        decimal discount = 1;
        decimal sum = 0;
        foreach (decimal period in years)
        {
            discount /= 1 + (rate * period);
            sum += discount;
        }

        return principal / sum;
    }

    /// <summary>The rate of payments that are made. Newton's steps from 0 rise to it, since present value falls, ever more slowly, as the rate rises.</summary>
    public static decimal Of(long principal, IReadOnlyList<long> payments, IReadOnlyList<decimal> years)
    {
        if (payments.Sum() <= principal)
        {
            return 0;
        }

        decimal rate = 0;
        for (int step = 0; step < MostSteps; step++)
        {
            (decimal value, decimal slope) = PresentValue(rate, payments, years);
            decimal change = (value - principal) / slope;
            rate += change;
            if (change < Precise)
            {
                break;
            }
        }

        return rate;
    }

    private static (decimal Value, decimal Slope) PresentValue(decimal rate, IReadOnlyList<long> payments, IReadOnlyList<decimal> years)
    {
        decimal discount = 1;
        decimal sensitivity = 0;
        decimal value = 0;
        decimal slope = 0;
        for (int i = 0; i < payments.Count; i++)
        {
            decimal growth = 1 + (rate * years[i]);
            discount /= growth;
            sensitivity += years[i] / growth;
            value += payments[i] * discount;
            slope += payments[i] * discount * sensitivity;
        }

        return (value, slope);
    }
}
