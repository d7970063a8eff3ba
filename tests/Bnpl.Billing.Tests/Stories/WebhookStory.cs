using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Billing.Tests.Stories;

/// <summary>Which act sends which events: every one signed, with the resource's own answer and without what names people.</summary>
public sealed class WebhookStory(PlatformHost host) : IClassFixture<PlatformHost>
{
    private static readonly string[] s_withheld = ["buyer", "deliveries", "device", "metadata", "pay_url", "end_reason", "payer_name", "payer_kana", "reference"];

    private static int s_number;

    private static readonly string[] s_types =
    [
        "order.authorized", "order.on_hold", "order.declined", "order.canceled", "order.expired", "order.amended", "order.partially_shipped", "order.shipped", "order.closed",
        "order.completed", "shipment.reported", "shipment.voided", "invoice.issued", "invoice.sent", "invoice.paid", "payment.confirmed", "payment.reversed", "credit_note.created",
    ];

    [Fact]
    public async Task Each_act_on_an_order_sends_its_events_once()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        Shop shop = await Shop.OpenAsync(host);
        string secret = (await shop.Tenant.PostAsync("/v1/webhook_endpoints", new { url = receiver.Url, events = s_types })).Expect(201).Member("secret");
        int seen = 0;

        string held = await PlaceAsync(shop, "テスト ホリュウ", 1_000);
        await ExpectAsync("place, held", "order.on_hold on_hold");
        (await shop.Tenant.PostAsync($"/v1/reviews/{held}/claim")).Expect(200);
        (await shop.Tenant.PostAsync($"/v1/reviews/{held}/notes", new { text = "確認中" })).Expect(201);
        await PostAsync(shop, $"/v1/reviews/{held}/decide", new { result = "approved" });
        await ExpectAsync("claim, note, approve", "order.authorized authorized");
        await PostAsync(shop, $"/v1/orders/{held}/cancel", new { reason = "お客様のご都合" });
        await ExpectAsync("cancel", "order.canceled canceled");

        string declined = await PlaceAsync(shop, "テスト ホリュウ", 1_000);
        await ExpectAsync("place, held again", "order.on_hold on_hold");
        await PostAsync(shop, $"/v1/reviews/{declined}/decide", new { result = "declined" });
        await ExpectAsync("decline", "order.declined declined");
        await PlaceAsync(shop, "テスト エヌジー", 1_000);
        await ExpectAsync("place, refused", "order.declined declined");

        string corrected = await PlaceAsync(shop, "テスト ホリュウ", 1_000);
        await ExpectAsync("place, held once more", "order.on_hold on_hold");
        await PostAsync(shop, $"/v1/orders/{corrected}/corrections", new { buyer = new { name_kana = "テスト オーケー" } });
        await ExpectAsync("correct", "order.authorized authorized");

        string sold = await PlaceAsync(shop, "テスト オーケー", 3_000, 3);
        await ExpectAsync("place, approved", "order.authorized authorized");
        await PostAsync(shop, $"/v1/orders/{sold}/amend", new { amount = 6_000, lines = new[] { new { name = "美容液", quantity = 2, unit_price = 3_000, tax_rate = "0.10" } } });
        await ExpectAsync("amend", "order.amended authorized");
        string shipment = (await ShipAsync(shop, sold)).Id;
        await ExpectAsync("ship a part", "invoice.issued issued", "invoice.sent sent", "order.partially_shipped partially_shipped", "shipment.reported reported");
        await PostAsync(shop, $"/v1/shipments/{shipment}/void", null);
        await ExpectAsync("void", "order.authorized authorized", "shipment.voided void");
        Answer again = await ShipAsync(shop, sold);
        await ExpectAsync("ship a part again", "invoice.issued issued", "invoice.sent sent", "order.partially_shipped partially_shipped", "shipment.reported reported");
        await PostAsync(shop, $"/v1/orders/{sold}/close", null);
        await ExpectAsync("close", "order.closed shipped");
        string payment = (await shop.PayAsync(await shop.InvoiceAsync((string)again["invoices"]![0]!), 3_000)).Expect(201).Id;
        await host.DrainAsync(shop.Tenant);
        await ExpectAsync("pay", "invoice.paid paid", "order.completed completed", "payment.confirmed confirmed");
        await PostAsync(shop, $"/v1/payments/{payment}/reverse", new { reason = "誤り" });
        await host.DrainAsync(shop.Tenant);
        await ExpectAsync("reverse", "order.shipped shipped", "payment.reversed reversed");
        await PostAsync(shop, $"/v1/orders/{sold}/credit_notes", new { amount = 100, reason = "discount" });
        await ExpectAsync("credit", "credit_note.created ");

        string late = await PlaceAsync(shop, "テスト ホリュウ", 1_000);
        await ExpectAsync("place, held and forgotten", "order.on_hold on_hold");
        await shop.AdvanceDaysAsync(4);
        await ExpectAsync("the deadline", "order.expired expired");
        Assert.Equal("expired", (await shop.Tenant.GetAsync($"/v1/orders/{late}")).Member("status"));

