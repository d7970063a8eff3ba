using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Bnpl.Api.Tokens;

/// <summary>What a token said when its signature was checked.</summary>
internal sealed record ProvenToken(Guid TenantId, string Kid, string ClientId, Guid? MerchantId, IReadOnlySet<string> Scopes, DateTimeOffset ExpiresAt);

/// <summary>The caller as the bearer scheme proved it.</summary>
internal sealed class ClientPrincipal(AccessGrant grant) : ClaimsPrincipal(new ClaimsIdentity("Bearer"))
{
    public AccessGrant Grant { get; } = grant;
}

/// <summary>
/// Tokens whose signature was good, by their SHA-256, so that a signature is checked once. Everything that may change
/// meanwhile is asked again on every use: expiry, the key, the client, the tenant.
/// </summary>
internal sealed class ProvenTokens(TimeProvider time)
{
    private const int Capacity = 50_000;
    private readonly ConcurrentDictionary<Digest, ProvenToken> _tokens = new();

    public AccessGrant? Find(string token, DirectorySnapshot snapshot)
    {
        Digest digest = DigestOf(token);
        if (!_tokens.TryGetValue(digest, out ProvenToken? proven))
        {
            return null;
        }

        if (Grant(proven, snapshot) is { } grant)
        {
            return grant;
        }

        _tokens.TryRemove(digest, out _);
        return null;
    }

    public AccessGrant? Add(string token, TenantEntry issuedBy, JsonWebToken claims, DirectorySnapshot snapshot)
    {
        if (Read(issuedBy, claims) is not { } proven || Grant(proven, snapshot) is not { } grant)
        {
            return null;
        }

        if (_tokens.Count >= Capacity)
        {
            MakeRoom();
        }

        _tokens[DigestOf(token)] = proven;
        return grant;
    }

    // The tenant claim must agree with the issuer whose key signed the token.
    private static ProvenToken? Read(TenantEntry issuedBy, JsonWebToken token)
    {
        string? merchantText = Text(token, "merchant");
        Guid merchant = default;
        return Text(token, "tenant") == EntityId.Format(IdPrefix.Tenant, issuedBy.Id)
            && Text(token, "sub") is { Length: > 0 } client
            && (merchantText is null || EntityId.TryParse(IdPrefix.Merchant, merchantText, out merchant))
            ? new ProvenToken(
                issuedBy.Id, token.Kid, client, merchantText is null ? null : merchant, Scopes.Split(Text(token, "scope")).ToHashSet(StringComparer.Ordinal),
                new DateTimeOffset(token.ValidTo, TimeSpan.Zero))
            : null;
    }

    private static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue(claim, out string? value) ? value : null;

    private AccessGrant? Grant(ProvenToken proven, DirectorySnapshot snapshot)
    {
        DateTimeOffset now = time.GetUtcNow();
        return proven.ExpiresAt + TokenPolicy.Skew > now
            && snapshot.ById.TryGetValue(proven.TenantId, out TenantEntry? tenant)
            && tenant.Status == TenantStatus.Active
            && tenant.SigningKeys.Any(key => key.Kid == proven.Kid && !SigningKey.IsRetired(key, now))
            && !snapshot.RevokedClients.Contains((tenant.Id, proven.ClientId))
            ? new AccessGrant(tenant, proven.ClientId, proven.MerchantId, proven.Scopes)
            : null;
    }

    private void MakeRoom()
    {
        DateTimeOffset now = time.GetUtcNow();
        foreach ((Digest digest, ProvenToken token) in _tokens)
        {
            if (token.ExpiresAt <= now)
            {
                _tokens.TryRemove(digest, out _);
            }
        }

        if (_tokens.Count >= Capacity)
        {
            _tokens.Clear();
        }
    }

    private static Digest DigestOf(string token)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(token), hash);
        return new Digest(BitConverter.ToUInt128(hash), BitConverter.ToUInt128(hash[16..]));
    }

    private readonly record struct Digest(UInt128 First, UInt128 Second);
}
