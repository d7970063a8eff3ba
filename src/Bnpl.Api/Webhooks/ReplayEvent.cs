using Bnpl.Contracts;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Bnpl.Infrastructure.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.Webhooks;

/// <param name="Endpoint">Null: every endpoint that receives events of this type.</param>
internal sealed record ReplayEventRequest(string? Endpoint);

internal sealed record ReplayEventResponse(string Event, IReadOnlyList<string> Endpoints);

/// <summary><c>POST /v1/events/{id}/replay</c>: sends an event again, with the same id and body as before.</summary>
internal static class ReplayEvent
{
    private sealed record Replayed(string Type, Guid ResourceId, long Sequence, Guid? MerchantId);

    public static async Task<Accepted<ReplayEventResponse>> HandleAsync(
        string id,
        ReplayEventRequest? request,
        TenantSession session,
        TenantContext tenant,
        Caller caller,
        TimeProvider time,
        RelaySignal signal,
        CancellationToken cancellation)
    {
        Guid eventId = Resources.ParseId(IdPrefix.Event, id);
        Replayed replayed = await session.ReadOneAsync(
            new Sql(
                "SELECT type, resource_id, sequence, merchant_id FROM infra.events WHERE tenant_id = $1 AND ($2::uuid IS NULL OR merchant_id = $2) AND id = $3",
                tenant.TenantId, caller.MerchantId, eventId),
            reader => new Replayed(reader.GetString(0), reader.GetGuid(1), reader.GetInt64(2), reader.IsDBNull(3) ? null : reader.GetGuid(3)),
            cancellation) ?? throw Refusal.NotFound().AsException();

        IReadOnlyList<WebhookEndpoint> receivers = request?.Endpoint is { } named
            ? [Eligible(await session.FindAsync(tenant, caller, named, cancellation), replayed)]
            : await session.ReceiversAsync(tenant, caller, replayed.Type, replayed.MerchantId, cancellation);
        foreach (WebhookEndpoint receiver in receivers)
        {
            session.Add(new Sql(
                """
                INSERT INTO infra.deliveries (tenant_id, id, event_id, endpoint_id, resource_id, sequence, next_attempt_at, state)
                VALUES ($1, $2, $3, $4, $5, $6, $7, 'pending')
                """,
                tenant.TenantId, EntityId.New(), eventId, receiver.Id, replayed.ResourceId, replayed.Sequence, time.GetUtcNow()));
        }

        session.AfterCommit(() => signal.Wake(tenant.TenantId));
        return TypedResults.Accepted(
            (string?)null, new ReplayEventResponse(id, [.. receivers.Select(receiver => EntityId.Format(IdPrefix.WebhookEndpoint, receiver.Id))]));
    }

    private static WebhookEndpoint Eligible(WebhookEndpoint endpoint, Replayed replayed)
    {
        if (endpoint.Status != "enabled")
        {
            throw Refusal.Conflict("endpoint_disabled", "The endpoint is disabled. Enable it first.").AsException();
        }

        return Reaches(endpoint, replayed)
            ? endpoint
            : throw Refusal.Invalid("endpoint", "not_a_receiver", "The endpoint belongs to another merchant than the event.").AsException();
    }

    private static bool Reaches(WebhookEndpoint endpoint, Replayed replayed) => endpoint.MerchantId is null || endpoint.MerchantId == replayed.MerchantId;
}
