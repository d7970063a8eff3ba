using Bnpl.Contracts.Calendar;
using Bnpl.Contracts.Credit;

namespace Bnpl.Contracts.Plans;

/// <summary>
/// 割賦販売法2条4項: credit paid back within two months of the sales contract needs no registration. This platform claims that for lump sums
/// alone; instalments are treated as registered credit however short they are. Counted from the contract (the order), not from shipment or invoice. The statutory count can end a day later at month ends, never
/// earlier; this is the safe one.
/// </summary>
public static class TwoMonthRule
{
    public static DateOnly LastExemptDueDate(DateOnly contractOn) => MonthDays.AddMonths(contractOn, 2, contractOn.Day);

    /// <summary>What a preview shows, an order keeps and a decision asks for.</summary>
    public static bool NeedsRegistration(PlanTerms terms, DateOnly contractOn, DateOnly lastDueOn) => terms.Count > 1 || NeedsRegistration(contractOn, lastDueOn);

    public static bool NeedsRegistration(DateOnly contractOn, DateOnly lastDueOn) => lastDueOn > LastExemptDueDate(contractOn);
}
