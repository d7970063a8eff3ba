using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Credit.Policies;

/// <summary>What each member of a policy may be. Everything wrong is told at once.</summary>
internal static class PolicyRules
{
    private const long MostYen = 1_000_000_000_000;
    private const int OldestAge = 100;
    private const int MostCategories = 200;
    private const int MostTiers = 20;
    private const int MostMerchants = 500;
    private const int MostInvoices = 100;
    private const int MostOrders = 1_000_000;

    public static void Check(PolicyDocument document, FieldErrors errors)
    {
        errors.Range(document.Age.Minimum, "age.minimum", 0, OldestAge);
        errors.Range(document.Age.GuardianConsentUnder, "age.guardian_consent_under", 0, OldestAge);
        OneOf(errors, document.Age.Unknown, "age.unknown", "approved", "hold", "declined");
        CheckGoods(document.Goods, errors);
        CheckGrowth(document.Growth, errors);
        CheckLimits(document.Limits, errors);
        errors.Range(document.Overdue.Invoices, "overdue.invoices", 0, MostInvoices);
        errors.Range(document.Overdue.ChargeOffs, "overdue.charge_offs", 0, MostInvoices);
        errors.Range(document.Verification.Over, "verification.over", 0, MostYen);
        OneOf(errors, document.Screening.Review, "screening.review", "approved", "hold", "declined");
        OneOf(errors, document.Screening.Ng, "screening.ng", "hold", "declined");
        OneOf(
            errors, document.Registration.InstalmentsWithinTwoMonths, "registration.instalments_within_two_months", RegistrationPolicy.Registered, RegistrationPolicy.Exempt);
    }

    private static void OneOf(FieldErrors errors, string? value, string field, params ReadOnlySpan<string> allowed)
    {
        if (errors.Required(value, field))
        {
            errors.OneOf(value, field, allowed);
        }
    }

    private static void CheckGoods(GoodsPolicy goods, FieldErrors errors)
    {
        if (!errors.Required(goods.NotAllowed, "goods.not_allowed") || TooMany(errors, goods.NotAllowed.Count, MostCategories, "goods.not_allowed"))
        {
            return;
        }

        HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < goods.NotAllowed.Count; i++)
        {
            string at = At("goods.not_allowed", i);
            if (errors.Text(goods.NotAllowed[i], at, 100, required: true) && !known.Add(goods.NotAllowed[i].Trim()))
            {
                errors.Add(at, "duplicate", "This category is named twice.");
            }
        }
    }

    private static void CheckGrowth(IReadOnlyList<GrowthTier> growth, FieldErrors errors)
    {
        if (TooMany(errors, growth.Count, MostTiers, "growth"))
        {
            return;
        }

        for (int i = 0; i < growth.Count; i++)
        {
            string at = At("growth", i);
            if (growth[i] is not { } tier)
            {
                errors.Add(at, "required", "A tier.");
                return;
            }

            errors.Range(tier.OrdersPaid, $"{at}.orders_paid", 1, MostOrders);
            errors.Range(tier.Cumulative, $"{at}.cumulative", 0, MostYen);
            if (i > 0 && tier.OrdersPaid <= growth[i - 1].OrdersPaid)
            {
                errors.Add($"{at}.orders_paid", "not_ascending", "Must exceed the tier before.");
            }

            if (i > 0 && tier.Cumulative <= growth[i - 1].Cumulative)
            {
                errors.Add($"{at}.cumulative", "not_ascending", "Must exceed the tier before.");
            }
        }
    }

    private static void CheckLimits(ExposureLimits limits, FieldErrors errors)
    {
        errors.Range(limits.TenantOpen, "limits.tenant_open", 0, MostYen);
        CheckMerchant(limits.Merchant, "limits.merchant", errors);
        if (!errors.Required(limits.Merchants, "limits.merchants") || TooMany(errors, limits.Merchants.Count, MostMerchants, "limits.merchants"))
        {
            return;
        }

        foreach ((string id, MerchantExposure own) in limits.Merchants)
        {
            if (!EntityId.TryParse(IdPrefix.Merchant, id, out Guid merchantId) || EntityId.Format(IdPrefix.Merchant, merchantId) != id)
            {
                errors.Add("limits.merchants", "invalid_id", "A member's name must be an id that begins with mer_.");
                continue;
            }

            CheckMerchant(own, $"limits.merchants.{id}", errors);
        }
    }

    private static void CheckMerchant(MerchantExposure? limits, string at, FieldErrors errors)
    {
        if (!errors.Required(limits, at))
        {
            return;
        }

        errors.Range(limits.Open, $"{at}.open", 0, MostYen);
        errors.Range(limits.DayAmount, $"{at}.day_amount", 0, MostYen);
        errors.Range(limits.DayOrders, $"{at}.day_orders", 0, MostOrders);
    }

    private static bool TooMany(FieldErrors errors, int count, int most, string field)
    {
        if (count <= most)
        {
            return false;
        }

        errors.Add(field, "too_many", string.Create(CultureInfo.InvariantCulture, $"At most {most}."));
        return true;
    }

    private static string At(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");
}
