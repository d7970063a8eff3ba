using Npgsql;
using Xunit;

namespace Bnpl.TestKit.Databases;

/// <summary>
/// A migrated database of one's own, cloned from the template and dropped at the end: <c>IClassFixture&lt;TestDatabase&gt;</c>,
/// or <see cref="CreateAsync"/>. Tables, policies and grants come with the clone.
/// </summary>
public sealed class TestDatabase : IAsyncLifetime
{
    private string? name;
    private string? owner;
    private string? app;

    public string Name => name ?? throw new InvalidOperationException("The database is not created yet.");

    /// <summary>As the role which migrates. It too is under row-level security.</summary>
    public string OwnerConnectionString => owner ?? throw new InvalidOperationException("The database is not created yet.");

    /// <summary>As the role which serves: it owns nothing.</summary>
    public string AppConnectionString => app ?? throw new InvalidOperationException("The database is not created yet.");

    /// <summary>The folder the database was migrated from.</summary>
    public static string MigrationsFolder => TemplateDatabase.MigrationsFolder;

    public static async Task<TestDatabase> CreateAsync()
    {
        TestDatabase database = new();
        await database.InitializeAsync();
        return database;
    }

    public async ValueTask InitializeAsync()
    {
        TestServer server = await TestServer.GetAsync();
        string template = await TemplateDatabase.GetAsync();
        string clone = server.NextName();
        await server.ExecuteAsync(
            $"CREATE DATABASE {TestServer.Quoted(clone)} OWNER {TestServer.Quoted(server.Owner.Username!)} TEMPLATE {TestServer.Quoted(template)}");
        name = clone;

        // The database's own privileges are the one thing a clone does not inherit.
        await server.ExecuteAsync($"REVOKE ALL ON DATABASE {TestServer.Quoted(clone)} FROM PUBLIC");
        await server.ExecuteAsync($"GRANT CONNECT, TEMPORARY ON DATABASE {TestServer.Quoted(clone)} TO {TestServer.Quoted(server.App.Username!)}");
        owner = new NpgsqlConnectionStringBuilder(server.Owner.ConnectionString) { Database = clone }.ConnectionString;
        app = new NpgsqlConnectionStringBuilder(server.App.ConnectionString) { Database = clone }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        if (name is null)
        {
            return;
        }

        TestServer server = await TestServer.GetAsync();
        await server.DropAsync(name);
    }
}
