using Bnpl.Contracts;
using Bnpl.Infrastructure.Leases;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Api.Batches;

/// <summary>
/// Runs batches tenant by tenant under a lease. What a killed host leaves is found by state: any host's sweep goes on with
/// it. Batches of one reach run one after the other, since the next may speak of orders of the one before; those of several
/// merchants share the time in turn.
/// </summary>
internal sealed class BatchWorker : BackgroundService
{
    private const int Workers = 2;
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(20);
    private readonly RunBatch _run;
    private readonly TenantLane _lane;

    public BatchWorker(
        RunBatch run, TenantStatements statements, TenantDirectory directory, TenantLeases leases, TimeProvider time, ILogger<BatchWorker> logger)
    {
        _run = run;
        _lane = new TenantLane(new LaneWork("batches", Due, WorkAsync), Workers, statements, directory, leases, time, logger);
    }

    public void Wake(Guid tenantId) => _lane.Wake(tenantId);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _lane.RunAsync(s_sweep, stoppingToken);

    private async Task WorkAsync(TenantEntry tenant, CancellationToken cancellation)
    {
        Dictionary<Guid, int> reach = [];
        while (await _run.DueAsync(tenant, cancellation) is { Count: > 0 } due)
        {
            foreach (Batch batch in due)
            {
                if (!await _run.StepAsync(tenant, batch, reach, cancellation))
                {
                    // A suspended tenant, or a directory too old to tell: the sweep looks again.
                    return;
                }
            }
        }
    }

    // Those of a suspended tenant wait until it is resumed.
    private static Sql? Due(TenantEntry tenant) => tenant.Status != TenantStatus.Active
        ? null
        : new Sql("SELECT EXISTS (SELECT 1 FROM infra.batches WHERE tenant_id = $1 AND status = 'processing')", tenant.Id);
}
