using Bnpl.Contracts;
using Bnpl.Infrastructure.Leases;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bnpl.Billing.Mails;

/// <summary>Sends what is intended: at once after a commit of this host, and by a sweep of all tenants as the safety net. A tenant has one pass at a time: a slow mail server holds up its own tenant only.</summary>
internal sealed class MailWorker(
    MailSignal signal, MailDeliveries deliveries, TenantStatements statements, TenantDirectory directory, TimeProvider time, ILogger<MailWorker> logger) : BackgroundService
{
    private const int Workers = 4;
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(10);

    private readonly HashSet<Guid> _running = [];
    private readonly HashSet<Guid> _wokenAgain = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(ListenAsync(stoppingToken), SweepAsync(stoppingToken));

    private Task ListenAsync(CancellationToken stopping) => Parallel.ForEachAsync(
        signal.Tenants.ReadAllAsync(stopping),
        Lanes(stopping),
        RunAsync);

    private async Task SweepAsync(CancellationToken stopping)
    {
        DueSweep sweep = new("mails", Due, statements, directory, logger);
        using PeriodicTimer timer = new(s_sweep, time);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            List<Guid> due = [];
            await sweep.RunAsync(due.Add, stopping);
            await Parallel.ForEachAsync(due, Lanes(stopping), RunAsync);
        }
    }

    private Sql? Due(TenantEntry tenant) => tenant.Status != TenantStatus.Active ? null : new Sql(
        """
        SELECT EXISTS (SELECT 1 FROM billing.mails WHERE tenant_id = $1 AND state = 'intended' AND next_attempt_at <= $2)
            OR EXISTS (SELECT 1 FROM billing.mails WHERE tenant_id = $1 AND state = 'claimed' AND claimed_at < $3)
        """,
        tenant.Id, time.GetUtcNow(), time.GetUtcNow() - MailDeliveries.LostAfter);

    private static ParallelOptions Lanes(CancellationToken stopping) => new() { MaxDegreeOfParallelism = Workers, CancellationToken = stopping };

    private async ValueTask RunAsync(Guid tenantId, CancellationToken stopping)
    {
        if (directory.Current?.ById.GetValueOrDefault(tenantId) is not { } tenant)
        {
            return;
        }

        lock (_running)
        {
            if (!_running.Add(tenant.Id))
            {
                _wokenAgain.Add(tenant.Id);
                return;
            }
        }

        do
        {
            await TryAsync(tenant, stopping);
        }
        while (!Leave(tenant.Id) && !stopping.IsCancellationRequested);
    }

    // What was queued while the pass was at its end may have been missed by it.
    private bool Leave(Guid tenantId)
    {
        lock (_running)
        {
            return !_wokenAgain.Remove(tenantId) && _running.Remove(tenantId);
        }
    }

    private async Task TryAsync(TenantEntry tenant, CancellationToken stopping)
    {
        try
        {
            await deliveries.RunAsync(tenant, stopping);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            logger.LogWarning(exception, "Mails of tenant {Tenant} wait for the next sweep", tenant.Id);
        }
    }
}
