using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.Contracts;

namespace Bnpl.TestKit;

/// <summary>
/// Speaks HTTP as one client of one tenant: takes a token when it needs one, and gives each POST an Idempotency-Key of its
/// own unless told otherwise. Bodies are objects (members as written), JSON nodes, or strings sent as they are.
/// </summary>
public sealed class ApiClient(HttpClient http, string issuer, string clientId, string clientSecret, string? scope = null)
{
    private string? _token;

    public HttpClient Http => http;

    public string Issuer => issuer;

    public string ClientId => clientId;

    public string ClientSecret => clientSecret;

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <param name="path">Path and query.</param>
    /// <param name="body">Null: no body.</param>
    /// <param name="key">The Idempotency-Key; null: a new one; empty: none.</param>
    public Task<Answer> PostAsync(string path, object? body = null, string? key = null) => SendAsync(HttpMethod.Post, path, body, key);

    public Task<Answer> PatchAsync(string path, object body, string? ifMatch = null) => SendAsync(HttpMethod.Patch, path, body, ifMatch: ifMatch);

    public Task<Answer> PutAsync(string path, object body, string? ifMatch = null) => SendAsync(HttpMethod.Put, path, body, ifMatch: ifMatch);

    public Task<Answer> DeleteAsync(string path, string? ifMatch = null) => SendAsync(HttpMethod.Delete, path, ifMatch: ifMatch);

    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, string? key = null, string? ifMatch = null)
    {
        using HttpRequestMessage request = new(method, path);
        if (body is not null)
        {
            request.Content = body as HttpContent ?? new StringContent(
                body as string ?? (body as JsonNode)?.ToJsonString() ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        }

        if (method == HttpMethod.Post && key != "")
        {
            request.Headers.Add("Idempotency-Key", key ?? EntityId.Format("key", EntityId.New()));
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await SendAsync(request);
    }

    /// <summary>Sends with this client's token, unless the request brings an Authorization header of its own.</summary>
    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Authorization ??= new AuthenticationHeaderValue("Bearer", await TokenAsync());
        return await ReadAsync(http, request);
    }

    /// <summary>The token, taken once.</summary>
    public async Task<string> TokenAsync() => _token ??= (await RequestTokenAsync(scope)).Expect(200).Member("access_token");

    /// <summary>Asks the token endpoint with the client's secret in the form.</summary>
    public async Task<Answer> RequestTokenAsync(string? wanted = null)
    {
        Dictionary<string, string> form = new()
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId,
            ["client_secret"] = clientSecret,
        };
        if (wanted is not null)
        {
            form["scope"] = wanted;
        }

        using HttpRequestMessage request = new(HttpMethod.Post, $"{new Uri(issuer).AbsolutePath}/oauth/token") { Content = new FormUrlEncodedContent(form) };
        return await ReadAsync(http, request);
    }

    /// <summary>The same client at another host.</summary>
    public ApiClient At(HttpClient other) => new(other, issuer, clientId, clientSecret, scope) { _token = _token };

    public static async Task<Answer> ReadAsync(HttpClient http, HttpRequestMessage request)
    {
        using HttpResponseMessage response = await http.SendAsync(request);
        return new Answer((int)response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsByteArrayAsync());
    }
}
