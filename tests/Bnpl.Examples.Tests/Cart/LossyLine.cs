using Bnpl.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bnpl.Examples.Tests.Cart;

/// <summary>A line to the platform that, while told so, brings every order there and loses what is answered.</summary>
internal sealed class LossyLine : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Uri _platform;
    private readonly HttpClient _http = new();

    private LossyLine(WebApplication app, Uri platform) => (_app, _platform) = (app, platform);

    public bool LosesAnswers { get; set; }

    public static async Task<LossyLine> StartAsync(Uri platform)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        LossyLine line = new(builder.Build(), platform);
        line._app.Run(line.CarryAsync);
        await line._app.StartAsync();
        return line;
    }

    /// <summary>The tenant's issuer as it is reached over this line.</summary>
    public string IssuerOf(TenantActor tenant) => $"{_app.Urls.First()}/t/{tenant.Slug}";

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task CarryAsync(HttpContext context)
    {
        using HttpRequestMessage carried = new(new HttpMethod(context.Request.Method), new Uri(_platform, context.Request.Path + context.Request.QueryString));
        if (HttpMethods.IsPost(context.Request.Method))
        {
            carried.Content = new StreamContent(context.Request.Body);
        }

        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in context.Request.Headers)
        {
            if (name is "Authorization" or "Idempotency-Key")
            {
                carried.Headers.TryAddWithoutValidation(name, values.ToString());
            }
            else if (name is "Content-Type")
            {
                carried.Content?.Headers.TryAddWithoutValidation(name, values.ToString());
            }
        }

        using HttpResponseMessage answer = await _http.SendAsync(carried);
        if (LosesAnswers && context.Request.Path == "/v1/orders" && HttpMethods.IsPost(context.Request.Method))
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        if (answer.Headers.TryGetValues("Access-Control-Allow-Origin", out IEnumerable<string>? origins))
        {
            // The device tag calls from the shop's page.
            context.Response.Headers.AccessControlAllowOrigin = origins.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body);
    }
}
