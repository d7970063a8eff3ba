using System.Globalization;

namespace Bnpl.Contracts;

/// <summary>A currency of ISO 4217 with the number of digits of its minor unit (yen has none).</summary>
public readonly record struct Currency
{
    public static readonly Currency Jpy = new("JPY", 0);

    private Currency(string code, int digits) => (Code, Digits) = (code, digits);

    public string Code { get; }

    public int Digits { get; }

    /// <summary>The currencies this release bills in. False for all others.</summary>
    public static bool TryParse(string? code, out Currency currency)
    {
        currency = Jpy;
        return string.Equals(code, Jpy.Code, StringComparison.Ordinal);
    }

    public override string ToString() => Code;
}

/// <summary>How a fraction of the minor unit becomes a whole one. Named at each place that rounds.</summary>
public enum Rounding
{
    Floor = 1,
    HalfUp = 2,
    Ceiling = 3,
}

/// <summary>An amount in the currency's minor unit. Adding two currencies throws; sums that leave 64 bits throw.</summary>
public readonly record struct Money(long Minor, Currency Currency) : IComparable<Money>
{
    public static Money Yen(long amount) => new(amount, Currency.Jpy);

    public static Money operator +(Money a, Money b) => new(checked(a.Minor + Same(a, b).Minor), a.Currency);

    public static Money operator -(Money a, Money b) => new(checked(a.Minor - Same(a, b).Minor), a.Currency);

    public static Money operator -(Money a) => new(checked(-a.Minor), a.Currency);

    public static bool operator <(Money a, Money b) => a.Minor < Same(a, b).Minor;

    public static bool operator >(Money a, Money b) => a.Minor > Same(a, b).Minor;

    public static bool operator <=(Money a, Money b) => a.Minor <= Same(a, b).Minor;

    public static bool operator >=(Money a, Money b) => a.Minor >= Same(a, b).Minor;

    public int CompareTo(Money other) => Minor.CompareTo(Same(this, other).Minor);

    /// <summary>This amount times a rate, rounded once.</summary>
    public Money Multiply(decimal rate, Rounding rounding) => this with { Minor = Round(Minor * rate, rounding) };

    /// <summary>Splits by weights; the parts sum to the whole, the first parts take what is left over, one unit each.</summary>
    /// <exception cref="ArgumentException">No weight is positive, or one is negative.</exception>
    public Money[] Allocate(params ReadOnlySpan<long> weights)
    {
        Int128 total = 0;
        foreach (long weight in weights)
        {
            total += weight < 0 ? throw new ArgumentException("A weight is negative.", nameof(weights)) : weight;
        }

        if (total == 0)
        {
            throw new ArgumentException("No weight is positive.", nameof(weights));
        }

        var parts = new Money[weights.Length];
        long rest = Minor;
        for (int i = 0; i < weights.Length; i++)
        {
            long part = (long)((Int128)Minor * weights[i] / total);
            parts[i] = this with { Minor = part };
            rest -= part;
        }

        long step = Math.Sign(rest);
        for (int i = 0; rest != 0; i = (i + 1) % parts.Length)
        {
            if (weights[i] > 0)
            {
                parts[i] = parts[i] with { Minor = parts[i].Minor + step };
                rest -= step;
            }
        }

        return parts;
    }

    public static long Round(decimal value, Rounding rounding) => (long)(rounding switch
    {
        Rounding.Floor => decimal.Floor(value),
        Rounding.HalfUp => decimal.Round(value, 0, MidpointRounding.AwayFromZero),
        Rounding.Ceiling => decimal.Ceiling(value),
        _ => throw new ArgumentOutOfRangeException(nameof(rounding)),
    });

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Minor} {Currency}");

    private static Money Same(Money a, Money b) =>
        a.Currency == b.Currency ? b : throw new InvalidOperationException($"Cannot mix {a.Currency} and {b.Currency}.");
}
