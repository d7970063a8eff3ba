using System.Text;
using System.Text.Json.Nodes;
using Bnpl.TestKit;
using Microsoft.AspNetCore.WebUtilities;

namespace Bnpl.Api.Tests.Tokens;

public sealed class IssuerTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task Both_places_of_discovery_tell_the_same()
    {
        TenantActor tenant = await host.OnboardAsync();

        Answer connect = await GetAsync($"/t/{tenant.Slug}/.well-known/openid-configuration");
        Answer oauth = await GetAsync($"/.well-known/oauth-authorization-server/t/{tenant.Slug}");

        Assert.Equal(connect.Text, oauth.Text);
        Assert.Equal(tenant.Issuer, connect.Member("issuer"));
        Assert.Equal($"{tenant.Issuer}/oauth/token", connect.Member("token_endpoint"));
        Assert.Equal($"{tenant.Issuer}/.well-known/jwks.json", connect.Member("jwks_uri"));
        Assert.Equal(404, (await GetAsync("/t/nobody/.well-known/openid-configuration")).Status);
    }

    [Fact]
    public async Task A_token_says_what_the_contract_lists_and_nothing_more()
    {
        TenantActor tenant = await host.OnboardAsync();

        JsonObject claims = ClaimsOf((await tenant.Api.RequestTokenAsync("orders:read orders:write")).Expect(200).Member("access_token"));

        Assert.Equal(["aud", "exp", "iat", "iss", "jti", "scope", "sub", "tenant"], claims.Select(claim => claim.Key).Order(StringComparer.Ordinal));
        Assert.Equal(
            (tenant.Issuer, "bnpl-api", tenant.Api.ClientId, tenant.Id, "orders:read orders:write"),
            ((string)claims["iss"]!, (string)claims["aud"]!, (string)claims["sub"]!, (string)claims["tenant"]!, (string)claims["scope"]!));
        Assert.InRange((long)claims["exp"]! - (long)claims["iat"]!, 1, 3600);
    }

    [Fact]
    public async Task A_rotated_key_signs_once_every_host_knows_it_and_the_old_one_is_still_accepted()
    {
        TenantActor tenant = await host.OnboardAsync();
        string oldToken = await tenant.Api.TokenAsync();

        Answer rotated = (await tenant.PostAsync("/v1/signing_keys/rotate")).Expect(201);

        string[] published = [.. (await GetAsync($"/t/{tenant.Slug}/.well-known/jwks.json")).Body["keys"]!.AsArray().Select(key => (string)key!["kid"]!)];
        Assert.Equal(new[] { KidOf(oldToken), rotated.Member("kid") }.Order(), published.Order());
        Assert.Equal(KidOf(oldToken), KidOf((await tenant.Api.RequestTokenAsync()).Member("access_token")));

        string token;
        using CancellationTokenSource deadline = new(TimeSpan.FromSeconds(60));
        while (KidOf(token = (await tenant.Api.RequestTokenAsync()).Expect(200).Member("access_token")) != rotated.Member("kid"))
        {
            await Task.Delay(200, deadline.Token);
        }

        (await tenant.GetAsync("/v1/settings")).Expect(200);
        using HttpRequestMessage request = new(HttpMethod.Get, "/v1/settings");
        request.Headers.Authorization = new("Bearer", token);
        (await tenant.Api.SendAsync(request)).Expect(200);
    }

    private async Task<Answer> GetAsync(string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        return await ApiClient.ReadAsync(host.Http, request);
    }

    private static string KidOf(string token) => (string)Part(token, 0)["kid"]!;

    private static JsonObject ClaimsOf(string token) => Part(token, 1);

    private static JsonObject Part(string token, int index) =>
        JsonNode.Parse(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token.Split('.')[index])))!.AsObject();
}
