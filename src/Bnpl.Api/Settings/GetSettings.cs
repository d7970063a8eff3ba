using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.Settings;

/// <summary><c>GET /v1/settings</c>, from the row itself: whoever changed them elsewhere a moment ago must see it.</summary>
internal static class GetSettings
{
    public static async Task<Ok<SettingsResponse>> HandleAsync(HttpContext context, TenantSession session, TenantContext tenant, CancellationToken cancellation)
    {
        StoredSettings stored = await session.ReadOneAsync(StoredSettings.Select(tenant), row => StoredSettings.Read(row, tenant), cancellation)
            ?? throw new InvalidOperationException("The tenant has no settings.");
        context.SetETag(stored.Version);
        return TypedResults.Ok(SettingsResponse.Of(stored));
    }
}
