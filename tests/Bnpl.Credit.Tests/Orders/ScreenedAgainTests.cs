using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Orders;

/// <summary>What an order left behind when it was screened before is no other purchase.</summary>
public sealed class ScreenedAgainTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private const string Kana = "ヤマダ タロウ";

    [Fact]
    public async Task An_order_corrected_five_times_is_no_burst_and_a_fifth_separate_order_is()
    {
        Shop shop = await BusyShopAsync();
        Answer order = await shop.PlacedAsync(Unfinished(shop), "on_hold");
        for (int number = 1; number <= 5; number++)
        {
            order = (await shop.ActAsync(order.Id, "corrections", new { buyer = new { merchant_customer_no = $"C-{number}" } })).Expect(200);
            Answer screening = await ScreeningOfAsync(shop, order);

            Assert.DoesNotContain("often", Reasons(screening));
            Assert.Empty(screening["matched"]!["similar"]!.AsArray());
            Assert.Equal(0, (int?)screening["matched"]!["cluster"]?["size"] ?? 0);
        }

        for (int number = 2; number <= 5; number++)
        {
            Answer screening = await ScreeningOfAsync(shop, (await shop.PlaceAsync(Unfinished(shop))).Expect(201));

            Assert.Equal(number == 5, Reasons(screening).Contains("often"));
            Assert.Equal(number - 1, (int)screening["matched"]!["cluster"]!["size"]!);
        }
    }

    [Fact]
    public async Task A_larger_content_of_an_order_meets_the_orders_of_others_and_not_itself()
    {
        Shop shop = await BusyShopAsync();
        Answer order = await shop.PlacedAsync(shop.Order(1_000, Kana), "authorized");
        Answer other = await shop.PlacedAsync(shop.Order(1_000, Kana), "authorized");
        for (int amount = 2_000; amount <= 7_000; amount += 1_000)
        {
            order = (await shop.AmendAsync(order.Id, (amount, 1))).Expect(200);
        }

        Answer screening = await ScreeningOfAsync(shop, order);

        Assert.DoesNotContain("often", Reasons(screening));
        Assert.Equal([other.Id], screening["matched"]!["similar"]!.AsArray().Select(similar => (string?)similar!["order"]).Distinct());
        Assert.Equal(1, (int)screening["matched"]!["cluster"]!["size"]!);
    }

    [Fact]
    public async Task What_was_said_of_an_order_itself_stays_told_when_it_is_screened_again()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.PlacedAsync(Unfinished(shop), "on_hold");
        (await shop.Tenant.PostAsync($"/v1/screenings/{order.Member("decision.screening")}/outcome", new { status = "fraud" })).Expect(200);

        order = (await shop.ActAsync(order.Id, "corrections", new { buyer = new { address = new { line1 = "元赤坂一丁目5番31号" } } })).Expect(200);

        Assert.Contains("history_fraud", Reasons(await ScreeningOfAsync(shop, order)));
    }

    [Fact]
    public async Task Purchases_that_are_only_screened_count_each()
    {
        Shop shop = await BusyShopAsync();
        JsonObject purchase = shop.Order(1_000, Kana);
        foreach (string term in new[] { "payment_plan", "invoice" })
        {
            purchase.Remove(term);
        }

        purchase["payment_method"] = "bnpl";
        for (int number = 1; number <= 5; number++)
        {
            Answer screening = (await shop.Tenant.PostAsync("/v1/screenings", purchase)).Expect(201);

            Assert.Equal(number == 5, Reasons(screening).Contains("often"));
            Assert.Equal(number - 1, (int?)screening["matched"]!["cluster"]?["size"] ?? 0);
        }
    }

    // Four earlier purchases under a telephone are a burst here.
    private async Task<Shop> BusyShopAsync()
    {
        Shop shop = await Shop.OpenAsync(host);
        (await shop.Tenant.Api.PutAsync("/v1/screening_policies/bnpl", new
        {
            name = "試験用",
            rules = new object[]
            {
                new { code = "often", when = "velocity.phone.d1 >= 4", toward = "review", points = 1 },
                new { code = "address_incomplete", when = "signals.address_incomplete or signals.town_missing", toward = "review", points = 60 },
            },
        })).Expect(200);
        return shop;
    }

    private static JsonObject Unfinished(Shop shop)
    {
        JsonObject order = shop.Order(1_000, Kana);
        order["buyer"]!["address"]!["line1"] = "元赤坂";
        return order;
    }

    private static async Task<Answer> ScreeningOfAsync(Shop shop, Answer order) => (await shop.Tenant.GetAsync($"/v1/screenings/{order.Member("decision.screening")}")).Expect(200);

    private static string?[] Reasons(Answer screening) => [.. screening["reasons"]!.AsArray().Select(reason => (string?)reason!["code"])];
}
