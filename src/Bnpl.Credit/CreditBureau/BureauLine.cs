using System.Collections.Concurrent;

namespace Bnpl.Credit.CreditBureau;

internal sealed record RecentAnswer(Guid EnquiryId, BureauAnswer Answer, DateTimeOffset Until);

/// <summary>
/// The host's line to the bureau: so many at a time, each for so long, waiting included. Answers are remembered until their order is
/// decided, for minutes at most: they serve further attempts at it.
/// </summary>
internal sealed class BureauLine(TimeProvider time) : IDisposable
{
    private const int AtATime = 8;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_recent = TimeSpan.FromMinutes(5);
    private const int MostRecent = 10_000;
    private readonly ConcurrentDictionary<(Guid, string), RecentAnswer> _recent = [];
    private readonly SemaphoreSlim _free = new(AtATime);

    /// <summary>What the bureau said on this occasion a moment ago.</summary>
    public RecentAnswer? Recent(Guid tenantId, string occasion) =>
        _recent.TryGetValue((tenantId, occasion), out RecentAnswer? known) && known.Until > time.GetUtcNow() ? known : null;

    public void Remember(Guid tenantId, string occasion, Guid enquiryId, BureauAnswer answer)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (_recent.Count >= MostRecent)
        {
            foreach ((Guid, string) old in _recent.Where(entry => entry.Value.Until <= now).Select(entry => entry.Key))
            {
                _recent.TryRemove(old, out _);
            }
        }

        if (_recent.Count < MostRecent)
        {
            _recent[(tenantId, occasion)] = new RecentAnswer(enquiryId, answer, now + s_recent);
        }
    }

    public void Forget(Guid tenantId, string occasion) => _recent.TryRemove((tenantId, occasion), out _);

    /// <exception cref="CreditBureauException">Time is up.</exception>
    public async Task<BureauAnswer> RunAsync(Func<CancellationToken, Task<BureauAnswer>> ask, CancellationToken cancellation)
    {
        using CancellationTokenSource patience = new(s_patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        bool entered = false;
        try
        {
            await _free.WaitAsync(both.Token);
            entered = true;
            return await ask(both.Token).WaitAsync(both.Token);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw new CreditBureauException("No answer in time.", exception);
        }
        finally
        {
            if (entered)
            {
                _free.Release();
            }
        }
    }

    public void Dispose() => _free.Dispose();
}
