using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Plans;
using Bnpl.Contracts.Settings;
using Bnpl.Credit.Eligibility;
using CsCheck;

namespace Bnpl.Credit.Tests.Eligibility;

/// <summary>Whoever follows the words of a notice comes to the days that are billed, under every plan that the settings allow.</summary>
public sealed class BuyerNoticeProperties
{
    private const long Amount = 100_000;

    private static readonly Gen<PlanTerms> s_terms =
        from count in Gen.Frequency((2, Gen.Const(1)), (1, Gen.Int[2, 36]))
        from interval in OneOf(PlanTerms.Month, PlanTerms.Month, PlanTerms.TwoWeeks)
        from due in Gen.Int[0, 90]
        from rule in OneOf(PlanTerms.DaysAfterInvoice, PlanTerms.EndOfMonth, PlanTerms.DayOfMonth)
        from cutoff in Gen.Int[0, 31].Select(number => number == 0 ? (int?)null : number)
        from months in Gen.Int[-1, 6].Select(number => number < 0 ? (int?)null : number)
        from day in Gen.Int[1, 31]
        from holiday in OneOf("none", "next", "previous", "modified_following")
        from skipped in Gen.Frequency((1, Gen.Const(Array.Empty<int>())), (1, Gen.Int[1, 12].Array[1, 3]), (1, Gen.Int[1, 12].Array[6, 40]))
        select Allowed(count, interval, due, rule, cutoff, months, day, holiday, [.. skipped.Distinct().Take(11)]);

    private static readonly Gen<DateOnly> s_day = Gen.Int[0, 6_000].Select(days => new DateOnly(2024, 1, 1).AddDays(days));

    [Fact]
    public void The_words_lead_to_the_dates_of_any_invoice() => Gen.Select(s_terms, s_day, s_day).Sample(
        (terms, shownOn, invoicedOn) =>
        {
            NoticeReader notice = new(PlanPreview.Of(terms, Amount, shownOn, shownOn).BuyerNotice);

            Assert.Equal(PaymentSchedule.Of(terms, Amount, shownOn).Instalments.Select(part => part.DueOn), notice.DatesOf(shownOn));
            Assert.Equal(PaymentSchedule.Of(terms, Amount, invoicedOn).Instalments.Select(part => part.DueOn), notice.DatesOf(invoicedOn));
        },
        iter: 20_000);

    [Fact]
    public void What_ships_late_is_due_on_the_day_that_the_notice_promises() => Gen.Select(s_terms, s_day, Gen.Int[0, 60]).Sample(
        (terms, orderedOn, late) =>
        {
            NoticeReader notice = new(PlanPreview.Of(terms, Amount, orderedOn, orderedOn).BuyerNotice);
            if (notice.Limit() is { } limit)
            {
                DateOnly words = notice.DatesOf(orderedOn.AddDays(late))[^1];
                Assert.Equal(
                    words < limit ? words : limit,
                    PaymentSchedule.Of(terms, Amount, orderedOn.AddDays(late)).NotAfter(TwoMonthRule.LastExemptDueDate(orderedOn)).LastDueOn);
            }
        },
        iter: 5_000);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    // As PATCH /v1/settings has them: what may go back over closed days leaves a week for it.
    private static PlanTerms Allowed(int count, string interval, int due, string rule, int? cutoff, int? months, int day, string holiday, int[] skipped)
    {
        bool byDays = rule == PlanTerms.DaysAfterInvoice;
        bool rollsBack = holiday is "previous" or "modified_following" || (holiday == "next" && skipped.Length > 0);
        return new PaymentPlanSetting("p", count == 1 ? "lump_sum" : "instalments", count, interval, Math.Max(due, rollsBack ? 7 : byDays ? 1 : 0), "0", Enabled: true)
        {
            DueRule = rule,
            CutoffDay = byDays ? null : cutoff,
            DueMonths = byDays ? null : months,
            DueDay = rule == PlanTerms.DayOfMonth ? day : null,
            HolidayRule = holiday,
            SkipMonths = skipped,
        }.ToTerms();
    }
}
