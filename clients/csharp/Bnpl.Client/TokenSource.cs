using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bnpl.Client;

/// <summary>The token endpoint refused (RFC 6749 section 5.2): wrong secret, revoked client, unknown scope.</summary>
public sealed class TokenException(int status, string code, string description) : Exception($"{status} {code}: {description}")
{
    public int Status { get; } = status;

    public string Code { get; } = code;
}

/// <summary>Takes a token when one is needed, keeps it, and renews it a minute before it ends. Calls at once share one request.</summary>
internal sealed class TokenSource(Func<HttpClient> http, BnplClientOptions options) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private (string Token, DateTimeOffset Until)? _held;

    public async Task<string> TakeAsync(CancellationToken cancellation)
    {
        if (Held is { } token)
        {
            return token;
        }

        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return Held ?? await RequestAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Forget(string token)
    {
        if (_held?.Token == token)
        {
            _held = null;
        }
    }

    public void Dispose() => _turn.Dispose();

    private string? Held => _held is { } held && TimeProvider.System.GetUtcNow() < held.Until ? held.Token : null;

    private async Task<string> RequestAsync(CancellationToken cancellation)
    {
        Dictionary<string, string> form = new() { ["grant_type"] = "client_credentials" };
        if (options.Scope is { } scope)
        {
            form["scope"] = scope;
        }

        using HttpRequestMessage request = new(HttpMethod.Post, options.TokenAddress) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(options.ClientId)}:{Uri.EscapeDataString(options.ClientSecret)}")));
        using HttpResponseMessage response = await http().SendAsync(request, cancellation).ConfigureAwait(false);
        int status = (int)response.StatusCode;
        if (status is 429 or >= 500)
        {
            // The retry around this handler tries the whole call again.
            throw new HttpRequestException($"The token endpoint answered {status}.", inner: null, response.StatusCode);
        }

        JsonObject? body = Read(await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false));
        if (!response.IsSuccessStatusCode || body?["access_token"] is null)
        {
            throw new TokenException(status, (string?)body?["error"] ?? (string?)body?["code"] ?? $"http_{status}", (string?)body?["error_description"] ?? "");
        }

        string token = (string)body["access_token"]!;
        int seconds = (int)body["expires_in"]!;
        _held = (token, TimeProvider.System.GetUtcNow().AddSeconds(Math.Max(seconds - 60, seconds / 2)));
        return token;
    }

    // A proxy on the way may answer with a page.
    private static JsonObject? Read(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
