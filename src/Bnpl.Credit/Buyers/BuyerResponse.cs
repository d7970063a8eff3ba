using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Credit.Buyers;

internal sealed record BuyerLimitResponse(long Cumulative, long Available);

internal sealed record BuyerHistoryResponse(
    int Orders, int OrdersAuthorized, int OrdersPaid, int OverdueInvoices, int ChargeOffs, DateTimeOffset FirstSeenAt, DateTimeOffset LastOrderAt);

internal sealed record BuyerRestrictionsResponse(bool Use, bool Contact, string? Reason);

internal sealed record BuyerResponse(
    string Id,
    string Object,
    int Version,
    string? Name,
    string? NameKana,
    string? Phone,
    string? Email,
    DateOnly? BirthDate,
    PostalAddress? Address,
    BuyerLimitResponse Limit,
    long OpenBalance,
    BuyerHistoryResponse History,
    BuyerRestrictionsResponse Restrictions,
    IReadOnlyList<string> AllowedActions)
{
    public static BuyerResponse Of(Buyer buyer, int overdueInvoices, BuyerLimits limits, TenantKeys keys)
    {
        BuyerDetails profile = JsonSerializer.Deserialize<BuyerDetails>(keys.Open(buyer.Profile, Buyer.ProfilePlace(buyer.Id)), JsonConventions.Options)!;
        return new BuyerResponse(
            EntityId.Format(IdPrefix.Buyer, buyer.Id),
            "buyer",
            buyer.Version,
            profile.Name,
            profile.NameKana,
            profile.Phone,
            profile.Email,
            profile.BirthDate,
            profile.Address,
            new BuyerLimitResponse(limits.Cumulative, Math.Max(0, limits.Cumulative - buyer.OpenAmount)),
            buyer.OpenAmount,
            new BuyerHistoryResponse(
                buyer.Orders, buyer.OrdersAuthorized, buyer.OrdersPaid, overdueInvoices, buyer.ChargeOffs, buyer.CreatedAt, buyer.LastOrderAt),
            new BuyerRestrictionsResponse(buyer.UseRestricted, buyer.ContactRestricted, buyer.RestrictionReason),
            ["restrict"]);
    }
}
