using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Settings;

namespace Bnpl.Credit.Decisions;

/// <summary>The tenant's payment plans as an order takes them over.</summary>
internal static class PaymentPlans
{
    /// <summary>The plan's terms, enabled or not; null when the tenant has none of that code.</summary>
    public static PlanTerms? Find(TenantSettings settings, string code) => settings.PaymentPlans.FirstOrDefault(p => p.Code == code)?.ToTerms();

    /// <summary>More than two months from the contract to the last payment is 包括/個別信用購入あっせん and asks for the buyer's means (割賦販売法).</summary>
    public static bool NeedsRegistration(PaymentPlanSetting plan) => plan.Count > 2;
}
