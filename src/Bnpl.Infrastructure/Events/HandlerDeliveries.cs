using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Bnpl.Infrastructure.Events;

/// <summary>A handler that failed; its event waits, with all later events of the same resource for that handler.</summary>
public sealed record HandlerFailure(string Handler, Guid EventId, Exception Reason);

/// <summary>
/// Brings events to the handlers inside the platform. The handler's changes and the mark are one commit, and the row is
/// locked meanwhile: its effect happens once, whoever else works on the same tenant.
/// </summary>
public sealed class HandlerDeliveries(
    TenantTransactions transactions, TenantStatements statements, EventHandlerCatalog handlers, TimeProvider time, ILogger<HandlerDeliveries> logger)
{
    private const int Batch = 200;
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromMinutes(10);

    internal sealed record Head(Guid Id, string Handler, Guid EventId);

    /// <summary>The next delivery of each handler and resource, oldest event first.</summary>
    /// <param name="dueBy">Only those whose next attempt is due by then; null for all.</param>
    internal async Task<List<Head>> HeadsAsync(TenantEntry tenant, DateTimeOffset? dueBy, IReadOnlyCollection<Guid> except, CancellationToken cancellation) =>
        await transactions.RunAsync(
            tenant,
            (_, session) => session.ReadListAsync(
                new Sql(
                    """
                    SELECT d.id, d.handler, d.event_id FROM infra.deliveries d
                    WHERE d.tenant_id = $1 AND d.state = 'pending' AND d.handler = ANY($2) AND d.next_attempt_at <= coalesce($3, 'infinity'::timestamptz)
                      AND d.id <> ALL($4) AND NOT EXISTS (
                        SELECT 1 FROM infra.deliveries e
                        WHERE e.tenant_id = $1 AND e.state = 'pending' AND e.resource_id = d.resource_id AND e.handler = d.handler AND e.sequence < d.sequence)
                    ORDER BY d.event_id, d.handler
                    LIMIT $5
                    """,
                    tenant.Id, handlers.Names.ToArray(), dueBy, except.ToArray(), Batch),
                reader => new Head(reader.GetGuid(0), reader.GetString(1), reader.GetGuid(2)),
                cancellation),
            cancellation);

    /// <returns>Null when it was delivered, by us or by another, or given up; else why not.</returns>
    internal async Task<HandlerFailure?> DeliverAsync(TenantEntry tenant, Head head, CancellationToken cancellation)
    {
        try
        {
            await transactions.RunAsync(
                tenant,
                (services, session) => HandleAsync(session, tenant, head, envelope => HandlerOf(services, head).HandleAsync(envelope, cancellation), cancellation),
                cancellation);
            return null;
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            logger.LogError(exception, "Handler {Handler} failed on event {Event} of {Tenant}", head.Handler, head.EventId, tenant.Id);
            int attempts = await PostponeAsync(tenant, head, exception, cancellation);
            return handlers.GivesUp(head.Handler, attempts) && await TryGiveUpAsync(tenant, head, cancellation) ? null : new HandlerFailure(head.Handler, head.EventId, exception);
        }
    }

    private async Task<bool> TryGiveUpAsync(TenantEntry tenant, Head head, CancellationToken cancellation)
    {
        try
        {
            await transactions.RunAsync(
                tenant,
                (services, session) => HandleAsync(
                    session, tenant, head, envelope => ((ILastResort)HandlerOf(services, head)).GiveUpAsync(envelope, cancellation), cancellation),
                cancellation);
            logger.LogWarning("Handler {Handler} gave event {Event} of {Tenant} up", head.Handler, head.EventId, tenant.Id);
            return true;
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            logger.LogError(exception, "Handler {Handler} could not even give event {Event} of {Tenant} up", head.Handler, head.EventId, tenant.Id);
            return false;
        }
    }

    private static IEventHandler HandlerOf(IServiceProvider services, Head head) => services.GetServices<IEventHandler>().Single(h => h.Name == head.Handler);

    private async Task<bool> HandleAsync(TenantSession session, TenantEntry tenant, Head head, Func<EventEnvelope, Task> work, CancellationToken cancellation)
    {
        EventEnvelope? envelope = await session.ReadOneAsync(
            new Sql(
                """
                SELECT e.id, e.type, e.resource, e.resource_id, e.sequence, e.merchant_id, e.object::text, e.internal::text, e.created_at
                FROM infra.deliveries d JOIN infra.events e ON e.tenant_id = d.tenant_id AND e.id = d.event_id
                WHERE d.tenant_id = $1 AND d.id = $2 AND d.state = 'pending'
                FOR UPDATE OF d
                """,
                tenant.Id, head.Id),
            reader => new EventEnvelope(
                reader.GetGuid(0),
                reader.GetString(1),
                new EventSubject(reader.GetString(2), reader.GetGuid(3), reader.GetInt64(4), reader.IsDBNull(5) ? null : reader.GetGuid(5)),
                JsonNode.Parse(reader.GetString(6))!.AsObject(),
                reader.IsDBNull(7) ? null : JsonNode.Parse(reader.GetString(7))!.AsObject(),
                reader.GetFieldValue<DateTimeOffset>(8)),
            cancellation);
        if (envelope is null)
        {
            return false;
        }

        await work(envelope);
        session.Add(new Sql(
            "UPDATE infra.deliveries SET state = 'delivered', attempts = attempts + 1, delivered_at = $3, last_error = NULL WHERE tenant_id = $1 AND id = $2",
            tenant.Id, head.Id, time.GetUtcNow()));
        return true;
    }

    // A message may quote values; the row keeps the kind of failure only.
    private Task<int> PostponeAsync(TenantEntry tenant, Head head, Exception exception, CancellationToken cancellation) => statements.ScalarAsync<int>(
        tenant.Id,
        new Sql(
            """
            UPDATE infra.deliveries SET attempts = attempts + 1, last_error = $3,
                next_attempt_at = $4 + least($5 * power(2, least(attempts, 20)), $6)
            WHERE tenant_id = $1 AND id = $2 AND state = 'pending'
            RETURNING attempts
            """,
            tenant.Id,
            head.Id,
            exception is PostgresException database ? $"PostgreSQL {database.SqlState}" : exception.GetType().Name,
            time.GetUtcNow(),
            s_firstDelay,
            s_longestDelay),
        cancellation);
}
