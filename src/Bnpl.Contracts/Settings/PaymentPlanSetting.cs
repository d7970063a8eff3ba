using System.Globalization;
using Bnpl.Contracts.Credit;

namespace Bnpl.Contracts.Settings;

/// <summary>A payment plan as the payment company sets it (docs/payment-plans.md). Members that are left out keep the meaning they always had.</summary>
/// <param name="Kind"><c>lump_sum</c> or <c>instalments</c>.</param>
/// <param name="Due">Days from the invoice to the due date of the first instalment; with a due rule that names a day, the least number of them.</param>
/// <param name="FeeRate">A share of the principal, or a year's rate, by <see cref="FeeKind"/>.</param>
public sealed record PaymentPlanSetting(string Code, string Kind, int Count, string Interval, int Due, string? FeeRate, bool Enabled)
{
    public static readonly PaymentPlanSetting LumpSum = new("lump_sum", "lump_sum", 1, PlanTerms.Month, 14, "0", Enabled: true);

    public string DueRule { get; init; } = PlanTerms.DaysAfterInvoice;

    public int? CutoffDay { get; init; }

    public int? DueMonths { get; init; }

    public int? DueDay { get; init; }

    public string HolidayRule { get; init; } = "none";

    public IReadOnlyList<int> SkipMonths { get; init; } = [];

    public string FeeKind { get; init; } = PlanTerms.FlatFee;

    public long? FeeAmount { get; init; }

    public string RoundingInstalment { get; init; } = PlanTerms.FirstInstalment;

    /// <summary>The plan as an order takes it over.</summary>
    public PlanTerms ToTerms() => new(Code, Count, Interval, Due, FeeRate is null ? 0 : decimal.Parse(FeeRate, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture))
    {
        DueRule = DueRule,
        CutoffDay = CutoffDay ?? 31,
        DueMonths = DueMonths ?? (DueRule == PlanTerms.EndOfMonth ? 1 : 0),
        DueDay = DueDay ?? 31,
        HolidayRule = HolidayRule,
        SkipMonths = SkipMonths,
        FeeKind = FeeKind,
        FeeAmount = FeeAmount ?? 0,
        RoundingInstalment = RoundingInstalment,
    };
}
