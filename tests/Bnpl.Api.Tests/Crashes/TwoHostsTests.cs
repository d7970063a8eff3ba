using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Api.Tests.Crashes;

public sealed class TwoHostsTests
{
    [Fact]
    public async Task Two_hosts_on_one_database_have_one_effect()
    {
        await using Stage stage = await Stage.SetAsync();
        PlatformProcess one = await stage.StartHostAsync();
        PlatformProcess two = await stage.StartHostAsync();
        Shop shop = await Shop.OpenAsync(one);
        TenantTables tables = stage.TablesOf(shop.Tenant);
        await shop.Api.TokenAsync();
        ApiClient[] clients = [shop.Api, shop.Api.At(two.Http)];
        await Until.TrueAsync("the tenant on the second host", async () => (await clients[1].GetAsync("/v1/test_clock")).Status == 200);

        List<Answer> invoices = await shop.BillAsync("email", 4_980, 12_345);
        await OneOrderOfOneKeyAsync(shop, clients, tables);
        await OneImportOfOneFileAsync(shop, clients, tables, invoices[0]);
        await OneNoticePerStepAsync(shop, clients, stage, tables);

        Answer? verdict = null;
        await Until.TrueAsync(
            "the last seal", async () => (long)(verdict = (await clients[1].GetAsync("/v1/audit_events/verify")).Expect(200))["unsealed"]! == 0, everyMilliseconds: 200);
        Assert.True((bool)verdict!["ok"]!);
        Assert.Equal(
            await tables.RowsAsync("SELECT count(*) FROM infra.audit_events"), await tables.RowsAsync("SELECT count(DISTINCT event_id) FROM infra.audit_seals"));
    }

    private static async Task OneOrderOfOneKeyAsync(Shop shop, ApiClient[] clients, TenantTables tables)
    {
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Until.AnsweredAsync(
            () => clients[i % 2].PostAsync("/v1/orders", shop.Order(100, 100, 9_999, "none"), key: "one"), "idempotency_in_progress")));

        Assert.Single(answers.Select(answer => answer.Expect(201).Text).Distinct(StringComparer.Ordinal));
        Assert.Single(answers, answer => answer.Header("Idempotent-Replayed") is null);
        Assert.Equal(["1 9999"], await tables.RowsAsync("SELECT count(*), sum(limit_held) FROM credit.orders WHERE merchant_order_no = 'C-100'"));
        Assert.Equal(["9999 1"], await tables.RowsAsync("SELECT open_amount, orders FROM credit.buyers b WHERE EXISTS (SELECT FROM credit.orders o WHERE o.buyer_id = b.id AND o.merchant_order_no = 'C-100')"));
    }

    private static async Task OneImportOfOneFileAsync(Shop shop, ApiClient[] clients, TenantTables tables, Answer paid)
    {
        byte[] file = await shop.DepositsAsync([paid], 3);
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Shop.ImportAsync(clients[i % 2], file, $"file-{i}")));

        string id = Assert.Single(answers, answer => answer.Status == 202).Id;
        Assert.All(answers.Where(answer => answer.Status != 202), answer => Assert.Equal(id, answer.Expect(200).Member("duplicate_of")));
        Assert.Equal(["4 5286"], await tables.RowsAsync("SELECT count(*), sum(amount) FROM billing.payments"));
        Assert.Equal(["4 5286"], await tables.RowsAsync("SELECT count(*), sum(amount) FROM ledger.postings WHERE debit = '1110'"));
        Assert.Equal("paid", (await clients[1].GetAsync($"/v1/invoices/{paid.Id}")).Expect(200).Member("status"));
    }

    // One host runs the days; both send mails, bring events to handlers and seal.
    private static async Task OneNoticePerStepAsync(Shop shop, ApiClient[] clients, Stage stage, TenantTables tables)
    {
        DateTimeOffset to = (await shop.NowAsync()).AddDays(26);
        Answer[] answers = await Task.WhenAll(clients.Select(client => Until.AnsweredAsync(() => Shop.AdvanceAsync(client, to), "clock_advancing")));
        Assert.All(answers, answer => answer.Expect(200));
        await Until.TrueAsync("every mail's outcome", async () => await tables.CountAsync("billing.mails WHERE state IN ('intended', 'claimed')") == 0);

        Assert.Equal(["due_soon 1 sent", "reminder 1 sent", "second_notice 1 sent"], await tables.RowsAsync(
            "SELECT n.template, count(*), min(m.state) FROM dunning.notices n LEFT JOIN billing.mails m ON m.id = n.mail_id GROUP BY 1 ORDER BY 1"));
        Assert.Equal(
            await tables.RowsAsync("SELECT replace(id::text, '-', '') FROM billing.mails ORDER BY id"), stage.Outbox(shop.Tenant).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["5"], await tables.RowsAsync("SELECT count(*) FROM billing.mails WHERE attempts = 1"));
        Answer balance = (await clients[1].GetAsync("/v1/ledger/trial_balance")).Expect(200);
        Assert.Equal((long)balance["debit_total"]!, (long)balance["credit_total"]!);
        Assert.Equal(0, await tables.CountAsync("(SELECT 1 FROM infra.deliveries WHERE handler IS NOT NULL GROUP BY event_id, handler HAVING count(*) > 1) t"));
    }
}
