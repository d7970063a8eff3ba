using System.Globalization;
using System.Text.Json;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Plans;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Infrastructure.Tests.Plans;

public sealed class PaymentScheduleTests
{
    private static readonly PlanTerms s_monthly = new("m", 3, PlanTerms.Month, 14, 0) { RoundingInstalment = PlanTerms.FirstInstalment };

    [Theory]
    [InlineData("2027-01-17", 3, "2027-01-31 2027-02-28 2027-03-31")] // the 31st is kept in mind over February
    [InlineData("2028-01-15", 3, "2028-01-29 2028-02-29 2028-03-29")] // a leap year has the day
    [InlineData("2027-01-15", 3, "2027-01-29 2027-02-28 2027-03-29")] // another year has not
    [InlineData("2028-02-15", 3, "2028-02-29 2028-03-29 2028-04-29")] // begun on the 29th of February
    [InlineData("2026-12-17", 2, "2026-12-31 2027-01-31")]
    public void Counts_months_from_the_first_due_date(string invoiced, int count, string due) =>
        Assert.Equal(due, DueDates(s_monthly with { Count = count }, invoiced));

    [Theory]
    [InlineData("none", "2026-12-31")]
    [InlineData("next", "2027-01-04")]
    [InlineData("previous", "2026-12-30")]
    [InlineData("modified_following", "2026-12-30")]
    public void Rolls_the_last_day_of_the_year(string rule, string due) =>
        Assert.Equal(due, DueDates(s_monthly with { Count = 1, DueRule = PlanTerms.EndOfMonth, DueMonths = 1, HolidayRule = rule }, "2026-11-10"));

    [Theory]
    [InlineData(31, "2026-04-30", "2026-05-31")]
    [InlineData(31, "2026-05-01", "2026-06-30")]
    [InlineData(20, "2026-04-20", "2026-05-31")]
    [InlineData(20, "2026-04-21", "2026-06-30")]
    [InlineData(20, "2026-12-21", "2027-02-28")]
    public void Closes_at_the_cut_off_day_and_asks_at_the_end_of_the_next_month(int cutoff, string invoiced, string due) =>
        Assert.Equal(due, DueDates(s_monthly with { Count = 1, DueDays = 0, DueRule = PlanTerms.EndOfMonth, DueMonths = 1, CutoffDay = cutoff }, invoiced));

    [Theory]
    [InlineData("2026-04-17", "2026-04-27 2026-05-27")] // ten days lie between
    [InlineData("2026-04-18", "2026-05-27 2026-06-27")]
    [InlineData("2026-12-20", "2027-01-27 2027-02-27")]
    public void Falls_due_on_a_fixed_day_that_is_far_enough_ahead(string invoiced, string due) =>
        Assert.Equal(due, DueDates(s_monthly with { Count = 2, DueDays = 10, DueRule = PlanTerms.DayOfMonth, DueDay = 27 }, invoiced));

    [Fact]
    public void Bills_on_the_tenth_of_the_month_after_the_fifteenth_closed()
    {
        PlanTerms card = s_monthly with { Count = 1, DueDays = 0, DueRule = PlanTerms.DayOfMonth, DueDay = 10, DueMonths = 1, CutoffDay = 15 };
        Assert.Equal("2026-05-10", DueDates(card, "2026-04-15"));
        Assert.Equal("2026-06-10", DueDates(card, "2026-04-16"));
    }

    [Fact]
    public void Leaves_out_the_months_in_which_nothing_falls_due() =>
        Assert.Equal("2026-11-30 2026-12-30 2027-02-28 2027-03-30", DueDates(s_monthly with { Count = 4, SkipMonths = [1, 8] }, "2026-11-16"));

    [Fact]
    public void Asks_for_a_bonus_payment_in_the_next_of_two_months() => Assert.Equal(
        "2027-01-20",
        DueDates(s_monthly with { Count = 1, DueRule = PlanTerms.DayOfMonth, DueDay = 20, SkipMonths = [2, 3, 4, 5, 6, 8, 9, 10, 11, 12] }, "2026-07-10"));

    [Fact]
    public void Does_not_roll_into_a_month_in_which_nothing_falls_due() => // 31 July 2027 is a Saturday
        Assert.Equal(
            "2027-07-30 2027-09-30",
            DueDates(s_monthly with { Count = 2, DueRule = PlanTerms.EndOfMonth, DueMonths = 1, HolidayRule = "next", SkipMonths = [8] }, "2027-06-10"));

