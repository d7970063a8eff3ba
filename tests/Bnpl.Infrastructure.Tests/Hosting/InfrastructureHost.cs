using Bnpl.Contracts;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Bnpl.Infrastructure.Tests.Hosting;

/// <summary>The infrastructure's services of one host on a test's database. Nothing runs in the background unless started.</summary>
internal sealed class InfrastructureHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly List<IHostedService> _started = [];

    public InfrastructureHost(TestDatabase database, string dataDirectory, Action<IServiceCollection>? configure = null)
    {
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddInfrastructure(new PlatformOptions(database.AppConnectionString, dataDirectory, new Uri("http://localhost"), null, LoopbackWebhooks: true));
        configure?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<TenantEntry> AddTestTenantAsync() => AddTenantAsync("test");

    public async Task<TenantEntry> AddTenantAsync(string mode, DateTimeOffset? clock = null)
    {
        Guid id = EntityId.New();
        string slug = $"t{id:N}";
        await using NpgsqlConnection connection = await Get<NpgsqlDataSource>().OpenConnectionAsync();
        foreach (string sql in new[]
        {
            $"SELECT directory.add_tenant('{id}', '{slug}', 'test', '{mode}', 'standard', now())",
            $"SELECT directory.move_tenant('{id}', 'provisioning', 'active')",
        })
        {
            await using NpgsqlCommand command = new(sql, connection);
            await command.ExecuteNonQueryAsync();
        }

        TenantStatements statements = Get<TenantStatements>();
        await statements.ExecuteAsync(
            id,
            new Sql("INSERT INTO infra.tenant_keys (tenant_id, version, wrapped, created_at) VALUES ($1, 1, $2, now())", id, Get<TenantKeyStore>().CreateWrapped(id, 1)),
            CancellationToken.None);
        if (mode == "test")
        {
            await statements.ExecuteAsync(
                id,
                new Sql("INSERT INTO infra.test_clocks (tenant_id, now_at) VALUES ($1, $2)", id, clock ?? new DateTimeOffset(2026, 4, 1, 3, 0, 0, TimeSpan.Zero)),
                CancellationToken.None);
        }

        return (await Get<TenantDirectory>().RefreshAsync(CancellationToken.None)).ById[id];
    }

    public Task InAsync(TenantEntry tenant, Func<IServiceProvider, TenantSession, Task> work) => Get<TenantTransactions>().RunAsync(
        tenant,
        async (services, session) =>
        {
            await work(services, session);
            return true;
        },
        CancellationToken.None);

    /// <summary>Publishes one event of a resource, as a use case does.</summary>
    public Task PublishAsync(TenantEntry tenant, string type, Guid resource, long sequence, Guid? merchant = null) => InAsync(tenant, (services, _) =>
    {
        services.GetRequiredService<Outbox>().Publish(type, new EventSubject("order", resource, sequence, merchant), new { id = EntityId.Format("ord", resource), amount = sequence });
        return Task.CompletedTask;
    });

    /// <summary>Rows as text, columns joined by blanks.</summary>
    public async Task<List<string>> RowsAsync(TenantEntry tenant, string sql)
    {
        List<string> rows = [];
        await InAsync(tenant, async (_, session) => rows = await session.ReadListAsync(
            new Sql(sql), reader => string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "-" : reader.GetValue(i))), CancellationToken.None));
        return rows;
    }

    public async Task StartAsync<T>()
        where T : IHostedService
    {
        T service = Get<T>();
        await service.StartAsync(CancellationToken.None);
        _started.Add(service);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IHostedService service in _started.AsEnumerable().Reverse())
        {
            await service.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
    }
}

/// <summary>A database and a data directory for the hosts of one test class.</summary>
public sealed class SharedPlatform : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;

    public string DataDirectory { get; } = Directory.CreateTempSubdirectory("bnpl-test-").FullName;

    public async ValueTask InitializeAsync() => Database = await TestDatabase.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(DataDirectory, recursive: true);
    }
}
