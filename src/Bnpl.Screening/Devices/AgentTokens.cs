namespace Bnpl.Screening.Devices;

/// <summary>The words by which user agents give themselves away, most telling first within each table. Compared without case.</summary>
internal static class AgentTokens
{
    /// <summary>Browsers steered by a program.</summary>
    public static readonly (string Token, string Family)[] Headless =
    [
        ("HeadlessChrome", "Headless Chrome"), ("HeadlessShell", "Headless Chrome"), ("PhantomJS", "PhantomJS"), ("SlimerJS", "SlimerJS"),
        ("jsdom", "jsdom"), ("HtmlUnit", "HtmlUnit"), ("Puppeteer", "Puppeteer"), ("Playwright", "Playwright"), ("Selenium", "Selenium"),
        ("WebDriver", "WebDriver"), ("Cypress", "Cypress"), ("ZombieJS", "Zombie.js"), ("Zombie.js", "Zombie.js"), ("happy-dom", "happy-dom"),
    ];

    /// <summary>Programs' HTTP clients. Their names stand at the beginning: shops' apps put their own name there.</summary>
    public static readonly (string Token, string Family)[] Libraries =
    [
        ("curl/", "curl"), ("libcurl", "curl"), ("Wget", "Wget"), ("python-requests", "Python"), ("python-httpx", "Python"), ("Python-urllib", "Python"),
        ("Python/", "Python"), ("aiohttp", "Python"), ("Go-http-client", "Go"), ("Java/", "Java"), ("Java-http-client", "Java"), ("Jakarta", "Java"),
        ("Apache-HttpClient", "Java"), ("axios", "axios"), ("node-fetch", "Node.js"), ("node", "Node.js"), ("undici", "Node.js"), ("got ", "Node.js"),
        ("got/", "Node.js"), ("superagent", "Node.js"), ("Deno/", "Deno"), ("Bun/", "Bun"), ("libwww-perl", "Perl"), ("lwp-", "Perl"), ("Ruby", "Ruby"),
        ("Faraday", "Ruby"), ("rest-client", "Ruby"), ("Mechanize", "Mechanize"), ("PHP/", "PHP"), ("GuzzleHttp", "PHP"), ("Symfony", "PHP"),
        ("PEAR", "PHP"), ("HTTPie", "HTTPie"), ("PostmanRuntime", "Postman"), ("insomnia", "Insomnia"), ("Scrapy", "Scrapy"), ("reqwest", "Rust"),
        ("hyper/", "Rust"), ("RestSharp", ".NET"), ("WinHttp", "WinHTTP"), ("k6/", "k6"), ("Apache-JMeter", "JMeter"), ("ApacheBench", "ab"),
        ("masscan", "scanner"), ("zgrab", "scanner"), ("sqlmap", "scanner"), ("Nikto", "scanner"), ("Nmap", "scanner"),
    ];

    /// <summary>The HTTP clients that phones' apps are built with.</summary>
    public static readonly (string Token, string Family)[] Apps =
    [
        ("okhttp", "okhttp"), ("CFNetwork", "CFNetwork"), ("Dalvik/", "Dalvik"), ("Dart/", "Dart"), ("Alamofire", "Alamofire"),
    ];

    /// <summary>Crawlers, previews and monitors whose names do not end in "bot".</summary>
    public static readonly (string Token, string Family)[] Bots =
    [
        ("facebookexternalhit", "Facebook"), ("Mediapartners-Google", "Google"), ("Google-InspectionTool", "Google"), ("GoogleOther", "Google"),
        ("Chrome-Lighthouse", "Lighthouse"), ("BingPreview", "Bing"), ("Slurp", "Yahoo"), ("ia_archiver", "Archive"), ("ChatGPT-User", "OpenAI"),
        ("Yeti/", "Naver"), ("Hatena::", "Hatena"), ("Pingdom", "Pingdom"), ("UptimeRobot", "UptimeRobot"), ("Site24x7", "Site24x7"),
        ("crawler", "crawler"), ("spider", "spider"), ("crawling", "crawler"), ("scraper", "scraper"), ("archiver", "archiver"),
        ("+http://", "bot"), ("+https://", "bot"),
    ];

