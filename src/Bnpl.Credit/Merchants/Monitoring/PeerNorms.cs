namespace Bnpl.Credit.Merchants.Monitoring;

/// <summary>The middle of a tenant's merchants and how far from it they ordinarily lie. Pure.</summary>
/// <param name="Spread">1.4826 × the median distance from the median: a standard deviation that outliers cannot stretch.</param>
internal sealed record PeerNorm(int Peers, double Median, double Spread)
{
    private const double SigmaPerMad = 1.4826;

    public static PeerNorm Of(IReadOnlyList<double> rates)
    {
        double median = MedianOf(rates);
        return new PeerNorm(rates.Count, median, SigmaPerMad * MedianOf([.. rates.Select(rate => Math.Abs(rate - median))]));
    }

    private static double MedianOf(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length switch
        {
            0 => 0,
            _ when sorted.Length % 2 == 1 => sorted[sorted.Length / 2],
            _ => (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2,
        };
    }
}

/// <summary>The norms of each rate, made once for all merchants that sold enough in the period.</summary>
internal sealed class PeerNorms
{
    /// <summary>With so many, one merchant more or less in the middle does not matter; with fewer, it is left out of its own norm.</summary>
    private const int Many = 10;

    private readonly Dictionary<Guid, MerchantFigures> _peers;
    private readonly Dictionary<string, PeerNorm> _all;

    public PeerNorms(IReadOnlyDictionary<Guid, MerchantFigures> merchants, int minimumOrders)
    {
        _peers = merchants.Where(merchant => merchant.Value.Orders >= minimumOrders).ToDictionary();
        _all = WatchedRate.All.ToDictionary(rate => rate.Code, rate => Norm(rate, _peers.Values));
    }

    public PeerNorm For(WatchedRate rate, Guid merchantId) =>
        _peers.Count > Many ? _all[rate.Code] : Norm(rate, _peers.Where(peer => peer.Key != merchantId).Select(peer => peer.Value));

    private static PeerNorm Norm(WatchedRate rate, IEnumerable<MerchantFigures> peers) => PeerNorm.Of(
        [.. peers.Where(peer => rate.Of(peer) > 0).Select(peer => Math.Min(1, (double)rate.Count(peer) / rate.Of(peer)))]);
}
