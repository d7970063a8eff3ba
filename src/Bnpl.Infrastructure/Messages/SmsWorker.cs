using System.Threading.Channels;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Leases;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bnpl.Infrastructure.Messages;

/// <summary>Wakes this host's sender after a commit, in memory. Losing a signal costs at most one sweep's delay.</summary>
public sealed class SmsSignal
{
    private readonly Channel<Guid> _tenants = Channel.CreateBounded<Guid>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite });

    public ChannelReader<Guid> Tenants => _tenants.Reader;

    public void Wake(Guid tenantId) => _tenants.Writer.TryWrite(tenantId);
}

/// <summary>Sends what is intended, tenant by tenant: at once after a commit of this host, and by a sweep as the safety net.</summary>
public sealed class SmsWorker(
    SmsSignal signal, SmsDeliveries deliveries, TenantStatements statements, TenantDirectory directory, TenantLeases leases, TimeProvider time, ILogger<SmsWorker> logger)
    : BackgroundService
{
    private const int Workers = 2;
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        TenantLane lane = new(new LaneWork("sms", Due, deliveries.RunAsync), Workers, statements, directory, leases, time, logger);
        await Task.WhenAll(lane.RunAsync(s_sweep, stoppingToken), ListenAsync(lane, stoppingToken));
    }

    private async Task ListenAsync(TenantLane lane, CancellationToken stopping)
    {
        await foreach (Guid tenantId in signal.Tenants.ReadAllAsync(stopping))
        {
            lane.Wake(tenantId);
        }
    }

    private Sql? Due(TenantEntry tenant) => tenant.Status != TenantStatus.Active ? null : new Sql(
        """
        SELECT EXISTS (SELECT 1 FROM infra.sms_messages WHERE tenant_id = $1 AND state = 'intended' AND next_attempt_at <= $2)
            OR EXISTS (SELECT 1 FROM infra.sms_messages WHERE tenant_id = $1 AND state = 'claimed' AND claimed_at < $3)
        """,
        tenant.Id, time.GetUtcNow(), time.GetUtcNow() - SmsDeliveries.LostAfter);
}
