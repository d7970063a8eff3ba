using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Orders;

public sealed class AmendTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_smaller_content_is_taken_over_at_once_without_a_verdict()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.PlacedAsync(shop.Order(50_000), "authorized");

        Answer amended = (await shop.AmendAsync(order.Id, (3_000, 2), (1_500, 1))).Expect(200);

        Assert.Equal(("authorized", 7_500, "\"2\""), (amended.Member("status"), amended.Number("amount"), amended.ETag));
        Assert.Equal([1, 2], amended["lines"]!.AsArray().Select(line => (int)line!["line"]!));
        Assert.Equal(["化粧水", "化粧水"], (await shop.OrderAsync(order.Id))["lines"]!.AsArray().Select(line => (string)line!["name"]!));
        Assert.Equal(7_500, await shop.OpenBalanceAsync(order));
        Assert.Equal(["approved"], await shop.ResultsAsync(order.Id));
        Assert.Equal(["order.authorized", "order.amended"], await shop.EventsAsync(order.Id));
    }

    [Fact]
    public async Task Fewer_lines_replace_more_of_them_and_are_what_is_shipped()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.PlacedAsync(shop.Order(10_000), "authorized");
        (await shop.AmendAsync(order.Id, (1_000, 3), (2_000, 2), (500, 2))).Expect(200);
        Answer amended = (await shop.AmendAsync(order.Id, (4_000, 1))).Expect(200);
        Assert.Single(amended["lines"]!.AsArray());

        Answer shipment = (await shop.ShipAsync(order.Id)).Expect(201);

        Assert.Equal(4_000, shipment.Number("amount"));
        Assert.Equal(["amend", "cancel", "shipments"], amended.AllowedActions().Order());
        Assert.Equal(("shipped", 4_000), ((await shop.OrderAsync(order.Id)).Member("status"), (await shop.OrderAsync(order.Id)).Number("amount_shipped")));
    }

    [Fact]
    public async Task A_larger_content_is_judged_anew_but_only_the_difference_counts_against_the_limit()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.PlacedAsync(shop.Order(30_000), "authorized");

        Answer amended = (await shop.AmendAsync(order.Id, (55_000, 1))).Expect(200);

        Assert.Equal((55_000, "approved"), (amended.Number("amount"), amended.Member("decision.result")));
        Assert.NotEqual(order.Member("decision.id"), amended.Member("decision.id"));
        Assert.NotEqual(order.Member("decision.screening"), amended.Member("decision.screening"));
        Assert.Equal(55_000, await shop.OpenBalanceAsync(order));
        Assert.Equal(["approved", "approved"], await shop.ResultsAsync(order.Id));
    }

    [Fact]
    public async Task A_declined_content_changes_nothing_and_its_verdict_is_kept()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.PlacedAsync(shop.Order(30_000), "authorized");

        Answer refused = (await shop.Tenant.PostAsync($"/v1/orders/{order.Id}/amend", ShopActs.Content((55_001, 1)), "one")).Expect(409, "amend_declined");

        Assert.Equal(("declined", "buyer_limit_reached"), (refused.Member("decision.result"), (string?)refused["decision.reasons"]![0]!["code"]));
        Assert.Equal(order.Text, (await shop.OrderAsync(order.Id)).Text);
        Assert.Equal(30_000, await shop.OpenBalanceAsync(order));
        Answer decisions = (await shop.Tenant.GetAsync($"/v1/orders/{order.Id}/decisions")).Expect(200);
        Assert.Equal(refused.Member("decision.id"), (string?)decisions["data"]![0]!["id"]);
        Answer again = await shop.Tenant.PostAsync($"/v1/orders/{order.Id}/amend", ShopActs.Content((55_001, 1)), "one");
        Assert.Equal((409, "true", refused.Text), (again.Status, again.Header("Idempotent-Replayed"), again.Text));
        Assert.Equal(["approved", "declined"], await shop.ResultsAsync(order.Id));
    }

    [Fact]
    public async Task The_limit_of_a_first_order_is_not_passed_by_amending_it()
    {
        Shop shop = await Shop.OpenAsync(host, new { buyer_limits = new { cumulative = 55_000, first_order = 20_000 } });
        Answer order = await shop.PlacedAsync(shop.Order(15_000), "authorized");

        (await shop.AmendAsync(order.Id, (20_001, 1))).Expect(409, "amend_declined");
        (await shop.AmendAsync(order.Id, (20_000, 1))).Expect(200);
    }

    [Fact]
    public async Task Other_goods_for_the_same_amount_are_judged_and_the_same_goods_are_not()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.PlacedAsync(shop.Order(6_000), "authorized");

        (await shop.AmendAsync(order.Id, (3_000, 2))).Expect(200);
        Assert.Equal(["approved", "approved"], await shop.ResultsAsync(order.Id));
        (await shop.AmendAsync(order.Id, (3_000, 2))).Expect(200);
        Assert.Equal(["approved", "approved"], await shop.ResultsAsync(order.Id));
    }

    [Fact]
    public async Task An_equal_create_still_finds_the_order_after_it_was_amended()
    {
        Shop shop = await Shop.OpenAsync(host);
        System.Text.Json.Nodes.JsonObject body = shop.Order(6_000);
        Answer order = await shop.PlacedAsync(body, "authorized");
        (await shop.AmendAsync(order.Id, (1_000, 2))).Expect(200);

        Answer again = (await shop.PlaceAsync(body)).Expect(200);

        Assert.Equal((order.Id, 2_000), (again.Id, again.Number("amount")));
        (await shop.PlaceAsync(shop.Order(2_000, number: order.Member("merchant_order_no")))).Expect(409, "order_no_taken");
    }

    [Fact]
    public async Task Refuses_content_that_no_order_could_have()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.PlacedAsync(shop.Order(6_000), "authorized");

        Answer mismatch = (await shop.ActAsync(order.Id, "amend", new { amount = 5, lines = new[] { new { name = "x", quantity = 1, unit_price = 6, tax_rate = "0.10" } } })).Expect(422);
        Assert.Equal("amount_mismatch", (string?)mismatch["errors"]![0]!["code"]);
        Answer empty = (await shop.ActAsync(order.Id, "amend", new { })).Expect(422);
        Assert.Equal(["amount", "lines"], empty["errors"]!.AsArray().Select(error => (string)error!["field"]!));
        (await shop.ActAsync(order.Id, "amend", new { amount = 5, lines = Array.Empty<object>(), buyer = new { } })).Expect(422, "unknown_field");
        (await shop.ActAsync(order.Id, "amend", ShopActs.Content((1_000, 1)), ifMatch: "\"7\"")).Expect(412, "stale_version");
        Assert.Equal(order.Text, (await shop.OrderAsync(order.Id)).Text);
    }

    [Fact]
    public async Task A_smaller_content_brings_in_no_goods_that_are_not_sold_on_credit()
    {
        Shop shop = await Shop.OpenAsync(host);
        System.Text.Json.Nodes.JsonObject body = shop.Order(10_000);
        body["lines"]![0]!["category"] = "cosmetics";
        Answer order = await shop.PlacedAsync(body, "authorized");
        (await shop.Tenant.Api.PutAsync("/v1/credit_policy", new { goods = new { not_allowed = new[] { "gift_card", "cosmetics" } } })).Expect(200);

        Answer refused = (await shop.ActAsync(order.Id, "amend", Categories("cosmetics", " Gift_Card "))).Expect(422);

        Assert.Equal(("lines[1].category", "goods_not_allowed"), ((string)refused["errors"]![0]!["field"]!, (string)refused["errors"]![0]!["code"]!));
        Assert.Equal(order.Text, (await shop.OrderAsync(order.Id)).Text);

        // What it was approved with may stay, though it would not be sold any more.
        Assert.Equal(2_000, (await shop.ActAsync(order.Id, "amend", Categories("cosmetics", "books"))).Expect(200).Number("amount"));

        static object Categories(params string[] categories) => new
        {
            amount = categories.Length * 1_000,
            lines = categories.Select(category => new { name = "商品", category, quantity = 1, unit_price = 1_000, tax_rate = "0.10" }),
        };
    }

    [Fact]
    public async Task A_smaller_content_stays_worth_what_the_merchant_sells_for_at_least()
    {
        Shop shop = await Shop.OpenAsync(host);
        (await shop.Tenant.PatchAsync($"/v1/merchants/{shop.Merchant}", new { limits = new { order_minimum = 3_000 } })).Expect(200);
        Answer order = await shop.PlacedAsync(shop.Order(10_000), "authorized");

        Answer refused = (await shop.AmendAsync(order.Id, (2_999, 1))).Expect(422);

        Assert.Equal(("amount", "amount_under_minimum"), ((string)refused["errors"]![0]!["field"]!, (string)refused["errors"]![0]!["code"]!));
        Assert.Equal(3_000, (await shop.AmendAsync(order.Id, (3_000, 1))).Expect(200).Number("amount"));

        // The same content again is no smaller one, whatever the minimum has become.
        (await shop.Tenant.PatchAsync($"/v1/merchants/{shop.Merchant}", new { limits = new { order_minimum = 5_000 } })).Expect(200);
        (await shop.AmendAsync(order.Id, (3_000, 1))).Expect(200);
    }

    [Fact]
    public async Task Of_parallel_amends_shipments_and_cancellations_one_after_another_wins()
    {
        for (int round = 0; round < 4; round++)
        {
            Shop shop = await Shop.OpenAsync(host);
            Answer order = await shop.PlacedAsync(shop.Order(20_000), "authorized");

            Answer[] answers = await Task.WhenAll(
                shop.AmendAsync(order.Id, (25_000, 1)),
                shop.AmendAsync(order.Id, (12_000, 1)),
                shop.ShipAsync(order.Id),
                shop.AmendAsync(order.Id, (30_000, 1)),
                shop.ActAsync(order.Id, "cancel", new { reason = "race" }));

            Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { 200, 201, 409 }));
            Assert.All(answers.Where(answer => answer.Status == 409), answer => Assert.Equal("state_conflict", answer.Code));
            Answer after = await shop.OrderAsync(order.Id);
            Assert.Equal(1, answers.Count(answer => answer.Status is 201) + (answers[4].Status == 200 ? 1 : 0));
            Assert.Equal(after.Member("status") == "shipped" ? after.Number("amount") : 0, await shop.OpenBalanceAsync(order));
            Assert.Equal(after.Member("status") == "shipped" ? after.Number("amount") : 0, after.Number("amount_shipped"));
        }
    }
}
