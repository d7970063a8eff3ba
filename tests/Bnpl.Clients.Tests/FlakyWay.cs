using System.Collections.Concurrent;
using Bnpl.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bnpl.Clients.Tests;

/// <summary>
/// What lies between a client and the platform on a bad day. An order's answer is lost after it was placed; then come a
/// refused rate, a host that is going down, and a first try that is said to be running still. Other calls meet one 401.
/// </summary>
internal sealed class FlakyWay : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _platform;
    private readonly ConcurrentQueue<string> _orderKeys = new();
    private int _refusedTokens;

    private FlakyWay(WebApplication app, HttpClient platform) => (_app, _platform) = (app, platform);

    public string Url => _app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>The idempotency key of each try to place an order.</summary>
    public IReadOnlyList<string> OrderKeys => [.. _orderKeys];

    public int RefusedTokens => _refusedTokens;

    public static async Task<FlakyWay> StartAsync(PlatformProcess platform)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        FlakyWay way = new(app, platform.Http);
        app.Run(way.PassAsync);
        await app.StartAsync();
        return way;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task PassAsync(HttpContext context)
    {
        if (context.Request is { Method: "POST", Path.Value: "/v1/orders" })
        {
            _orderKeys.Enqueue($"{context.Request.Headers["Idempotency-Key"]}");
            switch (_orderKeys.Count)
            {
                case 1:
                    await ForwardAsync(context, answer: false);
                    context.Abort();
                    return;
                case 2:
                    context.Response.Headers.RetryAfter = "0";
                    await RefuseAsync(context, 429, "rate_limited");
                    return;
                case 3:
                    // A proxy's own page: no problem document.
                    context.Response.StatusCode = 503;
                    await context.Response.WriteAsync("<html>maintenance</html>");
                    return;
                case 4:
                    await RefuseAsync(context, 409, "idempotency_in_progress");
                    return;
            }
        }
        else if (context.Request.Path.Value == "/v1/test_clock" && Interlocked.CompareExchange(ref _refusedTokens, 1, 0) == 0)
        {
            await RefuseAsync(context, 401, "invalid_token");
            return;
        }

        await ForwardAsync(context, answer: true);
    }

    private async Task ForwardAsync(HttpContext context, bool answer)
    {
        using HttpRequestMessage request = new(new HttpMethod(context.Request.Method), $"{context.Request.Path}{context.Request.QueryString}");
        if (context.Request.ContentLength > 0 || context.Request.Headers.TransferEncoding.Count > 0)
        {
            using MemoryStream body = new();
            await context.Request.Body.CopyToAsync(body);
            request.Content = new ByteArrayContent(body.ToArray());
            request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        }

        foreach (string name in (string[])["Authorization", "Idempotency-Key", "If-Match"])
        {
            if (context.Request.Headers.TryGetValue(name, out var value))
            {
                request.Headers.TryAddWithoutValidation(name, $"{value}");
            }
        }

        using HttpResponseMessage response = await _platform.SendAsync(request);
        byte[] content = await response.Content.ReadAsByteArrayAsync();
        if (answer)
        {
            context.Response.StatusCode = (int)response.StatusCode;
            context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
            await context.Response.Body.WriteAsync(content);
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        return context.Response.WriteAsync($$"""{"type":"urn:bnpl:problem:{{code}}","title":"","status":{{status}},"detail":"","code":"{{code}}","errors":[],"request_id":"req_x"}""");
    }
}
