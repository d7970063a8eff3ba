using Bnpl.Contracts.Purchases;
using Bnpl.Screening.Facts;

namespace Bnpl.Screening.Signals;

/// <summary>Where the goods go.</summary>
internal static class DeliverySignals
{
    private static readonly (string Category, string Japanese, string English)[] s_places =
    [
        ("forwarding", "転送サービス", "a forwarding agent"),
        ("hotel", "宿泊施設", "a hotel"),
        ("weekly", "短期賃貸住宅", "a flat let by the week or month"),
        ("depot", "営業所・郵便局", "a carrier's depot or post office"),
    ];

    public static readonly IReadOnlyList<Signal> All =
    [
        new("delivery_differs", "deliveries", "配送先がご注文者様の住所と異なります。", "Goods go to another address.", e => e.Purchase.Deliveries.Any(d => d.DiffersFromBuyer)),
        new("delivery_other_prefecture", "deliveries", "配送先の都道府県がご注文者様と異なります。", "Goods go to another prefecture.", e => e.Buyer.Address?.Prefecture is { } own
            ? e.Purchase.Deliveries.Any(d => d.DiffersFromBuyer && d.Address?.Prefecture is { } other && other != own)
            : null),
        new("delivery_unknown", "deliveries", "配送先の実在を確認できません。", "No such delivery address is known.", e =>
            e.Purchase.Deliveries.Any(d => d is { DiffersFromBuyer: true, Address: { } a } && (a.Level is "none" or "prefecture" || a.Issues.Contains("town_unknown")))),
        new("delivery_many", "deliveries", "配送先が多数あります。", "Goods go to many addresses.", e => e.Purchase.Deliveries.Count(d => d.DiffersFromBuyer) >= 3),
        .. s_places.Select(p => new Signal(
            $"delivery_{p.Category}", "deliveries", $"配送先が{p.Japanese}です。", $"Goods go to {p.English}.",
            e => Listed(e, PlaceKeys.OfDelivery, p.Category) || Elsewhere(e).Any(d => Surely(d.Address, d.Name, p.Category)))),
        new("delivery_place_maybe", "deliveries", "配送先が宿泊施設・転送サービスなどの可能性があります。", "Goods may go to a hotel, a forwarding agent or the like.",
            e => Elsewhere(e).Any(d => PlaceWords.In(d.Address, d.Name).Any(found => !found.Sure))),
        new("delivery_place_listed", "deliveries", "配送先が登録済みの要注意配送先に該当します。", "Goods go to a place on the tenant's own list.",
            e => e.Facts.Lists.Any(hit => hit.List == "place" && hit.Kind == PlaceKeys.OfDelivery)),
        .. s_places.Select(p => new Signal(
            $"buyer_at_{p.Category}", "buyer.address", $"ご注文者様の住所が{p.Japanese}です。", $"The buyer's own address is {p.English}.",
            e => Listed(e, PlaceKeys.OfBuyer, p.Category) || Surely(e.Request.Buyer.Address, null, p.Category))),
        new("buyer_place_listed", "buyer.address", "ご注文者様の住所が登録済みの要注意配送先に該当します。", "The buyer's own address is on the tenant's list of delivery places.",
            e => e.Facts.Lists.Any(hit => hit.List == "place" && hit.Kind == PlaceKeys.OfBuyer)),
    ];

    public static readonly IReadOnlyList<Measure> Measures =
    [
        Measure.Number("delivery.count", "How many deliveries the order names.", e => e.Purchase.Deliveries.Count),
        Measure.Text("delivery.prefecture", "Prefecture of the first delivery that differs from the buyer's address.",
            e => e.Purchase.Deliveries.FirstOrDefault(d => d.DiffersFromBuyer)?.Address?.Prefecture),
    ];

    private static bool Listed(Evidence evidence, string kind, string category) =>
        evidence.Facts.Lists.Any(hit => hit.List == "place" && hit.Kind == kind && hit.Category == category);

    private static bool Surely(PostalAddress? address, string? recipient, string category) => PlaceWords.In(address, recipient).Contains(new PlaceFinding(category, Sure: true));

    /// <summary>Deliveries that are not to the buyer's own door, as they were written.</summary>
    private static IEnumerable<Delivery> Elsewhere(Evidence evidence) =>
        evidence.Request.Deliveries.Zip(evidence.Purchase.Deliveries).Where(pair => pair.Second.DiffersFromBuyer).Select(pair => pair.First);
}
