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
