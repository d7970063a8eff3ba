namespace Bnpl.Screening.Signals;

/// <summary>How earlier purchases of this person ended, and those of the purchases that hang together with this one.</summary>
internal static class HistorySignals
{
    private const int GoodHistory = 3;
    private const int ManyReturns = 3;
    private const int LargeCluster = 15;

    public static readonly IReadOnlyList<Signal> All =
    [
        new("history_bad_debt", "buyer", "過去に貸倒れとなった取引があります。", "An earlier purchase ended in bad debt.", e => e.History(h => h.BadDebt) > 0),
        new("history_fraud", "buyer", "過去に不正と判定された取引があります。", "An earlier purchase was fraud or charged back.", e => e.History(h => h.Fraud) > 0),
        new("history_overdue", "buyer", "過去の取引に未払いがあります。", "An earlier purchase is overdue.", e => e.History(h => h.Overdue) > 0),
        new("history_returns", "buyer", "返品の多いお客様です。", "Many earlier purchases were returned.", e => e.History(h => h.Returned) >= ManyReturns),
        new("history_good", "buyer", "お支払い実績のあるお客様です。", "Earlier purchases were paid, and none went wrong.", e =>
            e.History(h => h.Paid) >= GoodHistory && e.History(h => h.Overdue + h.BadDebt + h.Fraud) == 0),
        new("household_bad", "buyer.address", "同じ部屋または同じ端末の取引に、貸倒れ・不正があります。", "A purchase from the same room or device ended in bad debt or as fraud.",
            e => e.Household(h => h.BadDebt + h.Fraud) > 0),
        new("cluster_bad", null, "関連する取引に貸倒れ・不正があります。", "Purchases linked to this one ended in bad debt or as fraud.", e => e.Facts.Cluster.Bad > 0),
        new("cluster_large", null, "多数の取引と関連しています。", "Linked to many other purchases.", e => e.Facts.Cluster.Size >= LargeCluster),
    ];
}
