using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bnpl.Demo;

/// <summary>An answer which the story did not expect; the message shows all of it.</summary>
internal sealed class UnexpectedAnswer(string message) : Exception(message);

/// <summary>
/// Speaks the HTTP contract as one client of one tenant: takes a token with its id and secret, sends it with each call, and
/// gives each POST an Idempotency-Key, so that a repeated call would not act twice.
/// </summary>
internal sealed class Client(HttpClient http, string tenantSlug, string clientId, string clientSecret, CancellationToken cancellation)
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private string? _token;

    public async Task<string> TokenAsync()
    {
        if (_token is null)
        {
            using FormUrlEncodedContent form = new(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = clientId,
                ["client_secret"] = clientSecret,
            });
            using HttpRequestMessage request = new(HttpMethod.Post, $"/t/{tenantSlug}/oauth/token") { Content = form };
            _token = Text(await ReadAsync(request, 200), "access_token");
        }

        return _token;
    }

    public Task<JsonNode> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, 200);

    public Task<JsonNode> PostAsync(string path, object body, int expected = 201) => SendAsync(HttpMethod.Post, path, body, expected);

    public Task<JsonNode> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body, 200);

    public async Task<byte[]> DownloadAsync(string path)
    {
        using HttpRequestMessage request = await RequestAsync(HttpMethod.Get, path);
        using HttpResponseMessage response = await http.SendAsync(request, cancellation);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellation);
        return (int)response.StatusCode == 200 ? body : throw Unexpected(request, response, Encoding.UTF8.GetString(body), 200);
    }

    /// <summary>Uploads a bank's or collection agent's file.</summary>
    public async Task<JsonNode> ImportAsync(string format, string name, byte[] file, int expected = 202)
    {
        using MultipartFormDataContent form = new();
        form.Add(new StringContent(format), "format");
        form.Add(new ByteArrayContent(file), "file", name);
        using HttpRequestMessage request = await RequestAsync(HttpMethod.Post, "/v1/reconciliation/imports");
        request.Content = form;
        return await ReadAsync(request, expected);
    }

    /// <summary>A call that must be refused, with this status; answers the problem document.</summary>
    public Task<JsonNode> RefusedAsync(HttpMethod method, string path, int status, object? body = null) => SendAsync(method, path, body, status);

    /// <summary>The member of an answer; dots lead inside.</summary>
    public static string Text(JsonNode answer, string path) => Member(answer, path).GetValue<string>();

    public static long Number(JsonNode answer, string path) => Member(answer, path).GetValue<long>();

    private static JsonNode Member(JsonNode answer, string path) =>
        path.Split('.').Aggregate((JsonNode?)answer, (node, name) => node is JsonArray list ? list.ElementAtOrDefault(int.Parse(name)) : node?[name])
            ?? throw new UnexpectedAnswer($"The answer has no {path}: {answer.ToJsonString(s_plain)}");

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, object? body, int expected)
    {
        using HttpRequestMessage request = await RequestAsync(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(JsonSerializer.Serialize(body, s_plain), Encoding.UTF8, "application/json");
        }

        return await ReadAsync(request, expected);
    }

    private async Task<HttpRequestMessage> RequestAsync(HttpMethod method, string path)
    {
        HttpRequestMessage request = new(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync());
        if (method == HttpMethod.Post)
        {
            request.Headers.Add("Idempotency-Key", RandomNumberGenerator.GetHexString(32, lowercase: true));
        }

        return request;
    }

    private async Task<JsonNode> ReadAsync(HttpRequestMessage request, int expected)
    {
        using HttpResponseMessage response = await http.SendAsync(request, cancellation);
        string text = await response.Content.ReadAsStringAsync(cancellation);
        if ((int)response.StatusCode != expected)
        {
            throw Unexpected(request, response, text, expected);
        }

        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    private static UnexpectedAnswer Unexpected(HttpRequestMessage request, HttpResponseMessage response, string text, int expected) =>
        new($"{request.Method} {request.RequestUri} answered {(int)response.StatusCode}, expected {expected}:\n{text}");
}
