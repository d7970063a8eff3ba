using System.Security.Cryptography;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace Bnpl.Api.Tokens;

/// <summary>What a tenant's issuer publishes: metadata (RFC 8414) and its public keys.</summary>
internal static class DescribeIssuer
{
    public static Ok<IssuerMetadata> Metadata(string tenant, TenantDirectory directory, Issuers issuers)
    {
        TenantEntry entry = Find(tenant, directory);
        string issuer = issuers.Of(entry.Slug);
        return TypedResults.Ok(new IssuerMetadata(
            issuer,
            $"{issuer}/oauth/token",
            $"{issuer}/.well-known/jwks.json",
            entry.IsPlatform ? [Scopes.Platform] : Scopes.Tenant,
            [],
            ["client_credentials"],
            ["client_secret_basic", "client_secret_post"],
            ["ES256"],
            ["public"],
            $"{issuers.BaseUrl}/docs"));
    }

    public static Ok<KeySet> Keys(string tenant, TenantDirectory directory, TimeProvider time)
    {
        DateTimeOffset now = time.GetUtcNow();
        return TypedResults.Ok(new KeySet([.. Find(tenant, directory).SigningKeys.Where(key => !SigningKey.IsRetired(key, now)).Select(ToPublished)]));
    }

    private static PublishedKey ToPublished(PublicSigningKey key)
    {
        using ECDsa ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(key.PublicKey, out _);
        ECPoint point = ecdsa.ExportParameters(includePrivateParameters: false).Q;
        return new PublishedKey("EC", "P-256", "sig", "ES256", key.Kid, WebEncoders.Base64UrlEncode(point.X!), WebEncoders.Base64UrlEncode(point.Y!));
    }

    private static TenantEntry Find(string slug, TenantDirectory directory) =>
        (directory.Current ?? throw IssueToken.DirectoryTooOld()).BySlug.TryGetValue(slug, out TenantEntry? tenant)
            && tenant.Status is TenantStatus.Active or TenantStatus.Suspended
            ? tenant
            : throw Refusal.NotFound().AsException();
}

internal sealed record IssuerMetadata(
    string Issuer,
    string TokenEndpoint,
    string JwksUri,
    IReadOnlyList<string> ScopesSupported,
    IReadOnlyList<string> ResponseTypesSupported,
    IReadOnlyList<string> GrantTypesSupported,
    IReadOnlyList<string> TokenEndpointAuthMethodsSupported,
    IReadOnlyList<string> IdTokenSigningAlgValuesSupported,
    IReadOnlyList<string> SubjectTypesSupported,
    string ServiceDocumentation);

internal sealed record KeySet(IReadOnlyList<PublishedKey> Keys);

internal sealed record PublishedKey(string Kty, string Crv, string Use, string Alg, string Kid, string X, string Y);
