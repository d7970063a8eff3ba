using System.Text.Json;
using Bnpl.Contracts.Purchases;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Credit.Buyers;

/// <summary>The sealed part of a buyer: how the person was last named.</summary>
internal static class BuyerProfiles
{
    public static BuyerDetails Open(TenantKeys keys, Buyer buyer) =>
        JsonSerializer.Deserialize<BuyerDetails>(keys.Open(buyer.Profile, Buyer.ProfilePlace(buyer.Id)), JsonConventions.Options)!;

    public static byte[] Seal(TenantKeys keys, Guid buyerId, BuyerDetails profile) =>
        keys.Seal(JsonSerializer.SerializeToUtf8Bytes(profile, JsonConventions.Options), Buyer.ProfilePlace(buyerId));

    /// <summary>What is left of somebody who was erased.</summary>
    public static byte[] Nobody(TenantKeys keys, Guid buyerId) => Seal(keys, buyerId, new BuyerDetails());
}
