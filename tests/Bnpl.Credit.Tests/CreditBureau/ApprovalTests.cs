using System.Text.Json.Nodes;
using Bnpl.Credit.Tests.Orders;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.CreditBureau;

/// <summary>What a person cannot overrule of a plan that needs the registration.</summary>
public sealed class ApprovalTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private const string Held = "テスト ホリュウ";

    [Fact]
    public async Task Nobody_approves_a_plan_when_the_registration_has_run_out_since()
    {
        Shop shop = await Shop.OpenAsync(host);
        (await shop.Tenant.PatchAsync("/v1/settings", InstalmentShop.Settings($"{await shop.TodayAsync():yyyy-MM-dd}"))).Expect(200);
        Answer held = await shop.PlacedAsync(shop.Instalments(kana: Held), "on_hold");
        Answer exempt = await shop.PlacedAsync(shop.Order(kana: Held), "on_hold");
        await shop.Tenant.AdvanceToAsync((await shop.NowAsync()).AddDays(1));

        (await shop.DecideAsync(held.Id, "approved")).Expect(409, "registration_required");

        Assert.Equal("authorized", (await shop.DecideAsync(exempt.Id, "approved")).Expect(200).Member("status"));
        (await shop.Tenant.PatchAsync("/v1/settings", InstalmentShop.Settings())).Expect(200);
        Assert.Equal("authorized", (await shop.DecideAsync(held.Id, "approved")).Expect(200).Member("status"));
    }

    [Fact]
    public async Task Of_two_held_orders_only_what_the_buyer_can_pay_is_approved()
    {
        Shop shop = await Shop.OpenAsync(host, InstalmentShop.Settings());
        await shop.BureauKnowsAsync(host, 40_000, "2099-01-01", Held);
        Answer first = await shop.PlacedAsync(shop.Affording(100_000, 60_000, Held), "on_hold");
        Answer second = await shop.PlacedAsync(shop.Affording(100_000, 60_000, Held), "on_hold");
        Answer small = await shop.PlacedAsync(shop.Affording(100_000, 40_000, Held), "on_hold");

        Answer[] answers = await Task.WhenAll(shop.DecideAsync(first.Id, "approved"), shop.DecideAsync(second.Id, "approved"));

        Assert.Equal([200, 409], answers.Select(answer => answer.Status).Order());
        answers.Single(answer => answer.Status == 409).Expect(409, "buyer_means_exceeded");
        Assert.Equal("authorized", (await shop.DecideAsync(small.Id, "approved")).Expect(200).Member("status"));
    }

    [Fact]
    public async Task A_larger_content_that_waits_is_asked_about_again_without_its_own_order()
    {
        Shop shop = await Shop.OpenAsync(host, InstalmentShop.Settings());
        Answer order = await shop.PlacedAsync(shop.Affording(100_000, 50_000, Held), "on_hold");
        (await shop.DecideAsync(order.Id, "approved")).Expect(200);
        (await shop.AmendAsync(order.Id, (100_000, 1))).Expect(200);
        await shop.PlacedAsync(shop.Order(9_000), "authorized");
        Assert.Equal(100_000, (await shop.DecideAsync(order.Id, "approved")).Expect(200).Number("amount"));

        (await shop.AmendAsync(order.Id, (40_000, 1))).Expect(200);
        (await shop.AmendAsync(order.Id, (90_000, 1))).Expect(200);
        await shop.PlacedAsync(shop.Affording(100_000, 20_000), "authorized");
        (await shop.DecideAsync(order.Id, "approved")).Expect(409, "buyer_means_exceeded");
        (await shop.DecideAsync(order.Id, "declined")).Expect(200);
    }

    [Fact]
    public async Task Nobody_approves_for_a_merchant_that_takes_no_orders_now()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer held = await shop.PlacedAsync(shop.Order(kana: Held), "on_hold");
        (await shop.Tenant.PostAsync($"/v1/merchants/{shop.Merchant}/restrict", new { reason = "途上審査" })).Expect(200);

        (await shop.DecideAsync(held.Id, "approved")).Expect(409, "merchant_restricted");

        (await shop.Tenant.PostAsync($"/v1/merchants/{shop.Merchant}/activate", new { reason = "確認済み" })).Expect(200);
        Assert.Equal("authorized", (await shop.DecideAsync(held.Id, "approved")).Expect(200).Member("status"));
    }

    // Two months from the order are sixty days or so. What is changed on the fiftieth is due by then, as what ships late is.
    [Theory]
    [InlineData(true, 8_000)]
    [InlineData(false, 8_000)]
    [InlineData(true, 13_000)]
    [InlineData(false, 13_000)]
    public async Task An_exempt_lump_sum_that_is_amended_late_stays_exempt(bool registered, long amount)
    {
        Shop shop = await Shop.OpenAsync(host, InstalmentShop.Settings(registered ? "2099-12-31" : null));
        Answer order = await shop.PlacedAsync(shop.Order(12_000), "authorized");
        DateOnly limit = (await shop.TodayAsync()).AddMonths(2);
        await shop.Tenant.AdvanceToAsync((await shop.NowAsync()).AddDays(50));

        JsonNode agreed = (await shop.AmendAsync(order.Id, (amount, 1))).Expect(200)["payment_schedule"]!;

        Assert.Equal(
            (false, amount, $"{limit:yyyy-MM-dd}"), ((bool)agreed["registration_required"]!, (long)agreed["total"]!, (string)agreed["last_due_on"]!));
        Assert.Equal(0, await shop.EnquiriesAsync(host));
        Answer shipment = (await shop.ShipAsync(order.Id)).Expect(201);
        Answer receivable = (await shop.Tenant.GetAsync($"/v1/receivables/{shipment.Member("receivable")}")).Expect(200);
        Assert.Equal($"{limit:yyyy-MM-dd}", (string)receivable["instalments"]![0]!["due_on"]!);
    }

    [Fact]
    public async Task What_would_fall_due_within_days_is_no_longer_made_larger()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.PlacedAsync(shop.Order(12_000), "authorized");
        await shop.Tenant.AdvanceToAsync((await shop.NowAsync()).AddDays(56));

        Answer refused = (await shop.AmendAsync(order.Id, (13_000, 1))).Expect(409, "amend_declined");

        Assert.Equal("plan_not_allowed", (string?)refused["decision.reasons"]![0]!["code"]);
    }

    // The law's two months are counted from the contract, the plan's days from the invoice: an order dated tomorrow is decided by the later day.
    [Fact]
    public async Task An_order_is_kept_as_it_was_decided_though_an_earlier_shipment_would_be_exempt()
    {
        Shop shop = await Shop.OpenAsync(host);
        DateOnly contractOn = (await shop.TodayAsync()).AddDays(1);
        int days = contractOn.AddMonths(2).DayNumber - contractOn.DayNumber + 1;
        (await shop.Tenant.PatchAsync("/v1/settings", new
        {
            buyer_limits = new { cumulative = 500_000 },
            credit_registration = new { number = "関東（個）第1号", valid_to = "2099-12-31" },
            payment_plans = new[] { new { code = "six", kind = "lump_sum", count = 1, interval = "month", due = days, fee_rate = "0", enabled = true } },
        })).Expect(200);
        JsonObject body = shop.Instalments();
        body["ordered_at"] = $"{contractOn:yyyy-MM-dd}T00:00:00+09:00";

        Answer order = await shop.PlacedAsync(body, "authorized");

        Assert.Equal("answered", (string?)(await shop.MeansAsync(order.Id))["bureau"]);
        Assert.True((bool)order["payment_schedule.registration_required"]!);
        await shop.Tenant.AdvanceToAsync((await shop.NowAsync()).AddDays(2));
        Answer shipment = (await shop.ShipAsync(order.Id)).Expect(201);
        Answer receivable = (await shop.Tenant.GetAsync($"/v1/receivables/{shipment.Member("receivable")}")).Expect(200);
        Assert.Equal($"{(await shop.TodayAsync()).AddDays(days):yyyy-MM-dd}", (string)receivable["instalments"]![0]!["due_on"]!);
    }

    [Fact]
    public async Task What_was_sold_under_the_registration_ships_though_it_has_run_out_since()
    {
        Shop shop = await Shop.OpenAsync(host);
        (await shop.Tenant.PatchAsync("/v1/settings", InstalmentShop.Settings($"{await shop.TodayAsync():yyyy-MM-dd}"))).Expect(200);
        Answer order = await shop.PlacedAsync(shop.Instalments(), "authorized");
        await shop.Tenant.AdvanceToAsync((await shop.NowAsync()).AddDays(1));

        Answer shipment = (await shop.ShipAsync(order.Id)).Expect(201);

        Assert.Equal(6, (await shop.Tenant.GetAsync($"/v1/receivables/{shipment.Member("receivable")}")).Expect(200)["instalments"]!.AsArray().Count);
    }
}
