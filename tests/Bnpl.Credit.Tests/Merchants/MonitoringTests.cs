using System.Globalization;
using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Credit.Merchants.Checks;
using Bnpl.Credit.Merchants.Monitoring;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;
using Npgsql;

namespace Bnpl.Credit.Tests.Merchants;

public sealed class MonitoringTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task The_shop_that_differs_from_its_peers_comes_first_and_says_why()
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.PatchAsync("/v1/settings", new { merchant_review = new { minimum_orders = 10 } })).Expect(200);
        List<Shop> shops = [];
        foreach (string name in new[] { "一", "二", "三", "問題" })
        {
            shops.Add(new Shop(tenant, await Shop.MerchantAsync(tenant, name)));
        }

        foreach (Shop shop in shops)
        {
            bool bad = shop == shops[^1];
            for (int i = 0; i < 11; i++)
            {
                await shop.PlacedAsync(shop.Order(amount: 500, kana: bad && i < 9 ? "テスト エヌジー" : "テスト オーケー"), bad && i < 9 ? "declined" : "authorized");
            }
        }

        await MerchantLifeTests.AdvanceAsync(tenant, days: 1);
        Answer list = (await tenant.GetAsync("/v1/merchant_monitoring")).Expect(200);

        JsonNode worst = list.Body["data"]![0]!;
        Assert.Equal(("問題", "alarm", "decline_rate"), ((string)worst["name"]!, (string)worst["level"]!, (string)worst["signals"]![0]!["code"]!));
        Assert.Contains("否決率が81.8%（11件中9件）", (string)worst["signals"]![0]!["message"]!["ja"]!, StringComparison.Ordinal);
        Assert.All(list.Body["data"]!.AsArray().Skip(1), other => Assert.Equal("none", (string)other!["level"]!));
        Answer one = (await tenant.GetAsync($"/v1/merchants/{shops[^1].Merchant}/monitoring")).Expect(200);
        Assert.Equal(worst.ToJsonString(), one.Body.ToJsonString());
        Assert.Single((await tenant.GetAsync("/v1/merchant_monitoring?level=alarm")).Expect(200).Body["data"]!.AsArray());
        Assert.Equal(500L, (long)one["average_order"]!);
    }

    [Fact]
    public async Task Counts_what_became_of_the_orders_day_by_day_and_twice_the_same()
    {
        Shop shop = await Shop.OpenAsync(host);
        string shipped = await ShippedAsync(shop);
        await shop.PlacedAsync(shop.Order(500, "テスト ホリュウ"), "on_hold");
        await shop.PlacedAsync(shop.Order(700, "テスト エヌジー"), "declined");
        Answer canceled = await shop.PlacedAsync(shop.Order(900), "authorized");
        (await shop.Tenant.PostAsync($"/v1/orders/{canceled.Id}/cancel", new { reason = "test" })).Expect(200);
        (await shop.Tenant.PostAsync($"/v1/orders/{shipped}/credit_notes", new { amount = 100, reason = "return" })).Expect(201);
        (await shop.Tenant.PostAsync($"/v1/orders/{shipped}/credit_notes", new { amount = 100, reason = "return" })).Expect(201);
        await host.DrainAsync(shop.Tenant);
        TenantTables tables = new(host.Database, shop.Tenant.TenantId);
        const string Rows = "SELECT orders, amount, approved, declined, held, canceled, returned, overdue, charged_off FROM credit.merchant_days ORDER BY business_date";

        await MerchantLifeTests.AdvanceAsync(shop.Tenant, days: 1);
        Assert.Equal(["4 14100 2 1 1 1 1 0 0"], await tables.RowsAsync(Rows));
        await MerchantLifeTests.AdvanceAsync(shop.Tenant, days: 2);
        Assert.Equal(["4 14100 2 1 1 1 1 0 0"], await tables.RowsAsync(Rows));
        await MerchantLifeTests.AdvanceAsync(shop.Tenant, days: 20);
        Assert.Equal(["4 14100 2 1 1 1 1 0 0", "0 0 0 0 0 0 0 1 0"], await tables.RowsAsync(Rows));
    }

    [Fact]
    public async Task Orders_of_later_days_are_counted_beginning_at_the_marks_of_earlier_ones()
    {
        Shop shop = await Shop.OpenAsync(host);
        for (int day = 0; day < 8; day++)
        {
            await shop.PlacedAsync(shop.Order(amount: 1_000), "authorized");
            await MerchantLifeTests.AdvanceAsync(shop.Tenant, days: 1);
        }

        TenantTables tables = new(host.Database, shop.Tenant.TenantId);

        Assert.Equal(8, (await tables.RowsAsync("SELECT business_date FROM credit.merchant_days WHERE orders = 1")).Length);
        Assert.Equal(8L, (long)(await shop.Tenant.GetAsync($"/v1/merchants/{shop.Merchant}/monitoring")).Expect(200)["figures.orders"]!);
    }

    [Fact]
    public async Task Complaints_count_by_the_day_they_were_made_and_unfounded_ones_do_not()
    {
        Shop shop = await Shop.OpenAsync(host);
        string path = $"/v1/merchants/{shop.Merchant}/complaints";
        string day = (await MerchantCheckTests.TodayAsync(shop.Tenant)).AddDays(-10).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (await shop.Tenant.PostAsync(path, new { category = "not_delivered", opened_on = day })).Expect(201);
        string unfounded = (await shop.Tenant.PostAsync(path, new { category = "defective", opened_on = day })).Expect(201).Id;
        (await shop.Tenant.PostAsync($"{path}/{unfounded}/close", new { outcome = "unfounded" })).Expect(200);

        Assert.Equal(1L, (long)(await shop.Tenant.GetAsync($"/v1/merchants/{shop.Merchant}/monitoring")).Expect(200)["figures.complaints"]!);
        Assert.Equal(1L, (long)(await shop.Tenant.GetAsync($"/v1/merchants/{shop.Merchant}/monitoring?from={day}&to={day}")).Expect(200)["figures.complaints"]!);
        (await shop.Tenant.GetAsync($"/v1/merchants/{shop.Merchant}/monitoring?from=2020-01-01")).Expect(422, "out_of_range");
        (await shop.Tenant.GetAsync("/v1/merchant_monitoring?from=yesterday")).Expect(422, "invalid_date");
    }

    [Fact]
    public async Task The_exchange_record_says_who_why_and_how_many_complaints_and_no_free_words()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());
        await shop.FillInAsync();
        (await shop.Tenant.PatchAsync(shop.Path, new { name = "=店,\"本店\"" })).Expect(200);
        (await shop.Tenant.PostAsync($"{shop.Path}/complaints", new { category = "subscription", note = "山田様" })).Expect(201);
        (await shop.MoveAsync("close", "苦情多発のため山田様の件で解約", "complaints")).Expect(200);

        Answer json = (await shop.Tenant.GetAsync($"{shop.Path}/exchange_record")).Expect(200);
        Answer csv = (await shop.Tenant.GetAsync($"{shop.Path}/exchange_record?format=csv")).Expect(200);

        Assert.Equal(("closed", "complaints", "鈴木 一郎"), (json.Member("status"), json.Member("reason_code"), json.Member("representative_name")));
        Assert.Equal(1L, (long)json.Body["complaints"]![0]!["open"]!);
        Assert.DoesNotContain("山田", json.Text + csv.Text, StringComparison.Ordinal);
        string[] lines = csv.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains($"{shop.Id},\"'=店,\"\"本店\"\"\",closed,", lines[1], StringComparison.Ordinal);
        Assert.Contains("merchant.exchange_record_exported", (await shop.Tenant.GetAsync("/v1/audit_events")).Expect(200).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("count")]
    [InlineData("figures")]
    [InlineData("complaints")]
    [InlineData("due")]
    public async Task Every_statement_of_the_daily_run_and_the_list_finds_its_rows_by_an_index(string statement)
    {
        TenantActor tenant = await host.OnboardAsync();
        DateOnly day = new(2026, 4, 1);
        Sql sql = statement switch
        {
            "count" => CountMerchantDays.Count(tenant.TenantId, EntityId.New(), (day, DateTimeOffset.UnixEpoch), (day, DateTimeOffset.UnixEpoch), "Asia/Tokyo"),
            "figures" => AssessMerchants.Figures(tenant.TenantId, day, day),
            "complaints" => AssessMerchants.Complaints(tenant.TenantId, day, day),
            _ => WatchMerchants.Selling(tenant.TenantId, day),
        };

        string plan = await ExplainAsync(tenant.TenantId, sql);

        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        Assert.Matches("Index (Only )?Scan|Bitmap", plan);
    }

    private static async Task<string> ShippedAsync(Shop shop)
    {
        Answer order = await shop.PlacedAsync(shop.Order(12_000), "authorized");
        string day = (await MerchantCheckTests.TodayAsync(shop.Tenant)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (await shop.Tenant.PostAsync($"/v1/orders/{order.Id}/shipments", new { shipped_on = day, parcels = new[] { new { carrier = "other", tracking_no = "T-1" } } })).Expect(201);
        return order.Id;
    }

    // Tables of a test are too small for an index to pay: with sequential scans off, one is left only where no index can be used.
    private async Task<string> ExplainAsync(Guid tenantId, Sql sql)
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
