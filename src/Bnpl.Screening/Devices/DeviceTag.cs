using System.Security.Cryptography;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Bnpl.Screening.Devices;

/// <summary>
/// <c>/tag/v1</c>: the script that shops put on their pages, and where it reports to. Browsers of any site call it without
/// login, cookies or preflight, so it answers every origin and knows nobody.
/// </summary>
internal static class DeviceTag
{
    private const int LargestBody = 8 * 1024;

    private static readonly byte[] s_script = Script();
    private static readonly EntityTagHeaderValue s_tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(s_script))[..32]}\"");

    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder tag = routes.MapGroup("/tag/v1").ExcludeFromDescription();
        tag.MapMethods("/device.js", [HttpMethods.Get, HttpMethods.Head], (HttpContext http) => Serve(http));
        tag.MapPost("/sessions", (HttpContext http, CancellationToken token) => ReportAsync(
            http, async (services, body) => TypedResults.Json(await services.GetRequiredService<OpenSession>().RunAsync(body, http, token), statusCode: 201), token));
        tag.MapPost("/sessions/{id}/submitted", (string id, HttpContext http, CancellationToken token) => ReportAsync(
            http,
            async (services, body) =>
            {
                await services.GetRequiredService<SubmitSession>().RunAsync(id, body, token);
                return TypedResults.NoContent();
            },
            token));
    }

    private static FileContentHttpResult Serve(HttpContext http)
    {
        IHeaderDictionary headers = http.Response.Headers;
        headers.CacheControl = "public, max-age=86400, stale-while-revalidate=604800";
        Open(headers);
        return TypedResults.File(s_script, "text/javascript; charset=utf-8", entityTag: s_tag);
    }

    private static async Task<IResult> ReportAsync(HttpContext http, Func<IServiceProvider, byte[], Task<IResult>> run, CancellationToken cancellation)
    {
        Open(http.Response.Headers);
        http.Response.Headers.CacheControl = "no-store";
        byte[] body = await BodyAsync(http.Request.Body, cancellation);
        IServiceProvider services = http.RequestServices;
        if (services.GetRequiredService<TenantDirectory>().Current is not { } snapshot)
        {
            http.Response.Headers.RetryAfter = "1";
            throw new Refusal(503, "busy", "The platform is starting. Try again in a second.").AsException();
        }

        // Slugs are no secret: every page with the tag names one, and so does each tenant's issuer.
        if (!snapshot.BySlug.TryGetValue(http.Request.Query["tenant"].ToString(), out TenantEntry? tenant) || tenant.IsPlatform || tenant.Status != TenantStatus.Active)
        {
            throw Refusal.NotFound().AsException();
        }

        await using AsyncServiceScope scope = await services.GetRequiredService<TenantScopes>().OpenAsync(tenant, cancellation);
        if (!scope.ServiceProvider.GetRequiredService<TenantContext>().Keys.Versions.Any())
        {
            // Erased a moment ago, later than the directory was read.
            throw Refusal.NotFound().AsException();
        }

        return await run(scope.ServiceProvider, body);
    }

    private static void Open(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    private static async Task<byte[]> BodyAsync(Stream request, CancellationToken cancellation)
    {
        byte[] body = new byte[LargestBody + 1];
        int length = await request.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellation);
        return length <= LargestBody ? body[..length] : throw new Refusal(413, "too_large", "The body is larger than this call accepts.").AsException();
    }

    private static byte[] Script()
    {
        using Stream file = typeof(DeviceTag).Assembly.GetManifestResourceStream("Devices/device.js")
            ?? throw new InvalidOperationException("device.js is not part of the assembly.");
        byte[] script = new byte[file.Length];
        file.ReadExactly(script);
        return script;
    }
}
