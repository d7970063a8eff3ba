using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Bnpl.TestKit;

namespace Bnpl.Api.Tests.Tokens;

/// <summary>Tokens that must not open anything. The first test proves that the forge makes good ones, so that the others fail for the reason named.</summary>
public sealed class TokenAttackTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_token_made_with_everything_right_is_accepted()
    {
        (TenantActor tenant, ForgedTokens forge) = await VictimAsync();

        (await SendAsync(tenant, await forge.SignAsync(forge.GoodClaims()))).Expect(200);
    }

    [Fact]
    public async Task Refuses_tokens_without_a_signature()
    {
        (TenantActor tenant, ForgedTokens forge) = await VictimAsync();

        await RefusesAsync(tenant, ForgedTokens.Compose(forge.GoodClaims(), forge.PublicKey.Kid, "none", _ => []));
        await RefusesAsync(tenant, ForgedTokens.Compose(forge.GoodClaims(), null, "none", _ => []));
        await RefusesAsync(tenant, ForgedTokens.Compose(forge.GoodClaims(), forge.PublicKey.Kid, "ES256", _ => []));
    }

    [Fact]
    public async Task Refuses_hmac_with_the_public_key_as_its_secret()
    {
        (TenantActor tenant, ForgedTokens forge) = await VictimAsync();
        byte[] spki = forge.PublicKey.PublicKey;
        byte[] pem = Encoding.ASCII.GetBytes(PemEncoding.WriteString("PUBLIC KEY", spki));

        await RefusesAsync(tenant, ForgedTokens.Compose(forge.GoodClaims(), forge.PublicKey.Kid, "HS256", message => HMACSHA256.HashData(spki, message)));
        await RefusesAsync(tenant, ForgedTokens.Compose(forge.GoodClaims(), forge.PublicKey.Kid, "HS256", message => HMACSHA256.HashData(pem, message)));
    }

    [Fact]
    public async Task Refuses_another_tenants_key()
    {
        (TenantActor tenant, ForgedTokens forge) = await VictimAsync();
        (TenantActor _, ForgedTokens other) = await VictimAsync();

        await RefusesAsync(tenant, await other.SignAsync(forge.GoodClaims()));
        await RefusesAsync(tenant, await other.SignAsync(forge.GoodClaims(), kid: forge.PublicKey.Kid));
    }

    [Theory]
    [InlineData("iss", null)]
    [InlineData("iss", "https://elsewhere.test/t/x")]
    [InlineData("iss", "other")]
    [InlineData("aud", null)]
    [InlineData("aud", "another-api")]
    [InlineData("tenant", null)]
    [InlineData("tenant", "other")]
    [InlineData("tenant", "ten_x")]
    [InlineData("sub", null)]
    [InlineData("merchant", "mer_x")]
    [InlineData("exp", null)]
    public async Task Refuses_claims_that_are_missing_or_name_somebody_else(string claim, string? value)
    {
        (TenantActor tenant, ForgedTokens forge) = await VictimAsync();
        (TenantActor other, ForgedTokens _) = await VictimAsync();
        Dictionary<string, object> claims = forge.GoodClaims();
        claims.Remove(claim);
        if (value is not null)
        {
            claims[claim] = value != "other" ? value : claim == "iss" ? other.Issuer : other.Id;
        }

        await RefusesAsync(tenant, await forge.SignAsync(claims));
    }

    [Theory]
    [InlineData("exp", -31)]
    [InlineData("exp", -100_000)]
    [InlineData("nbf", 60)]
    public async Task Refuses_tokens_outside_their_time(string claim, int secondsFromNow)
    {
        (TenantActor tenant, ForgedTokens forge) = await VictimAsync();
        Dictionary<string, object> claims = forge.GoodClaims();
        claims[claim] = (long)claims["iat"] + secondsFromNow;

        await RefusesAsync(tenant, await forge.SignAsync(claims));
    }

    [Fact]
    public async Task Refuses_unknown_keys()
    {
        (TenantActor tenant, ForgedTokens forge) = await VictimAsync();
        using ECDsa own = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        await RefusesAsync(tenant, await forge.SignAsync(forge.GoodClaims(), kid: "key_unknown"));
        await RefusesAsync(tenant, ForgedTokens.Compose(forge.GoodClaims(), null, "ES256", message => own.SignData(message, HashAlgorithmName.SHA256)));
        await RefusesAsync(tenant, ForgedTokens.Compose(forge.GoodClaims(), forge.PublicKey.Kid, "ES256", message => own.SignData(message, HashAlgorithmName.SHA256)));
    }

    [Fact]
    public async Task Refuses_tokens_that_are_too_large_or_no_tokens_at_all()
    {
        (TenantActor tenant, ForgedTokens forge) = await VictimAsync();
        Dictionary<string, object> claims = forge.GoodClaims();
        claims["padding"] = new string('x', 9_000);

        await RefusesAsync(tenant, await forge.SignAsync(claims));
        await RefusesAsync(tenant, "a.b.c");
        await RefusesAsync(tenant, "not-a-token");
        await RefusesAsync(tenant, ".");
    }

    [Fact]
    public async Task Refuses_requests_without_a_token()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/v1/settings");

        Answer answer = (await ApiClient.ReadAsync(host.Http, request)).Expect(401, "invalid_token");

        Assert.Equal("Bearer error=\"invalid_token\"", answer.Header("WWW-Authenticate"));
    }

    [Fact]
    public async Task Refuses_a_tampered_payload_even_after_the_original_was_accepted()
    {
        (TenantActor tenant, ForgedTokens forge) = await VictimAsync();
        string[] good = (await tenant.Api.TokenAsync()).Split('.');
        (await tenant.GetAsync("/v1/settings")).Expect(200);
        string[] forged = (await forge.SignAsync(forge.GoodClaims())).Split('.');

        await RefusesAsync(tenant, $"{good[0]}.{forged[1]}.{good[2]}");
    }

    [Fact]
    public async Task A_scope_platform_signed_by_a_tenant_opens_nothing()
    {
        (TenantActor tenant, ForgedTokens forge) = await VictimAsync();
        Dictionary<string, object> claims = forge.GoodClaims();
        claims["scope"] = "platform settings:write";

        (await SendAsync(tenant, await forge.SignAsync(claims), "/v1/platform/tenants")).Expect(403, "insufficient_scope");
    }

    [Fact]
    public async Task Refuses_a_revoked_clients_token_at_once()
    {
        TenantActor tenant = await host.OnboardAsync();
        ApiClient client = await tenant.ClientAsync("settings:write");
        (await client.GetAsync("/v1/settings")).Expect(200);

        (await tenant.Api.DeleteAsync($"/v1/api_clients/{client.ClientId}")).Expect(204);

        (await client.GetAsync("/v1/settings")).Expect(401, "invalid_token");
        Assert.Equal("invalid_client", (await client.RequestTokenAsync()).Expect(401).Member("error"));
    }

    [Fact]
    public async Task Refuses_a_suspended_tenants_tokens_until_it_is_resumed()
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.GetAsync("/v1/settings")).Expect(200);

        (await host.Operator.PostAsync($"/v1/platform/tenants/{tenant.Id}/suspend")).Expect(200);
        (await tenant.GetAsync("/v1/settings")).Expect(401, "invalid_token");
        Assert.Equal("invalid_client", (await tenant.Api.RequestTokenAsync()).Expect(401).Member("error"));

        (await host.Operator.PostAsync($"/v1/platform/tenants/{tenant.Id}/resume")).Expect(200);
        (await tenant.GetAsync("/v1/settings")).Expect(200);
    }

    private async Task<(TenantActor Tenant, ForgedTokens Forge)> VictimAsync()
    {
        TenantActor tenant = await host.OnboardAsync();
        return (tenant, new ForgedTokens(host, tenant));
    }

    private static async Task RefusesAsync(TenantActor tenant, string token)
    {
        Answer answer = (await SendAsync(tenant, token)).Expect(401, "invalid_token");
        Assert.Equal("Bearer error=\"invalid_token\"", answer.Header("WWW-Authenticate"));
    }

    private static async Task<Answer> SendAsync(TenantActor tenant, string token, string path = "/v1/settings")
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await tenant.Api.SendAsync(request);
    }
}
