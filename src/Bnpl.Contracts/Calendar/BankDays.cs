namespace Bnpl.Contracts.Calendar;

/// <summary>What to do with a date on which banks are closed.</summary>
public enum Rolling
{
    None,
    Following,
    Preceding,
    ModifiedFollowing,
}

/// <summary>
/// Days on which banks settle: no Saturday, Sunday, national holiday, 31 December or 1–3 January.
/// Store both the nominal and the rolled date; count late days from the rolled one where it favours the debtor.
/// </summary>
/// <param name="addedHolidays">Holidays enacted after this version (公布された特例).</param>
/// <param name="removedHolidays">Computed holidays that were moved away by law.</param>
public sealed class BankDays(IReadOnlySet<DateOnly>? addedHolidays = null, IReadOnlySet<DateOnly>? removedHolidays = null)
{
    public static BankDays Standard { get; } = new();

    public bool IsOpen(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsTurnOfYear(date) && !IsHoliday(date);

    public DateOnly Roll(DateOnly date, Rolling rolling) => rolling switch
    {
        Rolling.None => date,
        Rolling.Following => Nearest(date, 1),
        Rolling.Preceding => Nearest(date, -1),
        Rolling.ModifiedFollowing => Nearest(date, 1) is var next && next.Month == date.Month ? next : Nearest(date, -1),
        _ => throw new ArgumentOutOfRangeException(nameof(rolling)),
    };

    /// <summary>The bank day that comes so many bank days after (before, if negative) the date, which is not counted itself.</summary>
    public DateOnly Add(DateOnly date, int bankDays)
    {
        var step = Math.Sign(bankDays);
        for (var left = Math.Abs(bankDays); left > 0; left--)
        {
            date = Nearest(date.AddDays(step), step);
        }

        return date;
    }

    private bool IsHoliday(DateOnly date) =>
        addedHolidays?.Contains(date) == true || (JapaneseHolidays.Contains(date) && removedHolidays?.Contains(date) != true);

    private DateOnly Nearest(DateOnly date, int step)
    {
        while (!IsOpen(date))
        {
            date = date.AddDays(step);
        }

        return date;
    }

    private static bool IsTurnOfYear(DateOnly date) => date is { Month: 12, Day: 31 } or { Month: 1, Day: <= 3 };
}
