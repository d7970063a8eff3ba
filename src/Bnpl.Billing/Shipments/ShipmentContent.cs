using System.Globalization;
using Bnpl.Billing.Receivables;
using Bnpl.Billing.Tax;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Purchases;

namespace Bnpl.Billing.Shipments;

internal sealed record ContentLineRequest(int? Line, int? Quantity);

/// <summary>What goes out or comes back: the amount, the order's lines where they were named, and the amount at each tax rate.</summary>
internal sealed record ResolvedContent(long Amount, IReadOnlyList<BilledLine> Lines, IReadOnlyList<TaxedAmount> Rates)
{
    public BilledContent Billed => new(Amount, Lines);
}

/// <summary>Turns lines, an amount or neither into content, in the limits that the caller states. Pure.</summary>
internal static class ShipmentContent
{
    /// <param name="free">How many of each line may still be named.</param>
    /// <param name="rest">What may still be billed in all.</param>
    /// <param name="wholeRates">What an amount alone is shared over, by rate.</param>
    /// <param name="usedRates">What of that was taken at each rate before.</param>
    /// <param name="tooMuch">The code of a refusal for more than is left.</param>
    public static ResolvedContent Resolve(
        BillableOrder order,
        IReadOnlyList<ContentLineRequest?>? lines,
        long? amount,
        Func<BillableLine, int> free,
        long rest,
        IReadOnlyList<TaxedAmount> wholeRates,
        IReadOnlyList<TaxedAmount> usedRates,
        string tooMuch)
    {
        if (lines is not null && amount is not null)
        {
            throw Refusal.Invalid("amount", "lines_or_amount", "Give lines or an amount, not both.").AsException();
        }

        if (lines is not null)
        {
            ResolvedContent named = FromLines(order, lines, free, tooMuch);
            return named.Amount > rest ? throw TooMuch("lines", tooMuch, rest) : named;
        }

        if (amount is < 1)
        {
            throw Refusal.Invalid("amount", "out_of_range", "Must be at least 1.").AsException();
        }

        if ((amount ?? rest) > rest || rest == 0)
        {
            throw TooMuch("amount", tooMuch, rest);
        }

        List<BilledLine> left = [.. order.Lines.Where(l => free(l) > 0).Select(l => new BilledLine(l.Line, free(l)))];
        if (amount is null && left.Count > 0 && Sum(order, left) == rest)
        {
            return new ResolvedContent(rest, left, Rates(order, left));
        }

        return new ResolvedContent(amount ?? rest, [], Share(wholeRates, usedRates, amount ?? rest));
    }

    public static IReadOnlyList<TaxedAmount> Rates(BillableOrder order, IEnumerable<BilledLine> lines) =>
        [.. lines.Select(l => (Line: Find(order, l.Line)!, l.Quantity))
            .GroupBy(l => l.Line.TaxRate)
            .Select(g => new TaxedAmount(g.Key, g.Sum(l => l.Line.UnitPrice * l.Quantity)))
            .OrderByDescending(r => r.Rate)];

    public static IReadOnlyList<TaxShare> TaxOf(IEnumerable<TaxedAmount> rates, Rounding rounding) =>
        [.. InvoiceTax.FromTaxInclusive(rates.Where(r => r.Amount > 0), RoundingOf(rounding)).Select(t => new TaxShare(RateText(t.Rate), t.Gross, t.Tax))];

    public static IReadOnlyList<TaxedAmount> RatesOf(IEnumerable<TaxShare> shares) =>
        [.. shares.GroupBy(s => decimal.Parse(s.Rate, CultureInfo.InvariantCulture)).Select(g => new TaxedAmount(g.Key, g.Sum(s => s.Amount)))];

    public static string RateText(decimal rate) => rate == 0 ? "0" : rate.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>An amount over what is left of these rates; when earlier shares left too little, over the rates as they were.</summary>
    public static IReadOnlyList<TaxedAmount> Share(IReadOnlyList<TaxedAmount> whole, IReadOnlyList<TaxedAmount> used, long amount)
    {
        List<TaxedAmount> left = [.. whole.Select(r => r with { Amount = Math.Max(0, r.Amount - used.Where(u => u.Rate == r.Rate).Sum(u => u.Amount)) })];
        return InvoiceTax.Share(left.Sum(r => r.Amount) >= amount ? left : whole, amount);
    }

    /// <summary>The whole order by rate.</summary>
    public static IReadOnlyList<TaxedAmount> Rates(BillableOrder order) => Rates(order, order.Lines.Select(l => new BilledLine(l.Line, l.Quantity)));

    private static ResolvedContent FromLines(BillableOrder order, IReadOnlyList<ContentLineRequest?> lines, Func<BillableLine, int> free, string tooMuch)
    {
        List<BilledLine> named = [];
        List<FieldError> errors = [];
        for (int i = 0; i < lines.Count; i++)
        {
            BillableLine? line = lines[i]?.Line is { } number ? Find(order, number) : null;
            if (line is null)
            {
                errors.Add(new FieldError($"lines[{i}].line", "unknown_line", "The order has no such line."));
            }
            else if (lines[i]!.Quantity is not { } quantity || quantity < 1)
            {
                errors.Add(new FieldError($"lines[{i}].quantity", "out_of_range", "Must be at least 1."));
            }
            else if (named.Exists(n => n.Line == line.Line))
            {
                errors.Add(new FieldError($"lines[{i}].line", "duplicate_line", "The line is named twice."));
            }
            else if (quantity > free(line))
            {
                errors.Add(new FieldError($"lines[{i}].quantity", tooMuch, $"At most {free(line)} are left."));
            }
            else
            {
                named.Add(new BilledLine(line.Line, quantity));
            }
        }

        if (lines.Count == 0)
        {
            errors.Add(new FieldError("lines", "required", "Name at least one line, or leave the field out."));
        }

        if (errors.Count > 0)
        {
            throw (Refusal.Invalid(errors) with { Code = errors.Count == 1 ? errors[0].Code : "validation_failed" }).AsException();
        }

        IReadOnlyList<TaxedAmount> rates = Rates(order, named);
        long amount = Sum(order, named);
        return amount > 0 && rates.All(r => r.Amount >= 0)
            ? new ResolvedContent(amount, named, rates)
            : throw Refusal.Invalid("lines", "amount_not_positive", "The sum of the lines must be positive at every tax rate.").AsException();
    }

    private static long Sum(BillableOrder order, IEnumerable<BilledLine> lines) => lines.Sum(l => Find(order, l.Line)!.UnitPrice * l.Quantity);

    private static BillableLine? Find(BillableOrder order, int line) => order.Lines.FirstOrDefault(l => l.Line == line);

    private static RefusalException TooMuch(string field, string code, long rest) =>
        Refusal.Invalid(field, code, $"At most {rest} yen are left.").AsException();

    private static TaxRounding RoundingOf(Rounding rounding) => rounding switch
    {
        Rounding.Floor => TaxRounding.Floor,
        Rounding.HalfUp => TaxRounding.HalfUp,
        Rounding.Ceiling => TaxRounding.Ceiling,
        _ => throw new ArgumentOutOfRangeException(nameof(rounding)),
    };
}
