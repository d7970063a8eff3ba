using System.Text.Json;
using Bnpl.Screening.Devices;

namespace Bnpl.Screening.Signals;

/// <summary>The browser and the line that a purchase came by: what does not fit each other, or Japan.</summary>
internal static class DeviceSignals
{
    public static readonly IReadOnlyList<Signal> All =
    [
        new("device_missing", "device", "端末情報がありません。", "Nothing is known of the device.", e => e.Request.Device is null),
        Of(DeviceFinding.AgentMissing, "user_agent_missing", "device.user_agent", "ブラウザ情報がありません。", "The browser does not say what it is."),
        Of(DeviceFinding.AgentBot, "user_agent_bot", "device.user_agent", "巡回プログラム（ボット）からの注文です。", "The browser says that it is a bot."),
        Of(DeviceFinding.AgentHeadless, "user_agent_headless", "device.user_agent", "自動操作用のブラウザからの注文です。", "The browser says that a program steers it."),
        Of(DeviceFinding.AgentHttpLibrary, "user_agent_http_library", "device.user_agent", "ブラウザではなく通信プログラムからの注文です。", "No browser but a program's HTTP client."),
        Of(DeviceFinding.AgentPlatformDiffers, "user_agent_platform_mismatch", "device.user_agent", "ブラウザの申告するOSと実際の端末が一致しません。", "The user agent names another system than the browser itself."),
        Of(DeviceFinding.AgentDiffersFromSession, "device_session_agent_mismatch", "device.session", "画面を表示したブラウザと注文を送信したブラウザが異なります。", "The order came from another browser than the one that showed the page."),
        Of(DeviceFinding.TimeZoneAbroad, "time_zone_abroad", "device.timezone", "端末の時刻帯が日本のものではありません。", "The device's time zone is not Japan's."),
        Of(DeviceFinding.TimeZoneUnfit, "time_zone_unfit", "device.timezone", "端末の時刻帯が接続元の国とも言語とも一致しません。", "The time zone fits neither the network's country nor any language."),
        Of(DeviceFinding.TimeZoneOffsetWrong, "time_zone_offset_wrong", "device.session", "端末の時刻帯と時計のずれが一致しません。", "A time zone of Japan with a clock of elsewhere."),
        Of(DeviceFinding.LanguageForeign, "language_foreign", "device.accept_language", "ブラウザの言語に日本語が含まれていません。", "The browser does not ask for Japanese."),
        Of(DeviceFinding.NetworkAbroad, "ip_abroad", "device.ip", "海外からの接続です。", "The network is abroad; both sources agree."),
        Of(DeviceFinding.NetworkAbroadForeignLanguage, "ip_abroad_foreign_language", "device.ip", "海外からの接続で、ブラウザの言語も日本語ではありません。", "Abroad, and the browser does not ask for Japanese."),
        Of(DeviceFinding.NetworkHosting, "ip_hosting", "device.ip", "データセンターやVPNなど、個人が通常使わない回線からの接続です。", "From a network that rents out machines: a server, VPN or proxy."),
        Of(DeviceFinding.NetworkReserved, "ip_reserved", "device.ip", "接続元として使われないIPアドレスです。加盟店の設定をご確認ください。", "An address that nobody on the internet has: the shop sends its own proxy's."),
        Of(DeviceFinding.NetworkCountriesDiffer, "device_session_country_mismatch", "device.session", "画面を表示した回線の国と注文を送信した回線の国が異なります。", "The page was shown in another country than the order came from."),
        Of(DeviceFinding.SessionMissing, "device_session_missing", "device.session", "端末タグの情報がありません。", "The order names no device session."),
        Of(DeviceFinding.SessionUnknown, "device_session_unknown", "device.session", "端末タグの情報が見つかりません。", "No such device session was given out."),
        Of(DeviceFinding.SessionExpired, "device_session_expired", "device.session", "端末タグの情報の有効期限が切れています。", "The device session is more than a day old."),
        Of(DeviceFinding.Webdriver, "webdriver", "device.session", "自動操作されているブラウザです。", "The browser is driven by a program."),
        Of(DeviceFinding.CookieDiffers, "cookie_mismatch", "device.cookie_id", "加盟店の送信した端末IDが、画面を表示した端末のものと異なります。", "The shop sent another cookie id than the tag saw."),
        Of(DeviceFinding.CookieNew, "cookie_new", "device.session", "初めて訪れたブラウザです。", "The browser was never at this shop before."),
        Of(DeviceFinding.CookieOld, "cookie_old", "device.session", "1か月以上前から訪れているブラウザです。", "The browser has been at this shop for a month or more."),
        Of(DeviceFinding.ScreenImpossible, "screen_impossible", "device.session", "実在しない画面サイズです。", "No device has such a screen."),
        Of(DeviceFinding.TouchUnfit, "touch_mismatch", "device.session", "タッチ操作のできないスマートフォンを名乗っています。", "Says that it is a phone, but has no touch screen."),
        Of(DeviceFinding.FormHaste, "form_haste", "device.session", "画面の表示から注文までが極端に短い時間です。", "Ordered sooner than anybody could have read the page."),
    ];

    public static readonly IReadOnlyList<Measure> Measures =
    [
        Measure.Text("device.ip_country", "Country of the network, where both sources agree.", e => e.Device.Network.Country),
        Measure.Text("device.ip_operator", "Who rents out the machine, where it is a well-known one.", e => e.Device.Network.Operator),
        Measure.Text("device.agent_kind", "browser, in_app, app, bot, headless, http_library, unknown or missing.", e => JsonNamingPolicy.SnakeCaseLower.ConvertName(e.Device.Agent.Kind.ToString())),
        Measure.Text("device.agent_family", "Chrome, Safari, LINE …", e => e.Device.Agent.Family),
        Measure.Number("device.agent_version", "First version number of the browser.", e => e.Device.Agent.Major, feature: false),
        Measure.Text("device.os", "Windows, macOS, Linux, ChromeOS, Android, iOS or other.", e => e.Device.Agent.Os),
        Measure.Flag("device.mobile", "A phone or tablet.", e => e.Device.Agent.Form == AgentForm.Unknown ? null : e.Device.Agent.IsMobile),
        Measure.Text("device.timezone", "As the browser says it: Asia/Tokyo.", e => e.Device.Timezone),
        Measure.Texts("device.languages", "The browser's languages, the most wanted first.", e => e.Device.Languages),
        Measure.Number("device.seconds_to_submit", "From page load to the sending of the form; unknown without the tag.", e => e.Device.Session?.SubmittedAfterMs / 1000.0),
        Measure.Flag("device.tracking_refused", "The browser asks not to be tracked, so the tag told next to nothing.", e => e.Device.Report?.Restricted, feature: false),
    ];

    private static Signal Of(DeviceFinding finding, string code, string field, string japanese, string english) =>
        new(code, field, japanese, english, e => DeviceFindings.Holds(finding, e.Device));
}
