using Bnpl.Contracts.Purchases;

namespace Bnpl.Screening.Signals;

/// <summary>What is bought and for how much, against what is usual.</summary>
internal static class BasketSignals
{
    private const int EnoughPurchases = 30;
    private const double FarAbove = 3;
    private const int ManyResold = 3;
    private const int ManyPieces = 10;
    private const long WorthCounting = 500;
    private const long ExpensiveFirst = 30_000;
    private const int FirstMorningHour = 5;

    public static readonly IReadOnlyList<Signal> All =
    [
        new("amount_above_merchant", "amount", "この加盟店の通常の注文額を大きく上回ります。", "Far above what is usual at this shop.", e => e.Facts.Merchant is { Purchases: >= EnoughPurchases } norm
            ? e.Request.Amount > FarAbove * norm.AmountMedian && e.Request.Amount > norm.AmountP95
            : null),
        new("amount_above_buyer", "amount", "このお客様の過去の注文額を大きく上回ります。", "Far above what this buyer has bought for.", e => e.Activity("name_address") is { } a
            ? e.Request.Amount > FarAbove * a.LargestD90
            : null),
        new("resold_goods", "lines", "転売されやすい商品が含まれています。", "Goods that are often bought to be sold on.", e => e.Request.Lines.Any(line => Goods.KindOf(line) is not null)),
        new("cash_like_goods", "lines", "ギフトカード・プリペイドなど換金性の高い商品が含まれています。", "Gift cards or prepaid value, as good as cash.",
            e => e.Request.Lines.Any(line => Goods.IsLikeCash(Goods.KindOf(line)))),
        new("large_quantity", "lines", "同一商品が大量に注文されています。", "One article many times over.", IsLargeQuantity),
        new("first_order_expensive", "amount", "初回のご注文としては高額です。", "A great deal for a first order.", e => IsFirstOrder(e)
            ? e.Request.Amount >= ExpensiveFirst || (e.Facts.Merchant is { Purchases: >= EnoughPurchases } norm && e.Request.Amount > norm.AmountP95)
            : false),
        new("night_order", null, "深夜の注文です。", "Ordered between midnight and five.", e => e.LocalOrderedAt.Hour < FirstMorningHour),
    ];

    public static readonly IReadOnlyList<Measure> Measures =
    [
        Measure.Number("order.amount", "Total in yen.", e => e.Request.Amount),
        Measure.Number("order.quantity", "Number of pieces, shipping and fees not counted.", e => e.Request.Lines.Where(IsItem).Sum(line => line.Quantity ?? 0)),
        Measure.Number("order.largest_quantity", "Pieces of the article of which there are most.", e => Articles(e).Select(article => (double?)article.Pieces).Max() ?? 0),
        Measure.Number("order.lines", "Number of lines with goods.", e => e.Request.Lines.Count(IsItem)),
        Measure.Number("order.largest_price", "The highest unit price in yen.", e => e.Request.Lines.Where(IsItem).Max(line => line.UnitPrice)),
        Measure.Number("order.resold_amount", "Yen for goods that are often bought to be sold on.", e => Worth(e, kind => kind is not null)),
        Measure.Number("order.cash_like_amount", "Yen for gift cards and prepaid value.", e => Worth(e, Goods.IsLikeCash)),
        Measure.Number("order.amount_to_median", "Total against the median of the shop's last ninety days; unknown below thirty purchases.",
            e => e.Facts.Merchant is { Purchases: >= EnoughPurchases, AmountMedian: > 0 } norm ? (double)e.Request.Amount / norm.AmountMedian : null),
        Measure.Texts("order.goods", "Kinds of goods that are often bought to be sold on: gift_card, prepaid, console, smartphone, computer, camera, brand, metal, beauty_device, trading_card.",
            e => [.. e.Request.Lines.Select(Goods.KindOf).OfType<string>().Distinct()]),
        Measure.Texts("order.categories", "Categories of the lines, as the shop names them.", e => [.. e.Request.Lines.Select(line => line.Category).OfType<string>().Distinct()]),
        Measure.Texts("order.skus", "Article numbers of the lines.", e => [.. e.Request.Lines.Select(line => line.Sku).OfType<string>().Distinct()]),
        Measure.Texts("order.names", "Names of the lines.", e => [.. e.Request.Lines.Select(line => line.Name).OfType<string>().Distinct()]),
    ];

    private static bool IsItem(PurchaseLine line) => line.Kind is null or "item";

    private static double Worth(Evidence evidence, Func<string?, bool> counts) =>
        evidence.Request.Lines.Where(line => counts(Goods.KindOf(line))).Sum(line => (double)(line.Quantity ?? 0) * (line.UnitPrice ?? 0));

    /// <summary>Ten of anything that costs something; three of what is sold on.</summary>
    private static bool? IsLargeQuantity(Evidence evidence) =>
        Articles(evidence).Any(article => article.Pieces >= (article.Line.UnitPrice >= WorthCounting ? Goods.KindOf(article.Line) is null ? ManyPieces : ManyResold : int.MaxValue));

    private static IEnumerable<(PurchaseLine Line, long Pieces)> Articles(Evidence evidence) => evidence.Request.Lines.Where(IsItem)
        .GroupBy(line => line.Sku is { Length: > 0 } sku ? "s" + sku : "n" + WordFile.Fold(line.Name), StringComparer.Ordinal)
        .Select(lines => (lines.MaxBy(line => line.UnitPrice ?? 0)!, lines.Sum(line => (long)(line.Quantity ?? 0))));

    /// <summary>Neither the shop nor anybody of the tenant's has seen the buyer before.</summary>
    private static bool IsFirstOrder(Evidence evidence) =>
        evidence.Request.Buyer.History is not { Orders: > 0 } && evidence.Facts.History.Count == 0
        && !new[] { "name_address", "phone", "email" }.Any(kind => evidence.Activity(kind) is { D90: > 0 });
}
