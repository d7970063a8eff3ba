using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Infrastructure.Persistence;

/// <summary>
/// Runs a piece of background work in a tenant's own scope and transaction: committed when it returns, undone when it
/// throws, and run again from the start, at most three times, when it met another transaction.
/// </summary>
public sealed class TenantTransactions(TenantScopes scopes)
{
    private const int MostAttempts = 3;

    public async Task<T> RunAsync<T>(TenantEntry tenant, Func<IServiceProvider, TenantSession, Task<T>> work, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await using AsyncServiceScope scope = await scopes.OpenAsync(tenant, cancellation);
                TenantSession session = scope.ServiceProvider.GetRequiredService<TenantSession>();
                await session.BeginAsync(cancellation);
                T result = await work(scope.ServiceProvider, session);
                await session.CommitAsync(CancellationToken.None);
                return result;
            }
            catch (Exception exception) when (attempt < MostAttempts && ExceptionRefusals.IsRetryable(exception))
            {
                // Nothing is committed; the next attempt sees what the other transaction did.
            }
        }
    }
}
