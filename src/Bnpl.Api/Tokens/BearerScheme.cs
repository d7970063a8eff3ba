using System.Security.Cryptography;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Bnpl.Api.Tokens;

/// <summary>
/// The one JwtBearer scheme: ES256 only, issuer and key taken together from the directory in memory, so that checking a
/// token does no I/O and no key can vouch for another tenant's issuer.
/// </summary>
internal sealed class BearerScheme(TenantDirectory directory, Issuers issuers, ProvenTokens proven, TimeProvider time) : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(string? name, JwtBearerOptions options) => Configure(options);

    public void Configure(JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(new JsonWebTokenHandler { MapInboundClaims = false, MaximumTokenSizeInBytes = TokenPolicy.LargestToken });
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidAudience = Issuers.Audience,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            TryAllIssuerSigningKeys = false,
            IssuerValidator = (issuer, _, _) => FindTenant(issuer) is null
                ? throw new SecurityTokenInvalidIssuerException("Unknown issuer.")
                : issuer,
            IssuerSigningKeyResolver = (_, token, kid, _) => FindKeys(token, kid),
            LifetimeValidator = (from, until, _, _) => IsInTime(from, until),
        };
        options.Events = new JwtBearerEvents { OnMessageReceived = TakeProven, OnTokenValidated = Remember };
    }

    private Task TakeProven(MessageReceivedContext context)
    {
        if (TokenOf(context.Request) is { } token && directory.Current is { } snapshot && proven.Find(token, snapshot) is { } grant)
        {
            context.Principal = new ClientPrincipal(grant);
            context.Success();
        }

        return Task.CompletedTask;
    }

    private Task Remember(TokenValidatedContext context)
    {
        if (context.SecurityToken is JsonWebToken token && directory.Current is { } snapshot && issuers.Find(token.Issuer, snapshot) is { } tenant
            && proven.Add(token.EncodedToken, tenant, token, snapshot) is { } grant)
        {
            context.Principal = new ClientPrincipal(grant);
        }
        else
        {
            context.Fail("The token is not, or no longer, accepted.");
        }

        return Task.CompletedTask;
    }

    /// <summary>The bearer token of a request; null when there is none or more than one.</summary>
    internal static string? TokenOf(HttpRequest request)
    {
        const string Prefix = "Bearer ";
        string? header = request.Headers.Authorization.Count == 1 ? request.Headers.Authorization[0] : null;
        return header?.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) == true ? header[Prefix.Length..].Trim() : null;
    }

    private TenantEntry? FindTenant(string? issuer) => directory.Current is { } snapshot ? issuers.Find(issuer, snapshot) : null;

    private IEnumerable<SecurityKey> FindKeys(SecurityToken token, string kid)
    {
        DateTimeOffset now = time.GetUtcNow();
        PublicSigningKey? key = FindTenant(token.Issuer)?.SigningKeys.FirstOrDefault(k => k.Kid == kid && !SigningKey.IsRetired(k, now));
        if (key is null)
        {
            return [];
        }

        ECDsa ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(key.PublicKey, out _);
        return [SigningKey.Wrap(ecdsa, kid)];
    }

    private bool IsInTime(DateTime? from, DateTime? until)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        return until is { } end && end + TokenPolicy.Skew > now && !(from - TokenPolicy.Skew > now);
    }
}