        Assert.All(receiver.Calls, call => Assert.True(call.IsSignedWith(secret)));
        Assert.All(receiver.Calls, call => Assert.Empty(call.Json["data"]!["object"]!.AsObject().Select(member => member.Key).Intersect(s_withheld)));
        Assert.All(receiver.Calls, call => Assert.DoesNotContain("山田", call.Body));
        foreach (IGrouping<string, ReceivedCall> resource in receiver.Calls.GroupBy(call => (string)call.Json["data"]!["object"]!["id"]!))
        {
            Assert.Equal(resource.Select(call => call.Sequence).Order().Distinct(), resource.Select(call => call.Sequence));
        }

        async Task ExpectAsync(string act, params string[] expected)
        {
            IReadOnlyList<ReceivedCall> calls = await receiver.WaitForAsync(seen + expected.Length);
            Assert.Equal((act, string.Join(", ", expected.Order())), (act, string.Join(", ", calls.Skip(seen).Select(Line).Order())));
            seen = calls.Count;
        }
    }

    [Fact]
    public async Task An_event_shows_the_resource_as_its_own_route_does()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        Shop shop = await Shop.OpenAsync(host);
        (await shop.Tenant.PostAsync("/v1/webhook_endpoints", new { url = receiver.Url, events = new[] { "order.on_hold" } })).Expect(201);

        string order = await PlaceAsync(shop, "テスト ホリュウ", 1_000);

        JsonObject told = (await receiver.WaitForAsync(1))[0].Json["data"]!["object"]!.AsObject();
        JsonObject own = (await shop.Tenant.GetAsync($"/v1/orders/{order}")).Body.AsObject();
        foreach (string name in s_withheld)
        {
            own.Remove(name);
        }

        own["lines"]![0]!.AsObject().Remove("name");
        Assert.True(JsonNode.DeepEquals(own, told), $"{own.ToJsonString()}\n{told.ToJsonString()}");
    }

    [Fact]
    public async Task An_endpoint_can_be_given_to_one_merchant()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        Shop shop = await Shop.OpenAsync(host);
        string other = (await shop.Tenant.PostAsync("/v1/merchants", new { name = "二号店" })).Expect(201).Id;
        string endpoint = (await shop.Tenant.PostAsync("/v1/webhook_endpoints", new { url = receiver.Url, events = new[] { "order.authorized" } })).Expect(201).Id;

        Answer changed = (await shop.Tenant.PatchAsync($"/v1/webhook_endpoints/{endpoint}", new { merchant = other })).Expect(200);

        Assert.Equal(other, changed.Member("merchant"));
        await PlaceAsync(shop, "テスト オーケー", 1_000);
        string mine = await PlaceAsync(shop with { Merchant = other }, "テスト オーケー", 1_000);
        Assert.Equal(mine, (string)Assert.Single(await receiver.WaitForAsync(1)).Json["data"]!["object"]!["id"]!);
        (await shop.Tenant.PatchAsync($"/v1/webhook_endpoints/{endpoint}", new { merchant = "mer_x" })).Expect(422, "invalid_id");
        (await shop.Tenant.PatchAsync($"/v1/webhook_endpoints/{endpoint}", new { merchant = "mer_00000000000000000000000000" })).Expect(404, "not_found");
    }

    private static string Line(ReceivedCall call) => $"{call.Type} {call.Json["data"]!["object"]!["status"]}";

    private static async Task PostAsync(Shop shop, string path, object? body)
    {
        Answer answer = await shop.Tenant.PostAsync(path, body);
        Assert.True(answer.Status is 200 or 201, answer.Text);
    }

    private static async Task<Answer> ShipAsync(Shop shop, string order) => (await shop.ShipAsync(
        order, new { lines = new[] { new { line = 1, quantity = 1 } }, parcels = new[] { new { carrier = "other", tracking_no = "T-1" } } })).Expect(201);

    private static async Task<string> PlaceAsync(Shop shop, string kana, long price, int quantity = 1)
    {
        int number = Interlocked.Increment(ref s_number);
        return (await shop.Tenant.PostAsync("/v1/orders", new
        {
            merchant = shop.Merchant,
            merchant_order_no = $"W-{number}",
            currency = "JPY",
            amount = price * quantity,
            payment_plan = "lump_sum",
            lines = new[] { new { name = "美容液", quantity, unit_price = price, tax_rate = "0.10" } },
            buyer = new
            {
                name = "山田 太郎",
                name_kana = kana,
                phone = "090-1234-5678",
                email = "taro@example.jp",
                address = new { postal_code = "107-0051", prefecture = "東京都", city = "港区", line1 = "元赤坂一丁目5番31号" },
            },
            deliveries = new[] { new { same_as_buyer = true } },
            invoice = new { delivery = "email" },
            metadata = new { note = "山田様" },
        })).Expect(201).Id;
    }
}
