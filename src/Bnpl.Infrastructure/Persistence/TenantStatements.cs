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
        await using NpgsqlConnection connection = await dataSource.RentAsync(cancellation);
        await using NpgsqlBatch batch = Compose(connection, tenantId, sql);
        await batch.ExecuteNonQueryAsync(cancellation);
        return (int)batch.BatchCommands[2].Rows;
    }

    /// <returns>The first column of the first row; default when there is none.</returns>
    public async Task<T?> ScalarAsync<T>(Guid tenantId, Sql sql, CancellationToken cancellation)
    {
        await using NpgsqlConnection connection = await dataSource.RentAsync(cancellation);
        await using NpgsqlBatch batch = Compose(connection, tenantId, sql);
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) && !await reader.IsDBNullAsync(0, cancellation)
            ? await reader.GetFieldValueAsync<T>(0, cancellation)
            : default;
    }

    /// <summary>Asks each tenant a question of its own, all in one round trip: every statement sees its own tenant's rows alone.</summary>
    /// <param name="questions">Statements with one boolean answer each.</param>
    /// <returns>The tenants whose answer is yes.</returns>
    public async Task<IReadOnlyList<Guid>> WhereAsync(IReadOnlyList<(Guid TenantId, Sql Question)> questions, CancellationToken cancellation)
    {
        await using NpgsqlConnection connection = await dataSource.RentAsync(cancellation);
        await using NpgsqlBatch batch = connection.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN READ ONLY"));
        foreach ((Guid tenantId, Sql question) in questions)
        {
            Add(batch, tenantId, question);
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellation);
        List<Guid> found = [];
        foreach ((Guid tenantId, _) in questions)
        {
            if (await reader.ReadAsync(cancellation) && await reader.GetFieldValueAsync<bool>(0, cancellation))
            {
                found.Add(tenantId);
            }

            await reader.NextResultAsync(cancellation);
        }

        return found;
    }

    private static NpgsqlBatch Compose(NpgsqlConnection connection, Guid tenantId, Sql sql)
    {
        NpgsqlBatch batch = connection.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN"));
        Add(batch, tenantId, sql);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        return batch;
    }

    private static void Add(NpgsqlBatch batch, Guid tenantId, Sql sql)
    {
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"SET LOCAL app.tenant_id = '{tenantId:D}'"));
        NpgsqlBatchCommand command = new(sql.Text);
        foreach (object? argument in sql.Args)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = argument ?? DBNull.Value });
        }

        batch.BatchCommands.Add(command);
    }
}
