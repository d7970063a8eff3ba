using Npgsql;

namespace Bnpl.Api.Tests.Isolation;

/// <summary>Asks PostgreSQL's catalog about a migrated database.</summary>
internal static class Catalog
{
    /// <summary>
    /// Schemas that hold no tenant's rows: what must be known before a tenant is, the scheduler's own store, and the negative
    /// database that tenants share, whose rows must not tell a tenant and which the application reaches by functions alone.
    /// </summary>
    public const string SharedSchemas = "'directory', 'quartz', 'shared'";

    public const string TenantTables =
        $"""
        SELECT c.oid, n.nspname || '.' || c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced, c.relowner AS owner
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', {SharedSchemas}) AND n.nspname NOT LIKE 'pg_temp%'
        """;

    public static async Task<List<string>> RowsAsync(string connectionString, string sql, params object[] values)
    {
        await using NpgsqlConnection connection = new(connectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(sql, connection);
        foreach (object value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(" ", Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i).ToString())));
        }

        return rows;
    }
}
