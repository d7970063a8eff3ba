using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Infrastructure.Events;

/// <summary>One event in the history of a resource.</summary>
/// <param name="ObjectId">The public id of the resource that the event is about.</param>
/// <param name="Amount">The answer's <c>amount</c> then, where it has one.</param>
public sealed record PastEvent(Guid Id, string Type, string Resource, string? ObjectId, long Sequence, string? Status, long? Amount, DateTimeOffset At);

/// <summary>Everything that was told of a resource, and of others in whose thread it was told; also after the events themselves are gone.</summary>
public sealed class EventHistory(TenantSession session, TenantContext tenant, Caller caller)
{
    public const int Most = 2_000;

    /// <summary>Oldest first by creation; a merchant's client sees its own events only.</summary>
    public async Task<IReadOnlyList<PastEvent>> OfAsync(Guid resourceId, CancellationToken cancellation) => await session.ReadListAsync(
        Select(tenant.TenantId, resourceId, caller.MerchantId),
        row => new PastEvent(
            row.GetGuid(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetInt64(4), row.IsDBNull(5) ? null : row.GetString(5),
            row.IsDBNull(6) ? null : long.TryParse(row.GetString(6), out long amount) ? amount : null, row.GetFieldValue<DateTimeOffset>(7)),
        cancellation);

    /// <summary>The statement, told apart so that a test may explain it.</summary>
    public static Sql Select(Guid tenantId, Guid resourceId, Guid? merchantId) => new(
        $"""
        SELECT * FROM (
            SELECT e.id, e.type, e.resource, e.object ->> 'id', e.sequence, e.object ->> 'status', e.object ->> 'amount', e.created_at, e.merchant_id
            FROM infra.events e WHERE e.tenant_id = $1 AND e.resource_id = $2
            UNION
            SELECT e.id, e.type, e.resource, e.object ->> 'id', e.sequence, e.object ->> 'status', e.object ->> 'amount', e.created_at, e.merchant_id
            FROM infra.event_threads t JOIN infra.events e ON e.tenant_id = $1 AND e.id = t.event_id WHERE t.tenant_id = $1 AND t.thread_id = $2
            UNION
            SELECT p.id, p.type, p.resource, p.object_id, p.sequence, p.status, p.amount, p.created_at, p.merchant_id
            FROM infra.past_events p WHERE p.tenant_id = $1 AND p.resource_id = $2
            UNION
            SELECT p.id, p.type, p.resource, p.object_id, p.sequence, p.status, p.amount, p.created_at, p.merchant_id
            FROM infra.event_threads t JOIN infra.past_events p ON p.tenant_id = $1 AND p.id = t.event_id WHERE t.tenant_id = $1 AND t.thread_id = $2
        ) AS told
        WHERE $3::uuid IS NULL OR merchant_id = $3
        ORDER BY id LIMIT {Most}
        """,
        tenantId,
        resourceId,
        merchantId);
}
