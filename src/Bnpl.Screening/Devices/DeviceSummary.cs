using Bnpl.Screening.Networks;

namespace Bnpl.Screening.Devices;

/// <summary>What was understood of the device, as a screening's answer shows it. Null means: not told, or not checked.</summary>
/// <param name="Session"><c>none unknown expired found</c>.</param>
internal sealed record DeviceSummary(string Session, DeviceAgentSummary? Agent, DeviceNetworkSummary? Network)
{
    public static DeviceSummary Of(DeviceEvidence evidence) => new(
        evidence.State switch
        {
            SessionState.NotSent => "none",
            SessionState.Unknown => "unknown",
            SessionState.Expired => "expired",
            SessionState.Found => "found",
            _ => throw new ArgumentOutOfRangeException(nameof(evidence)),
        },
        evidence.Agent.Kind == AgentKind.Missing ? null : DeviceAgentSummary.Of(evidence.Agent),
        evidence.Network.Known ? DeviceNetworkSummary.Of(evidence.Network) : null);
}

/// <param name="Kind"><c>browser in_app app bot headless http_library unknown</c>.</param>
internal sealed record DeviceAgentSummary(AgentKind Kind, string? Family, int? Version, string? Os, bool? Mobile)
{
    public static DeviceAgentSummary Of(UserAgent agent) =>
        new(agent.Kind, agent.Family, agent.Major, agent.Os, agent.Form == AgentForm.Unknown ? null : agent.IsMobile);
}

/// <param name="Country">Where two sources agree.</param>
/// <param name="Abroad">Both say that it is not in Japan.</param>
/// <param name="Hosting">A network that rents out machines.</param>
/// <param name="Reserved">Nobody on the internet has this address.</param>
internal sealed record DeviceNetworkSummary(string? Country, bool? Abroad, bool? Hosting, string? Operator, bool Reserved)
{
    public static DeviceNetworkSummary Of(NetworkOrigin origin) => new(origin.Country, origin.Abroad, origin.Hosting, origin.Operator, origin.Reserved);
}
