using Bnpl.Contracts.Calendar;

namespace Bnpl.Contracts.Plans;

/// <summary>
/// 割賦販売法2条4項: credit paid back within two months of the sales contract needs no registration, however many instalments it has.
/// Counted from the contract (the order), not from shipment or invoice. The statutory count can end a day later at month ends, never
/// earlier; this is the safe one.
/// </summary>
public static class TwoMonthRule
{
    public static DateOnly LastExemptDueDate(DateOnly contractOn) => MonthDays.AddMonths(contractOn, 2, contractOn.Day);

    public static bool NeedsRegistration(DateOnly contractOn, DateOnly lastDueOn) => lastDueOn > LastExemptDueDate(contractOn);
}
