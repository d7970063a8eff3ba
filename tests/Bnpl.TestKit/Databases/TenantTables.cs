using Npgsql;

namespace Bnpl.TestKit.Databases;

/// <summary>One tenant's rows as the application's role sees them, beside any host: for comparing whole tables.</summary>
public sealed class TenantTables(TestDatabase database, Guid tenantId)
{
    /// <summary>Each row as its columns, separated by spaces. Row-level security leaves the tenant's rows only.</summary>
    public async Task<string[]> RowsAsync(string sql)
    {
        await using NpgsqlConnection connection = new(database.AppConnectionString);
        await connection.OpenAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await using (NpgsqlCommand tenant = new($"SET LOCAL app.tenant_id = '{tenantId}'", connection, transaction))
        {
            await tenant.ExecuteNonQueryAsync();
        }

        List<string> rows = [];
        await using (NpgsqlCommand command = new(sql, connection, transaction))
        await using (NpgsqlDataReader reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "-" : $"{reader.GetValue(i)}")));
            }
        }

        await transaction.CommitAsync();
        return [.. rows];
    }

    public async Task<long> CountAsync(string from) => long.Parse((await RowsAsync($"SELECT count(*) FROM {from}"))[0]);

    /// <summary>How many transactions of hosts work on this database right now with a statement that names this.</summary>
    public Task<long> WorkingOnAsync(string name) => CountAsync(
        $"pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL AND query LIKE '%{name}%'");
}
