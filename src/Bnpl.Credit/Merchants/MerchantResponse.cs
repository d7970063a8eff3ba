using System.Globalization;
using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Credit.Merchants;

/// <param name="Missing">What is still wanted before it may be submitted where the tenant's review is enforced.</param>
/// <param name="Checks">The checks that are demanded of it, and how each stands.</param>
/// <param name="SpecifiedContract">It sells in a way that the law wants investigated sale by sale (特定契約).</param>
internal sealed record MerchantResponse(
    string Id,
    string Object,
    int Version,
    string Status,
    string? StatusReason,
    string? ReasonCode,
    string Name,
    string? Address,
    string? Phone,
    string? ContactEmail,
    string? QualifiedInvoiceNumber,
    string InvoiceIssuer,
    string TaxRounding,
    string FeeRate,
    string SettlementCycle,
    BankAccount? BankAccount,
    MerchantLimits Limits,
    string FallbackVerdict,
    MerchantBackground Profile,
    bool SpecifiedContract,
    IReadOnlyList<string> Missing,
    IReadOnlyList<CheckStanding> Checks,
    DateOnly? CheckDueOn,
    bool CheckDue,
    IReadOnlyList<string> AllowedActions,
    DateTimeOffset CreatedAt)
{
    public static MerchantResponse Of(Merchant merchant, MerchantPapers papers, TenantKeys keys, DateOnly today)
    {
        MerchantParticulars told = merchant.Open(keys);
        return new MerchantResponse(
            EntityId.Format(IdPrefix.Merchant, merchant.Id),
            "merchant",
            merchant.Version,
            merchant.Status,
            merchant.OpenReason(keys),
            merchant.ReasonCode,
            merchant.Name,
            told.Address,
            told.Phone,
            told.ContactEmail,
            merchant.QualifiedInvoiceNumber,
            merchant.InvoiceIssuer,
            merchant.TaxRounding,
            Rate(merchant.FeeRate),
            merchant.SettlementCycle,
            merchant.BankAccount is null
                ? null
                : JsonSerializer.Deserialize<BankAccount>(keys.Open(merchant.BankAccount, merchant.BankAccountPlace), JsonConventions.Options),
            new MerchantLimits { OrderMinimum = merchant.OrderMinimum, OrderMaximum = merchant.OrderMaximum },
            merchant.FallbackVerdict,
            told.Profile,
            told.Profile.SellsBySpecifiedContract,
            MerchantDossier.Missing(merchant, told, papers, today),
            MerchantDossier.Checks(told.Profile, papers, today),
            merchant.CheckDueOn,
            merchant.CheckDueOn <= today,
            MerchantLifecycle.Table.ActionsOf(merchant.Status),
            merchant.CreatedAt);
    }

    public static string Rate(decimal rate) => rate.ToString("0.######", CultureInfo.InvariantCulture);
}
