using System.Diagnostics;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Bnpl.Infrastructure.Tests.Persistence;

public sealed class TenantSessionTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly TenantEntry s_north = Tenant("north", TenantMode.Live), s_south = Tenant("south", TenantMode.Live);
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
        .AddInfrastructure(new PlatformOptions(
            database.AppConnectionString, Path.GetTempPath(), new Uri("http://localhost"), Convert.ToBase64String(new byte[32]), LoopbackWebhooks: true))
        .BuildServiceProvider();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task What_one_tenant_commits_no_other_tenant_sees_changes_or_deletes()
    {
        string purpose = Purpose();
        await InScopeAsync(s_north, session => Queue(session, purpose, s_north));

        Assert.Equal(1, await CountAsync(s_north, purpose));
        Assert.Equal(0, await CountAsync(s_south, purpose));
        await InScopeAsync(s_south, async session =>
            Assert.Equal(0, await session.ExecuteAsync(new Sql("UPDATE infra.leases SET holder = 'thief' WHERE purpose = $1", purpose), default)));
    }

    [Fact]
    public async Task A_row_of_another_tenant_cannot_be_inserted()
    {
        PostgresException refused = await Assert.ThrowsAsync<PostgresException>(
            () => InScopeAsync(s_south, session => Queue(session, Purpose(), s_north)));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Nothing_of_a_use_case_stays_when_its_last_statement_fails()
    {
        string purpose = Purpose();
        await Assert.ThrowsAsync<PostgresException>(() => InScopeAsync(s_north, session =>
        {
            Queue(session, purpose, s_north);
            Queue(session, purpose, s_north);
        }));
        Assert.Equal(0, await CountAsync(s_north, purpose));
    }

    [Fact]
    public async Task A_commit_after_a_swallowed_database_error_fails_instead_of_silently_rolling_back()
    {
        await using AsyncServiceScope scope = Open(s_north);
        TenantSession session = scope.ServiceProvider.GetRequiredService<TenantSession>();
        await Assert.ThrowsAsync<PostgresException>(() => session.ExecuteAsync(new Sql("SELECT 1/0"), default));
        PostgresException refused = await Assert.ThrowsAsync<PostgresException>(() => session.CommitAsync(default));
        Assert.Equal(PostgresErrorCodes.InFailedSqlTransaction, refused.SqlState);
    }

    [Fact]
    public async Task A_disposed_session_leaves_nothing_and_its_connection_carries_no_tenant_over()
    {
        string purpose = Purpose();
        await using (AsyncServiceScope scope = Open(s_north))
        {
            TenantSession session = scope.ServiceProvider.GetRequiredService<TenantSession>();
            await session.ExecuteAsync(Insert(purpose, s_north), default);
        }

        Assert.Equal(0, await CountAsync(s_north, purpose));
        await using NpgsqlConnection pooled = await _services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using NpgsqlCommand command = new("SELECT coalesce(current_setting('app.tenant_id', true), '')", pooled);
        Assert.Equal("", await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Reads_of_one_batch_reach_their_own_readers_in_order_and_see_the_transaction_so_far()
    {
        string purpose = Purpose();
        await InScopeAsync(s_north, async session =>
        {
            await session.ExecuteAsync(Insert(purpose, s_north), default);
            List<string> seen = [];
            await session.ReadAsync(
                batch =>
                {
                    batch.Add(new Sql("SELECT 1 WHERE false"), async (reader, token) => seen.Add($"empty {await reader.ReadAsync(token)}"));
                    batch.Add(new Sql("SELECT holder FROM infra.leases WHERE purpose = $1", purpose), async (reader, token) =>
                    {
                        await reader.ReadAsync(token);
                        seen.Add(reader.GetString(0));
                    });
                    batch.Add(new Sql("SELECT $1::int + 1", 41), async (reader, token) =>
                    {
                        await reader.ReadAsync(token);
                        seen.Add($"{reader.GetInt32(0)}");
                    });
                },
                default);
            Assert.Equal(["empty False", "test", "42"], seen);
        });
    }

    [Fact]
    public async Task A_use_case_that_reads_once_and_queues_its_writes_takes_two_round_trips()
    {
        // Opening a pooled connection for the first time is traced too.
        await InScopeAsync(s_north, session => session.BeginAsync(default));
        int trips = 0;
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => trips += activity.Parent?.OperationName == "counted" ? 1 : 0,
        };
        ActivitySource.AddActivityListener(listener);
        using (new Activity("counted").Start())
        {
            await InScopeAsync(s_north, async session =>
            {
                await session.ReadAsync(batch => batch.Add(new Sql("SELECT 1"), (_, _) => Task.CompletedTask), default);
                Queue(session, Purpose(), s_north);
                Queue(session, Purpose(), s_north);
            });
        }

        Assert.Equal(2, trips);
    }

    [Fact]
    public async Task Actions_after_the_commit_run_only_when_it_succeeded()
    {
        int ran = 0;
        await InScopeAsync(s_north, session => session.AfterCommit(() => ran++));
        Assert.Equal(1, ran);
        await Assert.ThrowsAsync<PostgresException>(() => InScopeAsync(s_north, session =>
        {
            session.AfterCommit(() => ran++);
            session.Add(new Sql("SELECT 1/0"));
        }));
        Assert.Equal(1, ran);
    }

    [Fact]
    public void A_scope_without_a_tenant_cannot_reach_any_data()
    {
        using IServiceScope scope = _services.CreateScope();
        Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<TenantContext>().TenantId);
        Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<TenantClock>().Now);
    }

    [Fact]
    public void The_tenant_of_a_scope_cannot_be_changed()
    {
        using AsyncServiceScope scope = Open(s_north);
        Assert.Throws<InvalidOperationException>(
            () => scope.ServiceProvider.GetRequiredService<TenantContext>().Set(s_south, new TenantKeys(s_south.Id, [])));
    }

    private async Task InScopeAsync(TenantEntry tenant, Func<TenantSession, Task> work)
    {
        await using AsyncServiceScope scope = Open(tenant);
        TenantSession session = scope.ServiceProvider.GetRequiredService<TenantSession>();
        await work(session);
        await session.CommitAsync(default);
    }

    private Task InScopeAsync(TenantEntry tenant, Action<TenantSession> work) => InScopeAsync(tenant, session =>
    {
        work(session);
        return Task.CompletedTask;
    });

    private async Task<long> CountAsync(TenantEntry tenant, string purpose)
    {
        long count = -1;
        await InScopeAsync(tenant, async session =>
            count = await session.ReadOneAsync(new Sql("SELECT count(*) FROM infra.leases WHERE purpose = $1", purpose), row => row.GetInt64(0), default));
        return count;
    }

    private AsyncServiceScope Open(TenantEntry tenant)
    {
        AsyncServiceScope scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(tenant, new TenantKeys(tenant.Id, []));
        return scope;
    }

    private static void Queue(TenantSession session, string purpose, TenantEntry tenant) => session.Add(Insert(purpose, tenant));

    private static Sql Insert(string purpose, TenantEntry tenant) => new(
        "INSERT INTO infra.leases (tenant_id, purpose, holder, held_until) VALUES ($1, $2, 'test', $3)", tenant.Id, purpose, DateTimeOffset.UnixEpoch);

    private static string Purpose() => EntityId.Format("test", EntityId.New());

    private static TenantEntry Tenant(string slug, TenantMode mode) =>
        new(EntityId.New(), slug, slug, TenantStatus.Active, mode, "Asia/Tokyo", 0, []);
}
