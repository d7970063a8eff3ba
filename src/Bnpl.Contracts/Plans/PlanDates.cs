using Bnpl.Contracts.Calendar;
using Bnpl.Contracts.Credit;

namespace Bnpl.Contracts.Plans;

/// <summary>
/// The due dates of a plan. Nominal dates follow from the rule alone; each is then rolled by itself over closed days, so that one
/// holiday does not move the instalments after it.
/// </summary>
internal static class PlanDates
{
    /// <summary>The dates before any holiday moves them.</summary>
    public static DateOnly[] Nominal(PlanTerms terms, int count, DateOnly invoicedOn)
    {
        DateOnly first = First(terms, invoicedOn);
        int anchor = terms.DueRule == PlanTerms.DaysAfterInvoice ? first.Day : DayOf(terms);
        DateOnly[] dates = new DateOnly[count];
        int step = 0;
        for (int i = 0; i < count; i++)
        {
            DateOnly date;
            do
            {
                date = terms.Interval switch
                {
                    PlanTerms.Week => first.AddDays(7 * step),
                    PlanTerms.TwoWeeks => first.AddDays(14 * step),
                    _ => MonthDays.AddMonths(first, step, anchor),
                };
                step++;
            }
            while (Skipped(terms, date));

            dates[i] = date;
        }

        return dates;
    }

    /// <summary>A rolled date never enters a month in which nothing falls due, nor comes before the date ahead of it; it is rolled the other way instead.</summary>
    public static DateOnly Roll(PlanTerms terms, DateOnly date, DateOnly notBefore)
    {
        BankDays days = BankDays.Standard;
        DateOnly rolled = days.Roll(date, RollingOf(terms.HolidayRule));
        if (rolled != date && Skipped(terms, rolled))
        {
            rolled = days.Roll(date, rolled > date ? Rolling.Preceding : Rolling.Following);
        }

        if (rolled >= notBefore)
        {
            return rolled;
        }

        DateOnly later = days.Roll(date, Rolling.Following);
        return later > notBefore ? later : notBefore;
    }

    private static DateOnly First(PlanTerms terms, DateOnly invoicedOn)
    {
        DateOnly earliest = invoicedOn.AddDays(terms.DueDays);
        if (terms.DueRule == PlanTerms.DaysAfterInvoice)
        {
            return earliest;
        }

        int closing = invoicedOn.Day > terms.CutoffDay ? 1 : 0;
        int months = closing + terms.DueMonths;
        DateOnly first;
        do
        {
            first = MonthDays.AddMonths(invoicedOn, months++, DayOf(terms));
        }
        while (first < earliest);

        return first;
    }

    private static int DayOf(PlanTerms terms) => terms.DueRule == PlanTerms.EndOfMonth ? 31 : terms.DueDay;

    private static bool Skipped(PlanTerms terms, DateOnly date) => terms.SkipMonths.Count is > 0 and < 12 && terms.SkipMonths.Contains(date.Month);

    private static Rolling RollingOf(string holidayRule) => holidayRule switch
    {
        "none" => Rolling.None,
        "next" => Rolling.Following,
        "previous" => Rolling.Preceding,
        "modified_following" => Rolling.ModifiedFollowing,
        _ => throw new ArgumentOutOfRangeException(nameof(holidayRule), holidayRule, "No such holiday rule."),
    };
}
