using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Credit.Orders;

/// <summary>Everything wrong with an order, before anything is read.</summary>
internal static class OrderValidation
{
    public const string DefaultPlan = "lump_sum";

    /// <returns>The merchant's id.</returns>
    /// <exception cref="RefusalException">422 with every error.</exception>
    public static Guid Check(PlaceOrderRequest request, TenantClock clock)
    {
        FieldErrors errors = new();
        errors.Required(request.Merchant, "merchant");
        errors.Id(request.Merchant is "" ? null : request.Merchant, IdPrefix.Merchant, "merchant", out Guid merchantId);
        errors.Text(request.MerchantOrderNo, "merchant_order_no", 100, required: true);
        errors.Text(request.PaymentPlan, "payment_plan", 50);
        errors.OneOf(request.Invoice?.Delivery, "invoice.delivery", "email", "post", "bundled", "none");
        errors.AddRange(PurchaseValidation.Check(
            new PurchaseInput(
                request.Amount,
                request.Currency,
                request.OrderedAt,
                request.Lines,
                request.Buyer,
                request.Deliveries,
                request.Device,
                EmailRequired: request.Invoice?.Delivery == "email"),
            clock.Now,
            clock.Today));
        CheckConsents(errors, request.Consents, clock.Latest);
        CheckFinances(errors, request.Finances);
        CheckMetadata(errors, request.Metadata);
        errors.ThrowIfAny();
        return merchantId;
    }

    private static void CheckConsents(FieldErrors errors, IReadOnlyList<Consent?>? consents, DateTimeOffset latest)
    {
        if (consents is null)
        {
            return;
        }

        if (consents.Count > 20)
        {
            errors.Add("consents", "too_many", "At most 20 consents.");
            return;
        }

        for (int i = 0; i < consents.Count; i++)
        {
            string at = $"consents[{i.ToString(CultureInfo.InvariantCulture)}]";
            if (consents[i] is not { } consent)
            {
                errors.Add(at, "required", "A consent must not be null.");
                continue;
            }

            if (errors.Required(consent.Kind, $"{at}.kind"))
            {
                errors.OneOf(consent.Kind, $"{at}.kind", "terms", "privacy", "credit_bureau", "guardian");
            }

            errors.Text(consent.Version, $"{at}.version", 50, required: true);
            if (errors.Required(consent.AcceptedAt, $"{at}.accepted_at") && consent.AcceptedAt > latest.AddDays(1))
            {
                errors.Add($"{at}.accepted_at", "out_of_range", "Must not lie in the future.");
            }
        }
    }

    private static void CheckFinances(FieldErrors errors, Finances? finances)
    {
        if (finances is null)
        {
            return;
        }

        errors.Range(finances.AnnualIncome, "finances.annual_income", 0, 1_000_000_000_000);
        errors.Range(finances.HouseholdSize, "finances.household_size", 1, 30);
        errors.Range(finances.Debts, "finances.debts", 0, 1_000_000_000_000);
        errors.Text(finances.Housing, "finances.housing", 50);
    }

    private static void CheckMetadata(FieldErrors errors, IReadOnlyDictionary<string, string?>? metadata)
    {
        if (metadata is null)
        {
            return;
        }

        if (metadata.Count > 50)
        {
            errors.Add("metadata", "too_many", "At most 50 entries.");
            return;
        }

        foreach ((string name, string? value) in metadata)
        {
            if (name.Length is 0 or > 40)
            {
                errors.Add("metadata", "invalid_key", "A key has 1 to 40 characters.");
            }
            else
            {
                errors.Text(value, $"metadata.{name}", 500, multiline: true, emoji: true);
            }
        }
    }
}
