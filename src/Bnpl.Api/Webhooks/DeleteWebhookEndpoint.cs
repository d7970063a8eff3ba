using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.Webhooks;

/// <summary><c>DELETE /v1/webhook_endpoints/{id}</c>. The row stays for the history of deliveries, without its secrets' use.</summary>
internal static class DeleteWebhookEndpoint
{
    public static async Task<NoContent> HandleAsync(
        string id, HttpContext context, TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, AuditTrail audit, CancellationToken cancellation)
    {
        WebhookEndpoint endpoint = await session.LockAsync(context, tenant, caller, id, cancellation);
        session.Add(new Sql(
            "UPDATE infra.webhook_endpoints SET deleted_at = $3, status = 'disabled', version = version + 1 WHERE tenant_id = $1 AND id = $2",
            tenant.TenantId, endpoint.Id, clock.Now));
        session.Add(WebhookEndpoint.DropPending(tenant.TenantId, endpoint.Id, "The endpoint was deleted."));
        audit.Record("webhook_endpoint.deleted", IdPrefix.WebhookEndpoint, endpoint.Id);
        return TypedResults.NoContent();
    }
}
