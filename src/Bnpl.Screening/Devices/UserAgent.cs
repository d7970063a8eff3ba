namespace Bnpl.Screening.Devices;

internal enum AgentKind
{
    /// <summary>Nothing was sent.</summary>
    Missing = 1,

    /// <summary>Something was sent that is none of the others: said so, not guessed at.</summary>
    Unknown = 2,
    Browser = 3,

    /// <summary>A page inside another app, such as LINE: ordinary in Japan.</summary>
    InApp = 4,

    /// <summary>A phone's own HTTP client: a shop's app may well order with it.</summary>
    App = 5,
    Bot = 6,
    Headless = 7,
    HttpLibrary = 8,
}

internal enum AgentForm
{
    Unknown = 0,
    Desktop = 1,
    Phone = 2,
    Tablet = 3,
}

/// <param name="Family">Chrome, Safari, LINE, curl …; null when nothing known was found.</param>
/// <param name="Major">Its first version number.</param>
/// <param name="Os">Windows, macOS, Linux, ChromeOS, Android, iOS, other; null when nothing known was found.</param>
internal sealed record UserAgent(AgentKind Kind, string? Family, int? Major, string? Os, AgentForm Form)
{
    public static readonly UserAgent None = new(AgentKind.Missing, null, null, null, AgentForm.Unknown);

    /// <summary>Has a touch screen by its nature.</summary>
    public bool IsMobile => Form is AgentForm.Phone or AgentForm.Tablet;
}
