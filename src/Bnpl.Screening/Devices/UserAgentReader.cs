using System.Collections.Concurrent;

namespace Bnpl.Screening.Devices;

/// <summary>
/// Reads a User-Agent header by the words of <see cref="AgentTokens"/>. Pure, never throws, linear in the text's length,
/// which is cut at a bound that no real browser comes near.
/// </summary>
internal static class UserAgentReader
{
    private const int LongestText = 1000;

    private const int MostKnown = 2000;
    private static readonly ConcurrentDictionary<string, UserAgent> s_known = new(StringComparer.Ordinal);

    /// <summary>The few agents that most buyers have are read once; whoever sends ever new ones only empties the memory of them.</summary>
    public static UserAgent Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return UserAgent.None;
        }

        if (!s_known.TryGetValue(text, out UserAgent? known))
        {
            if (s_known.Count >= MostKnown)
            {
                s_known.Clear();
            }

            s_known[text] = known = Parse(text);
        }

        return known;
    }

    private static UserAgent Parse(string text)
    {
        ReadOnlySpan<char> agent = text.AsSpan(0, Math.Min(text.Length, LongestText)).Trim();
        (string? os, AgentForm form) = System(agent);
        if (Find(agent, AgentTokens.Headless, out string? family, out int? major))
        {
            return new UserAgent(AgentKind.Headless, family, major, os, form);
        }

        if (FindBot(agent, out family))
        {
            return new UserAgent(AgentKind.Bot, family, null, os, form);
        }

        bool likeBrowser = agent.StartsWith("Mozilla/", StringComparison.OrdinalIgnoreCase);
        if (!likeBrowser && Starts(agent, AgentTokens.Libraries, out family, out major))
        {
            return new UserAgent(AgentKind.HttpLibrary, family, major, os, form);
        }

        if (!likeBrowser && Find(agent, AgentTokens.Apps, out family, out major))
        {
            return new UserAgent(AgentKind.App, family, major, os, form);
        }

        if (Find(agent, AgentTokens.InApps, out family, out major))
        {
            return new UserAgent(AgentKind.InApp, family, major, os, form);
        }

        return Browser(agent, os, form);
    }

    private static UserAgent Browser(ReadOnlySpan<char> agent, string? os, AgentForm form)
    {
        if (Find(agent, AgentTokens.Browsers, out string? family, out int? major))
        {
            return new UserAgent(AgentKind.Browser, family, major, os, form);
        }

        if (Has(agent, "Trident/"))
        {
            return new UserAgent(AgentKind.Browser, "Internet Explorer", After(agent, "rv:"), os, form);
        }

        if (Has(agent, "Safari/") && Has(agent, "Version/"))
        {
            // Android's old browser had the same two words.
            return new UserAgent(AgentKind.Browser, os == "Android" ? "Android Browser" : "Safari", After(agent, "Version/"), os, form);
        }

        // A page inside an app on an iPhone says everything that Safari says but Safari.
        return os == "iOS" && Has(agent, "AppleWebKit/")
            ? new UserAgent(AgentKind.InApp, "WebView", null, os, form)
            : new UserAgent(AgentKind.Unknown, null, null, os, form);
    }

    private static (string? Os, AgentForm Form) System(ReadOnlySpan<char> agent)
    {
        foreach ((string token, string os, AgentForm form) in AgentTokens.Systems)
        {
            if (Has(agent, token))
            {
                return (os, os == "Android" && Has(agent, "Mobile") ? AgentForm.Phone : form);
            }
        }

        return (null, AgentForm.Unknown);
    }

    /// <summary>A word that ends in "bot", but not that of CUBOT's phones, or one of the known names.</summary>
    private static bool FindBot(ReadOnlySpan<char> agent, out string? family)
    {
        if (Find(agent, AgentTokens.Bots, out family, out _))
        {
            return true;
        }

        for (int from = 0; ;)
        {
            int at = agent[from..].IndexOf("bot", StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return false;
            }

            int start = from + at, end = start + 3;
            from = end;
            bool ends = end == agent.Length || !char.IsAsciiLetter(agent[end]);
            bool cubot = start >= 2 && agent[(start - 2)..end].Equals("cubot", StringComparison.OrdinalIgnoreCase);
            if (ends && !cubot)
            {
                family = "bot";
                return true;
            }
        }
    }

    private static bool Starts(ReadOnlySpan<char> agent, (string Token, string Family)[] table, out string? family, out int? major)
    {
        foreach ((string token, string name) in table)
        {
            if (agent.StartsWith(token, StringComparison.OrdinalIgnoreCase))
            {
                (family, major) = (name, Number(agent[token.Length..].TrimStart('/')));
                return true;
            }
        }

        (family, major) = (null, null);
        return false;
    }

    private static bool Find(ReadOnlySpan<char> agent, (string Token, string Family)[] table, out string? family, out int? major)
    {
        foreach ((string token, string name) in table)
        {
            int at = IndexOfWord(agent, token);
            if (at >= 0)
            {
                (family, major) = (name, Number(agent[(at + token.Length)..].TrimStart("/ ")));
                return true;
            }
        }

        (family, major) = (null, null);
        return false;
    }

    // "Line/" is not in "Online/3".
    private static int IndexOfWord(ReadOnlySpan<char> agent, string token)
    {
        bool letter = char.IsAsciiLetter(token[0]);
        for (int from = 0; ;)
        {
            int at = agent[from..].IndexOf(token, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return -1;
            }

            if (!letter || from + at == 0 || !char.IsAsciiLetterLower(agent[from + at - 1]))
            {
                return from + at;
            }

            from += at + 1;
        }
    }

    private static bool Has(ReadOnlySpan<char> agent, string token) => agent.Contains(token, StringComparison.OrdinalIgnoreCase);

    private static int? After(ReadOnlySpan<char> agent, string token)
    {
        int at = agent.IndexOf(token, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : Number(agent[(at + token.Length)..]);
    }

    private static int? Number(ReadOnlySpan<char> text)
    {
        int digits = 0, number = 0;
        while (digits < text.Length && digits < 5 && char.IsAsciiDigit(text[digits]))
        {
            number = (number * 10) + (text[digits++] - '0');
        }

        return digits == 0 ? null : number;
    }
}
