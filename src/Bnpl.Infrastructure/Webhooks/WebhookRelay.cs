using Bnpl.Contracts;
using Bnpl.Infrastructure.Leases;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bnpl.Infrastructure.Webhooks;

/// <summary>
/// The relay's second lane: posts deliveries to webhook endpoints, in order per resource and endpoint. What fails or
/// hangs holds up its endpoint and resource only, since due work is looked for anew whenever one call ends.
/// </summary>
public sealed class WebhookRelay : BackgroundService
{
    private const int Workers = 32;
    private const int MostInFlight = 32;
    private const int MostPerEndpoint = 8;
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(500);
    private readonly WebhookDeliveries _deliveries;
    private readonly TimeProvider _time;
    private readonly ILogger<WebhookRelay> _logger;
    private readonly TenantLane _lane;

    public WebhookRelay(
        WebhookDeliveries deliveries, TenantStatements statements, TenantDirectory directory, TenantLeases leases, TimeProvider time, ILogger<WebhookRelay> logger)
    {
        (_deliveries, _time, _logger) = (deliveries, time, logger);
        _lane = new TenantLane(new LaneWork("webhooks", Due, RunTenantAsync), Workers, statements, directory, leases, time, logger);
    }

    public void Wake(Guid tenantId) => _lane.Wake(tenantId);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _lane.RunAsync(s_sweep, stoppingToken);

    /// <summary>Works until nothing is due for this tenant and no call is under way.</summary>
    internal async Task RunTenantAsync(TenantEntry tenant, CancellationToken cancellation)
    {
        Dictionary<Guid, (WebhookDelivery Delivery, Task Call)> inFlight = [];
        try
        {
            while (true)
            {
                foreach (WebhookDelivery due in await NextAsync(tenant, inFlight.Values.Select(f => f.Delivery).ToList(), cancellation))
                {
                    inFlight.Add(due.Id, (due, SendAsync(tenant, due, cancellation)));
                }

                if (inFlight.Count == 0)
                {
                    return;
                }

                await Task.WhenAny([.. inFlight.Values.Select(f => f.Call), Task.Delay(s_look, cancellation)]);
                foreach (Guid ended in inFlight.Where(f => f.Value.Call.IsCompleted).Select(f => f.Key).ToList())
                {
                    inFlight.Remove(ended);
                }
            }
        }
        finally
        {
            await Task.WhenAll(inFlight.Values.Select(f => f.Call));
        }
    }

    private async Task<List<WebhookDelivery>> NextAsync(TenantEntry tenant, List<WebhookDelivery> inFlight, CancellationToken cancellation)
    {
        if (inFlight.Count >= MostInFlight)
        {
            return [];
        }

        Dictionary<Guid, int> perEndpoint = inFlight.CountBy(d => d.EndpointId).ToDictionary();
        List<WebhookDelivery> next = [];
        foreach (WebhookDelivery due in await _deliveries.DueAsync(
            tenant,
            inFlight.Select(d => d.Id).ToArray(),
            perEndpoint.Where(e => e.Value >= MostPerEndpoint).Select(e => e.Key).ToArray(),
            cancellation))
        {
            int sending = perEndpoint.GetValueOrDefault(due.EndpointId);
            if (sending < MostPerEndpoint && inFlight.Count + next.Count < MostInFlight)
            {
                perEndpoint[due.EndpointId] = sending + 1;
                next.Add(due);
            }
        }

        return next;
    }

    private async Task SendAsync(TenantEntry tenant, WebhookDelivery delivery, CancellationToken cancellation)
    {
        try
        {
            await _deliveries.SendAsync(tenant, delivery, cancellation);
        }
        catch (Exception exception)
        {
            // The row is as before: the delivery is due again at the next look.
            _logger.LogError(exception, "Delivery {Delivery} of {Tenant} could not be made or recorded", delivery.Id, tenant.Id);
            await Task.Delay(TimeSpan.FromSeconds(1), cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Sql? Due(TenantEntry tenant) => tenant.Status == TenantStatus.Erased ? null : new Sql(
        "SELECT EXISTS (SELECT 1 FROM infra.deliveries WHERE tenant_id = $1 AND state = 'pending' AND endpoint_id IS NOT NULL AND next_attempt_at <= $2)",
        tenant.Id, _time.GetUtcNow());
}
