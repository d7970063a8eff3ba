using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Screening;
using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Screenings;

/// <summary>A purchase with its people and places normalised. Pure and deterministic: the same request gives the same keys.</summary>
internal sealed record NormalizedPurchase(
    NormalizedBuyer Buyer, IReadOnlyList<NormalizedDelivery> Deliveries, Device? Device, string? CardFingerprint)
{
    public static NormalizedPurchase Of(ScreeningRequest request)
    {
        NormalizedBuyer buyer = Normalize(request.Buyer, request.Device);
        return new NormalizedPurchase(buyer, [.. request.Deliveries.Select(delivery => NormalizedDelivery.Of(delivery, buyer))], request.Device, request.Card?.Fingerprint);
    }

    public static NormalizedBuyer Normalize(BuyerDetails buyer, Device? device) => new(
        NameNormalizer.Normalize(buyer.Name, buyer.NameKana),
        buyer.Address is { } address ? Normalize(address) : null,
        buyer.Phone is null ? null : PhoneNormalizer.Normalize(buyer.Phone),
        string.IsNullOrEmpty(buyer.Email) ? null : EmailNormalizer.Normalize(buyer.Email),
        device?.CookieId,
        device?.Ip);

    internal static NormalizedAddress Normalize(PostalAddress a) => AddressNormalizer.Normalize(new AddressInput(a.PostalCode, a.Prefecture, a.City, a.Line1, a.Line2));
}

/// <summary>Where a parcel goes, as far as it is not the buyer's own door.</summary>
internal sealed record NormalizedDelivery(bool DiffersFromBuyer, NormalizedName? Name, NormalizedAddress? Address, NormalizedPhone? Phone)
{
    private static readonly NormalizedDelivery s_toBuyer = new(DiffersFromBuyer: false, null, null, null);

    public static NormalizedDelivery Of(Delivery delivery, NormalizedBuyer buyer)
    {
        if (delivery.SameAsBuyer == true || delivery.Address is null)
        {
            return s_toBuyer;
        }

        NormalizedAddress address = NormalizedPurchase.Normalize(delivery.Address);
        return new NormalizedDelivery(
            address.Keys.K2 is null || address.Keys.K2 != buyer.Address?.Keys.K2,
            delivery.Name is null ? null : NameNormalizer.Normalize(delivery.Name, delivery.NameKana),
            address,
            delivery.Phone is null ? null : PhoneNormalizer.Normalize(delivery.Phone));
    }
}
