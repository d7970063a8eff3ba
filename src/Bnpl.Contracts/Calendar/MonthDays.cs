namespace Bnpl.Contracts.Calendar;

/// <summary>
/// Month arithmetic that clamps to the month's end. The anchor day is kept apart from the date, so that a plan of the 31st goes
/// 31 → 28 → 31 and not 31 → 28 → 28.
/// </summary>
public static class MonthDays
{
    /// <param name="anchorDay">1–31; 31 means the last day of every month.</param>
    public static DateOnly AddMonths(DateOnly date, int months, int anchorDay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(anchorDay, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(anchorDay, 31);
        var month = new DateOnly(date.Year, date.Month, 1).AddMonths(months);
        return new DateOnly(month.Year, month.Month, Math.Min(anchorDay, DateTime.DaysInMonth(month.Year, month.Month)));
    }

    public static DateOnly EndOfMonth(DateOnly date) => AddMonths(date, 0, 31);
}
