using Bnpl.Contracts;
using Bnpl.Infrastructure.Leases;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bnpl.Infrastructure.Tests.Leases;

public sealed class DueSweepTests(SharedPlatform platform) : IClassFixture<SharedPlatform>
{
    private const int MoreThanAreAskedAtOnce = 101;

    [Fact]
    public async Task Of_many_tenants_those_with_work_are_found_and_no_others()
    {
        await using InfrastructureHost host = new(platform.Database, platform.DataDirectory);
        List<TenantEntry> tenants = [];
        for (int i = 0; i < MoreThanAreAskedAtOnce; i++)
        {
            tenants.Add(await host.AddTestTenantAsync());
        }

        TenantEntry[] busy = [tenants[0], tenants[50], tenants[^1]];
        foreach (TenantEntry tenant in busy)
        {
            await host.PublishAsync(tenant, "order.authorized", EntityId.New(), 1);
        }

        HashSet<Guid> ours = [.. tenants.Select(tenant => tenant.Id)];
        List<Guid> found = await FoundAsync(host, tenant => !ours.Contains(tenant.Id)
            ? null
            : new Sql("SELECT EXISTS (SELECT 1 FROM infra.events WHERE fanned_out_at IS NULL)"));

        Assert.Equal(busy.Select(tenant => tenant.Id).Order(), found.Order());
    }

    [Fact]
    public async Task Where_one_question_fails_nobodys_work_is_missed()
    {
        await using InfrastructureHost host = new(platform.Database, platform.DataDirectory);
        TenantEntry ill = await host.AddTestTenantAsync();
        TenantEntry busy = await host.AddTestTenantAsync();
        HashSet<Guid> ours = [ill.Id, busy.Id];

        List<Guid> found = await FoundAsync(host, tenant => !ours.Contains(tenant.Id) ? null : tenant.Id == ill.Id ? new Sql("SELECT 1 / 0 = 1") : new Sql("SELECT true"));

        Assert.Equal(ours.Order(), found.Order());
    }

    private static async Task<List<Guid>> FoundAsync(InfrastructureHost host, Func<TenantEntry, Sql?> due)
    {
        List<Guid> found = [];
        await new DueSweep("test", due, host.Get<TenantStatements>(), host.Get<TenantDirectory>(), NullLogger.Instance).RunAsync(found.Add, CancellationToken.None);
        return found;
    }
}
