using System.Data.Common;
using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Infrastructure.Webhooks;

/// <summary>An event on its way to one endpoint.</summary>
public sealed record WebhookDelivery(
    Guid Id, Guid EndpointId, int Attempts, DateTimeOffset? FirstAttemptAt, Guid EventId, string Type, long Sequence, DateTimeOffset CreatedAt, string Object, WebhookEndpoint Endpoint);

/// <summary>Finds what is due, posts it without a transaction, and records how it went.</summary>
public sealed class WebhookDeliveries(TenantTransactions transactions, WebhookSender sender, PlatformOptions options, TimeProvider time)
{
    private const int Batch = 100;

    /// <summary>The next delivery of each endpoint and resource whose time has come.</summary>
    internal Task<List<WebhookDelivery>> DueAsync(TenantEntry tenant, Guid[] exceptDeliveries, Guid[] exceptEndpoints, CancellationToken cancellation) =>
        transactions.RunAsync(
            tenant,
            (_, session) => session.ReadListAsync(
                new Sql(
                    $"""
                    SELECT {WebhookEndpoint.Columns}, d.id, d.attempts, d.first_attempt_at, e.id, e.type, e.sequence, e.created_at, e.object::text
                    FROM infra.deliveries d
                    JOIN infra.events e ON e.tenant_id = d.tenant_id AND e.id = d.event_id
                    JOIN infra.webhook_endpoints w ON w.tenant_id = d.tenant_id AND w.id = d.endpoint_id
                    WHERE d.tenant_id = $1 AND d.state = 'pending' AND d.endpoint_id IS NOT NULL AND d.next_attempt_at <= $2
                      AND d.id <> ALL($3) AND d.endpoint_id <> ALL($4) AND w.status = 'enabled' AND w.deleted_at IS NULL
                      AND NOT EXISTS (
                        SELECT 1 FROM infra.deliveries b
                        WHERE b.tenant_id = $1 AND b.state = 'pending' AND b.resource_id = d.resource_id AND b.endpoint_id = d.endpoint_id
                          AND (b.sequence, b.id) < (d.sequence, d.id))
                    ORDER BY d.next_attempt_at, d.id
                    LIMIT $5
                    """,
                    tenant.Id, time.GetUtcNow(), exceptDeliveries, exceptEndpoints, Batch),
                Read,
                cancellation),
            cancellation);

    internal async Task SendAsync(TenantEntry tenant, WebhookDelivery delivery, CancellationToken cancellation)
    {
        string body = Body(EntityId.Format(IdPrefix.Event, delivery.EventId), delivery.Type, delivery.CreatedAt, delivery.Sequence, JsonNode.Parse(delivery.Object)!);
        WebhookAnswer answer = await PostAsync(tenant, delivery.Endpoint, EntityId.Format(IdPrefix.Event, delivery.EventId), body, cancellation);

        // The call was made: how it went is recorded even while the host stops.
        await transactions.RunAsync(
            tenant,
            async (services, session) =>
            {
                await RecordAsync(session, services.GetRequiredService<AuditTrail>(), tenant.Id, delivery, answer);
                return true;
            },
            CancellationToken.None);
    }

    /// <summary>One call to an endpoint, signed with its secret, and with the one before it while both are valid.</summary>
    public async Task<WebhookAnswer> PostAsync(TenantEntry tenant, WebhookEndpoint endpoint, string id, string body, CancellationToken cancellation)
    {
        IReadOnlyList<byte[]> secrets = await transactions.RunAsync(
            tenant, (services, _) => Task.FromResult(endpoint.OpenSecrets(services.GetRequiredService<TenantContext>().Keys, time.GetUtcNow())), cancellation);
        return await sender.SendAsync(new WebhookTarget(endpoint.Url, LoopbackAllowed(tenant), secrets), id, body, cancellation);
    }

    /// <summary>A test tenant may name loopback unless the host forbids it (contract, section 9).</summary>
    public bool LoopbackAllowed(TenantEntry tenant) => tenant.IsTest && options.LoopbackWebhooks;

