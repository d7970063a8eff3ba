using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Infrastructure.Security;

namespace Bnpl.Credit.Buyers;

/// <param name="Cumulative">What the buyer may owe at a time by a decision made now: the settings' limit, or more after good history.</param>
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
    DateTimeOffset? ErasedAt,
    IReadOnlyList<string> AllowedActions)
{
    public static BuyerResponse Of(Buyer buyer, int overdueInvoices, long cumulative, TenantKeys keys)
    {
        BuyerDetails profile = BuyerProfiles.Open(keys, buyer);
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
            new BuyerLimitResponse(cumulative, Math.Max(0, cumulative - buyer.OpenAmount)),
            buyer.OpenAmount,
            new BuyerHistoryResponse(
                buyer.Orders, buyer.OrdersAuthorized, buyer.OrdersPaid, overdueInvoices, buyer.ChargeOffs, buyer.CreatedAt, buyer.LastOrderAt),
            new BuyerRestrictionsResponse(buyer.UseRestricted, buyer.ContactRestricted, ReasonOf(buyer, keys)),
            buyer.ErasedAt,
            buyer.ErasedAt is null ? ["correct", "restrict", "export", "erase"] : []);
    }

    private static string? ReasonOf(Buyer buyer, TenantKeys keys) =>
        buyer.RestrictionNote is { } note ? keys.OpenText(note, Buyer.RestrictionPlace(buyer.Id)) : buyer.RestrictionReason;
}
