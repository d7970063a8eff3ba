using Bnpl.Contracts;

namespace Bnpl.TestKit;

/// <summary>A tenant in a test's story: its first client, which may do everything, and whom else it lets in.</summary>
public sealed record TenantActor(string Id, string Slug, string Issuer, ApiClient Api)
{
    public Guid TenantId => EntityId.TryParse(IdPrefix.Tenant, Id, out Guid id) ? id : throw new FormatException(Id);

    public Task<Answer> GetAsync(string path) => Api.GetAsync(path);

    public Task<Answer> PostAsync(string path, object? body = null, string? key = null) => Api.PostAsync(path, body, key);

    public Task<Answer> PatchAsync(string path, object body, string? ifMatch = null) => Api.PatchAsync(path, body, ifMatch);

    /// <summary>A further client of the tenant.</summary>
    /// <param name="scopes">Separated by spaces.</param>
    /// <param name="merchant">Binds it to this merchant.</param>
    public async Task<ApiClient> ClientAsync(string scopes, string? merchant = null)
    {
        Answer created = (await PostAsync("/v1/api_clients", new { name = "test", scopes = scopes.Split(' '), merchant })).Expect(201);
        return new ApiClient(Api.Http, Issuer, created.Member("client_id"), created.Member("client_secret"));
    }

    /// <summary>Moves the test tenant's clock, running every daily job on the way.</summary>
    public async Task<Answer> AdvanceToAsync(DateTimeOffset instant) =>
        (await Api.PostAsync("/v1/test_clock/advance", new { to = instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'") }, key: "")).Expect(200);
}
