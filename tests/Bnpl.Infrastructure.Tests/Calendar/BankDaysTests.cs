using System.Globalization;
using Bnpl.Contracts.Calendar;
using CsCheck;

namespace Bnpl.Infrastructure.Tests.Calendar;

public sealed class BankDaysTests
{
    private static readonly Gen<DateOnly> Dates = Gen.Int[0, 15_000].Select(days => new DateOnly(2010, 1, 1).AddDays(days));

    [Theory]
    [InlineData("2026-12-31", "Following", "2027-01-04")]
    [InlineData("2026-12-31", "Preceding", "2026-12-30")]
    [InlineData("2026-12-31", "ModifiedFollowing", "2026-12-30")]
    [InlineData("2026-12-31", "None", "2026-12-31")]
    [InlineData("2026-05-02", "Following", "2026-05-07")]
    [InlineData("2026-05-02", "ModifiedFollowing", "2026-05-07")]
    [InlineData("2026-09-19", "Following", "2026-09-24")]
    [InlineData("2026-09-24", "Following", "2026-09-24")]
    [InlineData("2028-01-03", "Following", "2028-01-04")] // a Monday
    [InlineData("2026-01-02", "Preceding", "2025-12-30")]
    public void Rolls(string date, string rolling, string expected) =>
        Assert.Equal(Date(expected), BankDays.Standard.Roll(Date(date), Enum.Parse<Rolling>(rolling)));

    [Fact]
    public void Counts_bank_days()
    {
        var days = BankDays.Standard;

        Assert.Equal(Date("2027-01-05"), days.Add(Date("2026-12-30"), 2));
        Assert.Equal(Date("2026-12-29"), days.Add(Date("2027-01-04"), -2));
        Assert.Equal(Date("2026-12-31"), days.Add(Date("2026-12-31"), 0));
    }

    [Fact]
    public void Takes_newly_enacted_and_moved_holidays()
    {
        var days = new BankDays(new HashSet<DateOnly> { Date("2026-07-21") }, new HashSet<DateOnly> { Date("2026-07-20") });

        Assert.False(BankDays.Standard.IsOpen(Date("2026-07-20")));
        Assert.True(days.IsOpen(Date("2026-07-20")));
        Assert.False(days.IsOpen(Date("2026-07-21")));
    }

    [Fact]
    public void A_rolled_day_is_open_and_near_and_rolling_again_changes_nothing() => Gen.Select(Dates, Gen.Enum<Rolling>()).Sample((date, rolling) =>
    {
        var rolled = BankDays.Standard.Roll(date, rolling);
        Assert.Equal(rolled, BankDays.Standard.Roll(rolled, rolling));
        Assert.InRange(rolled.DayNumber - date.DayNumber, -11, 11);
        Assert.True(rolling == Rolling.None ? rolled == date : BankDays.Standard.IsOpen(rolled));
        Assert.True(rolling != Rolling.Following || rolled >= date);
        Assert.True(rolling != Rolling.Preceding || rolled <= date);
        Assert.True(rolling != Rolling.ModifiedFollowing || rolled.Month == date.Month);
    });

    [Fact]
    public void Adding_bank_days_and_taking_them_away_returns() => Gen.Select(Dates, Gen.Int[0, 40]).Sample((date, count) =>
    {
        var open = BankDays.Standard.Roll(date, Rolling.Following);
        Assert.Equal(open, BankDays.Standard.Add(BankDays.Standard.Add(open, count), -count));
    });

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
