using Bnpl.Billing.Reconciliation;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Billing.Tests.Reconciliation;

/// <summary>What happens to a host while it works on an import.</summary>
internal static class Worlds
{
    /// <summary>Books a batch up to the moment before its commit, and no further.</summary>
    public static async Task DieInBatchAsync(PlatformHost host, TenantActor tenant, string import)
    {
        TenantEntry entry = host.Services.GetRequiredService<TenantDirectory>().Current!.ById[tenant.TenantId];
        await using AsyncServiceScope scope = await host.Services.GetRequiredService<TenantScopes>().OpenAsync(entry, CancellationToken.None);
        TenantSession session = scope.ServiceProvider.GetRequiredService<TenantSession>();
        await session.BeginAsync(CancellationToken.None);
        Assert.True(EntityId.TryParse(IdPrefix.Import, import, out Guid id));
        await scope.ServiceProvider.GetRequiredService<ContinueImport>().RunAsync(id, CancellationToken.None);
        await session.RollbackAsync();
    }

    public static async Task<Answer> FinishedAsync(TenantActor tenant, string import)
    {
        for (int attempt = 0; attempt < 600; attempt++)
        {
            Answer answer = (await tenant.GetAsync($"/v1/reconciliation/imports/{import}")).Expect(200);
            if (answer.Member("status") == "finished")
            {
                return answer;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        throw new TimeoutException("The import does not finish.");
    }
}
