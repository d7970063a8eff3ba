using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Bnpl.Infrastructure.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.Webhooks;

/// <summary><c>GET /v1/webhook_endpoints</c> and <c>…/{id}</c>.</summary>
internal static class ReadWebhookEndpoints
{
    public static async Task<Ok<Page<WebhookEndpointResponse>>> ListAsync(
        HttpRequest request, TenantSession session, TenantContext tenant, Caller caller, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.WebhookEndpoint);
        List<WebhookEndpoint> endpoints = await session.ListAsync(tenant, caller, page, cancellation);
        return TypedResults.Ok(Page<WebhookEndpointResponse>.Of([.. endpoints.Select(endpoint => WebhookEndpointResponse.Of(endpoint))], page, endpoint => endpoint.Id));
    }

    public static async Task<Ok<WebhookEndpointResponse>> GetAsync(
        string id, HttpContext context, TenantSession session, TenantContext tenant, Caller caller, CancellationToken cancellation)
    {
        WebhookEndpoint endpoint = await session.FindAsync(tenant, caller, id, cancellation);
        context.SetETag(endpoint.Version);
        return TypedResults.Ok(WebhookEndpointResponse.Of(endpoint));
    }
}
