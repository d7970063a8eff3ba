using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Screening;
using Bnpl.Screening.Normalization;
using Bnpl.Screening.Screenings;

namespace Bnpl.Screening.Facts;

/// <summary>
/// The texts under which a tenant's delivery places are met: room, block number or name of the building, and the name on the
/// parcel. They tell whether it is the buyer's own address or a delivery that leads there.
/// </summary>
internal static class PlaceKeys
{
    public const string OfBuyer = "place_buyer";
    public const string OfDelivery = "place_delivery";

    /// <summary>A name this short would meet anything.</summary>
    private const int ShortestName = 3;

    /// <summary>An entry with a room means that room; one without means the whole block number.</summary>
    public static List<MatchKey> OfEntry(NormalizedAddress? address, string? name)
    {
        List<string> texts = [];
        if (address?.Keys is { K3: { } room })
        {
            texts.Add("3|" + room);
        }
        else if (address?.Keys is { K2: { } block })
        {
            texts.Add("2|" + block);
        }

        AddName(texts, name);
        return [.. new[] { OfBuyer, OfDelivery }.SelectMany(kind => texts.Select(text => new MatchKey(kind, text)))];
    }

    public static List<MatchKey> Of(ScreeningRequest request, NormalizedPurchase purchase)
    {
        List<MatchKey> keys = [.. Texts(purchase.Buyer.Address, recipient: null).Select(text => new MatchKey(OfBuyer, text))];
        foreach ((Delivery delivery, NormalizedDelivery normalized) in request.Deliveries.Zip(purchase.Deliveries).Where(pair => pair.Second.DiffersFromBuyer))
        {
            keys.AddRange(Texts(normalized.Address, delivery.Name).Select(text => new MatchKey(OfDelivery, text)));
        }

        return keys;
    }

    private static List<string> Texts(NormalizedAddress? address, string? recipient)
    {
        List<string> texts = [];
        if (address?.Keys is { K3: { } room })
        {
            texts.Add("3|" + room);
        }

        if (address?.Keys is { K2: { } block })
        {
            texts.Add("2|" + block);
        }

        AddName(texts, address?.Building);
        AddName(texts, recipient);
        return texts;
    }

    private static void AddName(List<string> texts, string? name)
    {
        string folded = TextFolding.Fold(TextFolding.Clean(name));
        if (folded.Length >= ShortestName)
        {
            texts.Add("n|" + folded);
        }
    }
}
