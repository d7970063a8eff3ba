using System.Text.Json.Nodes;
using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Billing.Tests.Stories;

/// <summary>A whole life of an order, told as one history.</summary>
public sealed class TimelineStory(PlatformHost host) : IClassFixture<PlatformHost>
{
    private static readonly string[] s_life =
    [
        "decision.automatic hold", "order.on_hold on_hold",
        "review.claimed ", "review.note ",
        "order.corrected ", "decision.automatic approved", "order.authorized authorized",
        "invoice.issued issued", "shipment.reported reported", "order.partially_shipped partially_shipped", "invoice.sent sent",
        "invoice.issued issued", "shipment.reported reported", "order.shipped shipped", "invoice.sent sent",
        "payment.confirmed confirmed", "invoice.paid paid",
        "payment.confirmed confirmed", "invoice.paid paid", "order.completed completed",
        "refund.requested awaiting_account", "credit_note.created ",
    ];

    [Fact]
    public async Task Tells_a_held_corrected_shipped_paid_and_refunded_order_in_order()
    {
        (Shop shop, string order) = await LiveAsync();

        Answer timeline = (await shop.Tenant.GetAsync($"/v1/orders/{order}/timeline")).Expect(200);

        Assert.Equal(s_life, Lines(timeline));
        Assert.All(timeline["data"]!.AsArray(), entry => Assert.NotNull(entry!["resource"]));
        Assert.Equal(timeline["data"]!.AsArray().Select(entry => (string)entry!["at"]!).Order(StringComparer.Ordinal), timeline["data"]!.AsArray().Select(entry => (string)entry!["at"]!));
        Assert.Equal("本人に電話で確認", (string?)timeline["data"]![3]!["note"]);
    }

    [Fact]
    public async Task Pages_through_a_life_without_losing_or_repeating_an_entry()
    {
        (Shop shop, string order) = await LiveAsync();
        List<string> lines = [];
        string? next = null;
        do
        {
            Answer page = (await shop.Tenant.GetAsync($"/v1/orders/{order}/timeline?limit=4{(next is null ? "" : $"&starting_after={next}")}")).Expect(200);
            lines.AddRange(Lines(page));
            next = (string?)page["next"];
        }
        while (next is not null);

        Assert.Equal(s_life, lines);
        (await shop.Tenant.GetAsync($"/v1/orders/{order}/timeline?limit=0")).Expect(422, "out_of_range");
        (await shop.Tenant.GetAsync($"/v1/orders/{order}/timeline?starting_after=mer_x")).Expect(422, "invalid_id");
    }

    [Fact]
    public async Task A_merchants_client_reads_its_own_orders_without_what_is_the_tenants_own()
    {
        (Shop shop, string order) = await LiveAsync();
        ApiClient own = await shop.Tenant.ClientAsync("orders:read", shop.Merchant);
        string other = (await shop.Tenant.PostAsync("/v1/merchants", new { name = "二号店" })).Expect(201).Id;
        ApiClient stranger = await shop.Tenant.ClientAsync("orders:read", other);

        Answer timeline = (await own.GetAsync($"/v1/orders/{order}/timeline")).Expect(200);

        Assert.Equal(s_life.Where(line => !line.StartsWith("review.", StringComparison.Ordinal)), Lines(timeline));
        Assert.All(timeline["data"]!.AsArray(), entry => Assert.True(entry!["actor"] is null && entry["note"] is null, entry.ToJsonString()));
        (await stranger.GetAsync($"/v1/orders/{order}/timeline")).Expect(404, "not_found");
        Answer readOnly = (await (await shop.Tenant.ClientAsync("orders:read")).GetAsync($"/v1/orders/{order}/timeline")).Expect(200);
        Assert.Equal(s_life, Lines(readOnly));
        Assert.Null(readOnly["data"]![3]!["note"]);
    }

    [Fact]
    public async Task Is_whole_after_the_events_themselves_are_gone()
    {
        (Shop shop, string order) = await LiveAsync();
        await host.DrainAsync(shop.Tenant);
        TenantTables tables = new(host.Database, shop.Tenant.TenantId);
        await tables.RowsAsync("UPDATE infra.events SET recorded_at = recorded_at - interval '91 days' RETURNING 1");
        await CleanUpAsync();
        Assert.Equal(0, await tables.CountAsync("infra.events"));

        Assert.Equal(s_life, Lines((await shop.Tenant.GetAsync($"/v1/orders/{order}/timeline")).Expect(200)));
    }