    [Fact]
    public void Counts_two_weeks_from_the_nominal_date_however_the_first_one_rolled() =>
        Assert.Equal("2027-01-04 2027-01-14 2027-01-28", DueDates(s_monthly with { Interval = PlanTerms.TwoWeeks, DueDays = 21, HolidayRule = "next" }, "2026-12-10"));

    [Theory]
    [InlineData("first", "3334+168 3333+166 3333+166")]
    [InlineData("last", "3333+166 3333+166 3334+168")]
    [InlineData(null, "3334+167 3333+167 3333+166")] // as orders before the setting have it
    public void Gives_what_does_not_divide_to_one_instalment(string? rounding, string parts) =>
        Assert.Equal(parts, Amounts(PaymentSchedule.Of(s_monthly with { FeeRate = 0.05m, RoundingInstalment = rounding }, 10_000, new DateOnly(2026, 4, 1))));

    [Theory]
    [InlineData(30_000, 3, "753", "9876+375 10000+251 10124+127")]
    [InlineData(100_000, 12, "8309", null)]
    [InlineData(10_000, 12, "830", null)] // 8.31 yen on a hundred, as the tables of the trade have it
    [InlineData(10_000, 3, "251", null)]
    [InlineData(10_000, 24, "1636", null)]
    public void Fifteen_per_cent_a_year_costs_what_an_annuity_costs(long principal, int count, string fee, string? parts)
    {
        PaymentSchedule schedule = PaymentSchedule.Of(s_monthly with { Count = count, FeeRate = 0.15m, FeeKind = PlanTerms.AnnualRateFee }, principal, new DateOnly(2026, 4, 1));

        Assert.Equal(fee, schedule.FeeTotal.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(parts ?? Amounts(schedule), Amounts(schedule));
        Assert.InRange(schedule.AnnualRate, 0.149m, 0.1505m);
    }

    [Theory]
    [InlineData(PlanTerms.FlatFee, "0.05", 0, 0, 500, "0.2976")]
    [InlineData(PlanTerms.FeePerOrder, "0", 330, 0, 330, "0.1969")]
    [InlineData(PlanTerms.FeePerInstalment, "0", 110, 0, 330, "0.1969")]
    [InlineData(PlanTerms.FeePerOrder, "0", 331, 30_000, 110, "0.0659")] // a third of the order is shipped
    [InlineData(PlanTerms.FlatFee, "0", 0, 0, 0, "0.00")]
    public void Tells_the_annual_rate_of_any_fee(string kind, string rate, long amount, long order, long fee, string annual)
    {
        PlanTerms terms = s_monthly with { FeeKind = kind, FeeRate = decimal.Parse(rate, CultureInfo.InvariantCulture), FeeAmount = amount };
        PaymentSchedule schedule = PaymentSchedule.Of(terms, 10_000, new DateOnly(2026, 4, 1), order == 0 ? null : order);

        Assert.Equal(fee, schedule.FeeTotal);
        Assert.Equal(annual, schedule.AnnualRateText);
    }

    [Fact]
    public void Reads_a_plan_that_was_stored_before_it_had_more_than_five_members()
    {
        PlanTerms old = JsonSerializer.Deserialize<PlanTerms>(
            """{"code":"three","count":3,"interval":"month","due_days":14,"fee_rate":0.05}""", JsonConventions.Options)!;

        PaymentSchedule schedule = PaymentSchedule.Of(old, 10_001, new DateOnly(2026, 8, 17));

        Assert.Equal("3334+167 3334+167 3333+166", Amounts(schedule));
        Assert.Equal("2026-08-31 2026-09-30 2026-10-31", string.Join(' ', schedule.Instalments.Select(part => $"{part.DueOn:yyyy-MM-dd}")));
        Assert.Equal(old, JsonSerializer.Deserialize<PlanTerms>(JsonSerializer.Serialize(old, JsonConventions.Options), JsonConventions.Options)! with { SkipMonths = old.SkipMonths });
    }

    private static string DueDates(PlanTerms terms, string invoicedOn) => string.Join(
        ' ',
        PaymentSchedule.Of(terms, 12_000, DateOnly.Parse(invoicedOn, CultureInfo.InvariantCulture)).Instalments.Select(part => $"{part.DueOn:yyyy-MM-dd}"));

    private static string Amounts(PaymentSchedule schedule) => string.Join(' ', schedule.Instalments.Select(part => $"{part.Principal}+{part.Fee}"));
}
