using System.Text;
using System.Text.Json.Nodes;
using Bnpl.Infrastructure.Web;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Api.Tests.Crashes;

public sealed class InterruptedBatchTests
{
    private const int Orders = 300;

    [Fact]
    public async Task A_batch_whose_host_dies_again_and_again_has_every_line_done_once()
    {
        await using Stage stage = await Stage.SetAsync();
        PlatformProcess host = await stage.StartHostAsync();
        Shop shop = await Shop.OpenAsync(host);
        TenantTables tables = stage.TablesOf(shop.Tenant);
        await AllowAsync(shop);
        Answer batch = (await SendAsync(shop.Api, Lines(shop), "night")).Expect(202);

        foreach (int done in (int[])[20, 150, 400])
        {
            await Until.TrueAsync($"{done} results", async () => await DoneAsync(tables) >= done, everyMilliseconds: 1);
            await host.KillAsync();
            await host.StartAsync();
        }

        Answer again = (await SendAsync(shop.Api, Lines(shop), "night")).Expect(202);
        await EndedAsync(tables);

        Assert.Equal((batch.Id, "true"), (again.Id, again.Header("Idempotent-Replayed")));
        await OnceAsync(shop, tables, batch.Id);
    }

    [Fact]
    public async Task Two_hosts_share_a_batch_and_the_other_one_finishes_what_one_left()
    {
        await using Stage stage = await Stage.SetAsync();
        PlatformProcess one = await stage.StartHostAsync();
        PlatformProcess two = await stage.StartHostAsync();
        Shop shop = await Shop.OpenAsync(one);
        TenantTables tables = stage.TablesOf(shop.Tenant);
        await AllowAsync(shop);
        await shop.Api.TokenAsync();
        ApiClient other = shop.Api.At(two.Http);
        await Until.TrueAsync("the tenant on the second host", async () => (await other.GetAsync("/v1/test_clock")).Status == 200);

        Answer[] sent = await Task.WhenAll(SendAsync(shop.Api, Lines(shop), "a"), SendAsync(other, Lines(shop), "b"));
        await Until.TrueAsync("50 results", async () => await DoneAsync(tables) >= 50, everyMilliseconds: 1);
        await one.KillAsync();
        await EndedAsync(tables);

        Assert.Equal([200, 202], sent.Select(answer => answer.Status).Order());
        Assert.Single(sent.Select(answer => answer.Id).Distinct());
        await OnceAsync(shop with { Tenant = shop.Tenant with { Api = other } }, tables, sent[0].Id);
    }

    // Orders, then what would double if it were done twice: a part shipment and a credit note of each.
    private static string Lines(Shop shop)
    {
        StringBuilder text = new();
        foreach (int n in Enumerable.Range(0, Orders))
        {
            text.AppendLine(new JsonObject { ["op"] = "orders.create", ["body"] = shop.Order(n, n % 20, 2_000, "none") }.ToJsonString(JsonConventions.Options));
            text.AppendLine(Named("shipments.create", n, new JsonObject { ["shipped_on"] = "TODAY", ["amount"] = 500 }));
            text.AppendLine(Named("credit_notes.create", n, new JsonObject { ["amount"] = 100, ["reason"] = "return" }));
        }

        string Named(string op, int n, JsonObject body) =>
            new JsonObject { ["op"] = op, ["merchant"] = shop.Merchant, ["merchant_order_no"] = $"C-{n}", ["body"] = body }.ToJsonString();
        return text.ToString().Replace("TODAY", s_today, StringComparison.Ordinal);
    }

    private static readonly string s_today = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd");

    private static async Task AllowAsync(Shop shop) => (await shop.Tenant.PatchAsync(
        "/v1/settings", new { buyer_limits = new { cumulative = 1_000_000, per_order = 100_000, first_order = 100_000 } })).Expect(200);

    private static async Task<Answer> SendAsync(ApiClient client, string lines, string key)
    {
        using StringContent file = new(lines, Encoding.UTF8, "application/x-ndjson");
        return await client.PostAsync("/v1/batches", file, key);
    }

    private static async Task<long> DoneAsync(TenantTables tables) => await tables.CountAsync("infra.batch_lines WHERE state <> 'pending'");

    private static Task EndedAsync(TenantTables tables) =>
        Until.TrueAsync("the end of the batch", async () => await tables.CountAsync("infra.batches WHERE status = 'processing'") == 0, everyMilliseconds: 100);

    private static async Task OnceAsync(Shop shop, TenantTables tables, string batch)
    {
        Answer ended = (await shop.Api.GetAsync($"/v1/batches/{batch}")).Expect(200);
        Assert.Equal(("finished", Orders * 3, 0), (ended.Member("status"), (int)ended["counts.ok"]!, (int)ended["counts.failed"]!));
        Assert.Equal(
            [$"{Orders} {Orders * 2_000} {Orders * 500} {Orders * 100}"],
            await tables.RowsAsync("SELECT count(*), sum(amount), sum(amount_shipped), sum(amount_credited) FROM credit.orders"));
        Assert.Equal([$"{Orders} {Orders * 500}"], await tables.RowsAsync("SELECT count(*), sum(amount) FROM billing.shipments"));
        Assert.Equal(["1"], await tables.RowsAsync("SELECT count(*) FROM infra.events WHERE type = 'batch.finished'"));
        Assert.Equal(0, await tables.CountAsync("infra.batch_lines WHERE content IS NOT NULL"));
        Answer balance = (await shop.Api.GetAsync("/v1/ledger/trial_balance")).Expect(200);
        Assert.Equal((long)balance["debit_total"]!, (long)balance["credit_total"]!);
    }
}
