namespace Bnpl.Bench.Simulation;

/// <summary>
/// Lines and browsers. Mobile networks put strangers behind one address, honest ones and others; a few honest people come
/// through a hosting range because their company or their browser's relay does.
/// </summary>
internal static class Networks
{
    private static readonly string[] s_homes = ["153.128", "153.160", "60.34", "118.4", "114.150", "125.30", "220.100", "119.240"];
    private static readonly string[] s_mobiles = ["1.66", "49.98", "106.128", "126.194"];
    private static readonly string[] s_hosting = ["45.76", "13.113", "172.224"];

    private static readonly (string, double)[] s_agents =
    [
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1", 26),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1", 14),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 16_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1", 5),
        ("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36", 20),
        ("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Mobile Safari/537.36", 7),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36", 13),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0", 8),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15", 5),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0", 2),
    ];

    public static string HomeIp(Dice dice) => Ip(dice.Of(s_homes), dice);

    public static string MobileIp(Dice dice) => Ip(dice.Of(s_mobiles), dice, blocks: 12);

    public static string HostingIp(Dice dice) => Ip(dice.Of(s_hosting), dice);

    public static Browser Browser(Dice dice)
    {
        string agent = dice.Weighted(s_agents);
        return new Browser(
            agent,
            dice.Happens(0.12) ? null : dice.Letters(20),
            Forgetful: dice.Happens(0.25),
            agent.Contains("Mobile", StringComparison.Ordinal),
            dice.Of(s_mobiles));
    }

    /// <summary>The cookie as the shop sees it today.</summary>
    public static string? Cookie(Browser browser, Dice dice) => browser.Cookie is null ? null : browser.Forgetful ? dice.Letters(20) : browser.Cookie;

    /// <summary>From the sofa by the house's line, or by the telephone's network; now and then by a company or a relay.</summary>
    public static string Ip(Browser browser, string home, Dice dice) =>
        dice.Happens(0.015) ? HostingIp(dice) : browser.Mobile && dice.Happens(0.45) ? Ip(browser.MobileNetwork, dice, blocks: 12) : home;

    private static string Ip(string network, Dice dice, int blocks = 250) => string.Create(null, $"{network}.{1 + dice.Below(blocks)}.{1 + dice.Below(250)}");
}
