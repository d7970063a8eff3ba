using Bnpl.Contracts.Purchases;
using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Screenings;

internal static class BuyerNormalization
{
    public static NormalizedBuyer Normalize(BuyerDetails buyer, Device? device) => new(
        NameNormalizer.Normalize(buyer.Name, buyer.NameKana),
        buyer.Address is { } a ? AddressNormalizer.Normalize(new AddressInput(a.PostalCode, a.Prefecture, a.City, a.Line1, a.Line2)) : null,
        buyer.Phone is null ? null : PhoneNormalizer.Normalize(buyer.Phone),
        string.IsNullOrEmpty(buyer.Email) ? null : EmailNormalizer.Normalize(buyer.Email),
        device?.CookieId,
        device?.Ip);
}
