using System.Globalization;
using System.Text.RegularExpressions;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Api.Settings;

/// <summary>What a payment plan may be. A member that the plan's own rules never look at is refused, so that no setting is silently without effect.</summary>
internal static partial class PaymentPlanRules
{
    private const int MostPlans = 20;
    private const int MostInstalments = 36;
    private const int MostDueDays = 90;
    private const int LeastDaysToRollBack = 7;
    private const int MostDueMonths = 6;
    private const long MostFeeYen = 1_000_000;

    public static void Check(FieldErrors errors, IReadOnlyList<PaymentPlanSetting> plans)
    {
        if (plans.Count > MostPlans)
        {
            errors.Add("payment_plans", "too_many", $"At most {MostPlans} plans.");
            return;
        }

        HashSet<string> codes = [];
        for (int i = 0; i < plans.Count; i++)
        {
            string field = string.Create(CultureInfo.InvariantCulture, $"payment_plans[{i}]");
            if (plans[i] is not { } plan)
            {
                errors.Add(field, "required", "A payment plan.");
                continue;
            }

            if (errors.Required(plan.Code, $"{field}.code"))
            {
                if (!PlanCode().IsMatch(plan.Code))
                {
                    errors.Add($"{field}.code", "invalid_format", "Lower-case letters, digits and _, beginning with a letter.");
                }
                else if (!codes.Add(plan.Code))
                {
                    errors.Add($"{field}.code", "duplicate", "Another plan has this code.");
                }
            }

            CheckInstalments(errors, plan, field);
            CheckDueDates(errors, plan, field);
            CheckFee(errors, plan, field);
        }
    }

    private static void CheckInstalments(FieldErrors errors, PaymentPlanSetting plan, string field)
    {
        if (errors.Required(plan.Kind, $"{field}.kind") && errors.OneOf(plan.Kind, $"{field}.kind", "lump_sum", "instalments"))
        {
            errors.Range(plan.Count, $"{field}.count", plan.Kind == "lump_sum" ? 1 : 2, plan.Kind == "lump_sum" ? 1 : MostInstalments);
        }

        if (errors.Required(plan.Interval, $"{field}.interval"))
        {
            errors.OneOf(plan.Interval, $"{field}.interval", PlanTerms.Month, PlanTerms.TwoWeeks);
        }

        if (errors.Required(plan.RoundingInstalment, $"{field}.rounding_instalment"))
        {
            errors.OneOf(plan.RoundingInstalment, $"{field}.rounding_instalment", PlanTerms.FirstInstalment, PlanTerms.LastInstalment);
        }
    }

    private static void CheckDueDates(FieldErrors errors, PaymentPlanSetting plan, string field)
    {
        if (errors.Required(plan.DueRule, $"{field}.due_rule")
            && errors.OneOf(plan.DueRule, $"{field}.due_rule", PlanTerms.DaysAfterInvoice, PlanTerms.EndOfMonth, PlanTerms.DayOfMonth))
        {
            bool byDays = plan.DueRule == PlanTerms.DaysAfterInvoice;

            // Banks close for up to six days: a date that rolls back over them still lies after the invoice.
            // The next bank day is left for the one before where nothing falls due in its month.
            bool rollsBack = plan.HolidayRule is "previous" or "modified_following" || plan is { HolidayRule: "next", SkipMonths.Count: > 0 };
            errors.Range(plan.Due, $"{field}.due", rollsBack ? LeastDaysToRollBack : byDays ? 1 : 0, MostDueDays);
            Unused(errors, byDays && plan.CutoffDay is not null, $"{field}.cutoff_day");
            Unused(errors, byDays && plan.DueMonths is not null, $"{field}.due_months");
            Unused(errors, plan.DueRule != PlanTerms.DayOfMonth && plan.DueDay is not null, $"{field}.due_day");
            if (plan.DueRule == PlanTerms.DayOfMonth)
            {
                errors.Required(plan.DueDay, $"{field}.due_day");
            }
        }

        errors.Range(plan.CutoffDay, $"{field}.cutoff_day", 1, 31);
        errors.Range(plan.DueMonths, $"{field}.due_months", 0, MostDueMonths);
        errors.Range(plan.DueDay, $"{field}.due_day", 1, 31);
        if (errors.Required(plan.HolidayRule, $"{field}.holiday_rule"))
        {
            errors.OneOf(plan.HolidayRule, $"{field}.holiday_rule", "none", "next", "previous", "modified_following");
        }

        if (!errors.Required(plan.SkipMonths, $"{field}.skip_months"))
        {
            return;
        }

        if (plan.SkipMonths.Count > 11)
        {
            errors.Add($"{field}.skip_months", "too_many", "At least one month must be left.");
        }
        else if (plan.SkipMonths.Any(month => month is < 1 or > 12))
        {
            errors.Add($"{field}.skip_months", "out_of_range", "Months are 1 to 12.");
        }
        else if (plan.SkipMonths.Distinct().Count() != plan.SkipMonths.Count)
        {
            errors.Add($"{field}.skip_months", "duplicate", "A month is named twice.");
        }
    }

    private static void CheckFee(FieldErrors errors, PaymentPlanSetting plan, string field)
    {
        bool byRate = plan.FeeKind is not (PlanTerms.FeePerOrder or PlanTerms.FeePerInstalment);
        if (errors.Required(plan.FeeKind, $"{field}.fee_kind"))
        {
            errors.OneOf(plan.FeeKind, $"{field}.fee_kind", PlanTerms.FlatFee, PlanTerms.AnnualRateFee, PlanTerms.FeePerOrder, PlanTerms.FeePerInstalment);
        }

        if (byRate)
        {
            errors.Required(plan.FeeRate, $"{field}.fee_rate");
            Unused(errors, plan.FeeAmount is not (null or 0), $"{field}.fee_amount");
        }
        else if (errors.Required(plan.FeeAmount, $"{field}.fee_amount"))
        {
            errors.Range(plan.FeeAmount, $"{field}.fee_amount", 1, MostFeeYen);
        }

        if (string.IsNullOrEmpty(plan.FeeRate))
        {
            return;
        }

        if (!Rate().IsMatch(plan.FeeRate))
        {
            errors.Add($"{field}.fee_rate", "invalid_format", "A decimal such as \"0.05\", below 1.");
            return;
        }

        decimal rate = decimal.Parse(plan.FeeRate, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (rate >= 1)
        {
            errors.Add($"{field}.fee_rate", "out_of_range", "Must be below 1.");
        }

        Unused(errors, !byRate && rate != 0, $"{field}.fee_rate");
    }

    private static void Unused(FieldErrors errors, bool given, string field)
    {
        if (given)
        {
            errors.Add(field, "not_used", "This plan's other settings leave no use for it.");
        }
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{0,39}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PlanCode();

    [GeneratedRegex(@"\A(0|[1-9][0-9]{0,3})(\.[0-9]{1,8})?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Rate();
}
