using Bnpl.Infrastructure;

namespace Bnpl.Api.Operations;

/// <summary>Set before anything answers; a page that needs more (buyers' pages, /docs) replaces the policy with its own.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, PlatformOptions options)
{
    private readonly bool _https = options.PublicUrl.Scheme == Uri.UriSchemeHttps;

    public Task InvokeAsync(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        if (_https)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        if (context.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal))
        {
            // Answers carry personal data; no cache between us and the client may keep them.
            headers.CacheControl = "no-store";
        }
        else if (context.Request.Path.StartsWithSegments("/docs", StringComparison.Ordinal))
        {
            headers.ContentSecurityPolicy =
                "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'";
        }

        return next(context);
    }
}
