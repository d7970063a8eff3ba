using Microsoft.Extensions.Configuration;

namespace Bnpl.Credit.Orders;

/// <summary>
/// How long a cart waits for a verdict (<c>Orders:DecisionBudget</c>). When facts cannot be had in time, because a row is
/// locked or a bureau is slow, the order is stored without a verdict and decided right after. Zero: no cart waits at all.
/// </summary>
internal sealed record DecisionBudget(TimeSpan Limit)
{
    private const string Key = "Orders:DecisionBudget";
    private static readonly TimeSpan s_contract = TimeSpan.FromSeconds(4);

    public static DecisionBudget From(IConfiguration configuration) => new(configuration.GetValue<TimeSpan?>(Key) ?? s_contract);

    /// <summary>Does the work within the budget.</summary>
    /// <returns>False when the time ran out first; a caller that hangs up is none of it.</returns>
    public async Task<bool> TryAsync(Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            if (Limit > TimeSpan.Zero)
            {
                limit.CancelAfter(Limit);
            }
            else
            {
                await limit.CancelAsync();
                limit.Token.ThrowIfCancellationRequested();
            }

            await work(limit.Token);
            return true;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
