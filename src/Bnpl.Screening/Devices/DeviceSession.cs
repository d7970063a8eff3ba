namespace Bnpl.Screening.Devices;

/// <summary>A page view that the device tag reported, as it is kept: everything that tells of the buyer is sealed.</summary>
/// <param name="CookieHash">Keyed hash of the cookie id, of the same kind as the match key <c>device</c>; null when there is none.</param>
/// <param name="CookieVersion">Version of the key it was made with.</param>
/// <param name="SubmittedAfterMs">From page load to the sending of the order form; null when that was not reported.</param>
internal sealed record DeviceSession(
    Guid Id, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, byte[]? CookieHash, int? CookieVersion, long? SubmittedAfterMs, SessionPayload Payload);

/// <summary>The tag's report and what its request itself told. A restricted report has no address, agent or language.</summary>
internal sealed record SessionPayload(TagReport Report, string? Ip, string? UserAgent, string? AcceptLanguage);

/// <summary>A session as a screening read it, sealed with its evidence.</summary>
/// <param name="SameCookie">Is the cookie id that the shop sent the one that the tag saw? Null when either is missing.</param>
internal sealed record SessionFacts(DeviceSession Session, bool? SameCookie)
{
    public static SessionFacts? Of(DeviceSession? session, bool? sameCookie) => session is null ? null : new SessionFacts(session, sameCookie);
}

internal enum SessionState
{
    /// <summary>The order names no session.</summary>
    NotSent = 1,

    /// <summary>It names one that was never given out, or one of another tenant, or one long gone.</summary>
    Unknown = 2,
    Expired = 3,
    Found = 4,
}
