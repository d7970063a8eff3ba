using Bnpl.Contracts;
using Bnpl.TestKit;
using Npgsql;

namespace Bnpl.Credit.Tests;

/// <summary>How PostgreSQL would answer a statement of the application's role.</summary>
internal static class QueryPlans
{
    // Tables of a test are too small for an index to pay: with sequential scans off, one is left only where no index can be used.
    public static async Task<string> ExplainAsync(PlatformHost host, Guid tenantId, Sql sql)
    {
        await using NpgsqlConnection connection = new(host.Database.AppConnectionString);
        await connection.OpenAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await using (NpgsqlCommand settings = new($"SET LOCAL app.tenant_id = '{tenantId:D}'; SET LOCAL enable_seqscan = off", connection, transaction))
        {
            await settings.ExecuteNonQueryAsync();
        }

        await using NpgsqlCommand command = new($"EXPLAIN {sql.Text}", connection, transaction);
        foreach (object? argument in sql.Args)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = argument });
        }

        List<string> lines = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }
}
