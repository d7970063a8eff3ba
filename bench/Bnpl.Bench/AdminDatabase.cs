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
