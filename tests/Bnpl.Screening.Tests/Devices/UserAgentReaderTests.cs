using Bnpl.Screening.Devices;
using CsCheck;

namespace Bnpl.Screening.Tests.Devices;

public sealed class UserAgentReaderTests
{
    private const string WebKit = "AppleWebKit/537.36 (KHTML, like Gecko)";

    [Theory]
    [InlineData($"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WebKit} Chrome/126.0.0.0 Safari/537.36", "Browser", "Chrome", 126, "Windows", "Desktop")]
    [InlineData($"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WebKit} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0", "Browser", "Edge", 126, "Windows", "Desktop")]
    [InlineData($"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WebKit} Chrome/126.0.0.0 Safari/537.36 OPR/112.0.0.0", "Browser", "Opera", 112, "Windows", "Desktop")]
    [InlineData($"Mozilla/5.0 (Linux; Android 10; K) {WebKit} Chrome/126.0.0.0 Mobile Safari/537.36", "Browser", "Chrome", 126, "Android", "Phone")]
    [InlineData($"Mozilla/5.0 (Linux; Android 13; SC-51C) {WebKit} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36", "Browser", "Samsung Internet", 25, "Android", "Phone")]
    [InlineData($"Mozilla/5.0 (Linux; Android 9; CUBOT X19) {WebKit} Chrome/120.0.0.0 Mobile Safari/537.36", "Browser", "Chrome", 120, "Android", "Phone")]
    [InlineData($"Mozilla/5.0 (Linux; Android 12; SM-X205) {WebKit} Chrome/126.0.0.0 Safari/537.36", "Browser", "Chrome", 126, "Android", "Tablet")]
    [InlineData($"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {WebKit} Chrome/126.0.0.0 Safari/537.36", "Browser", "Chrome", 126, "ChromeOS", "Desktop")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1", "Browser", "Safari", 17, "iOS", "Phone")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1", "Browser", "Chrome", 126, "iOS", "Phone")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15", "Browser", "Safari", 17, "macOS", "Desktop")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0", "Browser", "Firefox", 127, "Windows", "Desktop")]
    [InlineData("Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko", "Browser", "Internet Explorer", 11, "Windows", "Desktop")]
    [InlineData("DoCoMo/2.0 N905i(c100;TB;W24H16)", "Browser", "feature phone", 2, "other", "Phone")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari Line/14.9.0", "InApp", "LINE", 14, "iOS", "Phone")]
    [InlineData($"Mozilla/5.0 (Linux; Android 13; Pixel 7 Build/TQ; wv) {WebKit} Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 Line/14.9.0/IAB", "InApp", "LINE", 14, "Android", "Phone")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 YJApp-IOS jp.co.yahoo.ipn.appli/4.116.0", "InApp", "Yahoo! JAPAN", null, "iOS", "Phone")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 335.0.0.30.93", "InApp", "Instagram", 335, "iOS", "Phone")]
    [InlineData($"Mozilla/5.0 (Linux; Android 13; Pixel 7; wv) {WebKit} Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36", "InApp", "WebView", null, "Android", "Phone")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148", "InApp", "WebView", null, "iOS", "Phone")]
    [InlineData($"Mozilla/5.0 (X11; Linux x86_64) {WebKit} HeadlessChrome/126.0.0.0 Safari/537.36", "Headless", "Headless Chrome", 126, "Linux", "Desktop")]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "Bot", "bot", null, null, "Unknown")]
    [InlineData($"Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) {WebKit} Chrome/126.0.0.0 Mobile Safari/537.36 (compatible; AdsBot-Google-Mobile)", "Bot", "bot", null, "Android", "Phone")]
    [InlineData("facebookexternalhit/1.1", "Bot", "Facebook", null, null, "Unknown")]
    [InlineData("curl/8.5.0", "HttpLibrary", "curl", 8, null, "Unknown")]
    [InlineData("python-requests/2.31.0", "HttpLibrary", "Python", 2, null, "Unknown")]
    [InlineData("Go-http-client/2.0", "HttpLibrary", "Go", 2, null, "Unknown")]
    [InlineData("okhttp/4.12.0", "App", "okhttp", 4, null, "Unknown")]
    [InlineData("HanakoShop/3.2 CFNetwork/1496.0.7 Darwin/23.5.0", "App", "CFNetwork", 1496, "iOS", "Unknown")]
    [InlineData("Mozilla/5.0", "Unknown", null, null, null, "Unknown")]
    [InlineData("お買い物", "Unknown", null, null, null, "Unknown")]
    [InlineData(null, "Missing", null, null, null, "Unknown")]
    [InlineData(" \t", "Missing", null, null, null, "Unknown")]
    public void Reads_who_asks_with_what_and_on_which_system(string? text, string kind, string? family, int? major, string? os, string form)
    {
        UserAgent agent = UserAgentReader.Read(text);
        Assert.Equal((kind, family, major, os, form), (agent.Kind.ToString(), agent.Family, agent.Major, agent.Os, agent.Form.ToString()));
    }

    [Fact]
    public void Any_text_is_read_the_same_each_time() => Gen.String.Sample(text => UserAgentReader.Read(text) == UserAgentReader.Read(text));

    [Fact]
    public void Words_of_real_agents_in_any_order_are_read()
    {
        string[] words = ["Mozilla/5.0", "bot", "cubot", "bo", "tbot/", "Chrome/", "Line/", "99999999999", "(", ";", "Android", "wv)", "\ud800", "Online/1", "rv:", "Version/", "Safari/"];
        Gen.Int[0, words.Length - 1].Array[0, 300].Sample(picks => UserAgentReader.Read(string.Join("", picks.Select(i => words[i]))).Kind != default);
    }

    [Fact]
    public void A_megabyte_is_read_by_its_beginning() =>
        Assert.Equal(AgentKind.Unknown, UserAgentReader.Read(new string('x', 1 << 20) + " curl/8").Kind);

    [Theory]
    [InlineData("Asia/Tokyo", "JP")]
    [InlineData("UTC", "")]
    [InlineData("Etc/GMT-9", "")]
    [InlineData("Mars/Olympus", null)]
    public void Time_zones_speak_for_a_country(string zone, string? country) => Assert.Equal(country, Locales.CountryOfZone(zone));

    [Theory]
    [InlineData("ja,en-US;q=0.9,en;q=0.8", "ja en-US en")]
    [InlineData(" zh-CN , zh;q=0.8,*", "zh-CN zh")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData(",,;;,q=1", "q=1")]
    public void Languages_are_read_in_their_order(string? header, string tags) => Assert.Equal(tags, string.Join(' ', Locales.Languages(header)));

    [Theory]
    [InlineData("en-US", "US", true)]
    [InlineData("en-US", "GB", false)]
    [InlineData("en", "GB", true)]
    [InlineData("en", "RU", false)]
    [InlineData("zh-Hant-TW", "TW", true)]
    [InlineData("zh-Hant-TW", "CN", false)]
    [InlineData("JA-jp", "JP", true)]
    [InlineData("tlh", "JP", true)]
    public void A_language_fits_the_countries_where_it_is_set(string tag, string country, bool fits) => Assert.Equal(fits, Locales.Fits(tag, country));
}
