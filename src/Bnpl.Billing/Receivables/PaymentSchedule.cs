using Bnpl.Billing.Calendar;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;

namespace Bnpl.Billing.Receivables;

internal sealed record ScheduledInstalment(int Number, DateOnly DueOn, long Principal, long Fee);

/// <summary>How a plan divides an amount: parts and fees sum to the whole, the first parts take what is left over. Pure.</summary>
internal static class PaymentSchedule
{
    public static IReadOnlyList<ScheduledInstalment> Of(PlanTerms plan, long principal, DateOnly invoicedOn)
    {
        int count = (int)Math.Clamp(plan.Count, 1, principal);
        long[] weights = [.. Enumerable.Repeat(1L, count)];
        Money[] parts = Money.Yen(principal).Allocate(weights);
        Money[] fees = Money.Yen(principal).Multiply(plan.FeeRate, Rounding.Floor).Allocate(weights);
        DateOnly first = invoicedOn.AddDays(plan.DueDays);
        return [.. Enumerable.Range(0, count).Select(i => new ScheduledInstalment(i + 1, DueOn(plan, first, i), parts[i].Minor, fees[i].Minor))];
    }

    private static DateOnly DueOn(PlanTerms plan, DateOnly first, int index) => plan.Interval switch
    {
        "week" => first.AddDays(7 * index),
        _ => MonthDays.AddMonths(first, index, first.Day),
    };
}
