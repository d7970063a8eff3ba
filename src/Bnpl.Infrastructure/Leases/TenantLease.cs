using Microsoft.Extensions.Logging;
using Npgsql;

namespace Bnpl.Infrastructure.Leases;

/// <summary>A lease held. Work under it watches <see cref="Lost"/>, which is cancelled when it could not be renewed in time.</summary>
public sealed class TenantLease : IAsyncDisposable
{
    private readonly TenantLeases _leases;
    private readonly Guid _tenantId;
    private readonly string _purpose;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _lost;
    private readonly CancellationTokenSource _released = new();
    private Task? _renewal;

    internal TenantLease(
        TenantLeases leases, Guid tenantId, string purpose, string holder, TimeProvider time, ILogger logger, CancellationToken stopping)
    {
        (_leases, _tenantId, _purpose, Holder, _time, _logger) = (leases, tenantId, purpose, holder, time, logger);
        _lost = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    }

    /// <summary>Cancelled when the lease is lost, or the work's own cancellation was requested.</summary>
    public CancellationToken Lost => _lost.Token;

    internal string Holder { get; }

    public async ValueTask DisposeAsync()
    {
        await _released.CancelAsync();
        if (_renewal is not null)
        {
            await _renewal;
            try
            {
                await _leases.ReleaseAsync(_tenantId, _purpose, Holder);
            }
            catch (NpgsqlException exception)
            {
                _logger.LogWarning(exception, "The lease {Purpose} of {Tenant} was not released; it lapses by itself", _purpose, _tenantId);
            }
        }

        _released.Dispose();
        _lost.Dispose();
    }

    internal void KeepRenewed() => _renewal = RenewAsync(_released.Token);

    private async Task RenewAsync(CancellationToken released)
    {
        long renewedAt = _time.GetTimestamp();
        while (true)
        {
            await Task.Delay(TenantLeases.Term / 3, _time, released).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (released.IsCancellationRequested)
            {
                return;
            }

            long asked = _time.GetTimestamp();
            try
            {
                if (!await _leases.ExtendAsync(_tenantId, _purpose, Holder, released))
                {
                    await LoseAsync();
                    return;
                }

                renewedAt = asked;
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (NpgsqlException exception)
            {
                _logger.LogWarning(exception, "The lease {Purpose} of {Tenant} could not be renewed yet", _purpose, _tenantId);
                if (_time.GetElapsedTime(renewedAt) >= TenantLeases.Term * 2 / 3)
                {
                    await LoseAsync();
                    return;
                }
            }
        }
    }

    private Task LoseAsync()
    {
        _logger.LogWarning("The lease {Purpose} of {Tenant} was lost; its work stops", _purpose, _tenantId);
        return _lost.CancelAsync();
    }
}
