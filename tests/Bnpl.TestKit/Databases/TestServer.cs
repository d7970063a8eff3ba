using System.Security.Cryptography;
using Npgsql;

namespace Bnpl.TestKit.Databases;

/// <summary>
/// The server the tests use, as <c>./bnpl</c> names it. One connection stays open for the life of the test process and holds
/// its advisory locks: what a killed process left behind is recognised by its lock being free.
/// </summary>
internal sealed class TestServer
{
    private static readonly Lazy<Task<TestServer>> Shared = new(OpenAsync);
    private static int databases;
    private readonly NpgsqlConnection session;
    private readonly SemaphoreSlim turn = new(1);

    private TestServer(NpgsqlConnectionStringBuilder admin, NpgsqlConnectionStringBuilder owner, NpgsqlConnectionStringBuilder app, NpgsqlConnection session)
    {
        Admin = admin;
        Owner = owner;
        App = app;
        this.session = session;
    }

    public NpgsqlConnectionStringBuilder Admin { get; }

    public NpgsqlConnectionStringBuilder Owner { get; }

    public NpgsqlConnectionStringBuilder App { get; }

    /// <summary>Names this process; part of the name of every database it clones.</summary>
    public int Run { get; } = RandomNumberGenerator.GetInt32(int.MaxValue);

    public string Prefix => Owner.Database!;

    /// <summary>A database name by which a later run recognises what this one left behind.</summary>
    public string NextName() => $"{Prefix}_test_{Run}_{Interlocked.Increment(ref databases)}";

    /// <summary>Drops a database, and the roles that <c>./bnpl</c> made for it if it was the one to make it.</summary>
    public async Task DropAsync(string name)
    {
        await ExecuteAsync($"DROP DATABASE IF EXISTS {Quoted(name)} WITH (FORCE)");
        await ExecuteAsync($"DROP ROLE IF EXISTS {Quoted(name + "_owner")}, {Quoted(name + "_app")}");
    }

    public static Task<TestServer> GetAsync() => Shared.Value;

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public async Task<List<T>> QueryAsync<T>(string sql, params object[] values)
    {
        await turn.WaitAsync();
        try
        {
            await using NpgsqlCommand command = Command(sql, values);
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
            List<T> rows = [];
            while (await reader.ReadAsync())
            {
                rows.Add(reader.GetFieldValue<T>(0));
            }

            return rows;
        }
        finally
        {
            turn.Release();
        }
    }

    public async Task ExecuteAsync(string sql, params object[] values)
    {
        await turn.WaitAsync();
        try
        {
            await using NpgsqlCommand command = Command(sql, values);
            await command.ExecuteNonQueryAsync();
        }
        finally
        {
            turn.Release();
        }
    }

    private static async Task<TestServer> OpenAsync()
    {
        NpgsqlConnectionStringBuilder admin = Variable("BNPL_ADMIN_DATABASE");
        admin.Pooling = false;
        admin.KeepAlive = 30;
        NpgsqlConnection connection = new(admin.ConnectionString);
        await connection.OpenAsync();
        TestServer server = new(admin, Variable("BNPL_OWNER_DATABASE"), Variable("BNPL_APP_DATABASE"), connection);
        await server.ExecuteAsync("SELECT pg_advisory_lock(hashtext('bnpl test run'), $1)", server.Run);
        await server.DropLeftoversAsync();
        return server;
    }

    private static NpgsqlConnectionStringBuilder Variable(string name) => new(
        Environment.GetEnvironmentVariable(name)
            ?? throw new InvalidOperationException($"{name} is not set: run ./bnpl test, or first: eval \"$(./bnpl env)\""));

    private async Task DropLeftoversAsync()
    {
        foreach (string name in await QueryAsync<string>("SELECT datname::text FROM pg_database WHERE starts_with(datname, $1)", Prefix + "_test_"))
        {
            if (name[Prefix.Length..].Split('_') is ["", "test", string number, _] && int.TryParse(number, out int run) && await TryLockAsync(run))
            {
                await DropAsync(name);
                await ExecuteAsync("SELECT pg_advisory_unlock(hashtext('bnpl test run'), $1)", run);
            }
        }
    }

    // A session may take its own lock again: its own run is never a leftover.
    private async Task<bool> TryLockAsync(int run) =>
        run != Run && (await QueryAsync<bool>("SELECT pg_try_advisory_lock(hashtext('bnpl test run'), $1)", run))[0];

    private NpgsqlCommand Command(string sql, object[] values)
    {
        NpgsqlCommand command = new(sql, session) { CommandTimeout = 600 };
        foreach (object value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
