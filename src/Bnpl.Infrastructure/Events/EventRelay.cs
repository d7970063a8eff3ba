using Bnpl.Contracts;
using Bnpl.Infrastructure.Leases;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Webhooks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bnpl.Infrastructure.Events;

/// <summary>
/// The relay's first lane: fans events out and brings them to the handlers inside the platform, then wakes the second
/// lane, <see cref="WebhookRelay"/>, which may have to wait for slow receivers.
/// </summary>
public sealed class EventRelay(
    RelaySignal signal,
    EventFanOut fanOut,
    HandlerDeliveries deliveries,
    WebhookRelay webhooks,
    TenantStatements statements,
    TenantDirectory directory,
    TenantLeases leases,
    TimeProvider time,
    ILogger<EventRelay> logger) : BackgroundService
{
    private const int Workers = 4;
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        TenantLane lane = new(new LaneWork("relay", Due, RunTenantAsync), Workers, statements, directory, leases, time, logger);
        await Task.WhenAll(lane.RunAsync(s_sweep, stoppingToken), ListenAsync(lane, stoppingToken));
    }

    /// <summary>Works until nothing is due for this tenant.</summary>
    internal async Task RunTenantAsync(TenantEntry tenant, CancellationToken cancellation)
    {
        while (true)
        {
            int fannedOut = await fanOut.RunAsync(tenant, cancellation);
            if (fannedOut > 0)
            {
                webhooks.Wake(tenant.Id);
            }

            List<HandlerDeliveries.Head> heads = await deliveries.HeadsAsync(tenant, time.GetUtcNow(), [], cancellation);
            foreach (HandlerDeliveries.Head head in heads)
            {
                await deliveries.DeliverAsync(tenant, head, cancellation);
            }

            if (fannedOut == 0 && heads.Count == 0)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(TenantLane lane, CancellationToken stopping)
    {
        await foreach (Guid tenantId in signal.Tenants.ReadAllAsync(stopping))
        {
            lane.Wake(tenantId);
            webhooks.Wake(tenantId);
        }
    }

    private Sql? Due(TenantEntry tenant) => tenant.Status == TenantStatus.Erased ? null : new Sql(
        """
        SELECT EXISTS (SELECT 1 FROM infra.events WHERE tenant_id = $1 AND fanned_out_at IS NULL)
            OR EXISTS (SELECT 1 FROM infra.deliveries WHERE tenant_id = $1 AND state = 'pending' AND handler IS NOT NULL AND next_attempt_at <= $2)
        """,
        tenant.Id, time.GetUtcNow());
}
