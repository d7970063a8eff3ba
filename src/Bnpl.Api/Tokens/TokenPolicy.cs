namespace Bnpl.Api.Tokens;

/// <summary>The times that issuing, checking and rotating must agree on.</summary>
internal static class TokenPolicy
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(60);

    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    /// <summary>A new key signs only after every host that still serves has read it: a directory older than 5 s refuses.</summary>
    public static readonly TimeSpan KeyLeadTime = TimeSpan.FromSeconds(6);

    /// <summary>How long a replaced client secret still works, so that a fleet can be changed over without an outage.</summary>
    public static readonly TimeSpan SecretOverlap = TimeSpan.FromHours(24);

    public static readonly TimeSpan LongestSecretOverlap = TimeSpan.FromDays(30);

    public const int LargestToken = 8 * 1024;
}
