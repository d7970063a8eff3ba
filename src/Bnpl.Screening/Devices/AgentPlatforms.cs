namespace Bnpl.Screening.Devices;

/// <summary>Does the system of the user agent fit what the browser tells a script? Client hints where there are, else <c>navigator.platform</c>.</summary>
internal static class AgentPlatforms
{
    /// <returns>Null when the browser tells nothing, or something this does not know.</returns>
    public static bool? Fit(string os, TagReport report) =>
        report.UaData?.Platform is { Length: > 0 } hint ? FitsHint(os, hint)
        : report.Platform is { Length: > 0 } platform ? FitsPlatform(os, platform)
        : null;

    private static bool? FitsHint(string os, string hint) => hint switch
    {
        "Windows" or "macOS" or "Linux" or "Android" or "iOS" => os == hint,
        "Chrome OS" or "Chromium OS" => os == "ChromeOS",
        _ => null,
    };

    // iPads call themselves Macs, in the agent and here alike; ChromeOS and Android are Linux beneath.
    private static bool? FitsPlatform(string os, string platform)
    {
        if (platform.StartsWith("Win", StringComparison.Ordinal))
        {
            return os is "Windows" or "other";
        }

        if (platform.StartsWith("Mac", StringComparison.Ordinal))
        {
            return os is "macOS" or "iOS";
        }

        if (platform is "iPhone" or "iPad" or "iPod")
        {
            return os is "iOS" or "macOS";
        }

        if (!platform.StartsWith("Linux", StringComparison.Ordinal))
        {
            return null;
        }

        // No phone has a PC's processor; an emulator does.
        return os is "Linux" or "ChromeOS" or "other" || (os == "Android" && !platform.Contains("x86_64", StringComparison.Ordinal));
    }
}
