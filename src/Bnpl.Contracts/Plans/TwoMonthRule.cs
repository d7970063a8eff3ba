using Bnpl.Contracts.Calendar;
using Bnpl.Contracts.Credit;

namespace Bnpl.Contracts.Plans;

/// <summary>
/// 割賦販売法2条4項: credit paid back within two months of the sales contract needs no registration. This platform claims that for lump sums
/// alone, unless a tenant's credit policy claims it for instalments as well. Counted from the contract (the order), not from shipment or invoice. The statutory count can end a day later at month ends, never
/// earlier; this is the safe one.
/// </summary>
public static class TwoMonthRule
{
    /// <summary>A buyer who is asked to pay sooner than the plan says still has a week.</summary>
    private const int LeastDaysToPay = 7;

    public static DateOnly LastExemptDueDate(DateOnly contractOn) => MonthDays.AddMonths(contractOn, 2, contractOn.Day);

    /// <summary>May what is agreed to be exempt be asked for so late that it falls due sooner than its plan says?</summary>
    public static bool LeavesTimeToPay(DateOnly contractOn, DateOnly today) => LastExemptDueDate(contractOn) >= today.AddDays(LeastDaysToPay);

    /// <summary>By the plan alone, where no decision tells.</summary>
    public static bool NeedsRegistration(PlanTerms terms, DateOnly contractOn, DateOnly lastDueOn) => terms.Count > 1 || NeedsRegistration(contractOn, lastDueOn);

    public static bool NeedsRegistration(DateOnly contractOn, DateOnly lastDueOn) => lastDueOn > LastExemptDueDate(contractOn);
}
