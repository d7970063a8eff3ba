using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Bnpl.Infrastructure.Tests.Audit;

public sealed class AuditChainTests(SharedPlatform platform) : IClassFixture<SharedPlatform>
{
    [Fact]
    public async Task Committed_events_are_sealed_once_whoever_seals_and_verify()
    {
        await using InfrastructureHost one = Host();
        await using InfrastructureHost two = Host();
        TenantEntry tenant = await one.AddTestTenantAsync();
        await RecordAsync(one, tenant, 3);
        AuditVerdict before = await VerifyAsync(one, tenant);
        Assert.Equal((true, 0L, 3L), (before.Ok, before.Seals, before.Unsealed));

        await one.Get<AuditSealer>().SealAsync(tenant, CancellationToken.None);
        await RecordAsync(two, tenant, 2);
        await two.Get<AuditSealer>().SealAsync(tenant, CancellationToken.None);
        await one.Get<AuditSealer>().SealAsync(tenant, CancellationToken.None);

        AuditVerdict after = await VerifyAsync(one, tenant);
        Assert.Equal((true, 5L, 0L, null), (after.Ok, after.Seals, after.Unsealed, after.FirstBadSeal));
        Assert.NotNull(after.SealedThrough);
    }

    [Theory]
    [InlineData("UPDATE infra.audit_events SET actor = 'nobody' WHERE id = $id", 3L)]
    [InlineData("UPDATE infra.audit_events SET at = at + interval '1 microsecond' WHERE id = $id", 3L)]
    [InlineData("UPDATE infra.audit_events SET fields = '{}' WHERE id = $id", 3L)]
    [InlineData("UPDATE infra.audit_events SET request_id = '' WHERE id = $id", 3L)]
    [InlineData("DELETE FROM infra.audit_events WHERE id = $id", 3L)]
    [InlineData("DELETE FROM infra.audit_seals WHERE event_id = $id", 3L)]
    [InlineData("DELETE FROM infra.audit_seals WHERE event_id = $id; DELETE FROM infra.audit_events WHERE id = $id", 3L)]
    [InlineData("DELETE FROM infra.audit_seals WHERE event_id = $id; UPDATE infra.audit_seals SET seal_no = seal_no - 1 WHERE tenant_id = $tenant AND seal_no > 3", 3L)]
    [InlineData("UPDATE infra.audit_seals SET seal_no = -seal_no WHERE tenant_id = $tenant AND seal_no IN (3, 4); UPDATE infra.audit_seals SET seal_no = 7 + seal_no WHERE tenant_id = $tenant AND seal_no < 0", 3L)]
    [InlineData("UPDATE infra.audit_seals SET hash = sha256('x') WHERE event_id = $id", 3L)]
    [InlineData("DELETE FROM infra.audit_seals WHERE tenant_id = $tenant AND seal_no >= 4", 4L)]
    [InlineData("DELETE FROM infra.audit_seals WHERE tenant_id = $tenant AND seal_no >= 4; UPDATE infra.audit_heads SET seal_no = 3 WHERE tenant_id = $tenant", 4L)]
    [InlineData("DELETE FROM infra.audit_seals WHERE tenant_id = $tenant AND seal_no >= 4; DELETE FROM infra.audit_heads WHERE tenant_id = $tenant", 4L)]
    [InlineData("INSERT INTO infra.audit_events SELECT tenant_id, gen_random_uuid(), at, business_at, actor, action, resource, resource_id, fields, ip_address, request_id, mac FROM infra.audit_events WHERE id = $id", null)]
    [InlineData("INSERT INTO infra.audit_events SELECT tenant_id, gen_random_uuid(), at, business_at, actor, action, resource, resource_id, fields, ip_address, request_id, mac FROM infra.audit_events WHERE id = $id; INSERT INTO infra.audit_seals SELECT tenant_id, 6, id, sha256('x'), now() FROM infra.audit_events e WHERE tenant_id = $tenant AND NOT EXISTS (SELECT 1 FROM infra.audit_seals s WHERE s.event_id = e.id)", 6L)]
    public async Task Verification_names_the_first_link_that_somebody_with_the_database_in_hand_touched(string tampering, long? firstBad)
    {
        await using InfrastructureHost host = Host();
        TenantEntry tenant = await host.AddTestTenantAsync();
        TenantEntry neighbour = await host.AddTestTenantAsync();
        foreach (TenantEntry sealing in new[] { tenant, neighbour })
        {
            await RecordAsync(host, sealing, 5);
            await host.Get<AuditSealer>().SealAsync(sealing, CancellationToken.None);
        }

        string id = (await host.RowsAsync(tenant, "SELECT event_id FROM infra.audit_seals WHERE seal_no = 3"))[0];
        await TamperAsync(tampering.Replace("$id", $"'{id}'", StringComparison.Ordinal).Replace("$tenant", $"'{tenant.Id}'", StringComparison.Ordinal));

        AuditVerdict verdict = await VerifyAsync(host, tenant);
        Assert.Equal((false, firstBad), (verdict.Ok, verdict.FirstBadSeal));
        Assert.NotNull(verdict.Reason);

        // Sealing on must not cover it up, and the neighbour is none the wiser.
        await RecordAsync(host, tenant, 1);
        await host.Get<AuditSealer>().SealAsync(tenant, CancellationToken.None);
        Assert.Equal((false, firstBad), ((await VerifyAsync(host, tenant)).Ok, (await VerifyAsync(host, tenant)).FirstBadSeal));
        Assert.True((await VerifyAsync(host, neighbour)).Ok);
    }

    [Theory]
    [InlineData("UPDATE infra.audit_events SET actor = 'nobody'")]
    [InlineData("DELETE FROM infra.audit_events")]
    [InlineData("UPDATE infra.audit_seals SET seal_no = 9")]
    [InlineData("DELETE FROM infra.audit_seals")]
    public async Task The_application_can_only_append(string sql)
    {
        await using InfrastructureHost host = Host();
        TenantEntry tenant = await host.AddTestTenantAsync();
        PostgresException refused = await Assert.ThrowsAsync<PostgresException>(
            () => host.InAsync(tenant, (_, session) => session.ExecuteAsync(new Sql(sql), CancellationToken.None)));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private static Task RecordAsync(InfrastructureHost host, TenantEntry tenant, int count) => host.InAsync(tenant, (services, _) =>
    {
        for (int i = 0; i < count; i++)
        {
            services.GetRequiredService<AuditTrail>().Record("merchant.restricted", IdPrefix.Merchant, EntityId.New(), "status", "reason");
        }

        return Task.CompletedTask;
    });

    private static async Task<AuditVerdict> VerifyAsync(InfrastructureHost host, TenantEntry tenant)
    {
        AuditVerdict? verdict = null;
        await host.InAsync(tenant, async (services, _) =>
            verdict = await services.GetRequiredService<AuditVerification>().VerifyAsync(tenant.Id, CancellationToken.None));
        return verdict!;
    }

    // As the superuser, who is under no policy, with foreign keys off: the most that somebody inside the database can do.
    private async Task TamperAsync(string sql)
    {
        NpgsqlConnectionStringBuilder admin = new(Environment.GetEnvironmentVariable("BNPL_ADMIN_DATABASE")) { Database = platform.Database.Name, Pooling = false };
        await using NpgsqlConnection connection = new(admin.ConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new($"SET session_replication_role = replica; {sql}", connection);
        await command.ExecuteNonQueryAsync();
    }

    private InfrastructureHost Host() => new(platform.Database, platform.DataDirectory);
}
