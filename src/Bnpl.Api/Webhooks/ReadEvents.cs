using System.Data.Common;
using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.Webhooks;

internal sealed record EventData(JsonNode Object);

/// <param name="Deliveries">Only when one event is asked for.</param>
internal sealed record EventResponse(
    string Id, string Object, string Type, DateTimeOffset CreatedAt, long Sequence, EventData Data, IReadOnlyList<EventDeliveryResponse>? Deliveries = null);

internal sealed record EventDeliveryResponse(
    string Endpoint, string State, int Attempts, int? LastStatus, string? LastError, DateTimeOffset? DeliveredAt, DateTimeOffset? NextAttemptAt);

/// <summary><c>GET /v1/events</c> and <c>…/{id}</c>, within the caller's reach.</summary>
internal static class ReadEvents
{
    private const string Columns = "id, type, created_at, sequence, object::text";

    public static async Task<Ok<Page<EventResponse>>> ListAsync(
        HttpRequest request, TenantSession session, TenantContext tenant, Caller caller, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.Event);
        Query query = new(request);
        string? type = query.OneOf("type", [.. EventTypes.All]);
        string? resource = query.Text("resource");
        query.ThrowIfInvalid();
        List<EventResponse> events = await session.ReadListAsync(
            new Sql(
                $"""
                SELECT {Columns} FROM infra.events
                WHERE tenant_id = $1 AND ($2::uuid IS NULL OR merchant_id = $2) AND ($3::uuid IS NULL OR id < $3)
                  AND ($4::text IS NULL OR type = $4) AND ($5::uuid IS NULL OR resource_id = $5)
                ORDER BY id DESC LIMIT $6
                """,
                tenant.TenantId, caller.MerchantId, page.StartingAfter, type, ResourceId(resource), page.Fetch),
            Read,
            cancellation);
        return TypedResults.Ok(Page<EventResponse>.Of(events, page, e => e.Id));
    }

    public static async Task<Ok<EventResponse>> GetAsync(string id, TenantSession session, TenantContext tenant, Caller caller, CancellationToken cancellation)
    {
        Guid eventId = Resources.ParseId(IdPrefix.Event, id);
        EventResponse found = await session.ReadOneAsync(
            new Sql($"SELECT {Columns} FROM infra.events WHERE tenant_id = $1 AND ($2::uuid IS NULL OR merchant_id = $2) AND id = $3", tenant.TenantId, caller.MerchantId, eventId),
            Read,
            cancellation) ?? throw Refusal.NotFound().AsException();
        List<EventDeliveryResponse> deliveries = await session.ReadListAsync(
            new Sql(
                """
                SELECT d.endpoint_id, d.state, d.attempts, d.last_status, d.last_error, d.delivered_at, d.next_attempt_at
                FROM infra.deliveries d JOIN infra.webhook_endpoints w ON w.tenant_id = d.tenant_id AND w.id = d.endpoint_id
                WHERE d.tenant_id = $1 AND ($2::uuid IS NULL OR w.merchant_id = $2) AND d.event_id = $3
                ORDER BY d.id
                """,
                tenant.TenantId, caller.MerchantId, eventId),
            ReadDelivery,
            cancellation);
        return TypedResults.Ok(found with { Deliveries = deliveries });
    }

    // Any kind of resource: the prefix is whatever stands before the line.
    private static Guid? ResourceId(string? text)
    {
        if (text is null)
        {
            return null;
        }

        FieldErrors errors = new();
        if (!EntityId.TryParse(text.Split('_')[0], text, out Guid id))
        {
            errors.Add("resource", "invalid_id", "Must be the id of a resource.");
        }

        errors.ThrowIfAny();
        return id;
    }

    private static EventResponse Read(DbDataReader reader) => new(
        EntityId.Format(IdPrefix.Event, reader.GetGuid(0)),
        "event",
        reader.GetString(1),
        reader.GetFieldValue<DateTimeOffset>(2),
        reader.GetInt64(3),
        new EventData(JsonNode.Parse(reader.GetString(4))!));

    private static EventDeliveryResponse ReadDelivery(DbDataReader reader) => new(
        EntityId.Format(IdPrefix.WebhookEndpoint, reader.GetGuid(0)),
        reader.GetString(1),
        reader.GetInt32(2),
        reader.IsDBNull(3) ? null : reader.GetInt32(3),
        reader.IsDBNull(4) ? null : reader.GetString(4),
        reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5),
        reader.GetString(1) == "pending" ? reader.GetFieldValue<DateTimeOffset>(6) : null);
}
