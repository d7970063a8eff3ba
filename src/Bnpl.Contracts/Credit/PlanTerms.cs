namespace Bnpl.Contracts.Credit;

/// <summary>
/// The payment plan as agreed at the order and stored with it. A member that an older order's JSON lacks has the value that it had
/// when that order was agreed, so that what was agreed then is billed now.
/// </summary>
/// <param name="Interval"><c>month</c>, <c>two_weeks</c> or <c>week</c>.</param>
/// <param name="DueDays">
/// Days from the invoice to the (first) due date; with a due rule that names a day of the month, the days that must lie between at least.
/// </param>
/// <param name="FeeRate">A share of the principal, or a year's rate, by <see cref="FeeKind"/>.</param>
public sealed record PlanTerms(string Code, int Count, string Interval, int DueDays, decimal FeeRate)
{
    public const string Month = "month";
    public const string TwoWeeks = "two_weeks";
    public const string Week = "week";

    public const string DaysAfterInvoice = "days_after_invoice";
    public const string EndOfMonth = "end_of_month";
    public const string DayOfMonth = "day_of_month";

    public const string FlatFee = "flat";
    public const string FeePerOrder = "per_order";
    public const string FeePerInstalment = "per_instalment";
    public const string AnnualRateFee = "annual_rate";

    public const string FirstInstalment = "first";
    public const string LastInstalment = "last";

    /// <summary>Stands in an order's row for a plan that nobody offered: no plan of the settings is due on the day of its invoice.</summary>
    public static PlanTerms NotOffered(string code) => new(code, 1, Month, 0, 0);

    public bool WasOffered() => DueDays > 0 || DueRule != DaysAfterInvoice;

    /// <summary><c>days_after_invoice</c>, <c>end_of_month</c> or <c>day_of_month</c>.</summary>
    public string DueRule { get; init; } = DaysAfterInvoice;

    /// <summary>締め日: an invoice after this day of the month counts as the next month's. 31 is the month's end.</summary>
    public int CutoffDay { get; init; } = 31;

    /// <summary>Months from the closing month to the first due date; not for <c>days_after_invoice</c>.</summary>
    public int DueMonths { get; init; }

    /// <summary>The day of the month for <c>day_of_month</c>; a month that has no such day takes its last one.</summary>
    public int DueDay { get; init; } = 31;

    /// <summary><c>none</c>, <c>next</c>, <c>previous</c> or <c>modified_following</c>, over the days on which banks are open.</summary>
    public string HolidayRule { get; init; } = "none";

    /// <summary>Months (1–12) in which no instalment falls due.</summary>
    public IReadOnlyList<int> SkipMonths { get; init; } = [];

    /// <summary><c>flat</c>, <c>per_order</c>, <c>per_instalment</c> or <c>annual_rate</c>.</summary>
    public string FeeKind { get; init; } = FlatFee;

    /// <summary>Yen, for <c>per_order</c> and <c>per_instalment</c>.</summary>
    public long FeeAmount { get; init; }

    /// <summary>Which instalment takes what does not divide: <c>first</c> or <c>last</c>. Null: a yen each from the first on, as orders before this member had it.</summary>
    public string? RoundingInstalment { get; init; }
}
