using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Api.Tests.Batches;

/// <summary>A file can do what its client can, and nothing besides.</summary>
public sealed class BatchReachTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_line_reaches_no_other_merchant_and_no_other_tenant()
    {
        Night shop = await Night.OpenAsync(host);
        Night neighbour = shop with { Merchant = (await shop.Api.PostAsync("/v1/merchants", new { name = "隣の店" })).Expect(201).Id };
        Night stranger = await Night.OpenAsync(host);
        Answer theirs = (await shop.Api.PostAsync("/v1/orders", neighbour.Order("T-1"))).Expect(201);
        string shipment = (await shop.Api.PostAsync($"/v1/orders/{theirs.Id}/shipments", new { shipped_on = await shop.TodayAsync(), amount = 1 })).Expect(201).Id;
        ApiClient bound = await shop.Tenant.ClientAsync("orders:read orders:write", shop.Merchant);
        string[] attack =
        [
            neighbour.Create("T-2"),
            new JsonObject { ["op"] = "orders.cancel", ["order"] = theirs.Id }.ToJsonString(),
            neighbour.Named("orders.cancel", "T-1"),
            neighbour.Named("shipments.create", "T-1", new JsonObject { ["shipped_on"] = await shop.TodayAsync() }),
            new JsonObject { ["op"] = "shipments.void", ["shipment"] = shipment }.ToJsonString(),
            neighbour.Named("credit_notes.create", "T-1", new JsonObject { ["amount"] = 1, ["reason"] = "other" }),
        ];

        foreach (ApiClient client in (ApiClient[])[bound, stranger.Api])
        {
            Answer batch = (await Night.SendAsync(client, string.Join('\n', attack))).Expect(202);
            await Night.EndAsync(client, batch.Id);
            Assert.All(await Night.ResultsAsync(client, batch.Id), result => Assert.Equal("failed 404 not_found", $"{result["status"]} {result["status_code"]} {result["problem"]!["code"]}"));
        }

        Assert.Equal("partially_shipped", (await shop.Api.GetAsync($"/v1/orders/{theirs.Id}")).Member("status"));
        Assert.Equal("reported", (await shop.Api.GetAsync($"/v1/shipments/{shipment}")).Member("status"));
    }

    [Fact]
    public async Task A_bound_client_need_not_name_its_merchant_and_sees_its_own_files_alone()
    {
        Night shop = await Night.OpenAsync(host);
        ApiClient bound = await shop.Tenant.ClientAsync("orders:read orders:write", shop.Merchant);
        string cancel = """{"op":"orders.cancel","merchant_order_no":"M-1"}""";

        Answer whole = (await shop.SendAsync(shop.Create("M-1"), cancel)).Expect(202);
        Answer own = (await Night.SendAsync(bound, $"{shop.Create("M-1")}\n{cancel}")).Expect(202);
        await Night.EndAsync(bound, own.Id);
        await Night.EndAsync(shop.Api, whole.Id);

        Assert.Equal("required", (string)(await Night.ResultsAsync(shop.Api, whole.Id))[1]["problem"]!["code"]!);
        Assert.Equal("canceled", (string)(await Night.ResultsAsync(bound, own.Id))[1]["order_status"]!);
        Assert.Equal([own.Id], (await bound.GetAsync("/v1/batches")).Expect(200)["data"]!.AsArray().Select(b => (string)b!["id"]!));
        (await bound.GetAsync($"/v1/batches/{whole.Id}/results")).Expect(404, "not_found");
        (await bound.PostAsync($"/v1/batches/{whole.Id}/cancel")).Expect(404, "not_found");
        Assert.Equal(shop.Merchant, (await shop.Api.GetAsync($"/v1/batches/{own.Id}")).Member("merchant"));
    }

    [Fact]
    public async Task A_reader_may_send_no_file()
    {
        Night shop = await Night.OpenAsync(host);
        ApiClient reader = await shop.Tenant.ClientAsync("orders:read");

        (await Night.SendAsync(reader, shop.Create("R-1"))).Expect(403, "insufficient_scope");
    }

    [Fact]
    public async Task A_batch_stops_when_its_client_is_revoked()
    {
        const int Lines = 5_000;
        Night shop = await Night.OpenAsync(host);
        ApiClient temporary = await shop.Tenant.ClientAsync("orders:read orders:write");
        Answer batch = (await Night.SendAsync(temporary, string.Join('\n', Enumerable.Range(0, Lines).Select(n => shop.Create($"L-{n}", buyer: n % 50))))).Expect(202);
        await Until.TrueAsync("a first result", async () => (int)(await shop.Api.GetAsync($"/v1/batches/{batch.Id}"))["counts.ok"]! > 0);

        (await shop.Api.DeleteAsync($"/v1/api_clients/{temporary.ClientId}")).Expect(204);
        Answer ended = await Night.EndAsync(shop.Api, batch.Id);

        Assert.Equal(("failed", "client_revoked"), (ended.Member("status"), ended.Member("failure")));
        Assert.InRange((int)ended["counts.pending"]!, 1, Lines - 1);
    }
}
