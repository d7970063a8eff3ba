using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Quartz;

namespace Bnpl.Infrastructure.Runs;

/// <summary>
/// Deletes what has served its time: stored answers after 7 days (72 h are promised), events with their deliveries after
/// 90 days (30 are promised), unless a handler still waits for one, and short messages after 90 days. What histories need of an event stays.
/// </summary>
[DisallowConcurrentExecution]
public sealed class CleanUpJob(TenantDirectory directory, TenantStatements statements, TimeProvider time) : IJob
{
    private static readonly TimeSpan s_answers = TimeSpan.FromDays(7);
    private static readonly TimeSpan s_events = TimeSpan.FromDays(90);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (TenantEntry tenant in directory.Current?.ById.Values ?? [])
        {
            await CleanAsync(tenant.Id, cancellationToken);
        }
    }

    internal async Task CleanAsync(Guid tenantId, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        await statements.ExecuteAsync(
            tenantId, new Sql("DELETE FROM infra.idempotent_answers WHERE tenant_id = $1 AND created_at < $2", tenantId, now - s_answers), cancellation);

        await statements.ExecuteAsync(
            tenantId, new Sql("DELETE FROM infra.sms_messages WHERE tenant_id = $1 AND recorded_at < $2", tenantId, now - s_events), cancellation);

        // In portions, so that no transaction grows long.
        Sql portion = new(
            """
            WITH old AS (
                SELECT id FROM infra.events e
                WHERE tenant_id = $1 AND recorded_at < $2 AND fanned_out_at IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM infra.deliveries d WHERE d.tenant_id = $1 AND d.event_id = e.id AND d.state = 'pending')
                ORDER BY id LIMIT 1000),
            kept AS (
                INSERT INTO infra.past_events (tenant_id, id, type, resource, resource_id, object_id, sequence, merchant_id, status, amount, created_at)
                SELECT $1, e.id, e.type, e.resource, e.resource_id, e.object ->> 'id', e.sequence, e.merchant_id, e.object ->> 'status', e.object ->> 'amount', e.created_at
                FROM infra.events e JOIN old ON old.id = e.id WHERE e.tenant_id = $1
                ON CONFLICT DO NOTHING),
            gone AS (DELETE FROM infra.deliveries d USING old WHERE d.tenant_id = $1 AND d.event_id = old.id)
            DELETE FROM infra.events e USING old WHERE e.tenant_id = $1 AND e.id = old.id
            """,
            tenantId, now - s_events);
        while (await statements.ExecuteAsync(tenantId, portion, cancellation) > 0)
        {
        }
    }
}
