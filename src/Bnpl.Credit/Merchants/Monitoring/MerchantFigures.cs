namespace Bnpl.Credit.Merchants.Monitoring;

/// <summary>A merchant's counts over a period. Amounts in yen.</summary>
/// <param name="Approved">Orders that were approved at some time.</param>
/// <param name="Held">Orders whose first answer was a hold.</param>
/// <param name="Complaints">Opened in the period, the unfounded ones aside.</param>
/// <param name="RecentOrders">Of the period's last seven days; likewise the amount.</param>
internal sealed record MerchantFigures(
    long Orders,
    long Amount,
    long Approved,
    long Declined,
    long Held,
    long Canceled,
    long Returned,
    long Overdue,
    long ChargedOff,
    long ChargedOffAmount,
    long RecentOrders,
    long RecentAmount,
    long Complaints)
{
    public static readonly MerchantFigures None = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}

/// <summary>What else is known of a merchant that is watched.</summary>
/// <param name="ExpectedMonthly">What it told it would sell in a month.</param>
internal sealed record WatchedMerchant(
    Guid Id, string Name, string Status, MerchantFigures Figures, long? ExpectedMonthly, bool CheckDue, bool CheckFailed);

/// <summary>One of the shares by which merchants are compared.</summary>
/// <param name="Floor">The least spread that counts as ordinary, so that a handful of equal shops makes no outlier of a normal one.</param>
/// <param name="Reference">What is watched where too few peers are there to compare with.</param>
internal sealed record WatchedRate(
    string Code, string Japanese, string English, double Floor, double Reference, Func<MerchantFigures, long> Count, Func<MerchantFigures, long> Of)
{
    public static readonly IReadOnlyList<WatchedRate> All =
    [
        new("decline_rate", "否決率", "Share of declined orders", 0.03, 0.5, f => f.Declined, f => f.Orders),
        new("hold_rate", "保留率", "Share of held orders", 0.03, 0.4, f => f.Held, f => f.Orders),
        new("cancel_rate", "取消率", "Share of canceled orders", 0.02, 0.25, f => f.Canceled, f => f.Orders),
        new("return_rate", "返品率", "Share of returned orders", 0.02, 0.25, f => f.Returned, f => f.Approved),
        new("complaint_rate", "苦情発生率", "Complaints per order", 0.002, 0.01, f => f.Complaints, f => f.Orders),
        new("overdue_rate", "支払遅延率", "Share of orders that fell overdue", 0.02, 0.15, f => f.Overdue, f => f.Approved),
        new("charge_off_rate", "貸倒率", "Share of orders that were written off", 0.005, 0.03, f => f.ChargedOff, f => f.Approved),
    ];
}
