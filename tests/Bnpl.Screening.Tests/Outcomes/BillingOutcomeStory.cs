using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Signals;
using Bnpl.Screening.Tests.Screenings;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Screening.Tests.Outcomes;

public sealed class BillingOutcomeStory(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task An_order_not_paid_warns_the_next_shop_and_paid_at_last_it_speaks_for_the_buyer()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        (string order, string screening) = await OrderAsync(tenant, merchant);
        Answer shipment = await ShipAsync(tenant, order);
        await AdvanceAsync(tenant, 16);
        Assert.Null((await ReadAsync(tenant, screening))["outcome"]);

        await AdvanceAsync(tenant, 2);
        Assert.Equal(["overdue billing"], await WordsAsync(tenant, screening));
        Answer warned = await ReadAsync(tenant, (await OrderAsync(tenant, merchant, "鈴木 花子", "スズキ ハナコ")).Screening);
        Assert.Contains("history_overdue", Codes(warned));
        Assert.Equal(1, (int?)warned["matched"]!["cluster"]!["overdue"]);

        Answer invoice = (await tenant.GetAsync($"/v1/invoices/{(string)shipment["invoices"]![0]!}")).Expect(200);
        Answer receivable = (await tenant.GetAsync($"/v1/receivables/{shipment.Member("receivable")}")).Expect(200);
        Answer payment = (await tenant.PostAsync("/v1/payments", new
        {
            invoice = invoice.Id,
            amount = (long)receivable["balance.total"]!,
            received_on = $"{await TodayAsync(tenant):yyyy-MM-dd}",
            channel = "konbini",
        })).Expect(201);
        await host.DrainAsync(tenant);
        Assert.Equal(["overdue billing", "paid billing"], await WordsAsync(tenant, screening));
        string next = (await OrderAsync(tenant, merchant, "鈴木 花子", "スズキ ハナコ")).Screening;
        Assert.DoesNotContain("history_overdue", Codes(await ReadAsync(tenant, next)));
        Assert.Equal((1f, 0f), (await FeatureAsync(tenant, next, "history.paid"), await FeatureAsync(tenant, next, "history.overdue")));

        (await tenant.PostAsync($"/v1/payments/{payment.Id}/reverse")).Expect(200);
        await host.DrainAsync(tenant);
        Assert.Equal(["overdue billing", "paid billing", "overdue billing"], await WordsAsync(tenant, screening));
    }

    [Fact]
    public async Task A_payment_that_is_taken_back_before_anything_is_due_leaves_the_end_open_again()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        (string order, string screening) = await OrderAsync(tenant, merchant);
        Answer shipment = await ShipAsync(tenant, order);
        Answer payment = (await tenant.PostAsync("/v1/payments", new
        {
            invoice = (string)shipment["invoices"]![0]!,
            amount = 5_500,
            received_on = $"{await TodayAsync(tenant):yyyy-MM-dd}",
            channel = "konbini",
        })).Expect(201);
        await host.DrainAsync(tenant);
        (await tenant.PostAsync($"/v1/payments/{payment.Id}/reverse")).Expect(200);
        await host.DrainAsync(tenant);

        Answer read = await ReadAsync(tenant, screening);
        Assert.Null(read["outcome"]);
        Assert.Null(read["outcome_at"]);
        Assert.Equal(["paid billing", "open billing"], await WordsAsync(tenant, screening));
        string next = (await OrderAsync(tenant, merchant)).Screening;
        Assert.Equal(0f, await FeatureAsync(tenant, next, "history.paid"));
    }

    [Fact]
    public async Task Goods_sent_back_whole_are_returned_and_an_order_that_ends_before_it_is_billed_teaches_nothing()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        (string order, string screening) = await OrderAsync(tenant, merchant);
        await ShipAsync(tenant, order);
        (await tenant.PostAsync($"/v1/orders/{order}/credit_notes", new { amount = 1_000, reason = "return" })).Expect(201);
        await host.DrainAsync(tenant);
        Assert.Empty(await WordsAsync(tenant, screening));
        (await tenant.PostAsync($"/v1/orders/{order}/credit_notes", new { amount = 4_500, reason = "return" })).Expect(201);
        await host.DrainAsync(tenant);
        Assert.Equal(["returned billing"], await WordsAsync(tenant, screening));

        (string canceled, string second) = await OrderAsync(tenant, merchant, "鈴木 花子", "スズキ ハナコ");
        (await tenant.PostAsync($"/v1/orders/{canceled}/cancel", new { reason = "間違い" })).Expect(200);
        await host.DrainAsync(tenant);
        Assert.Empty(await WordsAsync(tenant, second));
    }

    [Fact]
    public async Task A_corrected_order_teaches_its_newest_screening_only()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        JsonObject body = Purchases.OrderOf(merchant);
        body["buyer"]!["address"]!["line1"] = "元赤坂";
        Answer held = (await tenant.PostAsync("/v1/orders", body)).Expect(201);
        Assert.Equal("on_hold", held.Member("status"));
        Answer corrected = (await tenant.PostAsync($"/v1/orders/{held.Id}/corrections", new { buyer = new { address = new { line1 = "元赤坂一丁目5番31号" } } })).Expect(200);
        Assert.Equal("authorized", corrected.Member("status"));
        Answer shipment = await ShipAsync(tenant, held.Id);
        (await tenant.PostAsync("/v1/payments", new
        {
            invoice = (string)shipment["invoices"]![0]!,
            amount = 5_500,
            received_on = $"{await TodayAsync(tenant):yyyy-MM-dd}",
            channel = "konbini",
        })).Expect(201);
        await host.DrainAsync(tenant);

        Assert.Empty(await WordsAsync(tenant, held.Member("decision.screening")));
        Assert.Equal(["paid billing"], await WordsAsync(tenant, corrected.Member("decision.screening")));
    }

    [Fact]
    public async Task A_reported_fraud_is_not_made_a_delay_by_its_unpaid_invoice()
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.PatchAsync("/v1/settings", new { screening = new { register_negatives = new { on_fraud = true } } })).Expect(200);
        (string order, string screening) = await OrderAsync(tenant, await Purchases.MerchantAsync(tenant));
        await ShipAsync(tenant, order);
        (await tenant.PostAsync($"/v1/screenings/{screening}/outcome", new { status = "fraud" })).Expect(200);
        await AdvanceAsync(tenant, 18);
        Assert.Equal(["fraud api", "overdue billing"], await WordsAsync(tenant, screening));
        Assert.Equal("fraud", (await ReadAsync(tenant, screening)).Member("outcome"));
        Assert.Equal(3, (await tenant.GetAsync("/v1/negatives")).Expect(200)["data"]!.AsArray().Count);
    }

    private static async Task<(string Order, string Screening)> OrderAsync(TenantActor tenant, string merchant, string name = "山田 太郎", string kana = "ヤマダ タロウ")
    {
        JsonObject body = Purchases.OrderOf(merchant);
        body["buyer"]!["name"] = name;
        body["buyer"]!["name_kana"] = kana;
        Answer order = (await tenant.PostAsync("/v1/orders", body)).Expect(201);
        return (order.Id, order.Member("decision.screening"));
    }

    private static async Task<Answer> ShipAsync(TenantActor tenant, string order) =>
        (await tenant.PostAsync($"/v1/orders/{order}/shipments", new { shipped_on = $"{await TodayAsync(tenant):yyyy-MM-dd}" })).Expect(201);

    private static async Task<DateTimeOffset> NowAsync(TenantActor tenant) => DateTimeOffset.Parse((await tenant.GetAsync("/v1/test_clock")).Expect(200).Member("now"));

    private static async Task<DateOnly> TodayAsync(TenantActor tenant) => DateOnly.FromDateTime((await NowAsync(tenant)).ToOffset(TimeSpan.FromHours(9)).DateTime);

    private static async Task AdvanceAsync(TenantActor tenant, int days) => await tenant.AdvanceToAsync((await NowAsync(tenant)).AddDays(days));

    private static async Task<Answer> ReadAsync(TenantActor tenant, string screening) => (await tenant.GetAsync($"/v1/screenings/{screening}")).Expect(200);

    private static async Task<string[]> WordsAsync(TenantActor tenant, string screening) =>
        [.. (await ReadAsync(tenant, screening))["outcomes"]!.AsArray().Select(o => $"{o!["status"]} {o["source"]}")];

    private static IEnumerable<string?> Codes(Answer screening) => screening["reasons"]!.AsArray().Select(reason => (string?)reason!["code"]);

    private async Task<float> FeatureAsync(TenantActor tenant, string screening, string name)
    {
        Guid id = Resources.ParseId(IdPrefix.Screening, screening);
        string[] value = await new TenantTables(host.Database, tenant.TenantId).RowsAsync(
            $"SELECT features[{Features.Names.ToList().IndexOf(name) + 1}]::text FROM screening.screenings WHERE id = '{id}'");
        return float.Parse(value[0]);
    }
}
