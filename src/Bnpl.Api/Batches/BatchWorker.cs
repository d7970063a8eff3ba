using Bnpl.Contracts;
using Bnpl.Infrastructure.Leases;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Api.Batches;

/// <summary>
/// Runs batches tenant by tenant under a lease. What a killed host leaves is found by state: any host's sweep goes on with
/// it. Tenants take turns, so that one long file does not keep the others waiting. Batches of one reach run one after the other, since the next may speak of orders of the one before; those of several
/// merchants share the time in turn.
/// </summary>
internal sealed class BatchWorker : BackgroundService
{
    private const int Workers = 2;
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(20);
    private readonly RunBatch _run;
    private readonly BatchOptions _options;
    private readonly TimeProvider _time;
    private readonly TenantLane _lane;

    public BatchWorker(
        RunBatch run, BatchOptions options, TenantStatements statements, TenantDirectory directory, TenantLeases leases, TimeProvider time, ILogger<BatchWorker> logger)
    {
        (_run, _options, _time) = (run, options, time);
        _lane = new TenantLane(new LaneWork("batches", Due, WorkAsync), Workers, statements, directory, leases, time, logger);
    }

    public void Wake(Guid tenantId) => _lane.Wake(tenantId);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _lane.RunAsync(s_sweep, stoppingToken);

    private async Task WorkAsync(TenantEntry tenant, CancellationToken cancellation)
    {
        Dictionary<Guid, int> reach = [];
        long began = _time.GetTimestamp();
        while (await _run.DueAsync(tenant, cancellation) is { Count: > 0 } batches)
        {
            List<Batch> due = [.. batches.Where(batch => !(batch.WaitsUntil > _time.GetUtcNow()))];
            if (due.Count == 0)
            {
                WakeAt(tenant.Id, batches.Min(batch => batch.WaitsUntil)!.Value);
                return;
            }

            if (_time.GetElapsedTime(began) >= _options.Turn)
            {
                // To the end of the queue, behind the tenants that wait.
                _lane.Wake(tenant.Id);
                return;
            }

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

    // Should this host end before, the sweep of another one finds the batch.
    private void WakeAt(Guid tenantId, DateTimeOffset at)
    {
        TimeSpan pause = at - _time.GetUtcNow();
        _ = Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, _time).ContinueWith(_ => _lane.Wake(tenantId), TaskScheduler.Default);
    }

    // Those of a suspended tenant wait until it is resumed.
    private static Sql? Due(TenantEntry tenant) => tenant.Status != TenantStatus.Active
        ? null
        : new Sql("SELECT EXISTS (SELECT 1 FROM infra.batches WHERE tenant_id = $1 AND status = 'processing')", tenant.Id);
}
