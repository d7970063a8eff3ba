using Bnpl.Contracts.Purchases;
using Bnpl.Screening.Devices;
using CsCheck;

namespace Bnpl.Screening.Tests.Devices;

public sealed class DeviceFindingsTests
{
    private const string Windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";
    private const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
    private const string Japan = "210.138.1.1";
    private const string China = "58.240.0.1";
    private const string Session = "dvs_01JD0000000000000000000000";

    private static readonly DateTimeOffset s_now = new(2026, 4, 2, 2, 20, 0, TimeSpan.Zero);

    private static readonly TagReport s_report = new()
    {
        V = 1,
        Webdriver = false,
        CookieCreated = s_now.AddDays(-3).ToUnixTimeSeconds(),
        Storage = "cookie",
        UaData = new TagAgentData { Platform = "Windows", Mobile = false },
        Platform = "Win32",
        Languages = ["ja", "en-US"],
        Timezone = "Asia/Tokyo",
        Offset = -540,
        Screen = new TagScreen { Width = 1920, Height = 1080, Ratio = 1, Depth = 24 },
        Touch = 0,
        Cores = 8,
    };

    private static readonly Device s_order = new() { Session = Session, Ip = Japan, UserAgent = Windows, AcceptLanguage = "ja,en-US;q=0.9", Timezone = "Asia/Tokyo", CookieId = "c" };

    [Fact]
    public void Finds_nothing_in_an_ordinary_browser() => Assert.Empty(Find(s_order, Seen()));

    [Fact]
    public void Finds_only_that_nothing_was_sent_where_nothing_was_sent() => Assert.Equal([DeviceFinding.SessionMissing], Find(null, null));

