namespace Bnpl.Screening.Backtests;

/// <summary>A backtest keeps a processor busy for seconds: a host runs one at a time, so that verdicts do not wait for them.</summary>
internal sealed class BacktestTurn : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public Task WaitAsync(CancellationToken cancellation) => _turn.WaitAsync(cancellation);

    public void Release() => _turn.Release();

    public void Dispose() => _turn.Dispose();
}
