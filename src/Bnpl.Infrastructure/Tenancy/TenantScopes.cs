using Bnpl.Infrastructure.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Infrastructure.Tenancy;

/// <summary>Opens one scope per tenant for jobs, the relay and requests that reach into a second tenant.</summary>
public sealed class TenantScopes(IServiceScopeFactory scopes, TenantKeyStore keys)
{
    public async Task<AsyncServiceScope> OpenAsync(TenantEntry tenant, CancellationToken cancellation)
    {
        AsyncServiceScope scope = scopes.CreateAsyncScope();
        try
        {
            scope.ServiceProvider.GetRequiredService<TenantContext>().Set(tenant, await keys.GetAsync(tenant.Id, cancellation));
            return scope;
        }
        catch
        {
            await scope.DisposeAsync();
            throw;
        }
    }
}

public static class TenantlessScopes
{
    /// <summary>Looks at scoped services without a tenant: what handlers and steps are there. They must not be used.</summary>
    public static T Peek<T>(this IServiceScopeFactory scopes, Func<IServiceProvider, T> look)
    {
        AsyncServiceScope scope = scopes.CreateAsyncScope();
        try
        {
            return look(scope.ServiceProvider);
        }
        finally
        {
            // Sessions are disposed asynchronously, but one that was never opened has nothing to wait for.
            scope.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}
