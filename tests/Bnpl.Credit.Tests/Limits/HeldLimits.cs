using Bnpl.TestKit;
using Bnpl.TestKit.Databases;
using Npgsql;

namespace Bnpl.Credit.Tests.Limits;

/// <summary>What a tenant's orders hold, as orders, buyers and counters tell it.</summary>
internal sealed record HeldLimits(
    long Orders, long Buyers, long Tenant, long TenantOrders, long Merchants, long MerchantOrders, long Day, long DayOrders, long Live, long Wrong)
{
    public static async Task<HeldLimits> ReadAsync(TestDatabase database, TenantActor tenant)
    {
        await using NpgsqlConnection connection = new(database.AppConnectionString);
        await connection.OpenAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await using NpgsqlCommand command = new(
            $"""
            SET LOCAL app.tenant_id = '{tenant.TenantId:D}';
            SELECT (SELECT coalesce(sum(limit_held), 0)::bigint FROM credit.orders),
                   (SELECT coalesce(sum(open_amount), 0)::bigint FROM credit.buyers),
                   sum(amount) FILTER (WHERE scope = 'tenant'), sum(orders) FILTER (WHERE scope = 'tenant'),
                   sum(amount) FILTER (WHERE scope = 'merchant'), sum(orders) FILTER (WHERE scope = 'merchant'),
                   sum(amount) FILTER (WHERE scope = 'merchant_day'), sum(orders) FILTER (WHERE scope = 'merchant_day'),
                   (SELECT count(*) FROM credit.orders WHERE limit_held > 0),
                   (SELECT count(*) FROM credit.orders WHERE limit_held > 0 AND status NOT IN ('authorized', 'partially_shipped', 'shipped', 'completed'))
            FROM credit.exposures
            """,
            connection,
            transaction);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        long[] numbers = [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? 0 : Convert.ToInt64(reader.GetValue(i)))];
        return new HeldLimits(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6], numbers[7], numbers[8], numbers[9]);
    }

    /// <summary>All agree, to the yen and the order, and nothing is held by an order that has ended. Days are those of the last two dates.</summary>
    public static async Task AgreeAsync(TestDatabase database, TenantActor tenant, bool withDays = true)
    {
        HeldLimits held = await ReadAsync(database, tenant);
        Assert.Equal(
            held with { Buyers = held.Orders, Tenant = held.Orders, Merchants = held.Orders, TenantOrders = held.Live, MerchantOrders = held.Live, Wrong = 0 },
            held);
        if (withDays)
        {
            Assert.Equal((held.Orders, held.Live), (held.Day, held.DayOrders));
        }
    }

    public static async Task ExecuteAsync(TestDatabase database, TenantActor tenant, string sql)
    {
        await using NpgsqlConnection connection = new(database.AppConnectionString);
        await connection.OpenAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await using NpgsqlCommand command = new($"SET LOCAL app.tenant_id = '{tenant.TenantId:D}'; {sql}", connection, transaction);
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }
}
