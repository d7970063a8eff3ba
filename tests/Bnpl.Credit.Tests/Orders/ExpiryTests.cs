using Bnpl.Credit.Orders;
using Bnpl.Credit.Tests.Limits;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;
using Npgsql;

namespace Bnpl.Credit.Tests.Orders;

public sealed class ExpiryTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private const string Steps = "SELECT counts ->> 'orders', counts ->> 'failed' FROM infra.business_date_steps WHERE step = 'expire_orders' AND counts ->> 'orders' <> '0' ORDER BY business_date";

    [Fact]
    public async Task An_order_that_cannot_be_ended_holds_up_no_other_and_is_tried_again_the_next_day()
    {
        Shop shop = await Shop.OpenAsync(host);
        TenantTables tables = new(host.Database, shop.Tenant.TenantId);
        Answer[] orders = [.. await Task.WhenAll(Enumerable.Range(0, 3).Select(i => shop.PlacedAsync(shop.Order(1_000).WithBuyer(i), "authorized")))];
        string id = (await tables.RowsAsync($"SELECT id FROM credit.orders WHERE merchant_order_no = '{orders[0].Member("merchant_order_no")}'"))[0];
        string body = (await tables.RowsAsync($"SELECT encode(body, 'hex') FROM credit.orders WHERE id = '{id}'"))[0];
        await tables.RowsAsync($"UPDATE credit.orders SET body = '\\x00' WHERE id = '{id}' RETURNING id");
        DateTimeOffset end = DateTimeOffset.Parse(orders[0].Member("expires_at"));

        await shop.Tenant.AdvanceToAsync(end);

        Assert.Equal(["expired", "expired"], await Task.WhenAll(orders[1..].Select(async order => (await shop.OrderAsync(order.Id)).Member("status"))));
        long[] open = await Task.WhenAll(orders.Select(shop.OpenBalanceAsync));
        Assert.Equal([1_000, 0, 0], open);
        Assert.Equal(["2 1"], await tables.RowsAsync(Steps));

        await tables.RowsAsync($"UPDATE credit.orders SET body = '\\x{body}' WHERE id = '{id}' RETURNING id");
        await shop.Tenant.AdvanceToAsync(end.AddDays(1));
        Assert.Equal(("expired", 0L), ((await shop.OrderAsync(orders[0].Id)).Member("status"), await shop.OpenBalanceAsync(orders[0])));
        Assert.Equal(["2 1", "1 0"], await tables.RowsAsync(Steps));
    }
}

public sealed class KilledExpiryTests
{
    [Fact]
    public async Task A_run_killed_between_two_portions_keeps_the_first_and_ends_each_order_once()
    {
        const int More = 3;
        await using TestDatabase database = await TestDatabase.CreateAsync();
        string data = Directory.CreateTempSubdirectory("bnpl-expiry-").FullName;
        await using PlatformProcess platform = await PlatformProcess.StartAsync(database, data);
        TenantActor tenant = await platform.OnboardAsync();
        Shop shop = new(tenant, await Shop.MerchantAsync(tenant));
        TenantTables tables = new(database, tenant.TenantId);
        Answer first = await shop.PlacedAsync(shop.Order(1_000).WithBuyer(0), "authorized");
        await Task.WhenAll(Enumerable.Range(1, ExpireOrders.AtOnce + More - 1).Select(i => shop.PlacedAsync(shop.Order(1_000).WithBuyer(i), "authorized")));
        DateTimeOffset now = await shop.NowAsync();
        DateTimeOffset end = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)).AddDays(1);
        await tables.RowsAsync($"UPDATE credit.orders SET expires_at = '{end:O}' RETURNING id");

        // The second portion waits at its last buyer, as behind a long import, when the host is killed.
        Task<Answer> advancing;
        await using (await LockLastBuyerAsync(database, tenant))
        {
            advancing = tenant.AdvanceToAsync(end);
            await Until.TrueAsync("the first portion", async () => await EndedAsync(tables) == ExpireOrders.AtOnce);
            await platform.KillAsync();
        }

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => advancing);
        await platform.StartAsync();
        Assert.Equal(ExpireOrders.AtOnce, await EndedAsync(tables));
        Answer advanced = await Until.AnsweredAsync(
            () => tenant.Api.PostAsync("/v1/test_clock/advance", new { to = end.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'") }, key: ""), "clock_advancing");

        advanced.Expect(200);
        Assert.Equal(ExpireOrders.AtOnce + More, await EndedAsync(tables));
        Assert.Equal(ExpireOrders.AtOnce + More, await tables.CountAsync("infra.events WHERE type = 'order.expired'"));
        Assert.Equal(["0"], await tables.RowsAsync("SELECT sum(open_amount) FROM credit.buyers"));
        await HeldLimits.AgreeAsync(database, tenant);
        Directory.Delete(data, recursive: true);
    }

    private static Task<long> EndedAsync(TenantTables tables) => tables.CountAsync("credit.orders WHERE status = 'expired'");

    private static async Task<NpgsqlConnection> LockLastBuyerAsync(TestDatabase database, TenantActor tenant)
    {
        NpgsqlConnection connection = new(database.AppConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(
            $"BEGIN; SET LOCAL app.tenant_id = '{tenant.TenantId:D}'; SELECT id FROM credit.buyers WHERE tenant_id = '{tenant.TenantId:D}' ORDER BY id DESC LIMIT 1 FOR UPDATE", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
