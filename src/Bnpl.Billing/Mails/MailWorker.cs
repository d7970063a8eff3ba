using Bnpl.Infrastructure.Tenancy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bnpl.Billing.Mails;

/// <summary>Sends what is intended: at once after a commit of this host, and by a sweep of all tenants as the safety net.</summary>
internal sealed class MailWorker(MailSignal signal, MailDeliveries deliveries, TenantDirectory directory, TimeProvider time, ILogger<MailWorker> logger) : BackgroundService
{
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(ListenAsync(stoppingToken), SweepAsync(stoppingToken));

    private async Task ListenAsync(CancellationToken stopping)
    {
        await foreach (Guid tenantId in signal.Tenants.ReadAllAsync(stopping))
        {
            if (directory.Current?.ById.GetValueOrDefault(tenantId) is { } tenant)
            {
                await TryAsync(tenant, stopping);
            }
        }
    }

    private async Task SweepAsync(CancellationToken stopping)
    {
        using PeriodicTimer timer = new(s_sweep, time);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            foreach (TenantEntry tenant in directory.Current?.ById.Values.Where(t => t.Status == TenantStatus.Active) ?? [])
            {
                await TryAsync(tenant, stopping);
            }
        }
    }

    private async Task TryAsync(TenantEntry tenant, CancellationToken stopping)
    {
        try
        {
            await deliveries.RunAsync(tenant, stopping);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogWarning(exception, "Mails of tenant {Tenant} wait for the next sweep", tenant.Id);
        }
    }
}
