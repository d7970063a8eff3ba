using System.Globalization;
using Bnpl.Contracts.Calendar;

namespace Bnpl.Infrastructure.Tests.Calendar;

public sealed class JapaneseHolidaysTests
{
    [Fact]
    public void Equals_the_published_table_from_2007_to_2050()
    {
        var published = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Calendar", "holidays-2007-2050.txt"))
            .Select(line => DateOnly.ParseExact(line, "yyyy-MM-dd", CultureInfo.InvariantCulture));

        var computed = Enumerable.Range(2007, 44).SelectMany(JapaneseHolidays.OfYear).Order();

        Assert.Equal(published, computed);
    }

    [Theory]
    [InlineData("2026-03-20", true)]
    [InlineData("2027-03-21", true)]
    [InlineData("2028-09-22", true)]
    [InlineData("2026-09-22", true)] // sandwiched
    [InlineData("2032-09-21", true)] // sandwiched
    [InlineData("2009-05-06", true)] // substitute for Sunday 3 May
    [InlineData("2019-04-30", true)]
    [InlineData("2019-05-02", true)]
    [InlineData("2019-02-23", false)]
    [InlineData("2019-12-23", false)]
    [InlineData("2026-12-31", false)]
    public void Knows_the_unusual_days(string date, bool holiday) =>
        Assert.Equal(holiday, JapaneseHolidays.Contains(DateOnly.Parse(date, CultureInfo.InvariantCulture)));

    [Fact]
    public void Answers_for_any_year_that_a_date_can_have() =>
        Assert.All([1, 1979, 2100, 9999], year => Assert.NotEmpty(JapaneseHolidays.OfYear(year)));
}
