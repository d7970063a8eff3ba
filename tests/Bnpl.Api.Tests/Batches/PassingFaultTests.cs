using System.Text.Json.Nodes;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;
using Npgsql;

namespace Bnpl.Api.Tests.Batches;

/// <summary>What passes away spoils no line: it comes again, in its place, and has a result in the end whatever happens.</summary>
public sealed class PassingFaultTests(PassingFaultTests.Patient host) : IClassFixture<PassingFaultTests.Patient>
{
    private const int MostAttempts = 5;

    [Fact]
    public async Task A_line_that_meets_a_busy_resource_comes_again_until_it_is_run()
    {
        Night shop = await Night.OpenAsync(host);
        TenantTables tables = new(host.Database, shop.Tenant.TenantId);
        await BusyAsync("BUSY-A");

        Answer batch = (await shop.SendAsync(shop.Create("BUSY-A"), shop.Create("N-1", buyer: 1), shop.Named("orders.cancel", "BUSY-A"))).Expect(202);
        await Until.TrueAsync("a second attempt", async () => await tables.CountAsync("infra.batch_lines WHERE attempts > 1") > 0);
        await FreeAsync("BUSY-A");
        await Night.EndAsync(shop.Api, batch.Id);

        Assert.Equal(["1 ok 201", "2 ok 201", "3 ok 200"], await ToldAsync(shop, batch));
    }

    [Fact]
    public async Task A_line_that_stays_busy_has_its_result_after_the_stated_attempts_and_the_others_go_on()
    {
        Night shop = await Night.OpenAsync(host);
        await BusyAsync("BUSY-B");

        Answer batch = (await shop.SendAsync([
            shop.Create("BUSY-B"), shop.Named("orders.cancel", "BUSY-B"), .. Enumerable.Range(0, 70).Select(n => shop.Create($"G-{n}", buyer: n))])).Expect(202);
        Answer ended = await Night.EndAsync(shop.Api, batch.Id);
        await FreeAsync("BUSY-B");

        Assert.Equal(("finished", 70, 2), (ended.Member("status"), (int)ended["counts.ok"]!, (int)ended["counts.failed"]!));
        Assert.Equal(["1 failed 503", "2 failed 404"], (await ToldAsync(shop, batch))[..2]);
        Assert.Equal("busy", (string)(await Night.ResultsAsync(shop.Api, batch.Id))[0]["problem"]!["code"]!);
        Assert.Equal([$"{MostAttempts}"], await new TenantTables(host.Database, shop.Tenant.TenantId).RowsAsync("SELECT max(attempts) FROM infra.batch_lines"));
    }

    [Fact]
    public async Task A_line_that_waits_too_long_for_a_lock_comes_again()
    {
        Night shop = await Night.OpenAsync(host);
        TenantTables tables = new(host.Database, shop.Tenant.TenantId);
        (await shop.Api.PostAsync("/v1/orders", shop.Order("L-1"))).Expect(201);
        Answer batch;
        await using (NpgsqlConnection held = new(host.Database.AppConnectionString))
        {
            await held.OpenAsync();
            await using NpgsqlCommand hold = new($"BEGIN; SET LOCAL app.tenant_id = '{shop.Tenant.TenantId}'; SELECT count(*) FROM (SELECT FROM credit.orders FOR UPDATE) o", held);
            await hold.ExecuteNonQueryAsync();
            batch = (await shop.SendAsync(shop.Named("orders.cancel", "L-1"), shop.Named("orders.close", "L-2"))).Expect(202);
            await Until.TrueAsync("an attempt that was cut off", async () => await tables.CountAsync("infra.batch_lines WHERE attempts > 0") > 0);
        }

        await Night.EndAsync(shop.Api, batch.Id);

        Assert.Equal(["1 ok 200", "2 failed 404"], await ToldAsync(shop, batch));
    }

    [Fact]
    public async Task No_line_is_lost_or_doubled_while_the_database_drops_every_connection_again_and_again()
    {
        const int Lines = 150;
        Night shop = await Night.OpenAsync(host);
        string today = await shop.TodayAsync();
        Answer batch = (await shop.SendAsync(Enumerable.Range(0, Lines).SelectMany(n => (string[])
        [
            shop.Create($"D-{n}", buyer: n % 40),
            shop.Named("shipments.create", $"D-{n}", new JsonObject { ["shipped_on"] = today, ["amount"] = 1_000 }),
        ]))).Expect(202);
        TenantTables tables = new(host.Database, shop.Tenant.TenantId);

        foreach (int done in (int[])[10, 80, 160])
        {
            await Until.TrueAsync($"{done} results", async () => await tables.CountAsync("infra.batch_lines WHERE state <> 'pending'") >= done);
            await tables.RowsAsync("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()");
            NpgsqlConnection.ClearPool(new NpgsqlConnection(host.Database.AppConnectionString));
        }

        await Until.TrueAsync("the end of the batch", async () => await tables.CountAsync("infra.batches WHERE status = 'finished'") == 1, everyMilliseconds: 100);

        Assert.Equal([$"ok {Lines * 2}"], await tables.RowsAsync("SELECT state, count(*) FROM infra.batch_lines GROUP BY state"));
        Assert.Equal([$"{Lines} {Lines * 1_000}"], await tables.RowsAsync("SELECT count(*), sum(amount_shipped) FROM credit.orders"));
    }

    private static async Task<string[]> ToldAsync(Night shop, Answer batch) =>
        [.. (await Night.ResultsAsync(shop.Api, batch.Id)).Select(result => $"{result["line"]} {result["status"]} {result["status_code"]}")];

    // As a database does where too many meet at one row: it gives up the transaction and says that it may come again.
    private Task BusyAsync(string number) => OwnerAsync(
        $"""
        CREATE OR REPLACE FUNCTION credit.busy(text) RETURNS boolean LANGUAGE plpgsql AS $f$ BEGIN RAISE 'busy' USING ERRCODE = '40001'; END $f$;
        GRANT EXECUTE ON FUNCTION credit.busy(text) TO PUBLIC;
        ALTER TABLE credit.orders ADD CONSTRAINT "{number}" CHECK (merchant_order_no <> '{number}' OR credit.busy(merchant_order_no)) NOT VALID;
        """);

    private Task FreeAsync(string number) => OwnerAsync($"ALTER TABLE credit.orders DROP CONSTRAINT \"{number}\"");

    private async Task OwnerAsync(string sql)
    {
        await using NpgsqlConnection connection = new(host.Database.OwnerConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public sealed class Patient : PlatformHost
    {
        protected override IReadOnlyList<string> Arguments => [$"--Batches:MostAttempts={MostAttempts}", "--Batches:LongestPause=00:00:01"];

        protected override string ConnectionSettings => "Command Timeout=5";
    }
}
