using Bnpl.Contracts;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Bnpl.Api.Tokens;

/// <summary>
/// Admits a request to a route: a good token, the scope the route names, and not a merchant-bound client where the whole
/// tenant is concerned. Stands before the pipeline, so that a replay is never told to somebody who may not ask.
/// </summary>
internal sealed class AccessControl(RequestDelegate next, TenantDirectory directory)
{
    private static readonly Refusal s_invalidToken = new(401, "invalid_token", "The access token is missing, expired, or not accepted.");

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>() is not { } required)
        {
            await next(context);
            return;
        }

        if (directory.Current is null)
        {
            context.Response.Headers.RetryAfter = "1";
            throw IssueToken.DirectoryTooOld();
        }

        if (await GrantAsync(context) is not { } grant)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            await Problems.WriteAsync(context, s_invalidToken);
            return;
        }

        if (!grant.Scopes.Contains(required.Scope) || (required.Scope == Scopes.Platform && !grant.Tenant.IsPlatform))
        {
            context.Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{required.Scope}\"";
            await Problems.WriteAsync(context, new Refusal(403, "insufficient_scope", $"This call needs the scope '{required.Scope}'."));
            return;
        }

        if (grant.MerchantId is not null && context.GetEndpoint()!.Metadata.GetMetadata<TenantWide>() is not null)
        {
            throw Refusal.NotFound().AsException();
        }

        context.Features.Set(grant);
        await next(context);
    }

    /// <summary>A route of the API that names no scope would be open to everyone, so the host does not start with one.</summary>
    public static void EnsureEveryRouteIsGuarded(IEnumerable<Endpoint> endpoints)
    {
        string[] open =
        [
            .. endpoints.OfType<RouteEndpoint>()
                .Where(e => e.RoutePattern.RawText?.TrimStart('/').StartsWith("v1/", StringComparison.Ordinal) == true && e.Metadata.GetMetadata<RequiredScope>() is null)
                .Select(e => e.DisplayName ?? e.RoutePattern.RawText!),
        ];
        if (open.Length > 0)
        {
            throw new InvalidOperationException($"Routes without RequireScope: {string.Join(", ", open)}");
        }
    }

    private static async Task<AccessGrant?> GrantAsync(HttpContext context)
    {
        if (BearerScheme.TokenOf(context.Request) is not { Length: > 0 and <= TokenPolicy.LargestToken })
        {
            return null;
        }

        AuthenticateResult result = await context.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        return result.Succeeded && result.Principal is ClientPrincipal principal ? principal.Grant : null;
    }
}
