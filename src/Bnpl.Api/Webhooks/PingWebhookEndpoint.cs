using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.Webhooks;

internal sealed record PingResponse(bool Delivered, int? Status, string? Error);

/// <summary><c>POST /v1/webhook_endpoints/{id}/ping</c>: one signed call now, whose outcome is the answer. Nothing is stored or repeated.</summary>
internal static class PingWebhookEndpoint
{
    public static async Task<Ok<PingResponse>> HandleAsync(
        string id, TenantSession session, TenantContext tenant, Caller caller, WebhookDeliveries webhooks, TimeProvider time, CancellationToken cancellation)
    {
        WebhookEndpoint endpoint = await session.FindAsync(tenant, caller, id, cancellation);

        // No transaction is held while the receiver is waited for.
        await session.RollbackAsync();
        string eventId = EntityId.Format(IdPrefix.Event, EntityId.New());
        JsonObject content = new() { ["id"] = EntityId.Format(IdPrefix.WebhookEndpoint, endpoint.Id), ["object"] = "webhook_endpoint" };
        WebhookAnswer answer = await webhooks.PostAsync(
            tenant.Tenant, endpoint, eventId, WebhookDeliveries.Body(eventId, "ping", time.GetUtcNow(), 0, content), cancellation);
        return TypedResults.Ok(new PingResponse(answer.Succeeded, answer.Status, answer.Error));
    }
}
