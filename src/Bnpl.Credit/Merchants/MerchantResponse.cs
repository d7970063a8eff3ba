using System.Globalization;
using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Credit.Merchants;

internal sealed record MerchantResponse(
    string Id,
    string Object,
    int Version,
    string Status,
    string? StatusReason,
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
    IReadOnlyList<string> AllowedActions,
    DateTimeOffset CreatedAt)
{
    public static MerchantResponse Of(Merchant merchant, TenantKeys keys) => new(
        EntityId.Format(IdPrefix.Merchant, merchant.Id),
        "merchant",
        merchant.Version,
        merchant.Status,
        merchant.StatusReason,
        merchant.Name,
        merchant.Address,
        merchant.Phone,
        merchant.ContactEmail,
        merchant.QualifiedInvoiceNumber,
        merchant.InvoiceIssuer,
        merchant.TaxRounding,
        merchant.FeeRate.ToString("0.######", CultureInfo.InvariantCulture),
        merchant.SettlementCycle,
        merchant.BankAccount is null
            ? null
            : JsonSerializer.Deserialize<BankAccount>(keys.Open(merchant.BankAccount, merchant.BankAccountPlace), JsonConventions.Options),
        new MerchantLimits(merchant.OrderMinimum, merchant.OrderMaximum),
        merchant.FallbackVerdict,
        MerchantLifecycle.Table.ActionsOf(merchant.Status),
        merchant.CreatedAt);
}
