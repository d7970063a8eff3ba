namespace Bnpl.Screening.Signals;

/// <summary>What is bought and for how much, against what is usual.</summary>
internal static class BasketSignals
{
    private const int EnoughPurchases = 30;
    private const double FarAbove = 3;

    public static readonly IReadOnlyList<Signal> All =
    [
        new("amount_above_merchant", "amount", "この加盟店の通常の注文額を大きく上回ります。", "Far above what is usual at this shop.", e => e.Facts.Merchant is { Purchases: >= EnoughPurchases } norm
            ? e.Request.Amount > FarAbove * norm.AmountMedian && e.Request.Amount > norm.AmountP95
            : null),
        new("amount_above_buyer", "amount", "このお客様の過去の注文額を大きく上回ります。", "Far above what this buyer has bought for.", e => e.Activity("name_address") is { } a
            ? e.Request.Amount > FarAbove * a.LargestD90
            : null),
    ];

    public static readonly IReadOnlyList<Measure> Measures =
    [
        Measure.Number("order.amount", "Total in yen.", e => e.Request.Amount),
        Measure.Number("order.quantity", "Number of pieces, shipping and fees not counted.", e => e.Request.Lines.Where(IsItem).Sum(line => line.Quantity ?? 0)),
        Measure.Number("order.lines", "Number of lines with goods.", e => e.Request.Lines.Count(IsItem)),
        Measure.Number("order.largest_price", "The highest unit price in yen.", e => e.Request.Lines.Where(IsItem).Max(line => line.UnitPrice)),
        Measure.Number("order.amount_to_median", "Total against the median of the shop's last ninety days; unknown below thirty purchases.",
            e => e.Facts.Merchant is { Purchases: >= EnoughPurchases, AmountMedian: > 0 } norm ? (double)e.Request.Amount / norm.AmountMedian : null),
        Measure.Texts("order.categories", "Categories of the lines, as the shop names them.", e => [.. e.Request.Lines.Select(line => line.Category).OfType<string>().Distinct()]),
        Measure.Texts("order.skus", "Article numbers of the lines.", e => [.. e.Request.Lines.Select(line => line.Sku).OfType<string>().Distinct()]),
        Measure.Texts("order.names", "Names of the lines.", e => [.. e.Request.Lines.Select(line => line.Name).OfType<string>().Distinct()]),
    ];

    private static bool IsItem(Contracts.Purchases.PurchaseLine line) => line.Kind is null or "item";
}
