using Bnpl.Contracts.Purchases;
using Bnpl.Screening.Networks;

namespace Bnpl.Screening.Devices;

/// <summary>
/// What the shop's server and the device tag say of the browser that ordered, read once. The order's own word comes first
/// for address and agent; the tag's for what only a script can see.
/// </summary>
internal sealed class DeviceEvidence
{
    private DeviceEvidence(Device? order, SessionState state, DeviceSession? session, bool? sameCookie)
    {
        (Order, State, Session, SameCookie) = (order, state, session, sameCookie);
        SessionPayload? payload = session?.Payload;
        Report = payload?.Report;
        OrderNetwork = NetworkOrigin.Lookup(order?.Ip);
        SessionNetwork = NetworkOrigin.Lookup(payload?.Ip);
        Network = OrderNetwork is { Known: true, Reserved: false } ? OrderNetwork : SessionNetwork;
        OrderAgent = UserAgentReader.Read(order?.UserAgent);
        SessionAgent = UserAgentReader.Read(payload?.UserAgent);
        Agent = OrderAgent.Kind == AgentKind.Missing ? SessionAgent : OrderAgent;
        Timezone = Report?.Timezone ?? order?.Timezone;
        Languages = Report?.Languages is { Count: > 0 } spoken ? [.. spoken.OfType<string>()] : Locales.Languages(order?.AcceptLanguage ?? payload?.AcceptLanguage);
    }

    public Device? Order { get; }

    public SessionState State { get; }

    /// <summary>Null unless <see cref="State"/> is Found.</summary>
    public DeviceSession? Session { get; }

    public TagReport? Report { get; }

    /// <summary>See <see cref="SessionFacts"/>.</summary>
    public bool? SameCookie { get; }

    public NetworkOrigin OrderNetwork { get; }

    public NetworkOrigin SessionNetwork { get; }

    /// <summary>The buyer's network: the order's, or the tag's where the order's is missing or the shop's own proxy.</summary>
    public NetworkOrigin Network { get; }

    public UserAgent OrderAgent { get; }

    public UserAgent SessionAgent { get; }

    public UserAgent Agent { get; }

    public string? Timezone { get; }

    public IReadOnlyList<string> Languages { get; }

    /// <param name="order">As the order or screening brought it.</param>
    /// <param name="session">What the database held of the order's session; null: nothing.</param>
    /// <param name="now">Business time.</param>
    public static DeviceEvidence Of(Device? order, SessionFacts? session, DateTimeOffset now)
    {
        SessionState state = string.IsNullOrEmpty(order?.Session) ? SessionState.NotSent
            : session is null ? SessionState.Unknown
            : now >= session.Session.ExpiresAt ? SessionState.Expired
            : SessionState.Found;
        bool found = state == SessionState.Found;
        return new DeviceEvidence(order, state, found ? session!.Session : null, found ? session!.SameCookie : null);
    }
}
