using Bnpl.Api.Tokens;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.Tenants;

/// <summary><c>GET /v1/platform/tenants</c> and <c>/{id}</c>.</summary>
internal static class GetTenants
{
    public static async Task<Ok<Page<TenantResponse>>> ListAsync(
        HttpRequest request, TenantSession session, Issuers issuers, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.Tenant);
        Query query = new(request);
        string? status = query.OneOf("status", "provisioning", "active", "suspended", "erased");
        string? slug = query.Text("slug");
        query.ThrowIfInvalid();
        List<Tenant> rows = await session.ReadListAsync(
            Tenant.Select(
                "($1::uuid IS NULL OR tenant_id < $1) AND ($2::text IS NULL OR status = $2) AND ($3::text IS NULL OR slug = $3) ORDER BY tenant_id DESC LIMIT $4",
                page.StartingAfter, status, slug, page.Fetch),
            Tenant.Read,
            cancellation);
        return TypedResults.Ok(Page<TenantResponse>.Of([.. rows.Select(tenant => tenant.ToResponse(issuers))], page, tenant => tenant.Id));
    }

    public static async Task<Ok<TenantResponse>> OneAsync(
        string id, HttpContext context, TenantSession session, Issuers issuers, CancellationToken cancellation)
    {
        Guid tenantId = Resources.ParseId(IdPrefix.Tenant, id);
        Tenant tenant = await session.ReadOneAsync(Tenant.Select("tenant_id = $1", tenantId), Tenant.Read, cancellation)
            ?? throw Refusal.NotFound().AsException();
        context.SetETag(tenant.Version);
        return TypedResults.Ok(tenant.ToResponse(issuers));
    }
}
