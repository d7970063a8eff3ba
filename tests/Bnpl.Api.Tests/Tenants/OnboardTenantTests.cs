using Bnpl.TestKit;

namespace Bnpl.Api.Tests.Tenants;

public sealed class OnboardTenantTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task Onboards_a_tenant_whose_first_client_gets_a_token_at_once()
    {
        Answer answer = (await host.Operator.PostAsync("/v1/platform/tenants", new { slug = "first-shop", name = "一号店", mode = "test", plan = "standard" })).Expect(201);

        Assert.Equal(("first-shop", "一号店", "test", "active"), (answer.Member("slug"), answer.Member("name"), answer.Member("mode"), answer.Member("status")));
        Assert.Equal($"{host.Options.PublicUrl}t/first-shop", answer.Member("issuer"));
        ApiClient client = new(host.Http, answer.Member("issuer"), answer.Member("client.client_id"), answer.Member("client.client_secret"));
        Answer token = (await client.RequestTokenAsync()).Expect(200);
        Assert.Equal("no-store", token.Header("Cache-Control"));
        Assert.Contains("orders:write", token.Member("scope").Split(' '));
        Assert.DoesNotContain("platform", token.Member("scope").Split(' '));
    }

    [Fact]
    public async Task Refuses_the_slug_of_an_active_tenant()
    {
        TenantActor tenant = await host.OnboardAsync();

        (await host.Operator.PostAsync("/v1/platform/tenants", new { slug = tenant.Slug, name = "別", mode = "test" })).Expect(409, "slug_taken");
    }

    [Theory]
    [InlineData("platform", "reserved")]
    [InlineData("Shop", "invalid_slug")]
    [InlineData("ab", "invalid_slug")]
    [InlineData("a-shop\n", "invalid_slug")]
    public async Task Refuses_slugs_that_cannot_be_part_of_an_issuer(string slug, string code)
    {
        Answer answer = (await host.Operator.PostAsync("/v1/platform/tenants", new { slug, name = "店", mode = "test" })).Expect(422, code);

        Assert.Equal("slug", answer.Body["errors"]![0]!["field"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_replay_tells_the_same_tenant_without_its_secret()
    {
        object body = new { slug = "told-once", name = "店", mode = "live" };
        Answer first = (await host.Operator.PostAsync("/v1/platform/tenants", body, "told-once")).Expect(201);

        Answer again = (await host.Operator.PostAsync("/v1/platform/tenants", body, "told-once")).Expect(201);

        Assert.Equal("true", again.Header("Idempotent-Replayed"));
        Assert.Equal(first.Id, again.Id);
        Assert.NotNull(first["client.client_secret"]);
        Assert.Null(again["client.client_secret"]);
    }

    [Fact]
    public async Task A_tenant_is_no_operator()
    {
        TenantActor tenant = await host.OnboardAsync();

        (await tenant.PostAsync("/v1/platform/tenants", new { slug = "sub-tenant", name = "店", mode = "test" })).Expect(403, "insufficient_scope");
    }

    [Fact]
    public async Task A_tenant_gives_its_clients_what_they_need_and_no_more()
    {
        TenantActor tenant = await host.OnboardAsync();

        ApiClient reader = await tenant.ClientAsync("orders:read");

        Assert.Equal("orders:read", (await reader.RequestTokenAsync()).Expect(200).Member("scope"));
        (await reader.PostAsync("/v1/api_clients", new { name = "more", scopes = new[] { "orders:write" } })).Expect(403, "insufficient_scope");
        (await tenant.PostAsync("/v1/api_clients", new { name = "root", scopes = new[] { "platform" } })).Expect(422, "unknown_scope");
    }
}
