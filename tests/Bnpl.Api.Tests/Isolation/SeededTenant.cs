using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Api.Tests.Isolation;

/// <summary>
/// A tenant that has one of everything, made over HTTP. All of it belongs to the merchant <see cref="Merchant"/>; the
/// tenant's other merchant has nothing.
/// </summary>
public sealed class SeededTenant
{
    private readonly Dictionary<string, string> _ids = [];

    private SeededTenant(TenantActor actor) => Actor = actor;

    public TenantActor Actor { get; }

    public string Merchant => _ids["merchants"];

    public string OtherMerchant { get; private set; } = "";

    public IEnumerable<string> Ids => _ids.Values;

    /// <summary>The id that stands after this noun in a path, or null when the story below makes none yet.</summary>
    public string? IdAfter(string noun) => _ids.GetValueOrDefault(noun);

    public static object Order(string merchant, string number, string name = "山田 太郎", string kana = "ヤマダ タロウ", string phone = "090-1234-5678") => new
    {
        merchant,
        merchant_order_no = number,
        currency = "JPY",
        amount = 6_600,
        payment_plan = "lump_sum",
        lines = new[] { new { name = "植木鉢", quantity = 2, unit_price = 3_300, tax_rate = "0.10" } },
        buyer = new
        {
            name,
            name_kana = kana,
            phone,
            email = "taro@example.jp",
            address = new { postal_code = "107-0051", prefecture = "東京都", city = "港区", line1 = "元赤坂一丁目5番31号" },
        },
        deliveries = new[] { new { same_as_buyer = true } },
        invoice = new { delivery = "email" },
    };

    public static async Task<SeededTenant> CreateAsync(PlatformHost host)
    {
        SeededTenant tenant = new(await host.OnboardAsync());
        await tenant.SellAsync();
        await tenant.ReviewMerchantAsync();
        await tenant.BillAsync();
        await tenant.ReconcileAsync();
        await tenant.DunAsync();
        await tenant.SendFileAsync();
        await tenant.PrepareAccessAsync();
        return tenant;
    }

    /// <summary>A further order of the seeded merchant, by somebody else.</summary>
    public async Task<string> PlaceAsync(long amount)
    {
        JsonObject order = JsonSerializer.SerializeToNode(Order(Merchant, $"B-{amount}", "高橋 花子", "タカハシ ハナコ", "080-3456-7891"))!.AsObject();
        (order["amount"], order["lines"]![0]!["quantity"], order["lines"]![0]!["unit_price"]) = (amount, 1, amount);
        order["buyer"]!["email"] = "hanako@example.jp";
        return (await Actor.PostAsync("/v1/orders", order)).Expect(201).Id;
    }

    private async Task SellAsync()
    {
        _ids["tenants"] = Actor.Id;
        _ids["merchants"] = (await Actor.PostAsync("/v1/merchants", new { name = "一号店" })).Expect(201).Id;
        OtherMerchant = (await Actor.PostAsync("/v1/merchants", new { name = "二号店" })).Expect(201).Id;
        Answer order = (await Actor.PostAsync("/v1/orders", Order(Merchant, "A-1"))).Expect(201);
        _ids["orders"] = order.Id;
        _ids["buyers"] = order.Member("buyer.id");
        _ids["reviews"] = (await Actor.PostAsync("/v1/orders", Order(Merchant, "A-2", "試験 保留", "テスト ホリュウ", "080-2345-6789"))).Expect(201).Id;
        _ids["screenings"] = order.Member("decision.screening");
        _ids["negatives"] = (await Actor.PostAsync("/v1/negatives", new { kind = "phone", value = new { phone = "070-3456-7812" }, reason = "fraud" })).Expect(201).Id;
        _ids["positives"] = (await Actor.PostAsync("/v1/positives", new { kind = "phone", value = new { phone = "070-4567-8123" }, reason = "regular" })).Expect(201).Id;
        _ids["delivery_places"] = (await Actor.PostAsync("/v1/delivery_places", new { category = "hotel", address = "大阪府大阪市北区梅田1-2-3" })).Expect(201).Id;
    }

    private async Task ReviewMerchantAsync()
    {
        string merchant = $"/v1/merchants/{Merchant}";
        using MultipartFormDataContent form = new() { { new StringContent("other"), "kind" }, { new ByteArrayContent("%PDF-1.7"u8.ToArray()), "file", "a.pdf" } };
        _ids["documents"] = (await Actor.PostAsync($"{merchant}/documents", form)).Expect(201).Id;
        _ids["checks"] = (await Actor.PostAsync($"{merchant}/checks", new { kind = "site", occasion = "initial", outcome = "passed" })).Expect(201).Id;
        _ids["complaints"] = (await Actor.PostAsync($"{merchant}/complaints", new { category = "other" })).Expect(201).Id;
        _ids["fee_plans"] = (await Actor.PostAsync("/v1/fee_plans", new { code = "standard", name = "標準", commission_rate = "0.03" })).Expect(201).Id;
    }

