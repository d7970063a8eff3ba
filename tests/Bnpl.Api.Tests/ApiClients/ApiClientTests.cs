using Bnpl.TestKit;

namespace Bnpl.Api.Tests.ApiClients;

public sealed class ApiClientTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_list_is_read_page_by_page_newest_first()
    {
        TenantActor tenant = await host.OnboardAsync();
        List<string> made = [tenant.Api.ClientId];
        for (int i = 0; i < 4; i++)
        {
            made.Insert(0, (await tenant.ClientAsync("orders:read")).ClientId);
        }

        List<string> read = [];
        string? after = null;
        do
        {
            Answer page = (await tenant.GetAsync($"/v1/api_clients?limit=2{(after is null ? "" : $"&starting_after={after}")}")).Expect(200);
            read.AddRange(page.Body["data"]!.AsArray().Select(row => (string)row!["id"]!));
            Assert.Equal(read.Count < 5, (bool)page.Body["has_more"]!);
            after = (string?)page.Body["next"];
        }
        while (after is not null);

        Assert.Equal(made, read);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=x", "limit")]
    [InlineData("starting_after=mer_0000000000000000000000000A", "starting_after")]
    [InlineData("status=lost", "status")]
    public async Task Bad_parameters_of_a_list_are_named(string query, string field)
    {
        TenantActor tenant = await host.OnboardAsync();

        Answer answer = (await tenant.GetAsync($"/v1/api_clients?{query}")).Expect(422);

        Assert.Equal(field, (string)answer.Body["errors"]![0]!["field"]!);
    }

    [Fact]
    public async Task A_rotated_secret_overlaps_with_the_old_one_unless_told_otherwise()
    {
        TenantActor tenant = await host.OnboardAsync();
        ApiClient client = await tenant.ClientAsync("orders:read");

        Answer rotated = (await tenant.PostAsync($"/v1/api_clients/{client.ClientId}/rotate_secret")).Expect(200);
        ApiClient renewed = new(host.Http, tenant.Issuer, client.ClientId, rotated.Member("client_secret"));
        (await client.RequestTokenAsync()).Expect(200);
        (await renewed.RequestTokenAsync()).Expect(200);

        (await tenant.PostAsync($"/v1/api_clients/{client.ClientId}/rotate_secret", new { overlap_seconds = 0 })).Expect(200);
        Assert.Equal("invalid_client", (await client.RequestTokenAsync()).Expect(401).Member("error"));
        Assert.Equal("invalid_client", (await renewed.RequestTokenAsync()).Expect(401).Member("error"));
        Assert.Equal("orders:read", (string)rotated.Body["scopes"]![0]!);
    }

    [Fact]
    public async Task A_change_by_somebody_else_is_noticed()
    {
        TenantActor tenant = await host.OnboardAsync();
        ApiClient client = await tenant.ClientAsync("orders:read");
        string seen = (await tenant.GetAsync($"/v1/api_clients/{client.ClientId}")).Expect(200).ETag!;
        (await tenant.PostAsync($"/v1/api_clients/{client.ClientId}/rotate_secret")).Expect(200);

        (await tenant.Api.DeleteAsync($"/v1/api_clients/{client.ClientId}", seen)).Expect(412, "stale_version");
        (await tenant.Api.DeleteAsync($"/v1/api_clients/{client.ClientId}", "\"2\"")).Expect(204);
        Assert.Equal("revoked", (await tenant.GetAsync($"/v1/api_clients/{client.ClientId}")).Expect(200).Member("status"));
    }

    [Fact]
    public async Task Another_tenants_client_does_not_exist()
    {
        TenantActor tenant = await host.OnboardAsync();
        TenantActor other = await host.OnboardAsync();

        (await other.GetAsync($"/v1/api_clients/{tenant.Api.ClientId}")).Expect(404, "not_found");
        (await other.PostAsync($"/v1/api_clients/{tenant.Api.ClientId}/rotate_secret")).Expect(404, "not_found");
        (await other.Api.DeleteAsync($"/v1/api_clients/{tenant.Api.ClientId}")).Expect(404, "not_found");
        (await tenant.Api.RequestTokenAsync()).Expect(200);
    }

    [Fact]
    public async Task A_merchant_bound_client_holds_only_what_concerns_its_merchant()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = (await tenant.PostAsync("/v1/merchants", new { name = "店" })).Expect(201).Id;

        (await tenant.PostAsync("/v1/api_clients", new { name = "x", scopes = new[] { "settings:write" }, merchant })).Expect(422, "scope_not_bindable");
        (await tenant.PostAsync("/v1/api_clients", new { name = "x", scopes = new[] { "ledger:read" }, merchant })).Expect(422, "scope_not_bindable");
        ApiClient bound = await tenant.ClientAsync("orders:read webhooks:write", merchant);
        Assert.Equal("orders:read webhooks:write", (await bound.RequestTokenAsync()).Expect(200).Member("scope"));
    }

    [Theory]
    [InlineData("grant_type=password&client_id=ID&client_secret=SECRET", 400, "unsupported_grant_type")]
    [InlineData("client_id=ID&client_secret=SECRET", 400, "invalid_request")]
    [InlineData("grant_type=client_credentials&client_id=ID&client_secret=wrong", 401, "invalid_client")]
    [InlineData("grant_type=client_credentials&client_id=ID", 401, "invalid_client")]
    [InlineData("grant_type=client_credentials&client_id=%00&client_secret=SECRET", 400, "invalid_request")]
    [InlineData("grant_type=client_credentials&client_id=ID&client_secret=SECRET&client_secret=SECRET", 400, "invalid_request")]
    [InlineData("grant_type=client_credentials&client_id=ID&client_secret=SECRET&scope=platform", 400, "invalid_scope")]
    [InlineData("grant_type=client_credentials&client_id=ID&client_secret=SECRET&scope=ledger%3Aread+everything", 400, "invalid_scope")]
    [InlineData("grant_type=client_credentials&client_id=ID&client_secret=SECRET&scope=ledger%3Aread", 200, null)]
    public async Task The_token_endpoint_answers_in_the_words_of_oauth(string form, int status, string? error)
    {
        TenantActor tenant = await host.OnboardAsync();
        using HttpRequestMessage request = new(HttpMethod.Post, $"/t/{tenant.Slug}/oauth/token")
        {
            Content = new StringContent(
                form.Replace("ID", tenant.Api.ClientId, StringComparison.Ordinal).Replace("SECRET", tenant.Api.ClientSecret, StringComparison.Ordinal),
                System.Text.Encoding.ASCII,
                "application/x-www-form-urlencoded"),
        };

        Answer answer = (await ApiClient.ReadAsync(host.Http, request)).Expect(status);

        Assert.Equal(error, (string?)answer["error"]);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task The_secret_may_come_by_basic()
    {
        TenantActor tenant = await host.OnboardAsync();
        using HttpRequestMessage request = new(HttpMethod.Post, $"/t/{tenant.Slug}/oauth/token")
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        };
        string credentials = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{tenant.Api.ClientId}:{tenant.Api.ClientSecret}"));
        request.Headers.TryAddWithoutValidation("Authorization", $"Basic {credentials}");

        (await ApiClient.ReadAsync(host.Http, request)).Expect(200);
    }

    [Fact]
    public async Task A_tenants_secret_is_worth_nothing_at_another_tenant()
    {
        TenantActor tenant = await host.OnboardAsync();
        TenantActor other = await host.OnboardAsync();

        Answer answer = await new ApiClient(host.Http, other.Issuer, tenant.Api.ClientId, tenant.Api.ClientSecret).RequestTokenAsync();

        Assert.Equal("invalid_client", answer.Expect(401).Member("error"));
    }
}
