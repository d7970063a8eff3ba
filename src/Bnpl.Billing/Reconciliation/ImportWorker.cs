using System.Threading.Channels;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Leases;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bnpl.Billing.Reconciliation;

/// <summary>Wakes this host's worker for a tenant after a commit, in memory. Losing a signal costs at most one sweep's delay.</summary>
internal sealed class ImportSignal
{
    private readonly Channel<TenantEntry> _tenants = Channel.CreateBounded<TenantEntry>(
        new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });

    public ChannelReader<TenantEntry> Tenants => _tenants.Reader;

    public void Wake(TenantEntry tenant) => _tenants.Writer.TryWrite(tenant);
}

/// <summary>
/// Books large imports batch by batch, each its own transaction. What a killed host leaves is found by state: the sweep
/// of any host goes on with it.
/// </summary>
internal sealed class ImportWorker(
    ImportSignal signal, TenantDirectory directory, TenantTransactions transactions, TenantStatements statements, TimeProvider time, ILogger<ImportWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(ListenAsync(stoppingToken), SweepAsync(stoppingToken));

    private async Task ListenAsync(CancellationToken stopping)
    {
        await foreach (TenantEntry tenant in signal.Tenants.ReadAllAsync(stopping))
        {
            await TryAsync(tenant, stopping);
        }
    }

    private async Task SweepAsync(CancellationToken stopping)
    {
        DueSweep sweep = new("imports", Due, statements, directory, logger);
        using PeriodicTimer timer = new(s_sweep, time);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            List<Guid> due = [];
            await sweep.RunAsync(due.Add, stopping);
            foreach (Guid id in due)
            {
                if (directory.Current?.ById.GetValueOrDefault(id) is { } tenant)
                {
                    await TryAsync(tenant, stopping);
                }
            }
        }
    }

    private static Sql? Due(TenantEntry tenant) => tenant.Status != TenantStatus.Active || tenant.IsPlatform
        ? null
        : new Sql("SELECT EXISTS (SELECT 1 FROM recon.imports WHERE tenant_id = $1 AND status = 'processing')", tenant.Id);

    // One tenant's trouble must not stop the others'; the next sweep tries again.
    private async Task TryAsync(TenantEntry tenant, CancellationToken stopping)
    {
        try
        {
            while (await StepAsync(tenant, stopping))
            {
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "An import of tenant {Tenant} could not be continued", tenant.Slug);
        }
    }

    /// <summary>Books one batch of the oldest import that is processing; false when there is none.</summary>
    private Task<bool> StepAsync(TenantEntry tenant, CancellationToken cancellation) => transactions.RunAsync(
        tenant,
        async (services, session) =>
        {
            Guid? import = await session.ReadOneAsync(
                new Sql("SELECT id FROM recon.imports WHERE tenant_id = $1 AND status = 'processing' ORDER BY id LIMIT 1", tenant.Id),
                row => (Guid?)row.GetGuid(0),
                cancellation);
            if (import is { } id)
            {
                await services.GetRequiredService<ContinueImport>().RunAsync(id, cancellation);
            }

            return import is not null;
        },
        cancellation);
}
