namespace Bnpl.Screening.Signals;

/// <summary>Where the goods go.</summary>
internal static class DeliverySignals
{
    public static readonly IReadOnlyList<Signal> All =
    [
        new("delivery_differs", "deliveries", "配送先がご注文者様の住所と異なります。", "Goods go to another address.", e => e.Purchase.Deliveries.Any(d => d.DiffersFromBuyer)),
        new("delivery_other_prefecture", "deliveries", "配送先の都道府県がご注文者様と異なります。", "Goods go to another prefecture.", e => e.Buyer.Address?.Prefecture is { } own
            ? e.Purchase.Deliveries.Any(d => d.DiffersFromBuyer && d.Address?.Prefecture is { } other && other != own)
            : null),
        new("delivery_unknown", "deliveries", "配送先の実在を確認できません。", "No such delivery address is known.", e =>
            e.Purchase.Deliveries.Any(d => d is { DiffersFromBuyer: true, Address: { } a } && (a.Level is "none" or "prefecture" || a.Issues.Contains("town_unknown")))),
        new("delivery_many", "deliveries", "配送先が多数あります。", "Goods go to many addresses.", e => e.Purchase.Deliveries.Count(d => d.DiffersFromBuyer) >= 3),
    ];

    public static readonly IReadOnlyList<Measure> Measures =
    [
        Measure.Number("delivery.count", "How many deliveries the order names.", e => e.Purchase.Deliveries.Count),
        Measure.Text("delivery.prefecture", "Prefecture of the first delivery that differs from the buyer's address.",
            e => e.Purchase.Deliveries.FirstOrDefault(d => d.DiffersFromBuyer)?.Address?.Prefecture),
    ];
}
