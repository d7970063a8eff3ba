using System.Text;
using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Api.Tests.Batches;

public sealed class BatchTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task Each_line_is_run_as_its_own_request_and_has_its_own_result()
    {
        Night shop = await Night.OpenAsync(host);
        string today = await shop.TodayAsync();

        List<JsonNode> results = await shop.RunAsync(
            shop.Create("N-1"),
            shop.Create("N-2", kana: "テスト エヌジー", buyer: 1),
            shop.Create("N-3", amount: 0),
            """{"ref":"typo","op":"orders.create","bodi":{}}""",
            shop.Named("shipments.create", "N-1", new JsonObject { ["shipped_on"] = today }),
            shop.Named("orders.cancel", "N-1"),
            shop.Named("credit_notes.create", "N-1", new JsonObject { ["amount"] = 500, ["reason"] = "return" }),
            shop.Named("orders.cancel", "N-404"));

        Assert.Equal(
            [
                "1 N-1 ok 201 authorized -",
                "2 N-2 declined 201 declined -",
                "3 N-3 failed 422 - out_of_range",
                "4 - failed 422 - unknown_field",
                "5 shipments.create N-1 ok 201 - -",
                "6 orders.cancel N-1 failed 409 - state_conflict",
                "7 credit_notes.create N-1 ok 201 - -",
                "8 orders.cancel N-404 failed 404 - not_found",
            ],
            results.Select(Told));
        Assert.Equal("shipped", (string)results[5]["problem"]!["current_status"]!);
        Assert.Equal("500", (await shop.OrderOfAsync("N-1"))["amount_credited"]!.ToString());
        Assert.StartsWith("crn_", (string)results[6]["resource"]!, StringComparison.Ordinal);
        Assert.Contains("amount", results[2]["problem"]!["errors"]!.AsArray().Select(error => (string)error!["field"]!));
    }

    [Fact]
    public async Task Orders_are_amended_and_closed_by_line_as_well()
    {
        Night shop = await Night.OpenAsync(host);
        string today = await shop.TodayAsync();

        List<JsonNode> results = await shop.RunAsync(
            shop.Create("D-1"),
            shop.Named("orders.amend", "D-1", new JsonObject { ["amount"] = 2_000, ["lines"] = shop.Order("D-1", 2_000)["lines"]!.DeepClone() }),
            shop.Named("shipments.create", "D-1", new JsonObject { ["shipped_on"] = today, ["amount"] = 500 }),
            shop.Named("orders.close", "D-1"));

        Assert.All(results, result => Assert.Equal("ok", (string)result["status"]!));
        Answer order = await shop.OrderOfAsync("D-1");
        Assert.Equal(("shipped", 2_000, 500), (order.Member("status"), (int)order["amount"]!, (int)order["amount_shipped"]!));
    }

    [Fact]
    public async Task A_line_that_is_an_order_itself_places_it_and_a_wrong_one_names_its_field()
    {
        Night shop = await Night.OpenAsync(host);
        JsonObject wrong = shop.Order("B-2");
        wrong["buyer"]!["address"]!.AsObject().Remove("postal_code");
        JsonObject mixed = shop.Order("B-3");
        mixed["op"] = "orders.create";

        List<JsonNode> results = await shop.RunAsync(shop.Order("B-1").ToJsonString(), wrong.ToJsonString(), mixed.ToJsonString(), """{"merchant_order_no":"B-4"}""");

        Assert.Equal(["1 - ok 201 authorized -", "2 - failed 422 - required", "3 - failed 422 - unknown_field", "4 - failed 422 - required"], results.Select(Told));
        Assert.Equal(
            ["buyer.address.postal_code", "amount", "op"],
            results.Skip(1).Select(result => (string)result["problem"]!["errors"]![0]!["field"]!));
        Assert.Equal("orders.create", (string)results[0]["op"]!);
    }

    [Fact]
    public async Task Tells_how_far_it_is_and_how_it_ended()
    {
        Night shop = await Night.OpenAsync(host);

        Answer received = (await shop.SendAsync(shop.Create("C-1"), shop.Create("C-2", kana: "テスト エヌジー", buyer: 1), "{}")).Expect(202);
        Answer ended = await Night.EndAsync(shop.Api, received.Id);

        Assert.Equal(("processing", 3, $"/v1/batches/{received.Id}"), (received.Member("status"), (int)received["lines"]!, received.Header("Location")));
        Assert.Equal("""{"ok":1,"declined":1,"failed":1,"pending":0}""", ended["counts"]!.ToJsonString());
        Assert.Equal(("finished", "1", "json_lines"), (ended.Member("status"), ended.Member("progress"), ended.Member("profile")));
        Assert.Equal([received.Id], (await shop.Api.GetAsync("/v1/batches?status=finished")).Expect(200)["data"]!.AsArray().Select(b => (string)b!["id"]!));
        Assert.Equal([3], (await Night.ResultsAsync(shop.Api, received.Id, "?failed=true")).Select(r => (int)r["line"]!));
        Assert.Equal(
            received.Id,
            (string)(await shop.Api.GetAsync("/v1/events?type=batch.finished")).Expect(200)["data"]!.AsArray().First(e => (string)e!["type"]! == "batch.finished")!["data"]!["object"]!["id"]!);
    }

    [Fact]
    public async Task Blank_lines_a_byte_order_mark_and_foreign_line_ends_do_no_harm()
    {
        Night shop = await Night.OpenAsync(host);

        Answer batch = (await Night.SendAsync(shop.Api, $"\uFEFF{shop.Create("B-1")}\r\n\r\n   \n{shop.Create("B-2")}\r\n\n", type: "application/jsonl; charset=utf-8")).Expect(202);
        await Night.EndAsync(shop.Api, batch.Id);

        Assert.Equal(["1 B-1 ok 201 authorized -", "4 B-2 ok 201 authorized -"], (await Night.ResultsAsync(shop.Api, batch.Id)).Select(Told));
    }

    [Fact]
    public async Task The_same_file_and_the_same_key_have_one_effect()
    {
        Night shop = await Night.OpenAsync(host);
        string today = await shop.TodayAsync();
        (await shop.Api.PostAsync("/v1/orders", shop.Order("S-1"))).Expect(201);
        await shop.RunAsync(shop.Named("shipments.create", "S-1", new JsonObject { ["shipped_on"] = today }));
        string file = shop.Named("credit_notes.create", "S-1", new JsonObject { ["amount"] = 100, ["reason"] = "return" });

        Answer[] first = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Night.SendAsync(shop.Api, file)));
        Answer accepted = Assert.Single(first, answer => answer.Status == 202);
        await Night.EndAsync(shop.Api, accepted.Id);
        Answer again = (await Night.SendAsync(shop.Api, file, "night-1")).Expect(200);
        Answer replayed = (await Night.SendAsync(shop.Api, file, "night-1")).Expect(200);

        Assert.All(first.Where(answer => answer.Status != 202), answer => Assert.Equal(accepted.Id, answer.Expect(200).Member("duplicate_of")));
        Assert.Equal((accepted.Id, "true"), (again.Member("duplicate_of"), replayed.Header("Idempotent-Replayed")));
        (await Night.SendAsync(shop.Api, file + "\n{}", "night-1")).Expect(422, "idempotency_mismatch");
        Assert.Equal(100, (long)(await shop.OrderOfAsync("S-1"))["amount_credited"]!);
    }

    [Fact]
    public async Task A_file_that_is_no_batch_is_refused_whole()
    {
        Night shop = await Night.OpenAsync(host);
        (await Night.SendAsync(shop.Api, "\n \r\n")).Expect(422, "required");
        (await Night.SendAsync(shop.Api, $"{shop.Create("X-1")}\n{new string('x', (1024 * 1024) + 1)}")).Expect(422, "line_too_long");
        (await Night.SendAsync(shop.Api, string.Join('\n', Enumerable.Repeat("{}", 100_001)))).Expect(422, "too_many_lines");
        (await Night.SendAsync(shop.Api, [0x1F, 0x8B, 8, 0])).Expect(415, "unsupported_media_type");
        (await Night.SendAsync(shop.Api, "{}", type: "application/json")).Expect(415, "unsupported_media_type");
        (await Night.SendAsync(shop.Api, "{}", key: "")).Expect(400, "idempotency_key_required");
        using ByteArrayContent packed = new([1, 2, 3]);
        packed.Headers.ContentType = new(Night.JsonLines);
        packed.Headers.ContentEncoding.Add("gzip");
        (await shop.Api.PostAsync("/v1/batches", packed)).Expect(415, "unsupported_media_type");

        Assert.Empty((await shop.Api.GetAsync("/v1/batches")).Expect(200)["data"]!.AsArray());
        Assert.Empty((await shop.Api.GetAsync("/v1/orders")).Expect(200)["data"]!.AsArray());
    }

    [Fact]
    public async Task Hostile_bytes_spoil_their_own_line_alone()
    {
        Night shop = await Night.OpenAsync(host);
        byte[][] lines =
        [
            Encoding.UTF8.GetBytes(shop.Create("H-1")),
            [.. "{\"ref\":\""u8, 0xFF, 0xFE, .. "\"}"u8],
            Encoding.UTF8.GetBytes(shop.Create("H-3").Replace("植木鉢", "\\ud800", StringComparison.Ordinal)),
            Encoding.UTF8.GetBytes(shop.Create("H-4").Replace("植木鉢", "a\\u0000b", StringComparison.Ordinal)),
            [.. "{\"op\":\""u8, 0, .. "\"}"u8],
            Encoding.UTF8.GetBytes(new string('[', 5_000)),
            Encoding.UTF8.GetBytes("""{"op":"orders.create","body":{"amount":1,"amount":2}}"""),
            Encoding.UTF8.GetBytes("""{"op":"orders.create","ref":"\ud83d","body":{}}"""),
            Encoding.UTF8.GetBytes("null"),
            Encoding.UTF8.GetBytes("""{"\ud800":1,"lines":[]}"""),
            Encoding.UTF8.GetBytes(shop.Create("H-10").Replace("植木鉢", "𠮷野家の鉢", StringComparison.Ordinal)),
            Encoding.UTF8.GetBytes("""{"op":"orders.create","body":{"merchant":"\udc00","merchant_order_no":"x"}}"""),
            Encoding.UTF8.GetBytes(new JsonObject { ["op"] = "orders.create", ["ref"] = new string('r', 101), ["body"] = new JsonObject { ["m"] = new string('m', 900_000) } }.ToJsonString()),
        ];

        Answer batch = (await Night.SendAsync(shop.Api, [.. lines.SelectMany(line => (byte[])[.. line, (byte)'\n'])])).Expect(202);
        await Night.EndAsync(shop.Api, batch.Id);

        Assert.Equal(
            [
                "1 H-1 ok 201 authorized -", "2 - failed 422 - invalid_text", "3 H-3 failed 422 - invalid_text", "4 H-4 failed 422 - invalid_text",
                "5 - failed 400 - malformed_json", "6 - failed 422 - invalid_type", "7 - failed 422 - duplicate_field", "8 - failed 422 - invalid_text",
                "9 - failed 422 - invalid_type", "10 - failed 422 - invalid_type", "11 H-10 ok 201 authorized -", "12 - failed 422 - invalid_text", "13 - failed 422 - too_long",
            ],
            (await Night.ResultsAsync(shop.Api, batch.Id)).Select(Told));
    }

    [Fact]
    public async Task Lines_of_one_order_run_in_the_order_of_the_file_however_they_name_it()
    {
        Night shop = await Night.OpenAsync(host);
        string today = await shop.TodayAsync();
        const int Orders = 20;
        List<string> ids = [];
        foreach (int n in Enumerable.Range(0, Orders))
        {
            ids.Add((await shop.Api.PostAsync("/v1/orders", shop.Order($"O-{n}", buyer: n % 3))).Expect(201).Id);
        }

        JsonObject Shipment(long amount) => new() { ["shipped_on"] = today, ["amount"] = amount };
        List<JsonNode> results = await shop.RunAsync(Enumerable.Range(0, Orders).SelectMany(n => (string[])
        [
            shop.Named("shipments.create", $"O-{n}", Shipment(1_000)),
            new JsonObject { ["op"] = "shipments.create", ["order"] = ids[n], ["body"] = Shipment(2_000) }.ToJsonString(),
            shop.Named("shipments.create", $"O-{n}", Shipment(1)),
        ]));

        Assert.All(results, (result, i) => Assert.Equal(i % 3 < 2 ? 201 : 409, (int)result["status_code"]!));
    }

    [Fact]
    public async Task A_void_stands_between_what_was_before_it_and_what_comes_after()
    {
        Night shop = await Night.OpenAsync(host);
        string today = await shop.TodayAsync();
        List<string> lines = [];
        foreach (int n in Enumerable.Range(0, 5))
        {
            string order = (await shop.Api.PostAsync("/v1/orders", shop.Order($"V-{n}", buyer: n))).Expect(201).Id;
            string shipment = (await shop.Api.PostAsync($"/v1/orders/{order}/shipments", new { shipped_on = today })).Expect(201).Id;
            lines.Add(new JsonObject { ["op"] = "shipments.void", ["shipment"] = shipment }.ToJsonString());
            lines.Add(shop.Named("shipments.create", $"V-{n}", new JsonObject { ["shipped_on"] = today }));
        }

        Assert.All(await shop.RunAsync(lines), result => Assert.Equal("ok", (string)result["status"]!));
        Assert.Equal("shipped", (await shop.OrderOfAsync("V-3")).Member("status"));
    }

    [Fact]
    public async Task What_was_canceled_is_not_run_and_what_was_run_stays()
    {
        const int Lines = 3_000;
        Night shop = await Night.OpenAsync(host);
        Answer batch = (await shop.SendAsync(Enumerable.Range(0, Lines).Select(n => shop.Create($"K-{n}", buyer: n % 50)))).Expect(202);
        await Until.TrueAsync("a first result", async () => (int)(await shop.Api.GetAsync($"/v1/batches/{batch.Id}"))["counts.ok"]! > 0);

        Answer canceled = (await shop.Api.PostAsync($"/v1/batches/{batch.Id}/cancel")).Expect(200);
        List<JsonNode> results = await Night.ResultsAsync(shop.Api, batch.Id);

        int ok = (int)canceled["counts.ok"]!;
        Assert.InRange(ok, 1, Lines - 1);
        Assert.Equal(("canceled", Lines - ok), (canceled.Member("status"), (int)canceled["counts.pending"]!));
        Assert.Equal((ok, Lines - ok), (results.Count(r => (string)r["status"]! == "ok"), results.Count(r => (string)r["status"]! == "not_run")));
        Assert.Equal("K-2999", (string)results[^1]["ref"]!);
        await host.DrainAsync(shop.Tenant);
        Assert.Equal(ok, await new Bnpl.TestKit.Databases.TenantTables(host.Database, shop.Tenant.TenantId).CountAsync("credit.orders"));
        (await shop.Api.PostAsync($"/v1/batches/{batch.Id}/cancel")).Expect(409, "state_conflict");
    }

    internal static string Told(JsonNode result) =>
        $"{result["line"]} {(string?)result["ref"] ?? "-"} {result["status"]} {result["status_code"]} {(string?)result["order_status"] ?? "-"} {(string?)result["problem"]?["code"] ?? "-"}";
}
