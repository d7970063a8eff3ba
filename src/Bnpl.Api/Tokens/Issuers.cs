using Bnpl.Infrastructure;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Api.Tokens;

/// <summary>One issuer per tenant, derived from the configured public URL, never from a request's Host header.</summary>
internal sealed class Issuers(PlatformOptions options)
{
    public const string Audience = "bnpl-api";

    public string BaseUrl { get; } = options.PublicUrl.ToString().TrimEnd('/');

    public string Of(string slug) => $"{BaseUrl}/t/{slug}";

    public TenantEntry? Find(string? issuer, DirectorySnapshot snapshot)
    {
        string prefix = Of("");
        return issuer?.StartsWith(prefix, StringComparison.Ordinal) == true && snapshot.BySlug.TryGetValue(issuer[prefix.Length..], out TenantEntry? tenant)
            ? tenant
            : null;
    }
}
