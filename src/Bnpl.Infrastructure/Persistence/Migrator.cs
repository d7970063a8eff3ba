using System.Security.Cryptography;
using System.Text;
using Bnpl.Infrastructure.Runs;
using Npgsql;

namespace Bnpl.Infrastructure.Persistence;

/// <summary>
/// Applies <c>migrations/&lt;schema&gt;/&lt;number&gt;_&lt;what&gt;.sql</c> in the order of their numbers, each in a transaction of its
/// own, once: a journal keeps name and content hash, and a file changed after it was applied is an error. Runs as the
/// owner role; the application role's name is the owner's with <c>_owner</c> replaced by <c>_app</c>.
/// </summary>
public static class Migrator
{
    private const long LockKey = 0x626E706C; // "bnpl"

    public static async Task RunAsync(string ownerConnectionString, string migrationsFolder, CancellationToken cancellation)
    {
        await using NpgsqlDataSource dataSource = NpgsqlDataSource.Create(ownerConnectionString);
        await using NpgsqlConnection connection = await dataSource.OpenConnectionAsync(cancellation);
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({LockKey})", cancellation);
        await ExecuteAsync(
            connection,
            """
            CREATE SCHEMA IF NOT EXISTS directory;
            CREATE TABLE IF NOT EXISTS directory.migrations (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now());
            """,
            cancellation);
        await ExecuteAsync(connection, $"SET bnpl.app_role = '{AppRole(connection).Replace("'", "''")}'", cancellation);

        Dictionary<string, string> applied = await AppliedAsync(connection, cancellation);
        foreach ((string name, string path) in Files(migrationsFolder))
        {
            string sql = await File.ReadAllTextAsync(path, cancellation);
            string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
            if (applied.TryGetValue(name, out string? known))
            {
                if (known != hash)
                {
                    throw new InvalidOperationException($"Migration {name} was changed after it was applied. Add a new one instead.");
                }

                continue;
            }

            await ApplyAsync(connection, name, sql, hash, cancellation);
        }

        await Scheduler.ProvisionAsync(connection, ownerConnectionString, AppRole(connection), cancellation);
    }

    /// <summary>All migrations in the order of their numbers, which are unique across the folders.</summary>
    public static IReadOnlyList<(string Name, string Path)> Files(string folder)
    {
        List<(string Name, string Path)> files =
        [
            .. Directory.EnumerateFiles(folder, "*.sql", SearchOption.AllDirectories)
                .Select(path => (Name: Path.GetFileNameWithoutExtension(path), Path: path))
                .OrderBy(file => file.Name, StringComparer.Ordinal),
        ];
        string? twice = files.GroupBy(file => file.Name.Split('_')[0]).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is null ? files : throw new InvalidOperationException($"Two migrations are numbered {twice}.");
    }

    private static string AppRole(NpgsqlConnection connection)
    {
        string owner = new NpgsqlConnectionStringBuilder(connection.ConnectionString).Username ?? "";
        return owner.EndsWith("_owner", StringComparison.Ordinal)
            ? string.Concat(owner.AsSpan(0, owner.Length - "_owner".Length), "_app")
            : throw new InvalidOperationException("Migrations run as a role whose name ends with _owner.");
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, string name, string sql, string hash, CancellationToken cancellation)
    {
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            await ExecuteAsync(connection, sql, cancellation);
        }
        catch (PostgresException exception)
        {
            throw new InvalidOperationException($"Migration {name} failed: {exception.MessageText}", exception);
        }

        await using NpgsqlCommand journal = new("INSERT INTO directory.migrations (name, sha256) VALUES ($1, $2)", connection, transaction);
        journal.Parameters.Add(new NpgsqlParameter { Value = name });
        journal.Parameters.Add(new NpgsqlParameter { Value = hash });
        await journal.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<Dictionary<string, string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new("SELECT name, sha256 FROM directory.migrations", connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        Dictionary<string, string> applied = [];
        while (await reader.ReadAsync(cancellation))
        {
            applied.Add(reader.GetString(0), reader.GetString(1));
        }

        return applied;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(sql, connection);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
