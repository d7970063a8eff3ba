namespace Bnpl.Api.Batches;

/// <summary>When each line may begin: a pace for the host and one for each tenant. Pure but for what it remembers.</summary>
internal sealed class LineSchedule(int perSecond, int perSecondPerTenant)
{
    // A wait ends a little late; what that costs may be made up for, and no more than that.
    private static readonly TimeSpan s_slack = TimeSpan.FromMilliseconds(100);
    private const int MostTenants = 10_000;
    private readonly TimeSpan _step = TimeSpan.FromSeconds(1) / Math.Max(perSecond, 1);
    private readonly TimeSpan _tenantStep = TimeSpan.FromSeconds(1) / Math.Max(perSecondPerTenant, 1);
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, DateTimeOffset> _nextOfTenant = [];
    private DateTimeOffset _next;

    /// <summary>Takes the next place of this tenant. It may lie in the past.</summary>
    public DateTimeOffset Take(Guid tenant, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_nextOfTenant.Count > MostTenants)
            {
                _nextOfTenant.Clear();
            }

            DateTimeOffset earliest = now - s_slack;
            DateTimeOffset own = Later(_nextOfTenant.GetValueOrDefault(tenant), earliest);
            DateTimeOffset all = Later(_next, earliest);
            DateTimeOffset place = Later(own, all);
            _nextOfTenant[tenant] = place + _tenantStep;

            // Not from the place: a tenant that must wait for its own pace keeps nobody else waiting.
            _next = all + _step;
            return place;
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <summary>Holds each line back until its place has come, and while the host is busy with requests that somebody waits for.</summary>
internal sealed class BatchPace(BatchOptions options, InteractiveLoad load, TimeProvider time)
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);
    private readonly LineSchedule _schedule = new(options.LinesPerSecond, options.LinesPerSecondPerTenant);

    public async Task WaitAsync(Guid tenant, CancellationToken cancellation)
    {
        TimeSpan wait = _schedule.Take(tenant, time.GetUtcNow()) - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellation);
        }

        long began = time.GetTimestamp();
        while (load.Current >= options.Busy && time.GetElapsedTime(began) < options.LongestStandBack)
        {
            await Task.Delay(s_look, time, cancellation);
        }
    }
}
