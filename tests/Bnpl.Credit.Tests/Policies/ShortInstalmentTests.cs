using System.Text.Json.Nodes;
using Bnpl.Credit.Tests.CreditBureau;
using Bnpl.Credit.Tests.Orders;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Policies;

/// <summary>Instalments within two months of the contract: under the registration, or free of it, as the policy says (割賦販売法2条4項).</summary>
public sealed class ShortInstalmentTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task Short_instalments_are_sold_without_the_registration_where_the_policy_says_so()
    {
        Shop shop = await OpenAsync();
        Assert.Equal((false, true), await OfferAsync(shop, "two"));
        Assert.Equal(["plan_not_allowed"], InstalmentShop.Codes(await shop.PlacedAsync(Order(shop, "two"), "declined")));

        (await PolicyAsync(shop, "exempt")).Expect(200);

        Assert.Equal((true, false), await OfferAsync(shop, "two"));
        Assert.Equal((false, true), await OfferAsync(shop, "three"));
        Assert.Equal(["plan_not_allowed"], InstalmentShop.Codes(await shop.PlacedAsync(Order(shop, "three"), "declined")));
        Answer order = await shop.PlacedAsync(Order(shop, "two"), "authorized");
        Assert.False((bool)order["payment_schedule.registration_required"]!);
        Assert.Equal(0, await shop.EnquiriesAsync(host));
        JsonNode plan = (await shop.Tenant.GetAsync($"/v1/orders/{order.Id}/decisions")).Expect(200)["data"]![0]!["facts"]!["plan"]!;
        Assert.Equal((true, false), ((bool)plan["instalments_exempt"]!, (bool)plan["needs_registration"]!));

        // What ships late falls due within the two months, the second payment as well.
        DateOnly limit = (await shop.TodayAsync()).AddMonths(2);
        await shop.Tenant.AdvanceToAsync((await shop.NowAsync()).AddDays(40));
        Answer shipment = (await shop.ShipAsync(order.Id)).Expect(201);
        JsonNode[] parts = [.. (await shop.Tenant.GetAsync($"/v1/receivables/{shipment.Member("receivable")}")).Expect(200)["instalments"]!.AsArray().Select(part => part!)];
        Assert.Equal([$"{(await shop.TodayAsync()).AddDays(14):yyyy-MM-dd}", $"{limit:yyyy-MM-dd}"], parts.Select(part => (string)part["due_on"]!));
    }

    [Fact]
    public async Task The_policy_shows_what_it_says_and_refuses_other_words()
    {
        Shop shop = await OpenAsync();
        Assert.Equal("registered", (await shop.Tenant.GetAsync("/v1/credit_policy")).Expect(200).Member("registration.instalments_within_two_months"));

        Answer refused = (await PolicyAsync(shop, "never")).Expect(422);

        Assert.Equal("registration.instalments_within_two_months", (string)refused["errors"]![0]!["field"]!);
        Assert.Equal("exempt", (await PolicyAsync(shop, "exempt")).Expect(200).Member("registration.instalments_within_two_months"));
    }

    private async Task<Shop> OpenAsync() => await Shop.OpenAsync(host, new
    {
        payment_plans = new object[]
        {
            new { code = "two", kind = "instalments", count = 2, interval = "two_weeks", due = 14, fee_rate = "0", enabled = true },
            new { code = "three", kind = "instalments", count = 3, interval = "month", due = 14, fee_rate = "0", enabled = true },
        },
    });

    private static JsonObject Order(Shop shop, string plan)
    {
        JsonObject order = shop.Order();
        order["payment_plan"] = plan;
        return order;
    }

    private static Task<Answer> PolicyAsync(Shop shop, string word) =>
        shop.Tenant.Api.SendAsync(HttpMethod.Put, "/v1/credit_policy", new { registration = new { instalments_within_two_months = word } });

    private static async Task<(bool Eligible, bool Registered)> OfferAsync(Shop shop, string plan)
    {
        JsonNode offered = (await shop.Tenant.PostAsync("/v1/eligibility_checks", new { merchant = shop.Merchant, amount = 12_000, plan })).Expect(200)["plans"]![0]!;
        return ((bool)offered["eligible"]!, (bool)offered["registration_required"]!);
    }
}