    private async Task BillAsync()
    {
        Answer billed = (await Actor.PostAsync("/v1/orders", Order(Merchant, "A-3"))).Expect(201);
        string day = (await NowAsync()).ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Answer shipment = (await Actor.PostAsync(
            $"/v1/orders/{billed.Id}/shipments", new { shipped_on = day, parcels = new[] { new { carrier = "other", tracking_no = "T-1" } } })).Expect(201);
        _ids["shipments"] = shipment.Id;
        _ids["invoices"] = First(shipment, "invoices");
        _ids["receivables"] = shipment.Member("receivable");
        _ids["mails"] = await FirstIdAsync("/v1/mails");
        Answer payment = (await Actor.PostAsync(
            "/v1/payments", new { amount = 1_000, received_on = day })).Expect(201);
        _ids["payments"] = payment.Id;
        _ids["allocations"] = (await Actor.PostAsync(
            $"/v1/payments/{payment.Id}/allocations", new { allocations = new[] { new { receivable = _ids["receivables"], amount = 400 } } })).Expect(200).Body["allocations"]![0]!["id"]!.GetValue<string>();

        // Paid in full and then returned in part: a credit note with a refund.
        Answer paid = (await Actor.PostAsync("/v1/orders", Order(Merchant, "A-4"))).Expect(201);
        string receivable = (await Actor.PostAsync(
            $"/v1/orders/{paid.Id}/shipments", new { shipped_on = day, parcels = new[] { new { carrier = "other", tracking_no = "T-2" } } })).Expect(201).Member("receivable");
        (await Actor.PostAsync("/v1/payments", new { amount = 6_600, received_on = day, receivable })).Expect(201);
        _ids["credit_notes"] = (await Actor.PostAsync($"/v1/orders/{paid.Id}/credit_notes", new { amount = 100, reason = "return" })).Expect(201).Id;
        _ids["refunds"] = await FirstIdAsync("/v1/refunds");
    }

    private async Task PrepareAccessAsync()
    {
        _ids["api_clients"] = (await Actor.PostAsync("/v1/api_clients", new { name = "店", scopes = new[] { "orders:read" }, merchant = Merchant })).Expect(201).Member("client_id");
        _ids["webhook_endpoints"] = (await Actor.PostAsync(
            "/v1/webhook_endpoints", new { url = "http://127.0.0.1:9/hook", events = new[] { "payment.reversed" }, merchant = Merchant })).Expect(201).Id;
        _ids["events"] = await FirstIdAsync("/v1/events");
    }

    private async Task SendFileAsync()
    {
        // A name of its own, so that no list may show it by chance.
        (await Actor.Api.PutAsync("/v1/csv_profiles/seeded_night_table", RouteBodies.CsvProfile)).Expect(201);
        _ids["csv_profiles"] = "seeded_night_table";
        using StringContent file = new(JsonSerializer.Serialize(new { op = "orders.cancel", order = _ids["orders"], body = new { reason = 1 } }), Encoding.UTF8, "application/x-ndjson");
        _ids["batches"] = (await Actor.PostAsync("/v1/batches", file)).Expect(202).Id;
        await Until.TrueAsync("the end of the batch", async () => (await Actor.GetAsync($"/v1/batches/{_ids["batches"]}")).Member("status") == "finished");
    }

    private async Task ReconcileAsync()
    {
        (await Actor.PostAsync("/v1/test_helpers/bank_transfer", new { invoice = _ids["invoices"], amount = 1, payer_kana = "ﾔﾏﾀﾞ ﾀﾛｳ" })).Expect(200);
        _ids["lines"] = await FirstIdAsync("/v1/reconciliation/lines");
        _ids["imports"] = (await Actor.GetAsync($"/v1/reconciliation/lines/{_ids["lines"]}")).Expect(200).Member("import");
    }

    private async Task<DateTimeOffset> NowAsync() => DateTimeOffset.Parse((await Actor.GetAsync("/v1/test_clock")).Member("now"), CultureInfo.InvariantCulture);

    private static string First(Answer answer, string list) => answer.Body[list]![0]!.GetValue<string>();

    private async Task<string> FirstIdAsync(string path) => (await Actor.GetAsync(path)).Expect(200).Body["data"]![0]!["id"]!.GetValue<string>();

    private async Task DunAsync()
    {
        await Actor.AdvanceToAsync((await NowAsync()).AddDays(20));
        _ids["dunning_cases"] = await FirstIdAsync("/v1/dunning_cases");
    }
}
