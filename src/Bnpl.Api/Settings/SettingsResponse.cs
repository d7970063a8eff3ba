using Bnpl.Contracts;
using Bnpl.Contracts.Settings;

namespace Bnpl.Api.Settings;

/// <summary>The settings as answered: secrets only by whether they are set.</summary>
internal sealed record SettingsResponse(
    string Object,
    int Version,
    string? CompanyName,
    string? Address,
    string? Phone,
    string? Logo,
    string? QualifiedInvoiceNumber,
    BankAccount? BankAccount,
    IReadOnlyList<VirtualAccountBlock> VirtualAccounts,
    KonbiniSettings? Konbini,
    PayoutSettings? Payout,
    MailSettings? Mail,
    SupportSettings? Support,
    StripeSettingsResponse? Stripe,
    BuyerLimits BuyerLimits,
    IReadOnlyList<PaymentPlanSetting> PaymentPlans,
    CreditRegistration? CreditRegistration,
    FourEyes FourEyes,
    ScreeningSettings Screening,
    MerchantReviewSettings MerchantReview,
    string HoldDefault,
    string TimeZone,
    IReadOnlyList<string> Missing,
    IReadOnlyList<SettingsWarning> Warnings)
{
    public static SettingsResponse Of(StoredSettings stored)
    {
        TenantSettings settings = stored.Settings;
        return new SettingsResponse(
            "settings", stored.Version, settings.CompanyName, settings.Address, settings.Phone, settings.Logo, settings.QualifiedInvoiceNumber,
            settings.BankAccount, settings.VirtualAccounts, settings.Konbini, settings.Payout, settings.Mail, settings.Support,
            settings.Stripe is { } stripe
                ? new StripeSettingsResponse(stripe.Account, stripe.SecretKey is not null, stripe.WebhookSecret is not null)
                : null,
            settings.BuyerLimits, settings.PaymentPlans, settings.CreditRegistration, settings.FourEyes, settings.Screening, settings.MerchantReview, settings.HoldDefault, settings.TimeZone,
            settings.Missing(), WarningsOf(settings));
    }

    private static IReadOnlyList<SettingsWarning> WarningsOf(TenantSettings settings) => [.. NumberWarnings(settings.QualifiedInvoiceNumber), .. PlanWarnings.Of(settings.PaymentPlans)];

    // Sole proprietors' numbers carry no check digit, so a wrong one may still be right.
    private static IEnumerable<SettingsWarning> NumberWarnings(string? number) => number is not null && !CorporateNumber.HasValidCheckDigit(number[1..])
        ? [new SettingsWarning("qualified_invoice_number", "check_digit", "Not a corporate number. Right only if the issuer is a sole proprietor.")]
        : [];
}

internal sealed record StripeSettingsResponse(string? Account, bool HasSecretKey, bool HasWebhookSecret);

internal sealed record SettingsWarning(string Field, string Code, string Message);
