using System.Globalization;
using Bnpl.Contracts.Calendar;

namespace Bnpl.Infrastructure.Tests.Calendar;

public sealed class MonthDaysTests
{
    [Fact]
    public void A_plan_of_the_31st_returns_to_the_31st()
    {
        var date = new DateOnly(2027, 1, 31);
        var plan = new List<string>();
        for (var i = 0; i < 14; i++)
        {
            plan.Add(date.ToString("MM-dd", CultureInfo.InvariantCulture));
            date = MonthDays.AddMonths(date, 1, anchorDay: 31);
        }

        string[] expected = ["01-31", "02-28", "03-31", "04-30", "05-31", "06-30", "07-31", "08-31", "09-30", "10-31", "11-30", "12-31", "01-31", "02-29"];
        Assert.Equal(expected, plan);
    }

    [Theory]
    [InlineData("2026-11-20", -2, 20, "2026-09-20")]
    [InlineData("2026-02-28", 1, 30, "2026-03-30")]
    [InlineData("2026-12-15", 1, 10, "2027-01-10")]
    public void Keeps_the_anchor_day(string date, int months, int anchor, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), MonthDays.AddMonths(DateOnly.Parse(date), months, anchor));

    [Fact]
    public void Knows_the_end_of_the_month() => Assert.Equal(new DateOnly(2028, 2, 29), MonthDays.EndOfMonth(new DateOnly(2028, 2, 3)));
}
