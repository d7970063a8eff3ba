using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bnpl.Screening.Tests.Devices;

/// <summary>A shop on an origin of its own, with a cart page that carries the tag. Keeps the orders it receives.</summary>
internal sealed class ShopSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<string> _page;
    private readonly ConcurrentQueue<Dictionary<string, string>> _orders = new();

    private ShopSite(WebApplication app, Func<string> page) => (_app, _page) = (app, page);

    /// <summary>By name, so that the tag's host is another site and not only another port.</summary>
    public string Url => _app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public IReadOnlyList<Dictionary<string, string>> Orders => [.. _orders];

    public static async Task<ShopSite> StartAsync(Func<string> page)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        ShopSite shop = new(app, page);
        app.MapGet("/cart", () => Results.Content(shop._page(), "text/html; charset=utf-8"));
        app.MapPost("/order", shop.OrderAsync);
        await app.StartAsync();
        return shop;
    }

    /// <summary>A cart page with the tag in its head and, in its body, whatever forms the test wants.</summary>
    public static string Page(Uri platform, string tenant, string forms) =>
        $"""
        <!doctype html><html lang="ja"><head><meta charset="utf-8"><title>花子の店</title>
        <script>window.errors = []; addEventListener('error', e => errors.push(String(e.message)));
        addEventListener('unhandledrejection', e => errors.push(String(e.reason))); document.addEventListener('bnpl:device', e => window.told = e.detail || 'nothing');</script>
        <script src="{platform}tag/v1/device.js" data-tenant="{tenant}" data-field="device_session" async></script></head>
        <body><h1>ご注文内容の確認</h1>{forms}</body></html>
        """;

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task<IResult> OrderAsync(HttpRequest request)
    {
        IFormCollection form = await request.ReadFormAsync();
        _orders.Enqueue(form.ToDictionary(field => field.Key, field => field.Value.ToString()));
        return Results.Content("<!doctype html><title>ok</title><p id=done>ご注文ありがとうございます。</p>", "text/html; charset=utf-8");
    }
}