    public static string Body(string id, string type, DateTimeOffset createdAt, long sequence, JsonNode content) => new JsonObject
    {
        ["id"] = id,
        ["type"] = type,
        ["created_at"] = Instants.Format(createdAt),
        ["sequence"] = sequence,
        ["data"] = new JsonObject { ["object"] = content },
    }.ToJsonString(JsonConventions.Options);

    private async Task RecordAsync(TenantSession session, AuditTrail audit, Guid tenantId, WebhookDelivery delivery, WebhookAnswer answer)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (answer.Succeeded)
        {
            session.Add(new Sql(
                """
                UPDATE infra.deliveries SET state = 'delivered', attempts = attempts + 1, last_status = $3, last_error = NULL, delivered_at = $4
                WHERE tenant_id = $1 AND id = $2
                """,
                tenantId, delivery.Id, answer.Status, now));
            session.Add(new Sql(
                "UPDATE infra.webhook_endpoints SET failing_since = NULL WHERE tenant_id = $1 AND id = $2 AND failing_since IS NOT NULL", tenantId, delivery.EndpointId));
            return;
        }

        DateTimeOffset first = delivery.FirstAttemptAt ?? now;
        bool givenUp = now - first >= WebhookSchedule.GiveUpAfter;
        session.Add(new Sql(
            """
            UPDATE infra.deliveries SET state = $3, attempts = attempts + 1, last_status = $4, last_error = $5, first_attempt_at = $6, next_attempt_at = $7
            WHERE tenant_id = $1 AND id = $2 AND state = 'pending'
            """,
            tenantId,
            delivery.Id,
            givenUp ? "dead" : "pending",
            answer.Status,
            answer.Error,
            first,
            now + WebhookSchedule.DelayAfter(delivery.Attempts + 1, Random.Shared.NextDouble())));
        DateTimeOffset failingSince = await session.ReadOneAsync(
            new Sql(
                "UPDATE infra.webhook_endpoints SET failing_since = coalesce(failing_since, $3) WHERE tenant_id = $1 AND id = $2 RETURNING failing_since",
                tenantId, delivery.EndpointId, now),
            reader => reader.GetFieldValue<DateTimeOffset>(0),
            CancellationToken.None);
        if (answer.Status == 410)
        {
            await DisableAsync(session, audit, tenantId, delivery.EndpointId, "The receiver answered 410 Gone.");
        }
        else if (now - failingSince >= WebhookSchedule.GiveUpAfter)
        {
            await DisableAsync(session, audit, tenantId, delivery.EndpointId, "No delivery succeeded for 5 days.");
        }
    }

    private static async Task DisableAsync(TenantSession session, AuditTrail audit, Guid tenantId, Guid endpointId, string reason)
    {
        if (await session.ExecuteAsync(
            new Sql(
                """
                UPDATE infra.webhook_endpoints SET status = 'disabled', disabled_reason = $3, version = version + 1
                WHERE tenant_id = $1 AND id = $2 AND status = 'enabled'
                """,
                tenantId, endpointId, reason),
            CancellationToken.None) == 1)
        {
            session.Add(WebhookEndpoint.DropPending(tenantId, endpointId, "The endpoint was disabled."));
            audit.Record("webhook_endpoint.disabled", IdPrefix.WebhookEndpoint, endpointId, "status", "disabled_reason");
        }
    }

    private static WebhookDelivery Read(DbDataReader reader)
    {
        WebhookEndpoint endpoint = WebhookEndpoint.Read(reader);
        int at = WebhookEndpoint.ColumnCount;
        return new WebhookDelivery(
            reader.GetGuid(at),
            endpoint.Id,
            reader.GetInt32(at + 1),
            reader.IsDBNull(at + 2) ? null : reader.GetFieldValue<DateTimeOffset>(at + 2),
            reader.GetGuid(at + 3),
            reader.GetString(at + 4),
            reader.GetInt64(at + 5),
            reader.GetFieldValue<DateTimeOffset>(at + 6),
            reader.GetString(at + 7),
            endpoint);
    }
}
