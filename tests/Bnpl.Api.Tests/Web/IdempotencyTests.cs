using System.Net.Http.Headers;
using Bnpl.TestKit;

namespace Bnpl.Api.Tests.Web;

/// <summary>Idempotency keys over HTTP. The effect under test is a new API client, whose secret is told once.</summary>
public sealed class IdempotencyTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private static readonly object s_body = new { name = "once", scopes = new[] { "orders:read" } };

    [Fact]
    public async Task The_same_request_again_is_answered_again_without_its_secret_and_done_once()
    {
        TenantActor tenant = await host.OnboardAsync();
        Answer first = (await tenant.PostAsync("/v1/api_clients", s_body, "a")).Expect(201);

        Answer again = (await tenant.PostAsync("/v1/api_clients", s_body, "a")).Expect(201);

        Assert.Null(first.Header("Idempotent-Replayed"));
        Assert.Equal("true", again.Header("Idempotent-Replayed"));
        Assert.Equal((first.Id, first.ETag, first.Header("Location")), (again.Id, again.ETag, again.Header("Location")));
        Assert.NotNull(first["client_secret"]);
        Assert.Null(again["client_secret"]);
        Assert.Equal(2, await CountAsync(tenant));
    }

    [Fact]
    public async Task Requests_at_once_have_one_effect()
    {
        TenantActor tenant = await host.OnboardAsync();
        await tenant.Api.TokenAsync();

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => tenant.PostAsync("/v1/api_clients", s_body, "twins")));

        Assert.All(answers, answer => Assert.True(answer is { Status: 201 } or { Status: 409, Code: "idempotency_in_progress" }, answer.Text));
        Assert.Single(answers, answer => answer.Status == 201 && answer["client_secret"] is not null);
        Assert.Single(answers.Where(answer => answer.Status == 201).Select(answer => answer.Id).Distinct());
        Assert.Equal(2, await CountAsync(tenant));
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_refused()
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.PostAsync("/v1/api_clients", s_body, "b")).Expect(201);

        (await tenant.PostAsync("/v1/api_clients", new { name = "other", scopes = new[] { "orders:read" } }, "b")).Expect(422, "idempotency_mismatch");

        Assert.Equal(2, await CountAsync(tenant));
    }

    [Theory]
    [InlineData("", "idempotency_key_required")]
    [InlineData("with space", "idempotency_key_invalid")]
    public async Task A_post_needs_a_key_of_visible_characters(string key, string code)
    {
        TenantActor tenant = await host.OnboardAsync();

        (await tenant.PostAsync("/v1/api_clients", s_body, key)).Expect(400, code);
        (await tenant.PostAsync("/v1/api_clients", s_body, new string('k', 256))).Expect(400, "idempotency_key_invalid");
        (await tenant.PostAsync("/v1/api_clients", s_body, new string('k', 255))).Expect(201);
    }

    [Fact]
    public async Task A_key_belongs_to_its_client()
    {
        TenantActor tenant = await host.OnboardAsync();
        ApiClient colleague = await tenant.ClientAsync("settings:write");
        Answer own = (await tenant.PostAsync("/v1/api_clients", s_body, "shared")).Expect(201);

        Answer theirs = (await colleague.PostAsync("/v1/api_clients", s_body, "shared")).Expect(201);

        Assert.NotEqual(own.Id, theirs.Id);
        Assert.Null(theirs.Header("Idempotent-Replayed"));
    }

    [Fact]
    public async Task A_key_belongs_to_its_path()
    {
        TenantActor tenant = await host.OnboardAsync();
        Answer one = (await tenant.PostAsync("/v1/api_clients", s_body, "path")).Expect(201);

        Answer rotated = (await tenant.PostAsync($"/v1/api_clients/{one.Id}/rotate_secret", s_body, "path")).Expect(422, "unknown_field");
        Answer again = (await tenant.PostAsync($"/v1/api_clients/{one.Id}/rotate_secret", null, "path")).Expect(200);

        Assert.Null(rotated.Header("Idempotent-Replayed"));
        Assert.Null(again.Header("Idempotent-Replayed"));
    }

    [Fact]
    public async Task Validation_failures_are_not_kept_so_the_corrected_request_may_use_the_key()
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.PostAsync("/v1/api_clients", new { name = "", scopes = new[] { "orders:read" } }, "c")).Expect(422);
        (await tenant.PostAsync("/v1/api_clients", "{", "c")).Expect(400, "malformed_json");

        (await tenant.PostAsync("/v1/api_clients", s_body, "c")).Expect(201);
    }

    [Fact]
    public async Task Conflicts_are_kept()
    {
        TenantActor tenant = await host.OnboardAsync();
        ApiClient gone = await tenant.ClientAsync("orders:read");
        (await tenant.Api.DeleteAsync($"/v1/api_clients/{gone.ClientId}")).Expect(204);

        (await tenant.PostAsync($"/v1/api_clients/{gone.ClientId}/rotate_secret", null, "d")).Expect(409, "state_conflict");
        Answer again = (await tenant.PostAsync($"/v1/api_clients/{gone.ClientId}/rotate_secret", null, "d")).Expect(409, "state_conflict");

        Assert.Equal("true", again.Header("Idempotent-Replayed"));
        Assert.Equal("revoked", again.Member("current_status"));
    }

    [Fact]
    public async Task A_replay_is_told_only_to_who_may_still_ask()
    {
        TenantActor tenant = await host.OnboardAsync();
        ApiClient client = await tenant.ClientAsync("settings:write");
        (await client.PostAsync("/v1/api_clients", s_body, "e")).Expect(201);
        (await tenant.Api.DeleteAsync($"/v1/api_clients/{client.ClientId}")).Expect(204);

        (await client.PostAsync("/v1/api_clients", s_body, "e")).Expect(401, "invalid_token");
    }

    [Fact]
    public async Task An_unauthorised_try_leaves_the_key_free()
    {
        TenantActor tenant = await host.OnboardAsync();
        using HttpRequestMessage bad = new(HttpMethod.Post, "/v1/api_clients") { Content = new StringContent("{}", null, "application/json") };
        bad.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "x.y.z");
        bad.Headers.Add("Idempotency-Key", "f");
        (await tenant.Api.SendAsync(bad)).Expect(401);

        (await tenant.PostAsync("/v1/api_clients", s_body, "f")).Expect(201);
    }

    private static async Task<int> CountAsync(TenantActor tenant) => (await tenant.GetAsync("/v1/api_clients")).Expect(200).Body["data"]!.AsArray().Count;
}
