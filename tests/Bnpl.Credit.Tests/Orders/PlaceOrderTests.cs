using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Orders;

public sealed class PlaceOrderTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Theory]
    [InlineData("テスト オーケー", "authorized", "approved", null)]
    [InlineData("テスト ホリュウ", "on_hold", "hold", "manual_review")]
    [InlineData("テスト エヌジー", "declined", "declined", "risk_policy")]
    public async Task Answers_as_the_test_name_forces(string kana, string status, string result, string? reason)
    {
        Shop shop = await Shop.OpenAsync(host);

        Answer placed = (await shop.PlaceAsync(shop.Order(kana: kana))).Expect(201);

        Assert.Equal(status, placed.Member("status"));
        Assert.Equal(result, placed.Member("decision.result"));
        Assert.Equal(reason is null ? [] : [reason], placed["decision.reasons"]!.AsArray().Select(r => (string)r!["code"]!));
        Assert.Equal($"/v1/orders/{placed.Id}", placed.Header("Location"));
        Assert.Equal("\"1\"", placed.ETag);
        Answer read = (await shop.Tenant.GetAsync($"/v1/orders/{placed.Id}")).Expect(200);
        Assert.Equal(placed.Text, read.Text);
        Assert.Equal("\"1\"", read.ETag);
    }

    [Fact]
    public async Task Answers_an_equal_second_create_with_the_first_order()
    {
        Shop shop = await Shop.OpenAsync(host);
        JsonObject order = shop.Order();
        Answer first = await shop.PlacedAsync(order, "authorized");
        order["device"] = new JsonObject { ["ip"] = "203.0.113.5" };
        order["metadata"] = new JsonObject { ["cart"] = "another" };

        Answer second = (await shop.PlaceAsync(order)).Expect(200);

        Assert.Equal(first.Text, second.Text);
        Assert.Equal(12_000, await shop.OpenBalanceAsync(first));
    }

    [Fact]
    public async Task Refuses_another_body_under_a_living_number_and_takes_it_after_the_order_ended()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer first = await shop.PlacedAsync(shop.Order(number: "N-1"), "authorized");
        (await shop.PlaceAsync(shop.Order(13_000, number: "N-1"))).Expect(409, "order_no_taken");
        (await shop.Tenant.PostAsync($"/v1/orders/{first.Id}/cancel", new { reason = "out of stock" })).Expect(200);

        Answer second = await shop.PlacedAsync(shop.Order(13_000, number: "N-1"), "authorized");

        Assert.NotEqual(first.Id, second.Id);
        (await shop.PlaceAsync(shop.Order(14_000, number: "N-1"))).Expect(409, "order_no_taken");
    }
}
