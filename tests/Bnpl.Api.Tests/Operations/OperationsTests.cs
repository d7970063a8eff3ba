using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bnpl.TestKit;

namespace Bnpl.Api.Tests.Operations;

public sealed partial class OperationsTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task Health_tells_whether_database_migrations_and_scheduler_are_there()
    {
        Assert.Equal("healthy", (await GetAsync("/health/live")).Expect(200).Member("status"));

        Answer ready = (await GetAsync("/health/ready")).Expect(200);

        Assert.Equal(("healthy", "healthy"), (ready.Member("checks.database"), ready.Member("checks.scheduler")));
    }

    [Fact]
    public async Task Metrics_are_scraped_as_prometheus_expects()
    {
        await GetAsync("/health/live");

        Assert.Contains("http_server_request_duration_seconds", (await GetAsync("/metrics")).Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_operation_of_the_contract_document_says_what_it_needs_and_how_it_refuses()
    {
        JsonNode document = (await GetAsync("/openapi/v1.json")).Expect(200).Body;

        Assert.StartsWith("3.1", (string)document["openapi"]!, StringComparison.Ordinal);
        List<string> ids = [];
        foreach ((string path, JsonNode? item) in document["paths"]!.AsObject())
        {
            foreach ((string method, JsonNode? operation) in item!.AsObject())
            {
                string name = $"{method} {path}";
                ids.Add((string)operation!["operationId"]!);
                if (!path.StartsWith("/v1/", StringComparison.Ordinal))
                {
                    continue;
                }

                Assert.True(operation["security"]?[0]?["oauth2"]?.AsArray().Count == 1, name);
                Assert.True(operation["responses"]!["401"] is not null && operation["responses"]!["403"] is not null, name);
            }
        }

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.NotNull(document["components"]!["securitySchemes"]!["oauth2"]!["flows"]!["clientCredentials"]);
        JsonNode onboarding = document["paths"]!["/v1/platform/tenants"]!["post"]!;
        Assert.Contains(onboarding["parameters"]!.AsArray(), parameter => (string?)parameter!["$ref"] == "#/components/parameters/IdempotencyKey");
        JsonNode key = document["components"]!["parameters"]!["IdempotencyKey"]!;
        Assert.Equal(("Idempotency-Key", true), ((string)key["name"]!, (bool)key["required"]!));
    }

    [Fact]
    public async Task Members_of_the_contract_document_are_snake_case_with_their_types()
    {
        JsonObject schemas = (await GetAsync("/openapi/v1.json")).Expect(200).Body["components"]!["schemas"]!.AsObject();

        Assert.All(
            schemas.SelectMany(schema => schema.Value!["properties"]?.AsObject().Select(property => property.Key) ?? []),
            name => Assert.Matches(SnakeCase(), name));
        JsonNode client = schemas["ApiClientResponse"]!["properties"]!;
        Assert.Equal("string", (string)client["name"]!["type"]!);
        Assert.Equal("date-time", (string)client["created_at"]!["format"]!);
        Assert.Equal(["null", "string"], client["merchant"]!["type"]!.AsArray().Select(type => (string)type!).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("expires_at", schemas["CreateApiClientRequest"]!["required"]?.AsArray().Select(name => (string)name!) ?? []);
    }

    [Fact]
    public async Task The_browsable_contract_asks_no_foreign_host()
    {
        Answer page = (await GetAsync("/docs")).Expect(200);

        Assert.DoesNotMatch(ForeignScript(), page.Text);
        Assert.Contains("default-src 'self'", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_carry_an_id_of_their_own_and_may_not_be_kept_or_framed()
    {
        TenantActor tenant = await host.OnboardAsync();

        Answer one = await tenant.GetAsync("/v1/settings");
        Answer two = await tenant.GetAsync("/v1/settings");

        Assert.StartsWith("req_", one.Header("X-Request-Id"), StringComparison.Ordinal);
        Assert.NotEqual(one.Header("X-Request-Id"), two.Header("X-Request-Id"));
        Assert.Equal(
            ("no-store", "nosniff", "default-src 'none'; frame-ancestors 'none'"),
            (one.Header("Cache-Control"), one.Header("X-Content-Type-Options"), one.Header("Content-Security-Policy")));
        Assert.Null(one.Header("Server"));
    }

    private async Task<Answer> GetAsync(string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        return await ApiClient.ReadAsync(host.Http, request);
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.NonBacktracking)]
    private static partial Regex SnakeCase();

    [GeneratedRegex("(src|href)=\"(https?:)?//", RegexOptions.NonBacktracking)]
    private static partial Regex ForeignScript();
}
