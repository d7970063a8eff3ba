namespace Bnpl.Infrastructure.Tenancy;

/// <summary>A tenant as every host knows it from the directory: no personal data.</summary>
public sealed record TenantEntry(
    Guid Id,
    string Slug,
    string Name,
    TenantStatus Status,
    TenantMode Mode,
    string TimeZone,
    int SettingsVersion,
    IReadOnlyList<PublicSigningKey> SigningKeys)
{
    public const string PlatformSlug = "platform";

    public bool IsPlatform => Slug == PlatformSlug;

    public bool IsTest => Mode == TenantMode.Test;
}

public enum TenantStatus
{
    Provisioning = 1,
    Active = 2,
    Suspended = 3,
    Erased = 4,
}

public enum TenantMode
{
    Live = 1,
    Test = 2,
}

/// <param name="PublicKey">SubjectPublicKeyInfo of a P-256 key.</param>
/// <param name="RetiresAt">After this instant no token signed with the key is accepted; null while it signs.</param>
public sealed record PublicSigningKey(string Kid, byte[] PublicKey, DateTimeOffset ActiveFrom, DateTimeOffset? RetiresAt);