    private async Task CleanUpAsync()
    {
        // The job reads which tenants there are from the directory, which this one has just joined.
        await host.Services.GetRequiredService<TenantDirectory>().RefreshAsync(CancellationToken.None);
        await ActivatorUtilities.CreateInstance<CleanUpJob>(host.Services).Execute(null!, CancellationToken.None);
    }

    private async Task<(Shop Shop, string Order)> LiveAsync()
    {
        Shop shop = await Shop.OpenAsync(host);
        JsonObject request = new()
        {
            ["merchant"] = shop.Merchant,
            ["merchant_order_no"] = "T-1",
            ["currency"] = "JPY",
            ["amount"] = 6_000,
            ["payment_plan"] = "lump_sum",
            ["lines"] = new JsonArray(new JsonObject { ["name"] = "美容液", ["quantity"] = 2, ["unit_price"] = 3_000, ["tax_rate"] = "0.10" }),
            ["buyer"] = new JsonObject
            {
                ["name"] = "山田 太郎",
                ["name_kana"] = "テスト ホリュウ",
                ["phone"] = "090-1234-5678",
                ["email"] = "taro@example.jp",
                ["address"] = new JsonObject { ["postal_code"] = "107-0051", ["prefecture"] = "東京都", ["city"] = "港区", ["line1"] = "元赤坂一丁目5番31号" },
            },
            ["deliveries"] = new JsonArray(new JsonObject { ["same_as_buyer"] = true }),
            ["invoice"] = new JsonObject { ["delivery"] = "email" },
        };
        string order = (await shop.Tenant.PostAsync("/v1/orders", request)).Expect(201).Id;
        (await shop.Tenant.PostAsync($"/v1/reviews/{order}/claim")).Expect(200);
        (await shop.Tenant.PostAsync($"/v1/reviews/{order}/notes", new { text = "本人に電話で確認" })).Expect(201);
        (await shop.Tenant.PostAsync($"/v1/orders/{order}/corrections", new { buyer = new { name_kana = "テスト オーケー" } })).Expect(200);
        await MinuteAsync(shop);
        for (int parcel = 0; parcel < 2; parcel++)
        {
            (await shop.ShipAsync(order, new { lines = new[] { new { line = 1, quantity = 1 } }, parcels = new[] { new { carrier = "other", tracking_no = $"T-{parcel}" } } })).Expect(201);
            await MailedAsync(shop, order, parcel + 1);
            await MinuteAsync(shop);
        }

        foreach (JsonNode? invoice in (await shop.Tenant.GetAsync($"/v1/invoices?order={order}")).Expect(200)["data"]!.AsArray())
        {
            (await shop.PayAsync(await shop.InvoiceAsync((string)invoice!["id"]!), 3_000)).Expect(201);
            await host.DrainAsync(shop.Tenant);
            await MinuteAsync(shop);
        }

        (await shop.Tenant.PostAsync($"/v1/orders/{order}/credit_notes", new { lines = new[] { new { line = 1, quantity = 1 } }, reason = "return" })).Expect(201);
        return (shop, order);
    }

    private static async Task MinuteAsync(Shop shop) =>
        await shop.Tenant.AdvanceToAsync(DateTimeOffset.Parse((await shop.Tenant.GetAsync("/v1/test_clock")).Member("now")).AddMinutes(1));

    // Mails leave by a worker of their own.
    private static Task MailedAsync(Shop shop, string order, int count) => Until.TrueAsync("the mail", async () =>
        (await shop.Tenant.GetAsync($"/v1/orders/{order}/timeline")).Expect(200)["data"]!.AsArray().Count(entry => (string)entry!["type"]! == "invoice.sent") == count);

    private static string[] Lines(Answer timeline) =>
        [.. timeline["data"]!.AsArray().Select(entry => $"{entry!["type"]} {entry["status"] ?? entry["decision"]?["result"]}")];
}
