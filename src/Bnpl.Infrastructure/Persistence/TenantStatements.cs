using Bnpl.Contracts;
using Npgsql;

namespace Bnpl.Infrastructure.Persistence;

/// <summary>
/// One statement in a tenant's transaction of its own, in one round trip: for leases, look-ups of due work and other
/// book-keeping of the host. Use cases have their <see cref="TenantSession"/>.
/// </summary>
public sealed class TenantStatements(NpgsqlDataSource dataSource)
{
    /// <returns>How many rows the statement changed.</returns>
    public async Task<int> ExecuteAsync(Guid tenantId, Sql sql, CancellationToken cancellation)
    {
        await using NpgsqlConnection connection = await dataSource.OpenConnectionAsync(cancellation);
        await using NpgsqlBatch batch = Compose(connection, tenantId, sql);
        await batch.ExecuteNonQueryAsync(cancellation);
        return (int)batch.BatchCommands[2].Rows;
    }

    /// <returns>The first column of the first row; default when there is none.</returns>
    public async Task<T?> ScalarAsync<T>(Guid tenantId, Sql sql, CancellationToken cancellation)
    {
        await using NpgsqlConnection connection = await dataSource.OpenConnectionAsync(cancellation);
        await using NpgsqlBatch batch = Compose(connection, tenantId, sql);
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) && !await reader.IsDBNullAsync(0, cancellation)
            ? await reader.GetFieldValueAsync<T>(0, cancellation)
            : default;
    }

    private static NpgsqlBatch Compose(NpgsqlConnection connection, Guid tenantId, Sql sql)
    {
        NpgsqlBatch batch = connection.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"SET LOCAL app.tenant_id = '{tenantId:D}'"));
        NpgsqlBatchCommand command = new(sql.Text);
        foreach (object? argument in sql.Args)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = argument ?? DBNull.Value });
        }

        batch.BatchCommands.Add(command);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        return batch;
    }
}
