using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bnpl.Api.Tokens;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.TestKit;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Api.Tests.Tokens;

/// <summary>Makes tokens as an attacker would, or as the platform would at another time: every part can be replaced.</summary>
internal sealed class ForgedTokens(PlatformHost host, TenantActor tenant)
{
    /// <summary>Claims of a token that would be accepted.</summary>
    public Dictionary<string, object> GoodClaims()
    {
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return new Dictionary<string, object>
        {
            ["iss"] = tenant.Issuer,
            ["aud"] = "bnpl-api",
            ["sub"] = tenant.Api.ClientId,
            ["tenant"] = tenant.Id,
            ["scope"] = "settings:write",
            ["jti"] = "forged",
            ["iat"] = now,
            ["exp"] = now + 600,
        };
    }

    public PublicSigningKey PublicKey =>
        host.Services.GetRequiredService<TenantDirectory>().Current!.ById[tenant.TenantId].SigningKeys[0];

    /// <summary>Signed with the tenant's own private key, taken from its sealed rows.</summary>
    public async Task<string> SignAsync(Dictionary<string, object> claims, string? kid = null, string algorithm = "ES256")
    {
        TenantEntry entry = host.Services.GetRequiredService<TenantDirectory>().Current!.ById[tenant.TenantId];
        await using AsyncServiceScope scope = await host.Services.GetRequiredService<TenantScopes>().OpenAsync(entry, TestContext.Current.CancellationToken);
        TenantContext context = scope.ServiceProvider.GetRequiredService<TenantContext>();
        byte[]? key = await scope.ServiceProvider.GetRequiredService<TenantSession>().ReadOneAsync(
            SigningKey.Select(entry.Id, PublicKey.Kid),
            row => SigningKey.Open(context.Keys, row.GetGuid(0), row.GetFieldValue<byte[]>(1)),
            TestContext.Current.CancellationToken);
        using ECDsa ecdsa = ECDsa.Create();
        ecdsa.ImportPkcs8PrivateKey(key, out _);
        return Compose(claims, kid ?? PublicKey.Kid, algorithm, message => ecdsa.SignData(message, HashAlgorithmName.SHA256));
    }

    public static string Compose(Dictionary<string, object> claims, string? kid, string algorithm, Func<byte[], byte[]> sign)
    {
        Dictionary<string, object?> header = new() { ["alg"] = algorithm, ["typ"] = "JWT" };
        if (kid is not null)
        {
            header["kid"] = kid;
        }

        string message = $"{Encode(JsonSerializer.SerializeToUtf8Bytes(header))}.{Encode(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{message}.{Encode(sign(Encoding.ASCII.GetBytes(message)))}";
    }

    private static string Encode(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
