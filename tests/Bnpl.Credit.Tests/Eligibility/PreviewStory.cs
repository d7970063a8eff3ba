using System.Globalization;
using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Eligibility;

/// <summary>What a checkout is told of each plan before the order, and what the order keeps of it.</summary>
public sealed class PreviewStory(PlatformHost host) : IClassFixture<PlatformHost>
{
    private static readonly object s_lumpSum = new { code = "lump_sum", kind = "lump_sum", count = 1, interval = "month", due = 14, fee_rate = "0", enabled = true };

    private static readonly object s_two = new
    {
        code = "two",
        kind = "instalments",
        count = 2,
        interval = "two_weeks",
        due = 14,
        fee_kind = "per_instalment",
        fee_amount = 110,
        enabled = true,
    };

    private static readonly object s_six = new
    {
        code = "six",
        kind = "instalments",
        count = 6,
        interval = "month",
        due = 14,
        fee_kind = "annual_rate",
        fee_rate = "0.15",
        enabled = true,
    };

    [Fact]
    public async Task Shows_every_payment_of_every_plan()
    {
        Shop shop = await OpenAsync();
        DateOnly today = await TodayAsync(shop);
        Answer answer = (await AskAsync(shop, new { merchant = shop.Merchant, amount = 30_000 })).Expect(200);

        JsonNode lumpSum = Plan(answer, "lump_sum");
        Assert.Equal("30000 0 30000 0.00", Sums(lumpSum));
        Assert.Equal([$"1 {today.AddDays(14):yyyy-MM-dd} 30000 30000 0"], Payments(lumpSum));
        Assert.False((bool)lumpSum["registration_required"]!);

        JsonNode two = Plan(answer, "two");
        Assert.Equal("30000 220 30220 0.1274", Sums(two));
        Assert.Equal([$"1 {today.AddDays(14):yyyy-MM-dd} 15110 15000 110", $"2 {today.AddDays(28):yyyy-MM-dd} 15110 15000 110"], Payments(two));
        Assert.Equal($"{today:yyyy-MM-dd}", (string)two["schedule"]!["assumed_invoice_on"]!);
        Assert.Equal($"{today.AddDays(14):yyyy-MM-dd}", (string)two["schedule"]!["first_due_on"]!);
        Assert.Equal($"{today.AddDays(28):yyyy-MM-dd}", (string)two["schedule"]!["last_due_on"]!);
        Assert.True((bool)two["registration_required"]!);

        JsonNode six = Plan(answer, "six");
        Assert.Equal("30000 1326 31326 0.15", Sums(six));
        Assert.True((bool)six["registration_required"]!);
        Assert.Contains("支払総額：31,326円", (string)six["buyer_notice"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_for_one_plan_and_the_day_of_the_order()
    {
        Shop shop = await OpenAsync();
        string ordered = (await TodayAsync(shop)).AddDays(-50).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Answer answer = (await AskAsync(shop, new { merchant = shop.Merchant, amount = 30_000, plan = "lump_sum", ordered_at = $"{ordered}T12:00:00+09:00" })).Expect(200);

        Assert.True((bool)Assert.Single(answer.Body["plans"]!.AsArray())!["registration_required"]!);
    }

    [Fact]
    public async Task Names_the_field_that_is_wrong()
    {
        Shop shop = await OpenAsync();
        foreach ((string wrong, string field, string code) in new[]
        {
            ("""{"plan": "none"}""", "plan", "unknown_plan"),
            ("""{"ordered_at": "2099-01-01T00:00:00Z"}""", "ordered_at", "out_of_range"),
            ("""{"lines": [{"name": "美容液", "quantity": 1, "unit_price": 29999, "tax_rate": "0.10"}]}""", "amount", "amount_mismatch"),
            ("""{"lines": []}""", "lines", "required"),
            ("""{"lines": [{"name": "美容液", "quantity": 0, "unit_price": 30000, "tax_rate": "0.10"}]}""", "lines[0].quantity", "out_of_range"),
        })
        {
            JsonObject request = JsonNode.Parse(wrong)!.AsObject();
            request["merchant"] = shop.Merchant;
            request["amount"] = 30_000;
            Assert.Equal(field, (string)(await AskAsync(shop, request)).Expect(422, code).Body["errors"]![0]!["field"]!);
        }
    }

    [Fact]
    public async Task Keeps_with_the_order_what_was_shown_whatever_the_settings_become()
    {
        Shop shop = await OpenAsync();
        JsonObject order = InTwo(shop);
        JsonNode shown = Plan((await AskAsync(shop, new { merchant = shop.Merchant, amount = 30_000 })).Expect(200), "two");
        Answer placed = await shop.PlacedAsync(order, "authorized");

        (await shop.Tenant.PatchAsync("/v1/settings", new { payment_plans = new[] { s_lumpSum } })).Expect(200);
        JsonNode kept = (await shop.Tenant.GetAsync($"/v1/orders/{placed.Id}")).Expect(200).Body["payment_schedule"]!;

        Assert.True(JsonNode.DeepEquals(kept, placed.Body["payment_schedule"]));
        foreach ((string name, JsonNode? value) in shown["schedule"]!.AsObject())
        {
            Assert.True(JsonNode.DeepEquals(value, kept[name]), name);
        }

        Assert.Equal((string)shown["buyer_notice"]!, (string)kept["buyer_notice"]!);
        Assert.True((bool)kept["registration_required"]!);
    }

    [Fact]
    public async Task Agrees_nothing_with_a_declined_order_and_anew_with_an_amended_one()
    {
        Shop shop = await OpenAsync();
        Answer declined = await shop.PlacedAsync(shop.Order(kana: "テスト エヌジー"), "declined");
        Assert.Null(declined.Body["payment_schedule"]);

        JsonObject order = InTwo(shop);
        Answer placed = await shop.PlacedAsync(order, "authorized");
        Answer amended = (await shop.Tenant.PostAsync(
            $"/v1/orders/{placed.Id}/amend",
            new { amount = 20_001, lines = new[] { new { name = "美容液", quantity = 1, unit_price = 20_001, tax_rate = "0.10" } } })).Expect(200);

        Assert.Equal("20001 220 20221", string.Join(' ', "cash_price fee_total total".Split(' ').Select(name => amended.Body["payment_schedule"]![name])));
    }

    private Task<Shop> OpenAsync() => Shop.OpenAsync(host, new
    {
        payment_plans = new[] { s_lumpSum, s_two, s_six },
        buyer_limits = new { cumulative = 1_000_000 },
        credit_registration = new { number = "関東（個）第1号", valid_to = "2099-12-31" }
    });

    /// <summary>With what the law asks of a plan that is no lump sum.</summary>
    private static JsonObject InTwo(Shop shop)
    {
        JsonObject order = shop.Order(30_000);
        order["payment_plan"] = "two";
        order["finances"] = new JsonObject { ["annual_income"] = 4_000_000, ["household_size"] = 1, ["housing"] = "rented", ["debts"] = 0 };
        order["consents"] = new JsonArray(new JsonObject { ["kind"] = "credit_bureau", ["version"] = "1", ["accepted_at"] = "2026-01-01T00:00:00Z" });
        return order;
    }

    private static Task<Answer> AskAsync(Shop shop, object request) => shop.Tenant.PostAsync("/v1/eligibility_checks", request);

    private static async Task<DateOnly> TodayAsync(Shop shop)
    {
        Answer clock = (await shop.Tenant.GetAsync("/v1/test_clock")).Expect(200);
        DateTimeOffset now = DateTimeOffset.Parse(clock.Member("now"), CultureInfo.InvariantCulture);
        return DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(9)).Date);
    }

    private static JsonNode Plan(Answer answer, string code) => answer.Body["plans"]!.AsArray().Single(plan => (string)plan!["code"]! == code)!;

    private static IEnumerable<string> Payments(JsonNode plan) => plan["schedule"]!["instalments"]!.AsArray()
        .Select(part => $"{part!["number"]} {part["due_on"]} {part["amount"]} {part["principal"]} {part["fee"]}");

    private static string Sums(JsonNode plan) =>
        string.Join(' ', "cash_price fee_total total annual_rate".Split(' ').Select(name => plan["schedule"]![name]));
}
