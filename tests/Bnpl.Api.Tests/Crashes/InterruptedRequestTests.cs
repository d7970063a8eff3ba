using System.Collections.Concurrent;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Api.Tests.Crashes;

public sealed class InterruptedRequestTests
{
    [Fact]
    public async Task Orders_in_flight_when_the_host_dies_are_placed_once_by_their_repeats()
    {
        const int Orders = 40;
        await using Stage stage = await Stage.SetAsync();
        PlatformProcess host = await stage.StartHostAsync();
        Shop shop = await Shop.OpenAsync(host);
        TenantTables tables = stage.TablesOf(shop.Tenant);
        ConcurrentDictionary<int, Answer> answered = new();
        Task<Answer> PlaceAsync(int number) => shop.Api.PostAsync("/v1/orders", shop.Order(number, number % 8, 1_000 + number, "none"), key: $"order-{number}");

        Task sending = Parallel.ForAsync(0, Orders, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
        {
            try
            {
                answered[number] = (await PlaceAsync(number)).Expect(201);
            }
            catch (HttpRequestException)
            {
                // What became of this one is what the repeat must find out.
            }
        });
        await Until.TrueAsync("a quarter of the answers", () => Task.FromResult(answered.Count >= Orders / 4), everyMilliseconds: 1);
        await host.KillAsync();
        await sending;
        Assert.InRange(answered.Count, Orders / 4, Orders - 1);
        await host.StartAsync();
        Answer[] repeats = await Task.WhenAll(Enumerable.Range(0, Orders).Select(number => Until.AnsweredAsync(() => PlaceAsync(number), "idempotency_in_progress")));

        Assert.All(repeats, answer => answer.Expect(201));
        Assert.All(answered, before => Assert.Equal((before.Value.Text, "true"), (repeats[before.Key].Text, repeats[before.Key].Header("Idempotent-Replayed"))));
        Assert.Equal(
            repeats.Select(answer => answer.Member("merchant_order_no")).Order(StringComparer.Ordinal),
            await tables.RowsAsync("SELECT merchant_order_no FROM credit.orders ORDER BY merchant_order_no COLLATE \"C\""));
        Assert.Equal(
            await tables.RowsAsync("SELECT buyer_id, sum(limit_held), count(*) FROM credit.orders WHERE status = 'authorized' GROUP BY buyer_id ORDER BY buyer_id"),
            await tables.RowsAsync("SELECT id, open_amount, orders FROM credit.buyers ORDER BY id"));
        Assert.Equal(
            ["credit.decisions 40", "events 40", "lines 40", "orders 40", "screenings 40", "stored answers 40", "sum 40780"],
            await tables.RowsAsync(
                """
                SELECT 'credit.decisions', count(*) FROM credit.decisions UNION ALL SELECT 'orders', count(*) FROM credit.orders
                UNION ALL SELECT 'lines', count(*) FROM credit.order_lines UNION ALL SELECT 'screenings', count(*) FROM screening.screenings
                UNION ALL SELECT 'events', count(*) FROM infra.events WHERE type = 'order.authorized'
                UNION ALL SELECT 'stored answers', count(*) FROM infra.idempotent_answers WHERE path LIKE '%/orders'
                UNION ALL SELECT 'sum', sum(open_amount) FROM credit.buyers ORDER BY 1
                """));
    }

    [Fact]
    public async Task A_bank_file_is_booked_once_whether_the_host_dies_reading_or_booking_it()
    {
        const int Unknown = 2_500;
        await using Stage stage = await Stage.SetAsync();
        PlatformProcess host = await stage.StartHostAsync();
        Shop shop = await Shop.OpenAsync(host);
        TenantTables tables = stage.TablesOf(shop.Tenant);
        List<Answer> invoices = await shop.BillAsync("none", 4_980, 12_345, 30_001);
        byte[] file = await shop.DepositsAsync(invoices, Unknown);
        string[] before = await tables.RowsAsync("SELECT rule, debit, credit, amount FROM ledger.postings ORDER BY id");

        Task<Answer> reading = Shop.ImportAsync(shop.Api, file, "file");
        await Until.TrueAsync("the file being read", async () => reading.IsCompleted || await tables.WorkingOnAsync("recon.") > 0, everyMilliseconds: 2);
        await host.KillAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => reading);
        await Until.TrueAsync("the end of its connections", async () => await tables.WorkingOnAsync("recon.") == 0);
        Assert.Equal(["0"], await tables.RowsAsync("SELECT (SELECT count(*) FROM recon.imports) + (SELECT count(*) FROM recon.lines) + (SELECT count(*) FROM billing.payments)"));
        Assert.Equal(before, await tables.RowsAsync("SELECT rule, debit, credit, amount FROM ledger.postings ORDER BY id"));

        await host.StartAsync();
        Answer import = (await Until.AnsweredAsync(() => Shop.ImportAsync(shop.Api, file, "file"), "idempotency_in_progress")).Expect(202);
        await Until.TrueAsync("a part that is booked", async () => await tables.CountAsync("billing.payments") > 0, everyMilliseconds: 2);
        await host.KillAsync();
        Assert.Equal(["processing"], await tables.RowsAsync("SELECT status FROM recon.imports"));
        await host.StartAsync();
        Answer again = (await Shop.ImportAsync(shop.Api, file, "file")).Expect(202);
        await Until.TrueAsync("the end of the import", async () => (await tables.RowsAsync("SELECT status FROM recon.imports"))[0] == "finished", everyMilliseconds: 100);

        Assert.Equal((import.Id, "true"), (again.Id, again.Header("Idempotent-Replayed")));
        Answer finished = (await shop.Api.GetAsync($"/v1/reconciliation/imports/{import.Id}")).Expect(200);
        Assert.Equal("2503 3 2500 0 0", $"{finished["lines"]} {finished["matched"]} {finished["unmatched"]} {finished["duplicate"]} {finished["ignored"]}");
        Assert.Equal(["2503 2503"], await tables.RowsAsync("SELECT count(*), count(DISTINCT source_key) FROM billing.payments"));
        Assert.Equal(["4980 paid", "12345 paid", "30001 paid"], await tables.RowsAsync("SELECT amount, status FROM billing.invoices ORDER BY amount"));
        Assert.Equal(
            await tables.RowsAsync("SELECT sum(amount) FROM recon.lines"),
            await tables.RowsAsync("SELECT sum(amount) FROM ledger.postings WHERE debit = '1110'"));
        Answer balance = (await shop.Api.GetAsync("/v1/ledger/trial_balance")).Expect(200);
        Assert.Equal((long)balance["debit_total"]!, (long)balance["credit_total"]!);
        Assert.Equal(1, await tables.CountAsync("infra.events WHERE type = 'import.finished'"));
    }
}
