using Bnpl.Contracts.Calendar;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Plans;
using CsCheck;

namespace Bnpl.Infrastructure.Tests.Plans;

/// <summary>What holds of every plan, amount and day.</summary>
public sealed class PaymentScheduleProperties
{
    private static readonly Gen<PlanTerms> s_terms =
        from count in OneOf(1, 2, 3, 4, 6, 10, 12, 24, 36)
        from interval in OneOf(PlanTerms.Month, PlanTerms.TwoWeeks)
        from due in Gen.Int[0, 90]
        from rule in OneOf(PlanTerms.DaysAfterInvoice, PlanTerms.EndOfMonth, PlanTerms.DayOfMonth)
        from cutoff in Gen.Int[1, 31]
        from months in Gen.Int[0, 3]
        from day in Gen.Int[1, 31]
        from holiday in OneOf("none", "next", "previous", "modified_following")
        from skipped in Gen.Int[1, 12].Array[0, 6]
        from fee in OneOf(PlanTerms.FlatFee, PlanTerms.FeePerOrder, PlanTerms.FeePerInstalment, PlanTerms.AnnualRateFee)
        from rate in Gen.Int[0, 3_000]
        from amount in Gen.Long[1, 3_000]
        from rounding in OneOf(PlanTerms.FirstInstalment, PlanTerms.LastInstalment)
        select new PlanTerms("p", count, interval, holiday is "previous" or "modified_following" ? Math.Max(7, due) : due, rate / 10_000m)
        {
            DueRule = rule,
            CutoffDay = cutoff,
            DueMonths = months,
            DueDay = day,
            HolidayRule = holiday,
            SkipMonths = [.. skipped.Distinct()],
            FeeKind = fee,
            FeeAmount = amount,
            RoundingInstalment = rounding,
        };

    private static readonly Gen<DateOnly> s_day = Gen.Int[0, 9_000].Select(days => new DateOnly(2020, 1, 1).AddDays(days));

    private static readonly Gen<(PlanTerms Terms, long Principal, DateOnly Day)> s_cases =
        Gen.Select(s_terms, Gen.Frequency((1, Gen.Long[1, 100]), (9, Gen.Long[1, 3_000_000])), s_day);

    [Fact]
    public void Parts_sum_to_the_principal_and_fees_to_the_fee() => s_cases.Sample((terms, principal, day) =>
    {
        PaymentSchedule schedule = PaymentSchedule.Of(terms, principal, day);

        Assert.Equal(principal, schedule.Instalments.Sum(part => part.Principal));
        Assert.Equal(schedule.FeeTotal, schedule.Instalments.Sum(part => part.Fee));
        Assert.Equal(schedule.Total, schedule.Instalments.Sum(part => part.Amount));
        Assert.All(schedule.Instalments, part => Assert.True(part.Principal > 0 && part.Fee >= 0));
        Assert.Equal(Math.Min(terms.Count, principal), schedule.Instalments.Count);
        Assert.Equal(
            terms.FeeKind switch
            {
                PlanTerms.FlatFee => (long)decimal.Floor(principal * terms.FeeRate),
                PlanTerms.FeePerOrder => terms.FeeAmount,
                PlanTerms.FeePerInstalment => terms.FeeAmount * schedule.Instalments.Count,
                _ => schedule.FeeTotal,
            },
            schedule.FeeTotal);
    });

    [Fact]
    public void All_payments_are_equal_but_the_one_that_takes_the_rest() => s_cases.Sample((terms, principal, day) =>
    {
        PaymentSchedule schedule = PaymentSchedule.Of(terms, principal, day);
        bool last = terms.RoundingInstalment == PlanTerms.LastInstalment;
        List<ScheduledInstalment> others = [.. last ? schedule.Instalments.SkipLast(1) : schedule.Instalments.Skip(1)];
        ScheduledInstalment one = schedule.Instalments[last ? ^1 : 0];

        Assert.True(others.Select(part => part.Amount).Distinct().Count() <= 1);
        Assert.All(others, part => Assert.InRange(one.Amount - part.Amount, 0, 2 * (schedule.Instalments.Count - 1)));
    });

