using Bnpl.Screening.Networks;

namespace Bnpl.Screening.Devices;

/// <summary>What does not fit about a device. Pure. Null: what it takes was not sent or is not known, which is never "all is well".</summary>
internal static class DeviceFindings
{
    private const long HasteMs = 1500;
    private const int JapanOffset = -540;
    private static readonly TimeSpan s_new = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_old = TimeSpan.FromDays(30);
    private static readonly DeviceFinding[] s_all = Enum.GetValues<DeviceFinding>();

    /// <summary>All that hold, in the order of their numbers.</summary>
    public static IReadOnlyList<DeviceFinding> Of(DeviceEvidence evidence) => [.. s_all.Where(finding => Holds(finding, evidence) == true)];

    public static bool? Holds(DeviceFinding finding, DeviceEvidence evidence) => finding switch
    {
        DeviceFinding.AgentMissing => evidence.Order is null || evidence.Report is { Restricted: true } ? null : evidence.Agent.Kind == AgentKind.Missing,
        DeviceFinding.AgentBot => IsAgent(evidence, AgentKind.Bot),
        DeviceFinding.AgentHeadless => IsAgent(evidence, AgentKind.Headless),
        DeviceFinding.AgentHttpLibrary => IsAgent(evidence, AgentKind.HttpLibrary),
        DeviceFinding.AgentPlatformDiffers => evidence.Report is { } report && PageAgent(evidence).Os is { } os ? AgentPlatforms.Fit(os, report) is { } fits ? !fits : null : null,
        DeviceFinding.AgentDiffersFromSession => BothAgents(evidence) is var (sent, seen) ? (sent.Family, sent.Os, sent.Form) != (seen.Family, seen.Os, seen.Form) : null,
        DeviceFinding.TimeZoneAbroad => Zone(evidence) is { } zone ? zone != Locales.Japan : null,
        DeviceFinding.TimeZoneUnfit => IsZoneUnfit(evidence),
        DeviceFinding.TimeZoneOffsetWrong => evidence.Report?.Offset is { } offset && Zone(evidence) is { } zone ? zone == Locales.Japan && offset != JapanOffset : null,
        DeviceFinding.LanguageForeign => IsForeign(evidence),
        DeviceFinding.NetworkAbroad => evidence.Network.Abroad,
        DeviceFinding.NetworkAbroadForeignLanguage => evidence.Network.Abroad is { } abroad && IsForeign(evidence) is { } foreign ? abroad && foreign : null,
        DeviceFinding.NetworkHosting => evidence.Network.Hosting,
        DeviceFinding.NetworkReserved => evidence.OrderNetwork.Known ? evidence.OrderNetwork.Reserved : null,
        DeviceFinding.NetworkCountriesDiffer => evidence is { OrderNetwork.Country: { } ordered, SessionNetwork.Country: { } seen } ? ordered != seen : null,
        DeviceFinding.SessionMissing => evidence.State == SessionState.NotSent,
        DeviceFinding.SessionUnknown => Sent(evidence, SessionState.Unknown),
        DeviceFinding.SessionExpired => Sent(evidence, SessionState.Expired),
        DeviceFinding.Webdriver => evidence.Report?.Webdriver,
        DeviceFinding.CookieDiffers => !evidence.SameCookie,
        DeviceFinding.CookieNew => CookieAge(evidence) is { } age ? age >= -s_new && age < s_new : null,
        DeviceFinding.CookieOld => CookieAge(evidence) is { } age ? age >= s_old : null,
        DeviceFinding.ScreenImpossible => evidence.Report?.Screen is { } screen ? IsImpossible(screen) : null,
        DeviceFinding.TouchUnfit => evidence.Report?.Touch is { } touch ? PageAgent(evidence).IsMobile && touch == 0 : null,
        DeviceFinding.FormHaste => evidence.Session?.SubmittedAfterMs is { } elapsed ? elapsed < HasteMs : null,
        _ => throw new ArgumentOutOfRangeException(nameof(finding)),
    };

    private static bool? IsAgent(DeviceEvidence evidence, AgentKind kind) =>
        evidence.Agent.Kind == AgentKind.Missing ? null : evidence.OrderAgent.Kind == kind || evidence.SessionAgent.Kind == kind;

    /// <summary>The agent of the browser that ran the tag; the order's may be another one.</summary>
    private static UserAgent PageAgent(DeviceEvidence evidence) => evidence.SessionAgent.Kind == AgentKind.Missing ? evidence.Agent : evidence.SessionAgent;

    private static (UserAgent Sent, UserAgent Seen)? BothAgents(DeviceEvidence evidence) =>
        evidence.OrderAgent.Kind == AgentKind.Missing || evidence.SessionAgent.Kind == AgentKind.Missing ? null : (evidence.OrderAgent, evidence.SessionAgent);

    private static string? Zone(DeviceEvidence evidence) => evidence.Timezone is { } zone ? Locales.CountryOfZone(zone) : null;

    private static bool? IsForeign(DeviceEvidence evidence) => evidence.Languages.Count > 0 ? !evidence.Languages.Any(Locales.IsJapanese) : null;

    private static bool? IsZoneUnfit(DeviceEvidence evidence) =>
        Zone(evidence) is { Length: > 0 } zone && evidence.Network.Country is { } country && evidence.Languages.Count > 0
            ? zone != country && !evidence.Languages.Any(tag => Locales.Fits(tag, zone))
            : null;

    private static bool? Sent(DeviceEvidence evidence, SessionState state) => evidence.State == SessionState.NotSent ? null : evidence.State == state;

    // Told by the buyer's own clock; an id made well "in the future" says nothing of its age.
    private static TimeSpan? CookieAge(DeviceEvidence evidence) =>
        evidence.Session is { Payload.Report.CookieCreated: { } seconds, CreatedAt: var seen } && seen - DateTimeOffset.FromUnixTimeSeconds(seconds) is var age && age >= -s_new
            ? age
            : null;

    private static bool IsImpossible(TagScreen screen) =>
        screen.Width is < 120 or > 20_000 || screen.Height is < 120 or > 20_000 || screen.Ratio is <= 0 or > 20 || screen.Depth is < 8 or > 64;
}
