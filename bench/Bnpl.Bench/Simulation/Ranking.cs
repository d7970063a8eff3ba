namespace Bnpl.Bench.Simulation;

/// <summary>
/// Purchases ranked by an arm. Rules give many purchases one and the same score; where the line of approval falls among
/// equals, each of them counts by its chance of being refused, as if the lot decided.
/// </summary>
internal sealed class Ranking
{
    private readonly (ScreenedPurchase Purchase, double Score)[] _rows;

    public Ranking(IEnumerable<ScreenedPurchase> purchases, Arm arm) => _rows = [.. purchases.Select(purchase => (purchase, arm.Score(purchase))).OrderByDescending(row => row.Item2)];

    /// <summary>The chance that a bad purchase ranks above a good one.</summary>
    public double Auc()
    {
        double above = 0, bads = 0, goods = 0;
        foreach (IGrouping<double, (ScreenedPurchase Purchase, double Score)> equal in _rows.GroupBy(row => row.Score))
        {
            double bad = equal.Count(row => row.Purchase.Purchase.Bad), good = equal.Count() - bad;
            above += good * (bads + (bad / 2));
            (bads, goods) = (bads + bad, goods + good);
        }

        return bads * goods == 0 ? double.NaN : above / (bads * goods);
    }

    /// <summary>Each purchase with its chance of being refused when this share is approved.</summary>
    public IEnumerable<(SimulatedPurchase Purchase, double Refused)> At(double approval)
    {
        double left = _rows.Length * (1 - approval);
        foreach (IGrouping<double, (ScreenedPurchase Purchase, double Score)> equal in _rows.GroupBy(row => row.Score))
        {
            int count = equal.Count();
            double chance = Math.Clamp(left / count, 0, 1);
            left -= count;
            foreach ((ScreenedPurchase purchase, _) in equal)
            {
                yield return (purchase.Purchase, chance);
            }
        }
    }
}