    /// <summary>Apps that show pages inside themselves.</summary>
    public static readonly (string Token, string Family)[] InApps =
    [
        ("Line/", "LINE"), ("FBAN/", "Facebook"), ("FBAV/", "Facebook"), ("FB_IAB", "Facebook"), ("Instagram", "Instagram"), ("YJApp-", "Yahoo! JAPAN"),
        ("Twitter", "X"), ("BytedanceWebview", "TikTok"), ("musical_ly", "TikTok"), ("TikTok", "TikTok"), ("KAKAOTALK", "KakaoTalk"),
        ("MicroMessenger", "WeChat"), ("SmartNews", "SmartNews"), ("Gunosy", "Gunosy"), ("Pinterest", "Pinterest"), ("PayPay", "PayPay"),
        ("Mercari", "Mercari"), ("Rakuten", "Rakuten"), ("Snapchat", "Snapchat"), ("GSA/", "Google"), ("; wv)", "WebView"),
    ];

    /// <summary>Browsers; those that also name the browser they are made of stand before it.</summary>
    public static readonly (string Token, string Family)[] Browsers =
    [
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("Edge/", "Edge"), ("OPR/", "Opera"), ("OPT/", "Opera"), ("OPiOS/", "Opera"),
        ("Opera/", "Opera"), ("Vivaldi/", "Vivaldi"), ("YaBrowser/", "Yandex"), ("SamsungBrowser/", "Samsung Internet"), ("DuckDuckGo/", "DuckDuckGo"),
        ("Ddg/", "DuckDuckGo"), ("UCBrowser/", "UC Browser"), ("MiuiBrowser/", "Mi Browser"), ("HuaweiBrowser/", "Huawei Browser"), ("Silk/", "Silk"),
        ("Sleipnir/", "Sleipnir"), ("Brave/", "Brave"), ("Whale/", "Whale"), ("CriOS/", "Chrome"), ("FxiOS/", "Firefox"), ("Focus/", "Firefox"),
        ("Klar/", "Firefox"), ("SeaMonkey/", "SeaMonkey"), ("Firefox/", "Firefox"), ("Chromium/", "Chrome"), ("Chrome/", "Chrome"), ("MSIE ", "Internet Explorer"),
        ("DoCoMo/", "feature phone"), ("KDDI-", "feature phone"), ("SoftBank/", "feature phone"), ("UP.Browser/", "feature phone"),
    ];

    /// <summary>Systems; those that also name another one stand before it.</summary>
    public static readonly (string Token, string Os, AgentForm Form)[] Systems =
    [
        ("Windows Phone", "other", AgentForm.Phone), ("Windows", "Windows", AgentForm.Desktop), ("CrOS", "ChromeOS", AgentForm.Desktop),
        ("Tizen", "other", AgentForm.Unknown), ("Web0S", "other", AgentForm.Unknown), ("KAIOS", "other", AgentForm.Phone),
        ("Nintendo", "other", AgentForm.Unknown), ("PlayStation", "other", AgentForm.Unknown), ("Android", "Android", AgentForm.Tablet),
        ("iPhone", "iOS", AgentForm.Phone), ("iPod", "iOS", AgentForm.Phone), ("iPad", "iOS", AgentForm.Tablet), ("Darwin", "iOS", AgentForm.Unknown),
        ("Macintosh", "macOS", AgentForm.Desktop), ("Mac OS X", "macOS", AgentForm.Desktop), ("X11", "Linux", AgentForm.Desktop),
        ("Linux", "Linux", AgentForm.Desktop), ("FreeBSD", "other", AgentForm.Desktop), ("OpenBSD", "other", AgentForm.Desktop),
        ("DoCoMo/", "other", AgentForm.Phone), ("KDDI-", "other", AgentForm.Phone), ("SoftBank/", "other", AgentForm.Phone),
    ];
}
