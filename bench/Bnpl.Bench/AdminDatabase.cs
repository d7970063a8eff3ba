using Npgsql;

namespace Bnpl.Bench;

/// <summary>The bench's database as the server's superuser, who is not under row-level security: for loading and looking.</summary>
internal sealed class AdminDatabase : IDisposable
{
    private readonly NpgsqlConnection _connection;

    private AdminDatabase(NpgsqlConnection connection) => _connection = connection;

    public static async Task<AdminDatabase> OpenAsync(string name)
    {
        string admin = Environment.GetEnvironmentVariable("BNPL_ADMIN_DATABASE") ?? throw new InvalidOperationException("Run ./bnpl bench.");
        NpgsqlConnection connection = new(new NpgsqlConnectionStringBuilder(admin) { Database = name, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return new AdminDatabase(connection);
    }

    public async Task ExecuteAsync(string sql, params object[] values)
    {
        await using NpgsqlCommand command = Command(sql, values);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await using NpgsqlCommand command = Command(sql, values);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> map, params object[] values)
    {
        await using NpgsqlCommand command = Command(sql, values);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        List<T> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    /// <summary>No foreign keys, no waiting for the disk, and functions for past instants and ids that rise with them.</summary>
    public Task PrepareLoadAsync() => ExecuteAsync(
        """
        SET session_replication_role = replica;
        SET synchronous_commit = off;
        SET maintenance_work_mem = '512MB';
        CREATE OR REPLACE FUNCTION pg_temp.past(i bigint, orders bigint) RETURNS timestamptz LANGUAGE sql STABLE AS
        $$ SELECT date_trunc('second', now()) - interval '2 days' - (orders - i) * (interval '730 days' / orders) $$;
        CREATE OR REPLACE FUNCTION pg_temp.id(what text, i bigint, at timestamptz) RETURNS uuid LANGUAGE sql STABLE AS
        $$ SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(m, 1, 3) || '8' || substr(m, 4, 15))::uuid FROM (SELECT md5(what || i) AS m) AS t $$;
        """);

    /// <summary>After loading: statistics and hint bits are there, and the load's own dirty pages are on the disk.</summary>
    public async Task SettleAsync()
    {
        await ExecuteAsync("SET session_replication_role = origin; SET synchronous_commit = on;");
        await ExecuteAsync("VACUUM (ANALYZE)");
        await ExecuteAsync("CHECKPOINT");
    }

    public void Dispose() => _connection.Dispose();

    private NpgsqlCommand Command(string sql, object[] values)
    {
        NpgsqlCommand command = new(sql, _connection) { CommandTimeout = 7200 };
        foreach (object value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
