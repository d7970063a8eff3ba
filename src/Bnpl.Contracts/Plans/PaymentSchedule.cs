using System.Globalization;
using Bnpl.Contracts.Calendar;
using Bnpl.Contracts.Credit;

namespace Bnpl.Contracts.Plans;

public sealed record ScheduledInstalment(int Number, DateOnly DueOn, long Principal, long Fee)
{
    public long Amount => Principal + Fee;
}

/// <summary>
/// What a plan makes of an amount that is invoiced on a day: one engine for what a buyer is shown, what is decided by it and what is
/// billed. Pure.
/// </summary>
public sealed class PaymentSchedule
{
    private readonly PlanTerms _terms;
    private readonly decimal[] _years;
    private decimal? _annualRate;

    private PaymentSchedule(PlanTerms terms, DateOnly invoicedOn, long principal, IReadOnlyList<ScheduledInstalment> instalments, decimal[] years)
    {
        (_terms, InvoicedOn, Principal, Instalments, _years) = (terms, invoicedOn, principal, instalments, years);
        FeeTotal = instalments.Sum(part => part.Fee);
    }

    public DateOnly InvoicedOn { get; }

    /// <summary>現金販売価格 of what is invoiced.</summary>
    public long Principal { get; }

    public long FeeTotal { get; }

    /// <summary>支払総額.</summary>
    public long Total => Principal + FeeTotal;

    public IReadOnlyList<ScheduledInstalment> Instalments { get; }

    public DateOnly FirstDueOn => Instalments[0].DueOn;

    public DateOnly LastDueOn => Instalments[^1].DueOn;

    /// <summary>実質年率 of the amounts as they are asked, a fraction to four places: 0.1498 is 14.98 %.</summary>
    public decimal AnnualRate => _annualRate ??=
        decimal.Round(Plans.AnnualRate.Of(Principal, [.. Instalments.Select(part => part.Amount)], _years), 4, MidpointRounding.AwayFromZero);

    public string AnnualRateText => AnnualRate.ToString("0.00##", CultureInfo.InvariantCulture);

    /// <summary>The last day on which a plan's payment can fall due by the limit: the limit, or the bank day before it where the plan rolls dates.</summary>
    public static DateOnly LastBy(PlanTerms terms, DateOnly limit) => terms.HolidayRule == "none" ? limit : BankDays.Standard.Roll(limit, Rolling.Preceding);

    /// <summary>The same with every date that lies after the limit brought forward to the last one by it.</summary>
    public PaymentSchedule NotAfter(DateOnly limit)
    {
        if (LastDueOn <= limit)
        {
            return this;
        }

        DateOnly last = LastBy(_terms, limit);
        return new PaymentSchedule(_terms, InvoicedOn, Principal, [.. Instalments.Select(part => part.DueOn > last ? part with { DueOn = last } : part)], _years);
    }

    /// <summary>
    /// As it will be if the goods leave at once, and not before they are ordered: a cart may name tomorrow. By this a plan is shown,
    /// decided and agreed. Billing counts from the real invoice, and refuses the later shipment that would break what was promised.
    /// </summary>
    public static PaymentSchedule Expected(PlanTerms terms, long amount, DateOnly contractOn, DateOnly today) => Of(terms, amount, contractOn > today ? contractOn : today);

    /// <param name="principal">At least 1 yen. An amount of fewer yen than the plan has instalments takes as many as it has yen.</param>
    /// <param name="orderAmount">The whole order's amount, where this is a shipment of a part: fees agreed per order are shared by it.</param>
    public static PaymentSchedule Of(PlanTerms terms, long principal, DateOnly invoicedOn, long? orderAmount = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(principal, 1);
        int count = (int)Math.Clamp(terms.Count, 1, principal);
        DateOnly[] nominal = PlanDates.Nominal(terms, count, invoicedOn);
        decimal[] years = PlanFees.Years(terms, invoicedOn, nominal);
        (long Principal, long Fee)[] parts = PlanFees.Divide(terms, principal, orderAmount ?? principal, years);
        DateOnly earliest = invoicedOn;
        var instalments = new ScheduledInstalment[count];
        for (int i = 0; i < count; i++)
        {
            earliest = PlanDates.Roll(terms, nominal[i], earliest);
            instalments[i] = new ScheduledInstalment(i + 1, earliest, parts[i].Principal, parts[i].Fee);
        }

        return new PaymentSchedule(terms, invoicedOn, principal, instalments, years);
    }
}
