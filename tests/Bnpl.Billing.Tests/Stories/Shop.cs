using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Billing.Tests.Stories;

/// <summary>A tenant with one shop whose orders are approved and then shipped, billed and paid.</summary>
internal sealed record Shop(TenantActor Tenant, string Merchant)
{
    private static int s_numbers;

    public static async Task<Shop> OpenAsync(PlatformHost host, object? merchant = null)
    {
        TenantActor tenant = await host.OnboardAsync();
        return new Shop(tenant, (await tenant.PostAsync("/v1/merchants", merchant ?? new { name = "元赤坂商店", fee_rate = "0.04" })).Expect(201).Id);
    }

    /// <summary>An approved order; lines are (unit price, quantity, tax rate).</summary>
    public Task<string> OrderAsync(string delivery, params (long Price, int Quantity, string Rate)[] lines) =>
        OrderOfAsync(Interlocked.Increment(ref s_numbers), delivery, lines);

    /// <summary>Orders of the same buyer: the first one's number names the person.</summary>
    public Task<string> OrderOfAsync(int person, string delivery, params (long Price, int Quantity, string Rate)[] lines) => PlaceAsync(Body(person, delivery, lines));

    /// <summary>An approved order whose goods go to several people.</summary>
    public Task<string> OrderOfGiftsAsync(string[] recipients, params (long Price, int Quantity, string Rate)[] lines)
    {
        JsonObject order = Body(Interlocked.Increment(ref s_numbers), "none", lines);
        order["deliveries"] = new JsonArray([.. recipients.Select((name, i) => new JsonObject
        {
            ["name"] = name,
            ["phone"] = $"06-6345-12{i:D2}",
            ["address"] = new JsonObject { ["postal_code"] = "530-0001", ["prefecture"] = "大阪府", ["city"] = "大阪市北区", ["line1"] = $"梅田1丁目2番{i + 1}号" },
        })]);
        return PlaceAsync(order);
    }

    /// <summary>An approved order of one line under a plan, with what a registered plan asks for.</summary>
    public Task<string> OrderOfPlanAsync(string plan, long amount, string? orderedAt = null)
    {
        JsonObject order = Body(Interlocked.Increment(ref s_numbers), "email", [(amount, 1, "0.10")]);
        order["payment_plan"] = plan;
        order["ordered_at"] = orderedAt;
        order["consents"] = new JsonArray(new JsonObject { ["kind"] = "credit_bureau", ["version"] = "1", ["accepted_at"] = "2026-01-01T00:00:00Z" });
        order["finances"] = new JsonObject { ["annual_income"] = 6_000_000, ["household_size"] = 1, ["housing"] = "rented", ["debts"] = 0 };
        return PlaceAsync(order);
    }

    private async Task<string> PlaceAsync(JsonObject order)
    {
        Answer placed = (await Tenant.PostAsync("/v1/orders", order)).Expect(201);
        return placed.Member("status") == "authorized" ? placed.Id : throw new InvalidOperationException(placed.Text);
    }

    private JsonObject Body(int number, string delivery, (long Price, int Quantity, string Rate)[] lines) => new()
    {
        ["merchant"] = Merchant,
        ["merchant_order_no"] = $"B-{number}-{Interlocked.Increment(ref s_numbers)}",
        ["currency"] = "JPY",
        ["amount"] = lines.Sum(l => l.Price * l.Quantity),
        ["payment_plan"] = "lump_sum",
        ["lines"] = new JsonArray([.. lines.Select(l => new JsonObject
        {
            ["name"] = "美容液", ["quantity"] = l.Quantity, ["unit_price"] = l.Price, ["tax_rate"] = l.Rate,
        })]),
        ["buyer"] = new JsonObject
        {
            ["name"] = $"山田 太郎{number}",
            ["name_kana"] = "テスト オーケー",
            ["phone"] = $"090-1234-{number % 10000:D4}",
            ["email"] = $"taro{number}@example.jp",
            ["birth_date"] = "1988-05-01",
            ["address"] = new JsonObject
            {
                ["postal_code"] = "107-0051",
                ["prefecture"] = "東京都",
                ["city"] = "港区",
                ["line1"] = $"元赤坂一丁目5番{number}号",
            },
        },
        ["deliveries"] = new JsonArray(new JsonObject { ["same_as_buyer"] = true }),
        ["invoice"] = new JsonObject { ["delivery"] = delivery },
    };

    public async Task<DateOnly> TodayAsync() =>
        DateOnly.FromDateTime(DateTimeOffset.Parse((await Tenant.GetAsync("/v1/test_clock")).Expect(200).Member("now")).ToOffset(TimeSpan.FromHours(9)).DateTime);

    public async Task<Answer> ShipAsync(string order, object? content = null) => await Tenant.PostAsync(
        $"/v1/orders/{order}/shipments", Merge(new { shipped_on = $"{await TodayAsync():yyyy-MM-dd}" }, content));

    /// <summary>An order shipped whole; answers its invoice.</summary>
    public async Task<Answer> BilledAsync(string delivery, params (long Price, int Quantity, string Rate)[] lines)
    {
        Answer shipment = (await ShipAsync(await OrderAsync(delivery, lines))).Expect(201);
        return (await Tenant.GetAsync($"/v1/invoices/{(string)shipment["invoices"]![0]!}")).Expect(200);
    }

    public async Task<Answer> PayAsync(Answer invoice, long amount, DateOnly? on = null, string channel = "konbini") => await Tenant.PostAsync(
        "/v1/payments", new { invoice = invoice.Id, amount, received_on = $"{on ?? await TodayAsync():yyyy-MM-dd}", channel });

    public async Task<Answer> InvoiceAsync(string id) => (await Tenant.GetAsync($"/v1/invoices/{id}")).Expect(200);

    public async Task<Answer> ReceivableAsync(string id) => (await Tenant.GetAsync($"/v1/receivables/{id}")).Expect(200);

    public async Task AdvanceDaysAsync(int days)
    {
        DateTimeOffset now = DateTimeOffset.Parse((await Tenant.GetAsync("/v1/test_clock")).Expect(200).Member("now"));
        await Tenant.AdvanceToAsync(now.AddDays(days));
    }

    /// <summary>The trial balance as lines "code debit credit".</summary>
    public async Task<string[]> TrialBalanceAsync()
    {
        Answer answer = (await Tenant.GetAsync("/v1/ledger/trial_balance")).Expect(200);
        Assert.Equal((long)answer["debit_total"]!, (long)answer["credit_total"]!);
        return [.. answer["accounts"]!.AsArray().Select(a => $"{a!["code"]} {a["debit"]} {a["credit"]}")];
    }

    /// <summary>Every entry of a receivable or all, oldest first: "rule debit credit amount".</summary>
    public async Task<string[]> EntriesAsync(string? receivable = null)
    {
        Answer answer = (await Tenant.GetAsync($"/v1/ledger/entries?limit=200{(receivable is null ? "" : $"&receivable={receivable}")}")).Expect(200);
        return [.. answer["data"]!.AsArray().Reverse().Select(e => $"{e!["rule"]} {e["debit"]} {e["credit"]} {e["amount"]}")];
    }

    private static JsonObject Merge(object first, object? second)
    {
        JsonObject merged = System.Text.Json.JsonSerializer.SerializeToNode(first)!.AsObject();
        foreach ((string name, JsonNode? value) in second is null ? [] : System.Text.Json.JsonSerializer.SerializeToNode(second)!.AsObject())
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }
}
