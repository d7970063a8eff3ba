using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Infrastructure.Events;

/// <summary>
/// Makes one delivery row per event and receiver. Finds events by their state, never by a cursor: rows commit out of
/// order. Safe beside another one: each event is locked while its rows are made.
/// </summary>
public sealed class EventFanOut(TenantTransactions transactions, EventHandlerCatalog handlers, TimeProvider time)
{
    private const int Batch = 500;

    /// <returns>How many events were fanned out.</returns>
    public async Task<int> RunAsync(TenantEntry tenant, CancellationToken cancellation)
    {
        int total = 0;
        while (true)
        {
            int done = await transactions.RunAsync(tenant, (_, session) => BatchAsync(session, tenant.Id, cancellation), cancellation);
            total += done;
            if (done == 0)
            {
                return total;
            }
        }
    }

    private async Task<int> BatchAsync(TenantSession session, Guid tenantId, CancellationToken cancellation)
    {
        List<PendingEvent> events = [];
        List<Subscriber> endpoints = [];
        await session.ReadAsync(
            reads =>
            {
                // All pending events of the chosen resources: ids of two hosts do not sort as their commits do, sequences do.
                reads.Add(
                    new Sql(
                        """
                        SELECT id, type, resource_id, sequence, merchant_id FROM infra.events
                        WHERE tenant_id = $1 AND fanned_out_at IS NULL AND resource_id IN (
                            SELECT resource_id FROM infra.events WHERE tenant_id = $1 AND fanned_out_at IS NULL ORDER BY id LIMIT $2)
                        ORDER BY resource_id, sequence
                        FOR UPDATE
                        """,
                        tenantId, Batch),
                    async (reader, token) =>
                    {
                        while (await reader.ReadAsync(token))
                        {
                            events.Add(new PendingEvent(
                                reader.GetGuid(0), reader.GetString(1), reader.GetGuid(2), reader.GetInt64(3), await reader.IsDBNullAsync(4, token) ? null : reader.GetGuid(4)));
                        }
                    });
                reads.Add(
                    new Sql("SELECT id, merchant_id, events FROM infra.webhook_endpoints WHERE tenant_id = $1 AND status = 'enabled' AND deleted_at IS NULL", tenantId),
                    async (reader, token) =>
                    {
                        while (await reader.ReadAsync(token))
                        {
                            endpoints.Add(new Subscriber(
                                reader.GetGuid(0), await reader.IsDBNullAsync(1, token) ? null : reader.GetGuid(1), [.. reader.GetFieldValue<string[]>(2)]));
                        }
                    });
            },
            cancellation);
        if (events.Count == 0)
        {
            return 0;
        }

        DateTimeOffset now = time.GetUtcNow();
        Insert(session, tenantId, [.. events.SelectMany(e => Deliveries(e, endpoints))], now);
        session.Add(new Sql("UPDATE infra.events SET fanned_out_at = $2 WHERE tenant_id = $1 AND id = ANY($3)", tenantId, now, events.Select(e => e.Id).ToArray()));
        return events.Count;
    }

    private IEnumerable<Delivery> Deliveries(PendingEvent pending, List<Subscriber> endpoints) =>
    [
        .. handlers.HandlersOf(pending.Type).Select(handler => new Delivery(pending, handler, null)),
        .. endpoints.Where(endpoint => endpoint.Wants(pending)).Select(endpoint => new Delivery(pending, null, endpoint.Id)),
    ];

    private static void Insert(TenantSession session, Guid tenantId, Delivery[] deliveries, DateTimeOffset now)
    {
        if (deliveries.Length == 0)
        {
            return;
        }

        session.Add(new Sql(
            """
            INSERT INTO infra.deliveries (tenant_id, id, event_id, handler, endpoint_id, resource_id, sequence, next_attempt_at, state)
            SELECT $1, d.*, $2, 'pending' FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::uuid[], $8::bigint[]) AS d
            """,
            tenantId,
            now,
            deliveries.Select(_ => EntityId.New()).ToArray(),
            deliveries.Select(d => d.Event.Id).ToArray(),
            deliveries.Select(d => d.Handler).ToArray(),
            deliveries.Select(d => d.EndpointId).ToArray(),
            deliveries.Select(d => d.Event.ResourceId).ToArray(),
            deliveries.Select(d => d.Event.Sequence).ToArray()));
    }

    private sealed record PendingEvent(Guid Id, string Type, Guid ResourceId, long Sequence, Guid? MerchantId);

    private sealed record Subscriber(Guid Id, Guid? MerchantId, HashSet<string> Types)
    {
        public bool Wants(PendingEvent pending) => Types.Contains(pending.Type) && (MerchantId is null || MerchantId == pending.MerchantId);
    }

    private sealed record Delivery(PendingEvent Event, string? Handler, Guid? EndpointId);
}
