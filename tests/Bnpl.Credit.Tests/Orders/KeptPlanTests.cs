using System.Globalization;
using System.Text.Json.Nodes;
using Bnpl.Credit.Tests.Verification;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Orders;

/// <summary>An order keeps its plan: what is decided about it later is decided by that, whatever the settings have become.</summary>
public sealed class KeptPlanTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private const string Held = "テスト ホリュウ";

    [Fact]
    public async Task A_correction_is_judged_by_the_plan_that_the_order_was_taken_under()
    {
        Shop shop = await Shop.OpenAsync(host, Offering(Plan("spring", due: 14)));
        Answer gone = await shop.PlacedAsync(InSpring(shop, Held), "on_hold");
        Answer changed = await shop.PlacedAsync(InSpring(shop, Held), "on_hold");
        object name = new { buyer = new { name_kana = "テスト オーケー" } };

        (await shop.Tenant.PatchAsync("/v1/settings", Offering(Plan("spring", due: 14, enabled: false), Plan("other", due: 14)))).Expect(200);
        Answer first = (await shop.ActAsync(gone.Id, "corrections", name)).Expect(200);
        (await shop.Tenant.PatchAsync("/v1/settings", Offering(Plan("spring", due: 80)))).Expect(200);
        Answer second = (await shop.ActAsync(changed.Id, "corrections", name)).Expect(200);

        Assert.All([first, second], order => Assert.Equal(("authorized", "approved"), (order.Member("status"), order.Member("decision.result"))));
        Assert.Equal("declined", (await shop.PlaceAsync(InSpring(shop))).Expect(201).Member("status"));
    }

    [Fact]
    public async Task The_right_code_authorizes_though_the_plan_is_no_longer_offered()
    {
        Shop shop = await CodeShop.OpenAsync(host);
        Answer held = await shop.HeldAsync();
        (await shop.Tenant.PatchAsync("/v1/settings", Offering(Plan("other", due: 14)))).Expect(200);

        Answer verified = (await shop.VerifyAsync(held.Id, await shop.CodeAsync(held.Id))).Expect(200);

        Assert.Equal("authorized", verified.Member("status"));
    }

    [Fact]
    public async Task A_larger_content_is_judged_and_scheduled_by_the_kept_plan()
    {
        Shop shop = await Shop.OpenAsync(host, Offering(Plan("spring", due: 14)));
        Answer order = await shop.PlacedAsync(InSpring(shop), "authorized");
        (await shop.Tenant.PatchAsync("/v1/settings", Offering(Plan("other", due: 20)))).Expect(200);

        Answer amended = (await shop.AmendAsync(order.Id, (20_000, 1))).Expect(200);

        Assert.Equal($"{(await shop.TodayAsync()).AddDays(14):yyyy-MM-dd}", amended.Member("payment_schedule.last_due_on"));
        Assert.False((bool)amended["payment_schedule.registration_required"]!);
    }

    [Fact]
    public async Task An_exempt_order_grows_after_seven_weeks_and_is_still_due_within_two_months()
    {
        Shop shop = await Shop.OpenAsync(host, Offering(Plan("spring", due: 14)));
        Answer order = await shop.PlacedAsync(InSpring(shop), "authorized");
        DateOnly limit = (await shop.TodayAsync()).AddMonths(2);
        await shop.Tenant.AdvanceToAsync((await shop.NowAsync()).AddDays(49));

        Answer amended = (await shop.AmendAsync(order.Id, (20_000, 1))).Expect(200);

        Assert.Equal($"{limit:yyyy-MM-dd}", amended.Member("payment_schedule.last_due_on"));
        Assert.False((bool)amended["payment_schedule.registration_required"]!);
    }

    [Fact]
    public async Task A_plan_is_shown_decided_and_agreed_from_the_day_of_the_order_where_that_is_tomorrow()
    {
        Shop shop = await Shop.OpenAsync(host, Offering(Plan("spring", due: 0, rule: "end_of_month", months: 2), Plan("lump_sum", due: 14)));
        DateOnly last = (await shop.TodayAsync()).AddDays(1) is var day ? day.AddMonths(1).AddDays(-day.Day) : default;
        await shop.Tenant.AdvanceToAsync(new DateTimeOffset(last, new TimeOnly(12, 0), TimeSpan.FromHours(9)));
        DateOnly tomorrow = last.AddDays(1);
        string ordered = $"{tomorrow:yyyy-MM-dd}T01:00:00+09:00";

        // Invoiced today it would be due on the last day before the two months are over; from tomorrow it is due a month later.
        JsonNode spring = (await shop.Tenant.PostAsync("/v1/eligibility_checks", new { merchant = shop.Merchant, amount = 12_000, plan = "spring", ordered_at = ordered }))
            .Expect(200)["plans"]![0]!;
        JsonObject body = InSpring(shop);
        body["ordered_at"] = ordered;
        Answer declined = await shop.PlacedAsync(body, "declined");

        Assert.Equal($"{tomorrow:yyyy-MM-dd}", (string?)spring["schedule"]!["assumed_invoice_on"]);
        Assert.Equal($"{tomorrow.AddMonths(3).AddDays(-1):yyyy-MM-dd}", (string?)spring["schedule"]!["last_due_on"]);
        Assert.True((bool)spring["registration_required"]!);
        Assert.Equal("plan_not_allowed", (string?)spring["reasons"]![0]!["code"]);
        Assert.Equal("plan_not_allowed", (string?)declined["decision.reasons"]![0]!["code"]);
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"ご注文日（{tomorrow.Year}年{tomorrow.Month}月1日）に請求書を発行した場合は"), (string)spring["buyer_notice"]!, StringComparison.Ordinal);

        body = shop.Order();
        body["ordered_at"] = ordered;
        Answer agreed = await shop.PlacedAsync(body, "authorized");
        Assert.Equal($"{tomorrow.AddDays(14):yyyy-MM-dd}", agreed.Member("payment_schedule.last_due_on"));
    }

    private static JsonObject InSpring(Shop shop, string kana = "テスト オーケー")
    {
        JsonObject order = shop.Order(kana: kana);
        order["payment_plan"] = "spring";
        return order;
    }

    private static object Offering(params object[] plans) => new { payment_plans = plans };

    private static object Plan(string code, int due, bool enabled = true, string rule = "days_after_invoice", int? months = null) =>
        new { code, kind = "lump_sum", count = 1, interval = "month", due, fee_rate = "0", enabled, due_rule = rule, due_months = months };
}
