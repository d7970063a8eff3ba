using System.Net.Http.Headers;
using System.Text;
using Bnpl.TestKit;

namespace Bnpl.Api.Tests.Web;

/// <summary>What a body may be wrong in, and how each is told. The resources under test are API clients and settings.</summary>
public sealed class JsonRefusalTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Theory]
    [InlineData("""{"name": "x", "scopes": ["orders:read"], "colour": 1}""", 422, "unknown_field", "colour")]
    [InlineData("""{"name": "x", "Name": "y", "scopes": ["orders:read"]}""", 422, "unknown_field", "Name")]
    [InlineData("""{"name": "x", "name": "y", "scopes": ["orders:read"]}""", 422, "duplicate_field", "name")]
    [InlineData("""{"name": 5, "scopes": ["orders:read"]}""", 422, "invalid_type", "name")]
    [InlineData("""{"name": {"a": 1}, "scopes": ["orders:read"]}""", 422, "invalid_type", "name")]
    [InlineData("""{"name": "x", "scopes": "orders:read"}""", 422, "invalid_type", "scopes")]
    [InlineData("""{"name": "x", "scopes": ["orders:read", 7]}""", 422, "invalid_type", "scopes[1]")]
    [InlineData("""{"name": "x", "scopes": [null]}""", 422, "unknown_scope", "scopes")]
    [InlineData("""{"name": "a\u0000b", "scopes": ["orders:read"]}""", 422, "invalid_text", "name")]
    [InlineData("""{"name": "a\u0007b", "scopes": ["orders:read"]}""", 422, "invalid_text", "name")]
    [InlineData("""{"name": "\ud800", "scopes": ["orders:read"]}""", 422, "invalid_text", "name")]
    [InlineData("""{"name": "\udc00\ud800", "scopes": ["orders:read"]}""", 422, "invalid_text", "name")]
    [InlineData("""{"name": "😀", "scopes": ["orders:read"]}""", 422, "invalid_text", "name")]
    [InlineData("""{"name": "a\nb", "scopes": ["orders:read"]}""", 422, "invalid_text", "name")]
    [InlineData("""{"name": "x", "scopes": ["orders:read"], "expires_at": "2030-01-01"}""", 422, "invalid_instant", "expires_at")]
    [InlineData("""{"name": "x", "scopes": ["orders:read"], "expires_at": "2030-02-30T00:00:00Z"}""", 422, "invalid_instant", "expires_at")]
    [InlineData("""{"name": "x", "scopes": ["orders:read"], "expires_at": 5}""", 422, "invalid_instant", "expires_at")]
    [InlineData("""{"name": "x", "scopes": ["orders:read"], "expires_at": "2001-01-01T00:00:00Z"}""", 422, "in_the_past", "expires_at")]
    [InlineData("""{"scopes": ["orders:read"]}""", 422, "required", "name")]
    [InlineData("""{"name": "  ", "scopes": ["orders:read"]}""", 422, "required", "name")]
    [InlineData("""["not", "an", "object"]""", 422, "invalid_type", "$")]
    [InlineData("\"text\"", 422, "invalid_type", "$")]
    [InlineData("""{"name": "x", "scopes": ["orders:read"]""", 400, "malformed_json", null)]
    [InlineData("""{"name": "x",, "scopes": []}""", 400, "malformed_json", null)]
    [InlineData("{\"name\": \"a\nb\", \"scopes\": []}", 400, "malformed_json", null)]
    [InlineData("""{"name": "x", "scopes": ["orders:read"]} trailing""", 400, "malformed_json", null)]
    [InlineData("""{"\ud800": 1, "name": "x", "scopes": ["orders:read"]}""", 422, "invalid_type", "$")]
    [InlineData("not json", 400, "malformed_json", null)]
    [InlineData("null", 400, "body_required", null)]
    [InlineData("", 400, "body_required", null)]
    public async Task Names_the_field_that_is_wrong(string body, int status, string code, string? field)
    {
        TenantActor tenant = await host.OnboardAsync();

        Answer answer = (await tenant.PostAsync("/v1/api_clients", body)).Expect(status, code);

        Assert.Equal("application/problem+json", answer.Header("Content-Type"));
        Assert.Equal(field, answer.Body["errors"]!.AsArray().FirstOrDefault()?["field"]?.GetValue<string>());
        Assert.Equal(answer.Header("X-Request-Id"), answer.Member("request_id"));
        Assert.Single((await tenant.GetAsync("/v1/api_clients")).Body["data"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"konbini": {"company_cod": "123456"}}""", 422, "unknown_field", "konbini.company_cod")]
    [InlineData("""{"nothing": null}""", 422, "unknown_field", "nothing")]
    [InlineData("""{"buyer_limits": {"cumulative": "many"}}""", 422, "invalid_type", "buyer_limits.cumulative")]
    [InlineData("""{"buyer_limits": {"cumulative": 5.5}}""", 422, "invalid_type", "buyer_limits.cumulative")]
    [InlineData("""{"buyer_limits": {"cumulative": 99999999999999999999}}""", 422, "invalid_type", "buyer_limits.cumulative")]
    [InlineData("""{"buyer_limits": []}""", 422, "invalid_type", "buyer_limits")]
    [InlineData("""{"credit_registration": {"number": "1", "valid_to": "2027-02-29"}}""", 422, "invalid_type", "credit_registration.valid_to")]
    [InlineData("""{"payment_plans": [{"code": "a"}, {"cod": "b"}]}""", 422, "unknown_field", "payment_plans[1].cod")]
    [InlineData("""{"company_name": "\ud800"}""", 422, "invalid_text", "company_name")]
    [InlineData("""{"company_name": "a\u0000"}""", 422, "invalid_text", "company_name")]
    [InlineData("""{"company_name": "a", "company_name": "b"}""", 422, "duplicate_field", "company_name")]
    [InlineData("""{"\ud800": "a"}""", 422, "invalid_text", "$")]
    [InlineData("", 400, "malformed_json", null)]
    [InlineData("null", 422, "invalid_type", "$")]
    [InlineData("""{"": "a"}""", 422, "unknown_field", "")]
    [InlineData("[]", 422, "invalid_type", "$")]
    [InlineData("5", 422, "invalid_type", "$")]
    public async Task Finds_what_is_wrong_inside_a_merge_patch(string body, int status, string? code, string? field)
    {
        TenantActor tenant = await host.OnboardAsync();

        Answer answer = (await tenant.PatchAsync("/v1/settings", body)).Expect(status, code);

        if (field is not null)
        {
            Assert.Equal(field, answer.Body["errors"]![0]!["field"]!.GetValue<string>());
        }

        Assert.Equal(1, (int)(await tenant.GetAsync("/v1/settings")).Body["version"]!);
    }

    [Fact]
    public async Task Refuses_bytes_that_are_not_utf_8()
    {
        TenantActor tenant = await host.OnboardAsync();
        ByteArrayContent body = new([.. Encoding.UTF8.GetBytes("{\"name\": \""), 0xff, 0xfe, .. Encoding.UTF8.GetBytes("\", \"scopes\": [\"orders:read\"]}")]);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        Answer answer = await tenant.PostAsync("/v1/api_clients", body);

        Assert.Contains(answer.Status, new[] { 400, 422 });
    }

    [Fact]
    public async Task Refuses_other_content_types()
    {
        TenantActor tenant = await host.OnboardAsync();

        (await tenant.PostAsync("/v1/api_clients", new StringContent("name=x", Encoding.UTF8, "text/plain"))).Expect(415, "unsupported_media_type");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Refuses_bodies_over_one_mebibyte(bool chunked)
    {
        TenantActor tenant = await host.OnboardAsync();
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/api_clients")
        {
            Content = new StringContent($"{{\"name\": \"{new string('a', 1024 * 1024)}\"}}", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", "large");
        request.Headers.TransferEncodingChunked = chunked;

        (await tenant.Api.SendAsync(request)).Expect(413, "too_large");
    }

    [Fact]
    public async Task Deep_nesting_ends_in_a_refusal()
    {
        TenantActor tenant = await host.OnboardAsync();

        (await tenant.PostAsync("/v1/api_clients", new string('[', 5000) + new string(']', 5000))).Expect(422, "invalid_type");
        (await tenant.PatchAsync("/v1/settings", string.Concat(Enumerable.Repeat("{\"a\":", 500)) + "1" + new string('}', 500))).Expect(400, "malformed_json");
    }

    [Fact]
    public async Task Unknown_paths_and_methods_are_problem_documents()
    {
        TenantActor tenant = await host.OnboardAsync();

        (await tenant.GetAsync("/v1/nothing")).Expect(404, "not_found");
        (await tenant.GetAsync("/nothing")).Expect(404, "not_found");
        (await tenant.SendAsync("/v1/settings")).Expect(405, "method_not_allowed");
    }
}

file static class Requests
{
    public static Task<Answer> SendAsync(this TenantActor tenant, string path) => tenant.Api.DeleteAsync(path);
}
