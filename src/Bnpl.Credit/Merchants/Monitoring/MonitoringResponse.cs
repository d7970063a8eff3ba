using System.Globalization;
using Bnpl.Contracts;

namespace Bnpl.Credit.Merchants.Monitoring;

/// <param name="Level"><c>none</c>, <c>attention</c> or <c>alarm</c>: the worst of its signals.</param>
/// <param name="EnoughOrders">False: too few orders in the period to judge its rates.</param>
internal sealed record MerchantMonitoringResponse(
    string Object,
    string Merchant,
    string Name,
    string Status,
    DateOnly From,
    DateOnly To,
    SignalLevel Level,
    bool EnoughOrders,
    MerchantFigures Figures,
    long? AverageOrder,
    IReadOnlyList<MonitoredRate> Rates,
    IReadOnlyList<MonitoringSignal> Signals)
{
    public static MerchantMonitoringResponse Of(WatchedMerchant merchant, Assessment assessment, DateOnly from, DateOnly to) => new(
        "merchant_monitoring",
        EntityId.Format(IdPrefix.Merchant, merchant.Id),
        merchant.Name,
        merchant.Status,
        from,
        to,
        assessment.Level,
        assessment.EnoughOrders,
        merchant.Figures,
        merchant.Figures.Orders == 0 ? null : merchant.Figures.Amount / merchant.Figures.Orders,
        [.. assessment.Rates.Select(MonitoredRate.Of)],
        [.. assessment.Signals.Select(signal => new MonitoringSignal(signal.Code, signal.Level, new MonitoringText(signal.Japanese, signal.English)))]);
}

/// <param name="AtLeast">The lower bound that the evidence allows; it is this that is compared.</param>
/// <param name="PeerMedian">Null: too few merchants sold enough to compare with.</param>
internal sealed record MonitoredRate(
    string Code, long Count, long Orders, string Rate, string AtLeast, int Peers, string? PeerMedian, string? PeerSpread, SignalLevel Level)
{
    public static MonitoredRate Of(RateStanding standing) => new(
        standing.Rate.Code,
        standing.Count,
        standing.Of,
        Share(standing.Value),
        Share(standing.Bound),
        standing.Norm?.Peers ?? 0,
        standing.Norm is { } norm ? Share(norm.Median) : null,
        standing.Norm is { } spread ? Share(spread.Spread) : null,
        standing.Level);

    private static string Share(double value) => Math.Round((decimal)value, 4).ToString("0.####", CultureInfo.InvariantCulture);
}

internal sealed record MonitoringSignal(string Code, SignalLevel Level, MonitoringText Message);

internal sealed record MonitoringText(string Ja, string En);

/// <param name="Data">The worst first.</param>
/// <param name="Next">The merchant after which the next page begins (<c>starting_after</c>); null on the last one.</param>
internal sealed record MonitoringListResponse(
    string Object, DateOnly From, DateOnly To, IReadOnlyList<MerchantMonitoringResponse> Data, bool HasMore, string? Next);
