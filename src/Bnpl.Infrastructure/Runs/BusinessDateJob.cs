using Bnpl.Infrastructure.Leases;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Bnpl.Infrastructure.Runs;

/// <summary>
/// Looks every minute which live tenants have a business date to run. A suspended tenant's dates wait and are caught up, in
/// order, when it is resumed. Test tenants move by their own clock.
/// </summary>
[DisallowConcurrentExecution]
public sealed class BusinessDateJob(
    TenantDirectory directory, TenantScopes scopes, TenantLeases leases, BusinessDateRun run, ILogger<BusinessDateJob> logger) : IJob
{
    private const int TenantsAtOnce = 2;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await Parallel.ForEachAsync(
            directory.Current?.ById.Values.Where(tenant => tenant is { Status: TenantStatus.Active, IsTest: false, IsPlatform: false }) ?? [],
            new ParallelOptions { MaxDegreeOfParallelism = TenantsAtOnce, CancellationToken = cancellationToken },
            async (tenant, cancellation) =>
            {
                try
                {
                    await RunTenantAsync(tenant, cancellation);
                }
                catch (Exception exception) when (!cancellation.IsCancellationRequested)
                {
                    logger.LogError(exception, "The business-date run of {Tenant} stopped; the next minute resumes it", tenant.Id);
                }
            });

    internal async Task RunTenantAsync(TenantEntry tenant, CancellationToken cancellation)
    {
        DateOnly today;
        await using (AsyncServiceScope scope = await scopes.OpenAsync(tenant, cancellation))
        {
            today = scope.ServiceProvider.GetRequiredService<TenantClock>().Today;
        }

        if (await run.ClosedThroughAsync(tenant, cancellation) >= today)
        {
            return;
        }

        await using TenantLease? lease = await leases.TryTakeAsync(tenant, BusinessDateRun.Lease, cancellation);
        if (lease is not null)
        {
            await run.RunThroughAsync(tenant, today, lease.Lost);
        }
    }
}