    public static TheoryData<string, Func<string>> Cases() => new()
    {
        { "AgentMissing", () => Told(s_order with { UserAgent = null }, Seen(agent: null)) },
        { "AgentBot", () => Told(s_order with { UserAgent = "Googlebot/2.1" }, Seen(agent: null)) },
        { "AgentHeadless", () => Told(s_order with { UserAgent = Windows.Replace("Chrome/", "HeadlessChrome/", StringComparison.Ordinal) }, Seen(agent: null)) },
        { "AgentHttpLibrary, SessionMissing", () => Told(s_order with { UserAgent = "curl/8.5.0", Session = null }, null) },
        { "AgentPlatformDiffers", () => Told(s_order, Seen(s_report with { UaData = new TagAgentData { Platform = "Linux" } })) },
        { "AgentPlatformDiffers", () => Told(s_order, Seen(s_report with { UaData = null, Platform = "Linux x86_64" })) },
        { "AgentDiffersFromSession", () => Told(s_order with { UserAgent = Phone }, Seen()) },
        { "TimeZoneAbroad", () => Told(s_order, Seen(s_report with { Timezone = "Asia/Seoul", Languages = ["ja", "ko"] })) },
        { "TimeZoneAbroad", () => Told(s_order, Seen(s_report with { Timezone = "UTC", Offset = 0 })) },
        { "TimeZoneAbroad, TimeZoneUnfit", () => Told(s_order, Seen(s_report with { Timezone = "Asia/Ho_Chi_Minh", Offset = -420 })) },
        { "TimeZoneOffsetWrong", () => Told(s_order, Seen(s_report with { Offset = -480 })) },
        { "LanguageForeign", () => Told(s_order, Seen(s_report with { Languages = ["en-US", "en"] })) },
        { "NetworkAbroad", () => Told(s_order with { Ip = China }, Seen(ip: China)) },
        { "TimeZoneUnfit, LanguageForeign, NetworkAbroad, NetworkAbroadForeignLanguage", () => Told(s_order with { Ip = China }, Seen(s_report with { Languages = ["zh-CN"] }, ip: China)) },
        { "NetworkHosting", () => Told(s_order with { Ip = "133.242.0.1" }, Seen()) },
        { "NetworkReserved", () => Told(s_order with { Ip = "10.0.0.5" }, Seen()) },
        { "NetworkCountriesDiffer", () => Told(s_order, Seen(ip: China)) },
        { "SessionMissing", () => Told(s_order with { Session = null }, null) },
        { "SessionUnknown", () => Told(s_order, null) },
        { "SessionExpired", () => Told(s_order, Seen(), s_now.AddHours(24)) },
        { "Webdriver", () => Told(s_order, Seen(s_report with { Webdriver = true })) },
        { "CookieDiffers", () => Told(s_order, Seen(), sameCookie: false) },
        { "CookieNew", () => Told(s_order, Seen(s_report with { CookieCreated = s_now.AddSeconds(-20).ToUnixTimeSeconds() })) },
        { "CookieOld", () => Told(s_order, Seen(s_report with { CookieCreated = s_now.AddDays(-40).ToUnixTimeSeconds() })) },
        { "ScreenImpossible", () => Told(s_order, Seen(s_report with { Screen = new TagScreen { Width = 0, Height = 0, Ratio = 1, Depth = 24 } })) },
        { "TouchUnfit", () => Told(s_order with { UserAgent = Phone }, Seen(s_report with { UaData = null, Platform = "iPhone", Touch = 0 }, agent: Phone)) },
        { "FormHaste", () => Told(s_order, Seen(elapsed: 900)) },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_each_oddity_and_no_other(string expected, Func<string> find) => Assert.Equal(expected, find());

    [Fact]
    public void A_browser_that_asks_not_to_be_tracked_is_no_finding() =>
        Assert.Empty(Find(
            new Device { Session = Session },
            Of(new SessionPayload(new TagReport { V = 1, Restricted = true, Webdriver = false }, null, null, null))));

    [Fact]
    public void The_shops_word_goes_before_the_tags_but_its_own_proxy_is_not_the_buyer()
    {
        Assert.Equal("JP", DeviceEvidence.Of(s_order, Seen(ip: China), s_now).Network.Country);
        Assert.Equal("CN", DeviceEvidence.Of(s_order with { Ip = "192.168.1.1" }, Seen(ip: China), s_now).Network.Country);
    }

    [Fact]
    public void An_id_made_in_the_future_has_no_age() =>
        Assert.Empty(Find(s_order, Seen(s_report with { CookieCreated = s_now.AddYears(2).ToUnixTimeSeconds() })));

    [Fact]
    public void Any_report_is_judged() =>
        Gen.Select(Gen.String, Gen.String, Gen.String.Array[0, 8], Gen.Double, Gen.Int, Gen.Long[0, 99_999_999_999]).Sample((a, b, languages, number, touch, created) =>
        {
            TagReport report = s_report with
            {
                Platform = a,
                Timezone = b,
                UaData = new TagAgentData { Platform = b },
                Languages = languages,
                Touch = touch,
                CookieCreated = created,
                Screen = new TagScreen { Width = number, Height = number, Ratio = number, Depth = number },
            };
            Find(s_order with { UserAgent = b, Timezone = a, AcceptLanguage = a, Ip = b }, Of(new SessionPayload(report, a, b, a)));
        });

    private static string Told(Device? order, SessionFacts? session, DateTimeOffset? now = null, bool? sameCookie = null) =>
        string.Join(", ", Find(order, session, now, sameCookie));

    private static IReadOnlyList<DeviceFinding> Find(Device? order, SessionFacts? session, DateTimeOffset? now = null, bool? sameCookie = null) =>
        DeviceFindings.Of(DeviceEvidence.Of(order, session is null ? null : session with { SameCookie = sameCookie }, now ?? s_now));

    private static SessionFacts Seen(TagReport? report = null, string? agent = Windows, string ip = Japan, long elapsed = 60_000) =>
        Of(new SessionPayload(report ?? s_report, ip, agent, "ja"), elapsed);

    private static SessionFacts Of(SessionPayload payload, long? elapsed = null) => new(
        new DeviceSession(Guid.Empty, s_now.AddMinutes(-2), s_now.AddMinutes(-2) + DeviceSessions.Lifetime, null, null, elapsed, payload), SameCookie: null);
}
