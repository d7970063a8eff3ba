using Bnpl.Contracts;
using Bnpl.TestKit.Databases;
using Npgsql;

namespace Bnpl.Billing.Tests.Ledger;

public sealed class PostingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("INSERT INTO ledger.postings (tenant_id, id, source, source_id, rule, debit, credit, amount, booked_on, value_on, posted_at) VALUES ($1, $1, 's', $1, 'r', '1', '2', 1, '2026-04-01', '2026-04-01', now())")]
    [InlineData("UPDATE ledger.postings SET amount = 1 WHERE tenant_id = $1")]
    [InlineData("DELETE FROM ledger.postings WHERE tenant_id = $1")]
    [InlineData("UPDATE ledger.periods SET status = 'open' WHERE tenant_id = $1")]
    [InlineData("TRUNCATE ledger.postings")]
    public async Task The_application_cannot_write_to_the_ledger(string sql)
    {
        PostgresException refused = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(EntityId.New(), sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Posting_for_another_tenant_is_refused_and_nobody_else_sees_a_posting()
    {
        Guid own = EntityId.New();
        PostgresException refused = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(own, Post, tenant: EntityId.New()));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        Assert.Equal(1, await RunAsync(own, Post));
        Assert.Equal(1L, await RunAsync(own, "SELECT count(*) FROM ledger.postings WHERE $1 = $1"));
        Assert.Equal(0L, await RunAsync(EntityId.New(), "SELECT count(*) FROM ledger.postings WHERE $1 = $1"));
    }

    [Fact]
    public async Task A_repeat_posts_nothing_and_a_day_in_a_closed_month_is_booked_on_the_first_open_day()
    {
        Guid tenant = EntityId.New();
        Assert.Equal(1, await RunAsync(tenant, Post));
        Assert.Equal(0, await RunAsync(tenant, Post));
        Assert.Equal(true, await RunAsync(tenant, "SELECT ledger.close_period($1, '2026-04-01', 'me', now())"));
        Assert.Equal(1, await RunAsync(tenant, Post.Replace("'rule'", "'later'", StringComparison.Ordinal)));
        Assert.Equal(
            "2026-04-10 2026-04-10, 2026-05-01 2026-04-10",
            await RunAsync(tenant, "SELECT string_agg(booked_on || ' ' || value_on, ', ' ORDER BY booked_on) FROM ledger.postings WHERE tenant_id = $1"));
        Assert.Equal(false, await RunAsync(tenant, "SELECT ledger.close_period($1, '2026-04-01', 'me', now())"));
        Assert.Equal(true, await RunAsync(tenant, "SELECT ledger.reopen_period($1, '2026-04-01', 'a late bill')"));
    }

    private const string Post =
        "SELECT ledger.post($1, ARRAY[gen_random_uuid()], ARRAY['source'], ARRAY['00000000-0000-7000-8000-000000000001'::uuid], ARRAY['rule'], ARRAY['1110'], ARRAY['2120'], ARRAY[100::bigint], ARRAY['2026-04-10'::date], ARRAY[NULL::uuid], ARRAY[NULL::uuid], now())";

    private async Task<object?> RunAsync(Guid session, string sql, Guid? tenant = null)
    {
        await using NpgsqlConnection connection = new(database.AppConnectionString);
        await connection.OpenAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await using (NpgsqlCommand set = new($"SET LOCAL app.tenant_id = '{session:D}'", connection, transaction))
        {
            await set.ExecuteNonQueryAsync();
        }

        await using NpgsqlCommand command = new(sql, connection, transaction);
        if (sql.Contains("$1", StringComparison.Ordinal))
        {
            command.Parameters.Add(new NpgsqlParameter { Value = tenant ?? session });
        }

        object? result = await command.ExecuteScalarAsync();
        await transaction.CommitAsync();
        return result;
    }
}
