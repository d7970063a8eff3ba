using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Orders;

public sealed class ParallelOrderTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task Two_hundred_orders_of_one_buyer_under_two_spellings_stay_within_one_limit()
    {
        Shop shop = await Shop.OpenAsync(host);

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => PlaceAsync(shop, i)));

        Answer[] placed = [.. answers.Select(answer => answer.Expect(201))];
        Answer[] authorized = [.. placed.Where(a => a.Member("status") == "authorized")];
        Assert.Equal(5, authorized.Length);
        Assert.Single(placed.Select(a => a.Member("buyer.id")).Distinct());
        Assert.All(
            placed.Except(authorized),
            a => Assert.Equal("buyer_limit_reached", (string?)a["decision.reasons"]![0]!["code"]));
        Assert.Equal(50_000, await shop.OpenBalanceAsync(authorized[0]));
    }

    [Fact]
    public async Task Twins_of_one_idempotency_key_make_one_order()
    {
        Shop shop = await Shop.OpenAsync(host);
        JsonObject order = shop.Order();

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => shop.PlaceAsync(order, "one-key")));

        Assert.All(answers, answer => Assert.True(answer.Status == 201 || (answer.Status == 409 && answer.Code == "idempotency_in_progress"), answer.Text));
        Assert.Single(answers.Where(a => a.Status == 201).Select(a => a.Text).Distinct());
        Assert.Single((await shop.Tenant.GetAsync("/v1/orders")).Expect(200)["data"]!.AsArray());
    }

    [Fact]
    public async Task Equal_creates_under_different_keys_make_one_order()
    {
        Shop shop = await Shop.OpenAsync(host);
        JsonObject order = shop.Order();

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => shop.PlaceAsync(order)));

        Assert.Equal([200, 200, 200, 200, 200, 200, 200, 200, 200, 201], answers.Select(a => a.Status).Order());
        Assert.Single(answers.Select(a => a.Id).Distinct());
    }

    [Fact]
    public async Task Different_creates_of_one_number_make_one_order()
    {
        Shop shop = await Shop.OpenAsync(host);

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => shop.PlaceAsync(Numbered(shop, i))));

        Assert.Equal([201, 409, 409, 409, 409, 409, 409, 409], answers.Select(a => a.Status).Order());
        Assert.All(answers.Where(a => a.Status == 409), a => Assert.Equal("order_no_taken", a.Code));
    }

    [Fact]
    public async Task A_correction_and_a_reviewer_race_and_the_first_wins()
    {
        for (int round = 0; round < 5; round++)
        {
            // A shop of its own each time: one name in kana at one address is one buyer, whose balance would add up.
            Shop shop = await Shop.OpenAsync(host);
            Answer held = await shop.PlacedAsync(shop.OrderOf($"080-1111-00{round:00}", kana: "テスト ホリュウ"), "on_hold");

            Answer[] answers = await Task.WhenAll(
                shop.Tenant.PostAsync($"/v1/orders/{held.Id}/corrections", new { buyer = new { name_kana = "テスト オーケー" } }),
                shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "declined", note = "race" }));

            Assert.Equal([200, 409], answers.Select(a => a.Status).Order());
            Assert.Equal("state_conflict", answers.Single(a => a.Status == 409).Code);
            string status = (await shop.Tenant.GetAsync($"/v1/orders/{held.Id}")).Member("status");
            Assert.Equal(answers[0].Status == 200 ? "authorized" : "declined", status);
            Assert.Equal(status == "authorized" ? 12_000 : 0, await shop.OpenBalanceAsync(held));
        }
    }

    private static Task<Answer> PlaceAsync(Shop shop, int i)
    {
        JsonObject order = shop.Order(10_000);
        if (i % 2 == 1)
        {
            order["buyer"]!["name"] = "山田　太郎";
            order["buyer"]!["phone"] = "＋８１－９０－１２３４－５６７８";
            order["buyer"]!["email"] = "TARO@example.jp";
            order["buyer"]!["address"]!["line1"] = "元赤坂１－５－３１";
        }

        return shop.PlaceAsync(order);
    }

    private static JsonObject Numbered(Shop shop, int i)
    {
        JsonObject order = shop.OrderOf($"080-2222-00{i:00}");
        order["merchant_order_no"] = "SAME";
        return order;
    }
}
