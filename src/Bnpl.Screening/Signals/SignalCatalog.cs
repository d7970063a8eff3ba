namespace Bnpl.Screening.Signals;

/// <summary>All that rules can refer to and models can learn from. One place to look.</summary>
internal static class SignalCatalog
{
    public static readonly IReadOnlyList<Signal> Signals =
    [
        .. IdentitySignals.All,
        .. DeviceSignals.All,
        .. DeliverySignals.All,
        .. BasketSignals.All,
        .. BehaviourSignals.All,
        .. HistorySignals.All,
        .. ListSignals.All,
        .. SharedSignals.All,
    ];

    public static readonly IReadOnlyList<Measure> Measures =
    [
        .. BasketSignals.Measures,
        .. DeliverySignals.Measures,
        .. DeviceSignals.Measures,
        .. PurchaseMeasures.All,
    ];

    private static readonly Dictionary<string, Signal> s_byCode = Signals.ToDictionary(signal => signal.Code);

    public static Signal? Find(string code) => s_byCode.GetValueOrDefault(code);
}
