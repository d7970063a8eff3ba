using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Bnpl.Infrastructure.Persistence;
using Npgsql;

namespace Bnpl.TestKit.Databases;

/// <summary>
/// A database with all migrations applied, made once for each state of the migrations and shared by all test processes. Its
/// name carries the hash of their content; it is complete once it is marked as a template. While a process runs it holds
/// the hash's lock in share, so that another one cleans up only what nobody uses.
/// </summary>
internal static class TemplateDatabase
{
    private static readonly Lazy<Task<string>> Shared = new(PrepareAsync);

    public static string MigrationsFolder { get; } = FindMigrations();

    public static Task<string> GetAsync() => Shared.Value;

    private static async Task<string> PrepareAsync()
    {
        TestServer server = await TestServer.GetAsync();
        byte[] hash = ContentHash();
        int key = Key(Convert.ToHexStringLower(hash.AsSpan(0, 6)));
        string name = $"{server.Prefix}_template_{Convert.ToHexStringLower(hash.AsSpan(0, 6))}";

        await server.ExecuteAsync("SELECT pg_advisory_lock_shared(hashtext('bnpl test template'), $1)", key);
        await server.ExecuteAsync("SELECT pg_advisory_lock(hashtext('bnpl test template build'), $1)", key);
        try
        {
            if ((await server.QueryAsync<bool>("SELECT datistemplate FROM pg_database WHERE datname = $1", name)) is not [true])
            {
                await BuildAsync(server, name);
            }
        }
        finally
        {
            await server.ExecuteAsync("SELECT pg_advisory_unlock(hashtext('bnpl test template build'), $1)", key);
        }

        await DropStaleAsync(server, name);
        return name;
    }

    // A half-built one is what a killed process left: migrations may have changed by then only together with the name.
    private static async Task BuildAsync(TestServer server, string name)
    {
        string quoted = TestServer.Quoted(name);
        await server.ExecuteAsync($"DROP DATABASE IF EXISTS {quoted} WITH (FORCE)");
        await server.ExecuteAsync(
            $"CREATE DATABASE {quoted} OWNER {TestServer.Quoted(server.Owner.Username!)} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
        NpgsqlConnectionStringBuilder owner = new(server.Owner.ConnectionString) { Database = name, Pooling = false };
        await Migrator.RunAsync(owner.ConnectionString, MigrationsFolder, CancellationToken.None);
        await server.ExecuteAsync($"ALTER DATABASE {quoted} ALLOW_CONNECTIONS false IS_TEMPLATE true");
    }

    private static async Task DropStaleAsync(TestServer server, string current)
    {
        string prefix = $"{server.Prefix}_template_";
        foreach (string name in await server.QueryAsync<string>("SELECT datname::text FROM pg_database WHERE starts_with(datname, $1)", prefix))
        {
            string hash = name[prefix.Length..];
            if (name == current || hash.Length != 12 || !hash.All(char.IsAsciiHexDigitLower))
            {
                continue;
            }

            if ((await server.QueryAsync<bool>("SELECT pg_try_advisory_lock(hashtext('bnpl test template'), $1)", Key(hash)))[0])
            {
                // A second cleaner may have been here between the list and the lock.
                if ((await server.QueryAsync<string>("SELECT datname::text FROM pg_database WHERE datname = $1", name)).Count > 0)
                {
                    await server.ExecuteAsync($"ALTER DATABASE {TestServer.Quoted(name)} IS_TEMPLATE false");
                    await server.ExecuteAsync($"DROP DATABASE IF EXISTS {TestServer.Quoted(name)} WITH (FORCE)");
                }

                await server.ExecuteAsync("SELECT pg_advisory_unlock(hashtext('bnpl test template'), $1)", Key(hash));
            }
        }
    }

    private static byte[] ContentHash()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[8];
        foreach ((string name, string path) in Migrator.Files(MigrationsFolder))
        {
            byte[] content = File.ReadAllBytes(path);
            BinaryPrimitives.WriteInt64BigEndian(length, content.LongLength);
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
            hash.AppendData(length);
            hash.AppendData(content);
        }

        return hash.GetHashAndReset();
    }

    private static int Key(string hash) => BinaryPrimitives.ReadInt32BigEndian(Convert.FromHexString(hash));

    private static string FindMigrations()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bnpl.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository."), "migrations");
    }
}
