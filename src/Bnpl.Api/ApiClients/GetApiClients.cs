using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.ApiClients;

/// <summary><c>GET /v1/api_clients</c> and <c>/{id}</c>. Secrets are never among what is shown.</summary>
internal static class GetApiClients
{
    public static async Task<Ok<Page<ApiClientResponse>>> ListAsync(
        HttpRequest request, TenantSession session, TenantContext tenant, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.ApiClient);
        Query query = new(request);
        string? status = query.OneOf("status", ApiClient.Active, ApiClient.Revoked);
        Guid? merchant = query.Id("merchant", IdPrefix.Merchant);
        query.ThrowIfInvalid();
        List<ApiClient> rows = await session.ReadListAsync(
            new Sql(
                $"""
                SELECT {ApiClient.Columns} FROM access.api_clients
                WHERE tenant_id = $1 AND ($2::text IS NULL OR client_id < $2) AND ($3::text IS NULL OR status = $3) AND ($4::uuid IS NULL OR merchant_id = $4)
                ORDER BY client_id DESC LIMIT $5
                """,
                tenant.TenantId, EntityId.Format(IdPrefix.ApiClient, page.StartingAfter), status, merchant, page.Fetch),
            ApiClient.Read,
            cancellation);
        return TypedResults.Ok(Page<ApiClientResponse>.Of([.. rows.Select(client => ApiClientResponse.Of(client))], page, client => client.Id));
    }

    public static async Task<Ok<ApiClientResponse>> OneAsync(
        string id, HttpContext context, TenantSession session, TenantContext tenant, CancellationToken cancellation)
    {
        ApiClient client = await FindAsync(session, tenant, id, "", cancellation);
        context.SetETag(client.Version);
        return TypedResults.Ok(ApiClientResponse.Of(client));
    }

    public static async Task<ApiClient> FindAsync(TenantSession session, TenantContext tenant, string id, string locking, CancellationToken cancellation)
    {
        Resources.ParseId(IdPrefix.ApiClient, id);
        return await session.ReadOneAsync(
            new Sql($"SELECT {ApiClient.Columns} FROM access.api_clients WHERE tenant_id = $1 AND client_id = $2 {locking}", tenant.TenantId, id), ApiClient.Read, cancellation)
            ?? throw Refusal.NotFound().AsException();
    }
}
