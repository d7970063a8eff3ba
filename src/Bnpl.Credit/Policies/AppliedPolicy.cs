using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Settings;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Limits;

namespace Bnpl.Credit.Policies;

/// <summary>A limit and where it comes from, as it stands in a decision's facts.</summary>
internal sealed record Limit(long Yen, string Source);

/// <summary>A version in force, with what is asked of it for every order.</summary>
internal sealed record AppliedPolicy(int Version, PolicyDocument Document, PolicySettings Settings)
{
    private readonly HashSet<string> _notAllowed = [.. Document.Goods.NotAllowed.Select(FoldCategory)];

    public static AppliedPolicy Of(PolicyVersion version) => new(version.Version, version.Document, version.Settings);

    /// <summary>A plan that may be asked for; null when there is none of that code.</summary>
    public PaymentPlanSetting? FindPlan(string code) => Settings.PaymentPlans.FirstOrDefault(plan => plan.Code == code && plan.Enabled);

    /// <summary>The plan's terms, enabled or not; null when the tenant has none of that code.</summary>
    public PlanTerms? TermsOf(string code) => Settings.PaymentPlans.FirstOrDefault(plan => plan.Code == code)?.ToTerms();

    public bool Allows(string? category) => category is null || !_notAllowed.Contains(FoldCategory(category));

    /// <summary>What a buyer may owe at a time: the settings' limit, or more after good history.</summary>
    public Limit CumulativeFor(int ordersPaid, int overdueInvoices, int chargeOffs)
    {
        Limit limit = new(Settings.BuyerLimits.Cumulative, "settings.buyer_limits.cumulative");
        if (overdueInvoices > 0 || chargeOffs > 0)
        {
            return limit;
        }

        for (int i = 0; i < Document.Growth.Count && Document.Growth[i].OrdersPaid <= ordersPaid; i++)
        {
            if (Document.Growth[i].Cumulative > limit.Yen)
            {
                limit = new Limit(Document.Growth[i].Cumulative, FormattableString.Invariant($"credit_policy.growth[{i}].cumulative"));
            }
        }

        return limit;
    }

    /// <summary>The most that any buyer may owe, and so the most that one decision can add.</summary>
    public long HighestCumulative => Document.Growth.Select(tier => tier.Cumulative).Append(Settings.BuyerLimits.Cumulative).Max();

    public (MerchantExposure Limits, string Source) ExposureOf(Guid merchantId)
    {
        string id = EntityId.Format(IdPrefix.Merchant, merchantId);
        return Document.Limits.Merchants.TryGetValue(id, out MerchantExposure? own)
            ? (own, $"credit_policy.limits.merchants.{id}")
            : (Document.Limits.Merchant, "credit_policy.limits.merchant");
    }

    /// <summary>The limits that orders of a merchant meet together; without those of a buyer, who is not asked for here.</summary>
    /// <param name="placedOn">The business date whose orders count with this one; of a past one nothing is counted any more.</param>
    public LimitFacts LimitsOf(Guid merchantId, DateOnly today, DateOnly placedOn)
    {
        (MerchantExposure own, string source) = ExposureOf(merchantId);
        bool counted = placedOn >= ExposureCounters.OldestDay(today);
        return new LimitFacts(
            new Limit(Settings.BuyerLimits.Cumulative, "settings.buyer_limits.cumulative"),
            Limited(Settings.BuyerLimits.FirstOrder, "settings.buyer_limits.first_order"),
            Limited(Settings.BuyerLimits.PerOrder, "settings.buyer_limits.per_order"),
            Limited(own.Open, $"{source}.open"),
            Limited(counted ? own.DayAmount : null, $"{source}.day_amount"),
            Limited(counted ? own.DayOrders : null, $"{source}.day_orders"),
            Limited(Document.Limits.TenantOpen, "credit_policy.limits.tenant_open"));
    }

    private static Limit? Limited(long? most, string source) => most is { } value ? new Limit(value, source) : null;

    private static string FoldCategory(string category) => category.Trim().ToLowerInvariant();
}
