using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Screening.Facts;
using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Screenings;

/// <summary>The keys of a person outside a purchase: the same ones as an order's.</summary>
internal sealed class BuyerIdentity(TenantContext tenant) : IBuyerIdentity
{
    public IReadOnlyList<IdentityKey> KeysOf(BuyerDetails buyer) =>
    [
        .. KeyHashes.AllVersions(tenant.Keys, MatchKeys.Identity(NormalizedPurchase.Normalize(buyer, device: null)))
            .OrderBy(key => key.Kind, StringComparer.Ordinal)
            .ThenBy(key => Convert.ToHexString(key.Hash), StringComparer.Ordinal),
    ];
}
