using System.Threading.Channels;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.Extensions.Logging;

namespace Bnpl.Infrastructure.Leases;

/// <summary>What a lane does for one tenant.</summary>
/// <param name="Purpose">Name of its lease.</param>
/// <param name="Due">The cheap question whether there is anything to do, asked before the lease is: one boolean. Null: there never is.</param>
/// <param name="WorkAsync">Runs under the lease until nothing is due.</param>
public sealed record LaneWork(string Purpose, Func<TenantEntry, Sql?> Due, Func<TenantEntry, CancellationToken, Task> WorkAsync);

/// <summary>
/// Background work done tenant by tenant: woken in memory, or by a sweep over all tenants as the safety net. One tenant
/// is worked on by one host at a time (lease) and by one worker of this host; a slow one holds up only itself.
/// </summary>
public sealed class TenantLane(
    LaneWork work, int workers, TenantStatements statements, TenantDirectory directory, TenantLeases leases, TimeProvider time, ILogger logger)
{
    // Commits come in bursts: a short wait lets one pass serve them all.
    private static readonly TimeSpan s_gather = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_contention = TimeSpan.FromMilliseconds(200);
    private const int MostContentions = 10;
    private readonly Channel<Guid> _queue = Channel.CreateUnbounded<Guid>();
    private readonly Dictionary<Guid, Place> _places = [];

    private enum Place
    {
        Queued = 1,
        Running = 2,
        RunningAndWokenAgain = 3,
    }

    public void Wake(Guid tenantId)
    {
        lock (_places)
        {
            if (_places.TryAdd(tenantId, Place.Queued))
            {
                _queue.Writer.TryWrite(tenantId);
            }
            else if (_places[tenantId] == Place.Running)
            {
                _places[tenantId] = Place.RunningAndWokenAgain;
            }
        }
    }

    public Task RunAsync(TimeSpan sweepEvery, CancellationToken stopping) =>
        Task.WhenAll([SweepAsync(sweepEvery, stopping), .. Enumerable.Range(0, workers).Select(_ => WorkAsync(stopping))]);

    private async Task SweepAsync(TimeSpan every, CancellationToken stopping)
    {
        DueSweep sweep = new(work.Purpose, work.Due, statements, directory, logger);
        using PeriodicTimer timer = new(every, time);
        do
        {
            await sweep.RunAsync(Wake, stopping);
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        await foreach (Guid tenantId in _queue.Reader.ReadAllAsync(stopping))
        {
            lock (_places)
            {
                _places[tenantId] = Place.Running;
            }

            try
            {
                await PassAsync(tenantId, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "The lane {Purpose} failed for {Tenant}; the next sweep tries again", work.Purpose, tenantId);
            }

            Leave(tenantId);
        }
    }

    private void Leave(Guid tenantId)
    {
        lock (_places)
        {
            bool again = _places[tenantId] == Place.RunningAndWokenAgain;
            if (again)
            {
                _places[tenantId] = Place.Queued;
                _queue.Writer.TryWrite(tenantId);
            }
            else
            {
                _places.Remove(tenantId);
            }
        }
    }

    private async Task PassAsync(Guid tenantId, CancellationToken stopping)
    {
        if (directory.Current?.ById.GetValueOrDefault(tenantId) is not { } tenant)
        {
            return;
        }

        for (int attempt = 0; attempt < MostContentions && await IsDueAsync(tenant, stopping); attempt++)
        {
            await Task.Delay(s_gather, time, stopping);
            TenantLease? lease = await leases.TryTakeAsync(tenant, work.Purpose, stopping);
            if (lease is null)
            {
                // The other host may have looked before our commit; what it misses must not wait for the next sweep.
                await Task.Delay(s_contention, time, stopping);
                continue;
            }

            await using (lease)
            {
                try
                {
                    await work.WorkAsync(tenant, lease.Lost);
                }
                catch (OperationCanceledException) when (!stopping.IsCancellationRequested && lease.Lost.IsCancellationRequested)
                {
                    // Another host follows.
                }
            }

            return;
        }
    }

    private async Task<bool> IsDueAsync(TenantEntry tenant, CancellationToken cancellation) =>
        work.Due(tenant) is { } question && await statements.ScalarAsync<bool>(tenant.Id, question, cancellation);
}
