using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Plans;

namespace Bnpl.Credit.Eligibility;

internal sealed record PlanScheduleInstalment(int Number, DateOnly DueOn, long Amount, long Principal, long Fee);

/// <summary>What a plan would make of an amount, as the law wants a buyer to see it before the contract (割賦販売法30条2項, 35条の3の2).</summary>
/// <param name="AssumedInvoiceOn">The real dates are counted from the invoice, which follows the shipment.</param>
/// <param name="CashPrice">現金販売価格, yen.</param>
/// <param name="Total">支払総額, yen.</param>
/// <param name="AnnualRate">実質年率, as a fraction.</param>
internal sealed record PlanSchedule(
    DateOnly AssumedInvoiceOn,
    DateOnly FirstDueOn,
    DateOnly LastDueOn,
    long CashPrice,
    long FeeTotal,
    long Total,
    string AnnualRate,
    IReadOnlyList<PlanScheduleInstalment> Instalments)
{
    public static PlanSchedule Of(PaymentSchedule schedule) => new(
        schedule.InvoicedOn,
        schedule.FirstDueOn,
        schedule.LastDueOn,
        schedule.Principal,
        schedule.FeeTotal,
        schedule.Total,
        schedule.AnnualRateText,
        [.. schedule.Instalments.Select(part => new PlanScheduleInstalment(part.Number, part.DueOn, part.Amount, part.Principal, part.Fee))]);
}

/// <summary>A plan's schedule with what else is told beside it.</summary>
/// <param name="RegistrationRequired">What the decision asks the registration for: the last payment lies more than two months after the contract (割賦販売法2条4項), or it is no lump sum and the policy makes no exception.</param>
/// <param name="BuyerNotice">The same for the buyer to read, in Japanese.</param>
internal sealed record PlanPreview(PlanSchedule Schedule, bool RegistrationRequired, string BuyerNotice)
{
    /// <param name="contractOn">The day of the order.</param>
    /// <param name="registered">As it was decided: what is free of registration falls due within two months of the order, all of it. Null: by the plan alone.</param>
    public static PlanPreview Of(PlanTerms terms, long amount, DateOnly contractOn, DateOnly today, bool? registered = null)
    {
        PaymentSchedule schedule = PaymentSchedule.Expected(terms, amount, contractOn, today);
        if (registered == false)
        {
            schedule = schedule.NotAfter(TwoMonthRule.LastExemptDueDate(contractOn));
        }

        bool required = registered ?? TwoMonthRule.NeedsRegistration(terms, contractOn, schedule.LastDueOn);
        return new PlanPreview(PlanSchedule.Of(schedule), required, Eligibility.BuyerNotice.Of(terms, schedule, contractOn, today, required));
    }
}

/// <summary>What was agreed with the order, kept as it was shown. Never computed again, whatever the settings become.</summary>
internal sealed record AgreedSchedule(
    DateOnly AssumedInvoiceOn,
    DateOnly FirstDueOn,
    DateOnly LastDueOn,
    long CashPrice,
    long FeeTotal,
    long Total,
    string AnnualRate,
    IReadOnlyList<PlanScheduleInstalment> Instalments,
    bool RegistrationRequired,
    string BuyerNotice)
{
    public static AgreedSchedule Of(PlanPreview preview) => new(
        preview.Schedule.AssumedInvoiceOn,
        preview.Schedule.FirstDueOn,
        preview.Schedule.LastDueOn,
        preview.Schedule.CashPrice,
        preview.Schedule.FeeTotal,
        preview.Schedule.Total,
        preview.Schedule.AnnualRate,
        preview.Schedule.Instalments,
        preview.RegistrationRequired,
        preview.BuyerNotice);
}