    [Fact]
    public void Due_dates_rise_on_open_days_outside_the_skipped_months() => s_cases.Sample((terms, principal, day) =>
    {
        IReadOnlyList<DateOnly> due = [.. PaymentSchedule.Of(terms, principal, day).Instalments.Select(part => part.DueOn)];

        bool rollsBack = terms.HolidayRule is "previous" or "modified_following" || terms.SkipMonths.Count > 0;
        Assert.True(due[0] >= (rollsBack ? day : day.AddDays(terms.DueDays)));
        Assert.All(due.Zip(due.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.All(due, date => Assert.DoesNotContain(date.Month, terms.SkipMonths));
        Assert.All(due, date => Assert.True(terms.HolidayRule == "none" || BankDays.Standard.IsOpen(date)));
    });

    [Fact]
    public void The_asked_annual_rate_leaves_nothing_but_the_rounded_yen() => s_cases.Sample((terms, principal, day) =>
    {
        PlanTerms asked = terms with { FeeKind = PlanTerms.AnnualRateFee };
        PaymentSchedule schedule = PaymentSchedule.Of(asked, principal, day);

        // Computed anew here: what is left at the end when each payment covers first the period's fee at the asked rate.
        decimal left = principal;
        decimal[] years = YearsOf(asked, schedule, day);
        decimal growth = 1;
        for (int i = 0; i < years.Length; i++)
        {
            left += (left * asked.FeeRate * years[i]) - schedule.Instalments[i].Amount;
            growth *= 1 + (asked.FeeRate * years[i]);
        }

        Assert.InRange(left, -2 * years.Length * growth, 2 * years.Length * growth);
        if (principal > 100_000 && asked.FeeRate > 0)
        {
            Assert.InRange(schedule.AnnualRate, asked.FeeRate - 0.005m, asked.FeeRate + 0.005m);
        }
    });

    [Fact]
    public void The_shown_annual_rate_explains_every_fee() => s_cases.Sample((terms, principal, day) =>
    {
        PaymentSchedule schedule = PaymentSchedule.Of(terms, Math.Max(principal, 50_000), day);
        decimal[] years = YearsOf(terms, schedule, day);
        decimal left = schedule.Principal;
        decimal yearsOutstanding = 0;
        decimal growth = 1;
        for (int i = 0; i < years.Length; i++)
        {
            yearsOutstanding += left * years[i];
            growth *= 1 + (schedule.AnnualRate * years[i]);
            left += (left * schedule.AnnualRate * years[i]) - schedule.Instalments[i].Amount;
        }

        // The rate is told to four places: half of the last one, over all that was unpaid, is what the sum may differ by.
        Assert.InRange(left, -1 - (0.000_051m * growth * Math.Abs(yearsOutstanding)), 1 + (0.000_051m * growth * Math.Abs(yearsOutstanding)));
        Assert.True(schedule.FeeTotal > 0 || schedule.AnnualRate == 0);
    });

    [Fact]
    public void Parcels_of_an_order_never_ask_more_fee_than_was_agreed() =>
        Gen.Select(s_cases, Gen.Int[1, 99]).Sample((one, percent) =>
        {
            (PlanTerms terms, long principal, DateOnly day) = one;
            long order = principal + 1;
            long part = Math.Clamp(order * percent / 100, 1, order - 1);
            long agreed = PaymentSchedule.Of(terms, order, day).FeeTotal;
            long asked = PaymentSchedule.Of(terms, part, day, order).FeeTotal + PaymentSchedule.Of(terms, order - part, day, order).FeeTotal;

            Assert.InRange(asked, 0, agreed);
        });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static decimal[] YearsOf(PlanTerms terms, PaymentSchedule schedule, DateOnly day) =>
        PlanFees.Years(terms, day, PlanDates.Nominal(terms, schedule.Instalments.Count, day));
}
