using System.Collections.Concurrent;

namespace Bnpl.Credit.CreditBureau;

/// <summary>The host's line to the bureau: so many at a time, each for so long, waiting included. Answers are remembered for minutes.</summary>
internal sealed class BureauLine(TimeProvider time) : IDisposable
{
    private const int AtATime = 8;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_recent = TimeSpan.FromMinutes(5);
    private const int MostRecent = 10_000;
    private readonly ConcurrentDictionary<(Guid, string), (DateTimeOffset Until, BureauAnswer Answer)> _recent = [];
    private readonly SemaphoreSlim _free = new(AtATime);

    /// <summary>What the bureau said of this person a moment ago.</summary>
    public BureauAnswer? Recent(Guid tenantId, string person) =>
        _recent.TryGetValue((tenantId, person), out (DateTimeOffset Until, BureauAnswer Answer) known) && known.Until > time.GetUtcNow() ? known.Answer : null;

    public void Remember(Guid tenantId, string person, BureauAnswer answer)
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
            _recent[(tenantId, person)] = (now + s_recent, answer);
        }
    }

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
