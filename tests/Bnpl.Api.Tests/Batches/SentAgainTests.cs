using System.Text.Json.Nodes;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Api.Tests.Batches;

/// <summary>A file whose batch ended early may be sent again, and nothing of it is done twice.</summary>
public sealed class SentAgainTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private const int Orders = 100;

    [Fact]
    public async Task A_file_whose_batch_was_canceled_half_way_is_gone_on_with_and_nothing_doubles()
    {
        Night shop = await Night.OpenAsync(host);
        string today = await shop.TodayAsync();

        // Each of these would double if its line were done again: an order kept by its number, two thirds of a shipment, a return, an end.
        string[] file = [.. Enumerable.Range(0, Orders).SelectMany(n => (string[])
        [
            shop.Create($"A-{n}", buyer: n % 40),
            shop.Create($"B-{n}", buyer: n % 40),
            shop.Named("shipments.create", $"A-{n}", new JsonObject { ["shipped_on"] = today, ["amount"] = 1_000 }),
            shop.Named("credit_notes.create", $"A-{n}", new JsonObject { ["amount"] = 100, ["reason"] = "return" }),
            shop.Named("orders.cancel", $"B-{n}"),
        ])];
        string text = string.Join('\n', file);

        string first = await HalfAsync(shop, text, 40);
        string second = await HalfAsync(shop, text, 120);
        Answer third = (await Night.SendAsync(shop.Api, text)).Expect(202);
        Answer running = (await Night.SendAsync(shop.Api, text)).Expect(200);
        Answer ended = await Night.EndAsync(shop.Api, third.Id);
        Answer finished = (await Night.SendAsync(shop.Api, text)).Expect(200);

        Assert.Equal((third.Id, third.Id), (running.Member("duplicate_of"), finished.Member("duplicate_of")));
        Assert.Equal((first, second), ((await shop.Api.GetAsync($"/v1/batches/{second}")).Member("continues"), third.Member("continues")));
        Assert.Equal(("finished", $$"""{"ok":{{file.Length}},"declined":0,"failed":0,"pending":0}"""), (ended.Member("status"), ended["counts"]!.ToJsonString()));
        TenantTables tables = new(host.Database, shop.Tenant.TenantId);
        Assert.Equal(
            [$"{Orders * 2} {Orders * 1_000} {Orders * 100} {Orders}"],
            await tables.RowsAsync("SELECT count(*), sum(amount_shipped), sum(amount_credited), count(*) FILTER (WHERE status = 'canceled') FROM credit.orders"));
        Assert.Equal([$"{Orders} {Orders * 1_000}"], await tables.RowsAsync("SELECT count(*), sum(amount) FROM billing.shipments"));
        string[] whole = [.. (await Night.ResultsAsync(shop.Api, third.Id)).Select(Whole)];
        Assert.All((await Night.ResultsAsync(shop.Api, first)).Where(Done), done => Assert.Contains(Whole(done), whole));
    }

    [Fact]
    public async Task A_line_that_was_refused_is_tried_anew()
    {
        Night shop = await Night.OpenAsync(host);
        string today = await shop.TodayAsync();
        string[] file = [shop.Named("orders.close", "L-1"), .. Enumerable.Range(0, 2_000).Select(n => shop.Create($"F-{n}", buyer: n % 50))];
        string first = await HalfAsync(shop, string.Join('\n', file), 100);
        string order = (await shop.Api.PostAsync("/v1/orders", shop.Order("L-1", buyer: 60))).Expect(201).Id;
        (await shop.Api.PostAsync($"/v1/orders/{order}/shipments", new { shipped_on = today, amount = 1_000 })).Expect(201);

        Answer again = (await shop.SendAsync(file)).Expect(202);
        await Until.TrueAsync("the first line's result", async () => (string)(await Night.ResultsAsync(shop.Api, again.Id))[0]["status"]! != "pending");
        (await shop.Api.PostAsync($"/v1/batches/{again.Id}/cancel")).Expect(200);

        Assert.Equal("failed 404", Status((await Night.ResultsAsync(shop.Api, first))[0]));
        Assert.Equal("ok 200", Status((await Night.ResultsAsync(shop.Api, again.Id))[0]));
    }

    [Fact]
    public async Task What_a_revoked_client_left_another_one_finishes()
    {
        Night shop = await Night.OpenAsync(host);
        ApiClient temporary = await shop.Tenant.ClientAsync("orders:read orders:write");
        string file = string.Join('\n', Enumerable.Range(0, 800).Select(n => shop.Create($"R-{n}", buyer: n % 50)));
        Answer left = (await Night.SendAsync(temporary, file)).Expect(202);
        await Until.TrueAsync("a first result", async () => (int)(await shop.Api.GetAsync($"/v1/batches/{left.Id}"))["counts.ok"]! > 0);
        (await shop.Api.DeleteAsync($"/v1/api_clients/{temporary.ClientId}")).Expect(204);
        await Night.EndAsync(shop.Api, left.Id);

        Answer taken = (await Night.SendAsync(shop.Api, file)).Expect(202);
        Answer ended = await Night.EndAsync(shop.Api, taken.Id);

        Assert.Equal((left.Id, "finished", 800), (taken.Member("continues"), ended.Member("status"), (int)ended["counts.ok"]!));
        Assert.Equal(800, await new TenantTables(host.Database, shop.Tenant.TenantId).CountAsync("credit.orders"));
    }

    [Fact]
    public async Task The_same_bytes_that_mean_something_else_are_another_file()
    {
        Night shop = await Night.OpenAsync(host);
        string neighbour = (await shop.Api.PostAsync("/v1/merchants", new { name = "隣の店" })).Expect(201).Id;
        ApiClient bound = await shop.Tenant.ClientAsync("orders:read orders:write", shop.Merchant);
        string table = $"注文番号,出荷日,控え\nQ-1,{await shop.TodayAsync()},{await shop.TodayAsync()}";
        string[] meanings =
        [
            "profile=shipments&columns={\"控え\":null}",
            "profile=shipments&columns={\"出荷日\":null,\"控え\":\"shipped_on\"}",
            $"profile=shipments&columns={{\"控え\":null}}&merchant={shop.Merchant}",
            $"profile=shipments&columns={{\"控え\":null}}&merchant={neighbour}",
            $"profile=shipments&columns={{\"控え\":null}}&charset=utf-8",
        ];

        Task<Answer> Send(ApiClient client, string query) => Night.SendAsync(client, table, type: "text/csv", path: $"/v1/batches?{query}");
        List<string> ids = [(await Send(bound, meanings[0])).Expect(202).Id];
        foreach (string meaning in meanings)
        {
            ids.Add((await Send(shop.Api, meaning)).Expect(202).Id);
        }

        Assert.Distinct(ids);
        Assert.Equal(ids.Skip(1), await Task.WhenAll(meanings.Select(async meaning => (await Send(shop.Api, meaning)).Expect(200).Member("duplicate_of"))));
    }

    [Fact]
    public async Task A_canceled_file_sent_many_times_at_once_is_one_batch()
    {
        Night shop = await Night.OpenAsync(host);
        string file = string.Join('\n', Enumerable.Range(0, 600).Select(n => shop.Create($"M-{n}", buyer: n % 50)));
        string first = await HalfAsync(shop, file, 1);

        Answer[] again = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Night.SendAsync(shop.Api, file)));

        Answer accepted = Assert.Single(again, answer => answer.Status == 202);
        Assert.NotEqual(first, accepted.Id);
        Assert.All(again.Where(answer => answer.Status != 202), answer => Assert.Equal(accepted.Id, answer.Expect(200).Member("duplicate_of")));
        Assert.Equal(600, (int)(await Night.EndAsync(shop.Api, accepted.Id))["counts.ok"]!);
        Assert.Equal(600, await new TenantTables(host.Database, shop.Tenant.TenantId).CountAsync("credit.orders"));
    }

    // Sent, run until so many lines are done, and canceled.
    private static async Task<string> HalfAsync(Night shop, string text, int done)
    {
        Answer batch = (await Night.SendAsync(shop.Api, text)).Expect(202);
        await Until.TrueAsync($"{done} results", async () => (int)(await shop.Api.GetAsync($"/v1/batches/{batch.Id}"))["counts.ok"]! >= done, everyMilliseconds: 1);
        Answer canceled = (await shop.Api.PostAsync($"/v1/batches/{batch.Id}/cancel")).Expect(200);
        Assert.InRange((int)canceled["counts.pending"]!, 1, int.MaxValue);
        return batch.Id;
    }

    private static bool Done(JsonNode result) => (string)result["status"]! == "ok";

    private static string Status(JsonNode result) => $"{result["status"]} {result["status_code"]}";

    private static string Whole(JsonNode result) => result.ToJsonString();
}
