namespace Bnpl.Screening.Devices;

/// <summary>Something about the device that a policy may weigh. The codes are stored and never change.</summary>
internal enum DeviceFinding
{
    AgentMissing = 1,
    AgentBot = 2,
    AgentHeadless = 3,
    AgentHttpLibrary = 4,

    /// <summary>The system in the user agent is not the one the browser tells the tag.</summary>
    AgentPlatformDiffers = 5,

    /// <summary>The order was sent by another browser than the one that showed the page.</summary>
    AgentDiffersFromSession = 6,
    TimeZoneAbroad = 7,

    /// <summary>The time zone belongs neither to the network's country nor to any language.</summary>
    TimeZoneUnfit = 8,

    /// <summary>A zone of Japan with a clock of elsewhere.</summary>
    TimeZoneOffsetWrong = 9,
    LanguageForeign = 10,
    NetworkAbroad = 11,
    NetworkAbroadForeignLanguage = 12,
    NetworkHosting = 13,

    /// <summary>The order's address is a private one: the shop sends its proxy's.</summary>
    NetworkReserved = 14,
    NetworkCountriesDiffer = 15,
    SessionMissing = 16,
    SessionUnknown = 17,
    SessionExpired = 18,
    Webdriver = 19,
    CookieDiffers = 20,

    /// <summary>The browser has never been at this shop before.</summary>
    CookieNew = 21,

    /// <summary>The browser has been at this shop for a month or more: a good sign.</summary>
    CookieOld = 22,
    ScreenImpossible = 23,
    TouchUnfit = 24,

    /// <summary>The form was sent sooner than anybody could have read it.</summary>
    FormHaste = 25,
}
