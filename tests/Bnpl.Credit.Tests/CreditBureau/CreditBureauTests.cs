using System.Text.Json.Nodes;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Tests.Orders;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.CreditBureau;

/// <summary>Plans that need the registration (割賦販売法): who may sell them, what the buyer must tell, and what the bureau adds.</summary>
public sealed class CreditBureauTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Theory]
    [InlineData(1, "900000|1160000")]
    [InlineData(2, "1360000|1770000")]
    [InlineData(3, "1690000|2090000")]
    [InlineData(4, "2000000|2400000")]
    [InlineData(9, "2000000|2400000")]
    public void Living_costs_follow_household_and_housing(int household, string expected)
    {
        Assert.Equal(expected, $"{LivingCosts.PerYear(household, "owned")}|{LivingCosts.PerYear(household, "rented")}");
        Assert.Equal(LivingCosts.PerYear(household, "family"), LivingCosts.PerYear(household, " owned "));
        Assert.Equal(LivingCosts.PerYear(household, "owned_with_loan"), LivingCosts.PerYear(household, "something else"));
    }

    [Fact]
    public async Task Nobody_without_the_registration_sells_by_instalments()
    {
        Shop shop = await Shop.OpenAsync(host, InstalmentShop.Settings(validTo: null));

        Answer declined = await shop.PlacedAsync(shop.Instalments(), "declined");

        Assert.Equal(["plan_not_allowed"], InstalmentShop.Codes(declined));
        Assert.Equal(0, await EnquiriesAsync(shop));
    }

    [Fact]
    public async Task A_registration_counts_on_the_day_of_the_contract()
    {
        Shop shop = await Shop.OpenAsync(host);
        string today = $"{await shop.TodayAsync():yyyy-MM-dd}";
        (await shop.Tenant.PatchAsync("/v1/settings", InstalmentShop.Settings(today))).Expect(200);
        await shop.PlacedAsync(shop.Instalments(), "authorized");

        await shop.Tenant.AdvanceToAsync((await shop.NowAsync()).AddDays(1));

        Assert.Equal(["plan_not_allowed"], InstalmentShop.Codes(await shop.PlacedAsync(shop.Instalments(), "declined")));
    }

    [Fact]
    public async Task The_checkout_learns_before_the_order_what_a_plan_will_ask_and_an_order_that_tells_it_lacks_nothing()
    {
        Shop shop = await Shop.OpenAsync(host, InstalmentShop.Settings());

        Answer offer = (await shop.Tenant.PostAsync("/v1/eligibility_checks", new { merchant = shop.Merchant, amount = 60_000 })).Expect(200);

        Assert.Equal(
            ["lump_sum ", "six finances.annual_income finances.household_size finances.housing consents.credit_bureau"],
            offer["plans"]!.AsArray().Select(plan => $"{plan!["code"]} {string.Join(' ', plan["requires"]!.AsArray())}"));
        JsonObject order = shop.Instalments();
        order["finances"]!.AsObject().Remove("debts");
        await shop.PlacedAsync(order, "authorized");
    }

    [Fact]
    public async Task A_cart_may_ask_before_the_buyer_is_known_whole_but_not_with_what_is_wrong()
    {
        Shop shop = await Shop.OpenAsync(host, InstalmentShop.Settings());

        Answer offer = (await shop.Tenant.PostAsync("/v1/eligibility_checks", new { merchant = shop.Merchant, amount = 60_000, buyer = new { phone = "090-1234-5678" } })).Expect(200);
        Answer wrong = (await shop.Tenant.PostAsync("/v1/eligibility_checks", new { merchant = shop.Merchant, amount = 60_000, buyer = new { phone = "12" } })).Expect(422, "invalid_phone");

        Assert.True((bool)offer["eligible"]!);
        Assert.Equal("buyer.phone", (string)Assert.Single(wrong["errors"]!.AsArray())!["field"]!);
    }

    [Fact]
    public async Task What_the_buyer_did_not_tell_is_named_and_the_bureau_is_not_asked()
    {
        Shop shop = await Shop.OpenAsync(host, InstalmentShop.Settings());
        JsonObject nothing = shop.Instalments();
        nothing.Remove("finances");
        nothing.Remove("consents");
        JsonObject half = shop.Instalments();
        half["finances"] = new JsonObject { ["annual_income"] = 4_000_000 };

        Assert.Equal(
            ["information_missing finances", "information_missing consents"],
            Reasons(await shop.PlacedAsync(nothing, "declined")));
        Assert.Equal(
            ["information_missing finances.household_size", "information_missing finances.housing"],
            Reasons(await shop.PlacedAsync(half, "declined")));
        Assert.Equal(0, await EnquiriesAsync(shop));
    }

    [Fact]
    public async Task An_enquiry_is_recorded_once_and_leaves_its_reference_but_no_person_in_the_facts()
    {
        Shop shop = await Shop.OpenAsync(host, InstalmentShop.Settings());
        JsonObject order = shop.Instalments();

        Answer placed = (await shop.PlaceAsync(order, "one-key")).Expect(201);
        Answer replayed = (await shop.PlaceAsync(order, "one-key")).Expect(201);

        Assert.Equal("authorized", placed.Member("status"));
        Assert.Equal(placed.Id, replayed.Id);
        Assert.Equal(1, await EnquiriesAsync(shop));
        JsonNode means = (await shop.Tenant.GetAsync($"/v1/orders/{placed.Id}/decisions")).Expect(200)["data"]![0]!["facts"]!["plan"]!["means"]!;
        Assert.Equal(("answered", 60_000L, 2_840_000L), ((string?)means["bureau"], (long)means["year_payments"]!, (long)means["capacity"]!));
        Assert.StartsWith("NONE-", (string?)means["bureau_reference"]);
    }

    [Fact]
    public async Task Neither_a_lump_sum_nor_a_question_beforehand_asks_the_bureau()
    {
        Shop shop = await Shop.OpenAsync(host, InstalmentShop.Settings());
        await shop.PlacedAsync(shop.Order(), "authorized");
        JsonObject lump = shop.Instalments();
        lump["payment_plan"] = "lump_sum";
        await shop.PlacedAsync(lump, "authorized");

        Answer asked = (await shop.Tenant.PostAsync("/v1/eligibility_checks", new { merchant = shop.Merchant, amount = 60_000 })).Expect(200);

        Assert.All(asked["plans"]!.AsArray(), plan => Assert.True((bool)plan!["eligible"]!, plan.ToJsonString()));
        Assert.Equal(0, await EnquiriesAsync(shop));
    }

    // 4,000,000 a year, less 1,160,000 to live on, leaves 2,840,000; the plan asks 60,000 within a year.
    [Theory]
    [InlineData(2_780_000, false, "authorized", null)]
    [InlineData(2_780_001, false, "declined", "buyer_limit_reached")]
    [InlineData(0, true, "declined", "risk_policy")]
    public async Task What_the_bureau_knows_counts(long yearPayments, bool delinquent, string status, string? code)
    {
        Shop shop = await Shop.OpenAsync(host, InstalmentShop.Settings());
        await File.WriteAllTextAsync(
            Path.Combine(shop.BureauFolder(host), "persons.json"),
            $$"""
            [{"name_kana": "テスト　オーケー", "birth_date": "1988-05-01", "phone": null, "reference": "CB-1", "year_payments": {{yearPayments}},
              "delinquencies": {{(delinquent ? "[\"61\"]" : "[]")}}, "as_of": "2026-04-01"}]
            """);

        Answer placed = await shop.PlacedAsync(shop.Instalments(), status);

        Assert.Equal(code is null ? [] : [code], InstalmentShop.Codes(placed));
    }

    [Fact]
    public async Task Declared_debts_count_where_they_are_the_larger()
    {
        Shop shop = await Shop.OpenAsync(host, InstalmentShop.Settings());
        JsonObject order = shop.Instalments();
        order["finances"]!["debts"] = 2_780_001;

        Assert.Equal(["buyer_limit_reached"], InstalmentShop.Codes(await shop.PlacedAsync(order, "declined")));
    }

    [Theory]
    [InlineData("unavailable", "")]
    [InlineData("persons.json", "this is no list")]
    public async Task A_bureau_without_an_answer_leaves_the_order_to_a_person(string file, string content)
    {
        Shop shop = await Shop.OpenAsync(host, InstalmentShop.Settings());
        await File.WriteAllTextAsync(Path.Combine(shop.BureauFolder(host), file), content);

        Answer held = await shop.PlacedAsync(shop.Instalments(), "on_hold");

        Assert.Equal(["manual_review"], InstalmentShop.Codes(held));
        (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "approved" })).Expect(409, "credit_bureau_unanswered");
        (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "declined" })).Expect(200);
        Assert.Equal(1, await EnquiriesAsync(shop));
    }

    private static IEnumerable<string> Reasons(Answer order) => order["decision.reasons"]!.AsArray().Select(reason => $"{reason!["code"]} {reason["field"]}");

    private Task<long> EnquiriesAsync(Shop shop) => shop.EnquiriesAsync(host);
}
