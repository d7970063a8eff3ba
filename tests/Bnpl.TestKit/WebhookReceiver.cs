using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bnpl.TestKit;

/// <summary>One call as it arrived.</summary>
public sealed record ReceivedCall(string Path, string Id, string Timestamp, string Signature, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Type => (string)Json["type"]!;

    public long Sequence => (long)Json["sequence"]!;

    /// <summary>Verifies as a receiver would who has only the specification (standardwebhooks.com) and the secret.</summary>
    public bool IsSignedWith(string secret)
    {
        byte[] key = Convert.FromBase64String(secret["whsec_".Length..]);
        byte[] expected = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Id + "." + Timestamp + "." + Body));
        return Signature.Split(' ').Any(part => part.StartsWith("v1,", StringComparison.Ordinal)
            && CryptographicOperations.FixedTimeEquals(expected, Convert.FromBase64String(part[3..])));
    }
}

/// <summary>A merchant's server on loopback: keeps what it is sent and answers as it is told, 204 by default.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedCall> _calls = new();
    private readonly SemaphoreSlim _arrived = new(0);

    private WebhookReceiver(WebApplication app) => _app = app;

    public string Url => _app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
        .Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>The status to answer a call with. May wait, to be a receiver that hangs.</summary>
    public Func<ReceivedCall, Task<int>> Answer { get; set; } = _ => Task.FromResult(204);

    /// <summary>Headers sent with every answer.</summary>
    public Dictionary<string, string> AnswerHeaders { get; } = [];

    public IReadOnlyList<ReceivedCall> Calls => [.. _calls];

    public static async Task<WebhookReceiver> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        WebhookReceiver receiver = new(app);
        app.Run(receiver.ReceiveAsync);
        await app.StartAsync();
        return receiver;
    }

    /// <summary>Waits until that many calls have arrived in all.</summary>
    public async Task<IReadOnlyList<ReceivedCall>> WaitForAsync(int calls)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
        while (_calls.Count < calls)
        {
            await _arrived.WaitAsync(limit.Token);
        }

        return Calls;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _arrived.Dispose();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        IHeaderDictionary headers = context.Request.Headers;
        ReceivedCall call = new(
            context.Request.Path, headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), await reader.ReadToEndAsync());
        _calls.Enqueue(call);
        _arrived.Release();
        foreach ((string name, string value) in AnswerHeaders)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.StatusCode = await Answer(call);
    }
}
