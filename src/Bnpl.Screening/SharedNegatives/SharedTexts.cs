using Bnpl.Screening.Normalization;
using Bnpl.Screening.Screenings;

namespace Bnpl.Screening.SharedNegatives;

/// <summary>
/// What tenants share of a buyer, by the normalised texts that say one person. Devices and networks are not among them: they
/// change hands, and the buyer has not put them on an order form.
/// </summary>
internal static class SharedTexts
{
    public static List<MatchKey> Of(NormalizedPurchase purchase)
    {
        NormalizedBuyer buyer = purchase.Buyer;
        List<MatchKey> texts = [.. MatchKeys.Identity(buyer).Where(key => key.Kind == "name_address")];
        if (buyer.Phone is { Valid: true, E164: { } phone, Kind: "mobile" or "fixed" or "ip" or "foreign" })
        {
            texts.Add(new MatchKey("phone", phone));
        }

        if (buyer.Email is { Disposable: false, Canonical: { } mail })
        {
            texts.Add(new MatchKey("email", mail));
        }

        if (purchase.CardFingerprint is { Length: > 0 } card)
        {
            texts.Add(new MatchKey("card", card));
        }

        if (buyer.Address?.Keys.K1 is { } town)
        {
            texts.AddRange(new[] { buyer.Name.Key, buyer.Name.KanjiKey }.Where(name => name.Length > 0).Distinct().Select(name => new MatchKey("name_town", $"{name}|{town}")));
        }

        return [.. texts.Distinct()];
    }
}
