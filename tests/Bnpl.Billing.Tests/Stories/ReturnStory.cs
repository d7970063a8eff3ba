using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Billing.Tests.Stories;

/// <summary>Goods that go out in parts and come back in parts: order, receivables and books as whole tables.</summary>
public sealed class ReturnStory(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task Parcels_to_two_people_of_which_one_is_voided_and_others_return()
    {
        Shop shop = await Shop.OpenAsync(host);
        string order = await shop.OrderOfGiftsAsync(["佐藤 花子", "鈴木 一郎"], (5_000, 2, "0.10"), (1_000, 3, "0.08"));
        object[] parcels = [new { carrier = "other", tracking_no = "G-1" }, new { carrier = "other", tracking_no = "G-2" }];
        Answer first = (await shop.ShipAsync(order, new { lines = new[] { Line(1, 1) }, parcels })).Expect(201);
        Answer second = (await shop.ShipAsync(order, new { lines = new[] { Line(2, 2) } })).Expect(201);
        (await shop.ShipAsync(order, new { lines = new[] { Line(1, 1), Line(2, 1) } })).Expect(201);
        Assert.Equal(["G1", "G2"], first["parcels"]!.AsArray().Select(parcel => (string)parcel!["tracking_no"]!));
        Assert.Equal(
            ["shipped 13000 13000 0", "1: 2 0", "2: 3 0", "open 5000 0 5000", "open 2000 0 2000", "open 6000 0 6000", "1210 13000 0", "2110 0 12480", "4110 0 520"],
            await TableAsync(shop, order));

        (await shop.Tenant.PostAsync($"/v1/shipments/{second.Id}/void")).Expect(200);
        Assert.Equal(
            ["partially_shipped 13000 11000 0", "1: 2 0", "2: 1 0", "open 5000 0 5000", "void 2000 2000 0", "open 6000 0 6000", "1210 11000 0", "2110 0 10560", "4110 0 440"],
            await TableAsync(shop, order));

        // By line: the newest receivable first, its instalment whole.
        Answer byLine = (await CreditAsync(shop, order, new { lines = new[] { Line(1, 1) }, reason = "return" })).Expect(201);
        Assert.Equal("""[{"rate":"0.10","amount":5000,"tax":454}]""", byLine["tax_by_rate"]!.ToJsonString());

        // By amount of one parcel: at the rates of that parcel's goods alone.
        Answer byAmount = (await CreditAsync(shop, order, new { amount = 1_000, shipment = first.Id, reason = "discount" })).Expect(201);
        Assert.Equal("""[{"rate":"0.10","amount":1000,"tax":90}]""", byAmount["tax_by_rate"]!.ToJsonString());
        string[] credited =
            ["partially_shipped 13000 11000 6000", "1: 2 1", "2: 1 0", "open 5000 1000 4000", "void 2000 2000 0", "open 6000 5000 1000", "1210 5000 0", "2110 0 4800", "4110 0 200"];
        Assert.Equal(credited, await TableAsync(shop, order));

        // More than was shipped and not yet credited: of a line, of a parcel, of what was taken back, of all.
        (await CreditAsync(shop, order, new { lines = new[] { Line(1, 2) }, reason = "return" })).Expect(422, "over_creditable");
        (await CreditAsync(shop, order, new { lines = new[] { Line(2, 2) }, reason = "return" })).Expect(422, "over_creditable");
        (await CreditAsync(shop, order, new { lines = new[] { Line(2, 1) }, shipment = first.Id, reason = "return" })).Expect(422, "over_creditable");
        (await CreditAsync(shop, order, new { amount = 4_001, shipment = first.Id, reason = "return" })).Expect(422, "over_creditable");
        (await CreditAsync(shop, order, new { amount = 1, shipment = second.Id, reason = "return" })).Expect(422, "unknown_shipment");
        (await CreditAsync(shop, order, new { amount = 5_001, reason = "return" })).Expect(422, "over_creditable");
        (await CreditAsync(shop, order, new { lines = new[] { Line(3, 1) }, reason = "return" })).Expect(422, "unknown_line");
        Assert.Equal(credited, await TableAsync(shop, order));
    }

    [Fact]
    public async Task What_returns_after_close_payment_and_completion_is_refunded()
    {
        Shop shop = await Shop.OpenAsync(host);
        string order = await shop.OrderAsync("none", (5_000, 1, "0.10"), (1_000, 5, "0.08"));
        Answer shipment = (await shop.ShipAsync(order, new { lines = new[] { Line(1, 1), Line(2, 1) } })).Expect(201);
        (await shop.Tenant.PostAsync($"/v1/orders/{order}/close")).Expect(200);
        (await CreditAsync(shop, order, new { lines = new[] { Line(2, 2) }, reason = "return" })).Expect(422, "over_creditable");
        Answer note = (await CreditAsync(shop, order, new { amount = 600, reason = "discount" })).Expect(201);
        Assert.Equal("""[{"rate":"0.10","amount":500,"tax":45},{"rate":"0.08","amount":100,"tax":7}]""", note["tax_by_rate"]!.ToJsonString());
        Assert.Null(note["refund"]);

        Answer paid = (await shop.PayAsync(await shop.InvoiceAsync((string)shipment["invoices"]![0]!), 5_400)).Expect(201);
        await host.DrainAsync(shop.Tenant);
        Assert.Equal(
            ["completed 10000 6000 600", "1: 1 0", "2: 1 0", "paid 6000 600 0", "1120 5400 0", "1210 0 0", "2110 0 5184", "2120 0 0", "4110 0 216"],
            await TableAsync(shop, order));

        Answer back = (await CreditAsync(shop, order, new { lines = new[] { Line(2, 1) }, reason = "return" })).Expect(201);
        Answer refund = (await shop.Tenant.GetAsync($"/v1/refunds/{back.Member("refund")}")).Expect(200);
        Assert.Equal((1_000, "awaiting_account", paid.Id), ((long)refund["amount"]!, refund.Member("status"), refund.Member("payment")));
        (await CreditAsync(shop, order, new { amount = 4_401, reason = "return" })).Expect(422, "over_creditable");
        (await CreditAsync(shop, order, new { amount = 4_400, reason = "return" })).Expect(201);
        (await CreditAsync(shop, order, new { amount = 1, reason = "return" })).Expect(422, "over_creditable");
        await host.DrainAsync(shop.Tenant);
        Assert.Equal(
            ["completed 10000 6000 6000", "1: 1 0", "2: 1 1", "paid 6000 6000 0", "1120 5400 0", "1210 0 0", "2110 0 0", "2120 0 0", "2130 0 5400", "4110 0 0"],
            await TableAsync(shop, order));
    }

    [Fact]
    public async Task An_amount_over_two_parcels_of_different_rates_leaves_each_invoice_with_rates_that_add_up()
    {
        Shop shop = await Shop.OpenAsync(host);
        string order = await shop.OrderAsync("none", (5_000, 1, "0.10"), (5_000, 1, "0.08"));
        Answer first = (await shop.ShipAsync(order, new { lines = new[] { Line(1, 1) } })).Expect(201);
        Answer second = (await shop.ShipAsync(order, new { lines = new[] { Line(2, 1) } })).Expect(201);

        Answer note = (await CreditAsync(shop, order, new { amount = 6_000, reason = "discount" })).Expect(201);

        Assert.Equal("""[{"rate":"0.10","amount":3000,"tax":272},{"rate":"0.08","amount":3000,"tax":222}]""", note["tax_by_rate"]!.ToJsonString());
        Assert.Equal("void", (await InvoiceOfAsync(shop, second)).Member("status"));
        Assert.Equal("""[{"rate":"0.10","amount":4000,"tax":363}]""", (await InvoiceOfAsync(shop, first))["tax_by_rate"]!.ToJsonString());
        Assert.Equal(["shipped 10000 10000 6000", "1: 1 0", "2: 1 0", "open 5000 1000 4000", "paid 5000 5000 0", "1210 4000 0", "2110 0 3840", "4110 0 160"], await TableAsync(shop, order));
    }

    [Fact]
    public async Task A_parcel_whose_goods_came_back_is_not_taken_back_though_another_parcels_debt_was_lowered()
    {
        Shop shop = await Shop.OpenAsync(host);
        string order = await shop.OrderAsync("none", (1_000, 1, "0.10"), (3_000, 1, "0.10"));
        Answer first = (await shop.ShipAsync(order, new { lines = new[] { Line(1, 1) } })).Expect(201);
        (await shop.ShipAsync(order)).Expect(201);
        (await CreditAsync(shop, order, new { lines = new[] { Line(1, 1) }, reason = "return" })).Expect(201);

        (await shop.Tenant.PostAsync($"/v1/shipments/{first.Id}/void")).Expect(409, "state_conflict");

        Assert.Equal(["shipped 4000 4000 1000", "1: 1 1", "2: 1 0", "open 1000 0 1000", "open 3000 1000 2000", "1210 3000 0", "2110 0 2880", "4110 0 120"], await TableAsync(shop, order));
    }

    [Fact]
    public async Task Of_many_notes_at_once_by_line_and_by_amount_no_piece_and_no_yen_returns_twice()
    {
        Shop shop = await Shop.OpenAsync(host);
        string order = await shop.OrderAsync("none", (1_000, 3, "0.10"), (1_000, 1, "0.08"));
        Answer shipment = (await shop.ShipAsync(order)).Expect(201);

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => CreditAsync(
            shop, order, i % 3 == 2 ? new { amount = 700, reason = "other" } : new { lines = new[] { Line(1, 1) }, reason = "return" })));

        Assert.All(answers, answer => Assert.True(answer.Status == 201 || answer is { Status: 422, Code: "over_creditable" }, answer.Text));
        long sum = answers.Where(answer => answer.Status == 201).Sum(answer => (long)answer["amount"]!);
        int pieces = answers.Where(answer => answer.Status == 201).Sum(answer => answer["lines"]!.AsArray().Sum(line => (int)line!["quantity"]!));
        Assert.InRange(sum, 3_301, 4_000);
        Assert.InRange(pieces, 0, 3);
        Answer after = (await shop.Tenant.GetAsync($"/v1/orders/{order}")).Expect(200);
        Assert.Equal((sum, pieces), ((long)after["amount_credited"]!, (int)after["lines"]![0]!["quantity_credited"]!));
        Assert.Equal(4_000 - sum, (long)(await shop.ReceivableAsync(shipment.Member("receivable")))["balance"]!["total"]!);
        Assert.Equal($"1210 {4_000 - sum} 0", (await shop.TrialBalanceAsync())[0]);
    }

    [Fact]
    public async Task A_parcel_is_taken_back_or_credited_but_not_both()
    {
        for (int round = 0; round < 4; round++)
        {
            Shop shop = await Shop.OpenAsync(host);
            string order = await shop.OrderAsync("none", (1_000, 2, "0.10"));
            (await shop.ShipAsync(order, new { lines = new[] { Line(1, 1) } })).Expect(201);
            Answer shipment = (await shop.ShipAsync(order)).Expect(201);

            Answer[] answers = await Task.WhenAll(
                shop.Tenant.PostAsync($"/v1/shipments/{shipment.Id}/void"),
                CreditAsync(shop, order, new { amount = 1_000, shipment = shipment.Id, reason = "return" }));

            Assert.Contains((answers[0].Status, answers[1].Status), new[] { (200, 422), (409, 201) });
            Assert.Equal(["1210 1000 0", "2110 0 960", "4110 0 40"], await shop.TrialBalanceAsync());
        }
    }

    private static object Line(int line, int quantity) => new { line, quantity };

    private static Task<Answer> CreditAsync(Shop shop, string order, object body) => shop.Tenant.PostAsync($"/v1/orders/{order}/credit_notes", body);

    private static Task<Answer> InvoiceOfAsync(Shop shop, Answer shipment) => shop.InvoiceAsync((string)shipment["invoices"]![0]!);

    // The order (amount, shipped, credited), its lines (shipped, credited), its receivables by age (amount, credited, balance), the books.
    private static async Task<string[]> TableAsync(Shop shop, string id)
    {
        Answer order = (await shop.Tenant.GetAsync($"/v1/orders/{id}")).Expect(200);
        JsonArray receivables = (await shop.Tenant.GetAsync($"/v1/receivables?order={id}")).Expect(200)["data"]!.AsArray();
        return
        [
            $"{order.Member("status")} {order["amount"]} {order["amount_shipped"]} {order["amount_credited"]}",
            .. order["lines"]!.AsArray().Select(line => $"{line!["line"]}: {line["quantity_shipped"]} {line["quantity_credited"]}"),
            .. receivables.Reverse().Select(r => $"{r!["status"]} {r["amount"]} {r["amount_credited"]} {r["balance"]!["total"]}"),
            .. await shop.TrialBalanceAsync(),
        ];
    }
}
