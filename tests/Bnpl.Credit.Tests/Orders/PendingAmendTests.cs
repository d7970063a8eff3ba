using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Orders;

public sealed class PendingAmendTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_held_content_waits_beside_the_old_one()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.ReviewedAsync(20_000);

        Answer waiting = (await shop.AmendAsync(order.Id, (30_000, 1))).Expect(200);

        Assert.Equal(("authorized", 20_000, "approved"), (waiting.Member("status"), waiting.Number("amount"), waiting.Member("decision.result")));
        Assert.Equal((30_000, "hold"), (waiting.Number("pending_amend.amount"), waiting.Member("pending_amend.decision.result")));
        Assert.Equal("化粧水", (string?)waiting["pending_amend.lines"]![0]!["name"]);
        Assert.Equal(waiting.Member("pending_amend.deadline_at"), waiting.Member("pending_amend.decision.deadline_at"));
        Assert.Equal(["amend", "cancel", "shipments"], waiting.AllowedActions().Order());
        Assert.Equal(20_000, await shop.OpenBalanceAsync(order));
        Answer queue = (await shop.Tenant.GetAsync("/v1/reviews?status=open")).Expect(200);
        Assert.Equal(order.Id, (string?)queue["data"]![0]!["order"]);
        Assert.Equal(30_000, (long?)queue["data"]![0]!["subject"]!["pending_amend"]!["amount"]);
    }

    [Fact]
    public async Task A_reviewer_approves_it_and_it_becomes_the_order()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.ReviewedAsync(20_000);
        (await shop.AmendAsync(order.Id, (30_000, 1))).Expect(200);

        Answer approved = (await shop.DecideAsync(order.Id, "approved")).Expect(200);

        Assert.Equal((30_000, "manual"), (approved.Number("amount"), approved.Member("decision.decided_by")));
        Assert.Null(approved["pending_amend"]);
        Assert.Equal(30_000, await shop.OpenBalanceAsync(order));
        Assert.Equal(["hold", "approved", "hold", "approved"], await shop.ResultsAsync(order.Id));
        Assert.Equal("order.amended", (await shop.EventsAsync(order.Id))[^1]);
        Assert.Equal([order.Id], (await shop.Tenant.GetAsync("/v1/reviews?status=decided")).Expect(200)["data"]!.AsArray().Select(review => (string)review!["order"]!));
        (await shop.DecideAsync(order.Id, "declined")).Expect(409, "state_conflict");
    }

    [Fact]
    public async Task A_reviewer_declines_it_and_the_order_stays_as_it_was()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.ReviewedAsync(20_000);
        (await shop.AmendAsync(order.Id, (30_000, 1))).Expect(200);

        Answer declined = (await shop.DecideAsync(order.Id, "declined")).Expect(200);

        Assert.Equal(("authorized", 20_000, "approved"), (declined.Member("status"), declined.Number("amount"), declined.Member("decision.result")));
        Assert.Null(declined["pending_amend"]);
        Assert.Equal(20_000, await shop.OpenBalanceAsync(order));
        Assert.Equal("order.amend_declined", (await shop.EventsAsync(order.Id))[^1]);
        Assert.Equal(["hold", "approved", "hold", "declined"], await shop.ResultsAsync(order.Id));
    }

    [Fact]
    public async Task A_reviewer_cannot_approve_it_beyond_the_limit_and_two_must_look_at_a_large_one()
    {
        Shop shop = await Shop.OpenAsync(host, new { four_eyes = new { review_over = 25_000 } });
        ApiClient second = await shop.Tenant.ClientAsync("reviews:write");
        Answer order = await shop.ReviewedAsync(20_000);
        (await shop.AmendAsync(order.Id, (30_000, 1))).Expect(200);

        Answer first = (await shop.DecideAsync(order.Id, "approved")).Expect(200);

        Assert.Equal((20_000, 30_000), (first.Number("amount"), first.Number("pending_amend.amount")));
        (await shop.DecideAsync(order.Id, "approved")).Expect(409, "four_eyes_required");
        Answer other = (await second.PostAsync($"/v1/reviews/{order.Id}/decide", new { result = "approved" })).Expect(200);
        Assert.Equal(30_000, other.Number("amount"));

        // While a larger content waits, another order takes what it would need.
        (await shop.AmendAsync(order.Id, (40_000, 1))).Expect(200);
        await shop.PlacedAsync(shop.Order(20_000), "authorized");
        (await shop.DecideAsync(order.Id, "approved")).Expect(200);
        (await second.PostAsync($"/v1/reviews/{order.Id}/decide", new { result = "approved" })).Expect(409, "buyer_limit_reached");
    }

    [Fact]
    public async Task Its_deadline_passes_and_the_order_stays_as_it_was()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.ReviewedAsync(20_000);
        Answer waiting = (await shop.AmendAsync(order.Id, (30_000, 1))).Expect(200);
        DateTimeOffset deadline = DateTimeOffset.Parse(waiting.Member("pending_amend.deadline_at"));

        await shop.Tenant.AdvanceToAsync(deadline.AddMinutes(-1));
        Assert.NotNull((await shop.OrderAsync(order.Id))["pending_amend"]);
        await shop.Tenant.AdvanceToAsync(deadline);

        Answer after = await shop.OrderAsync(order.Id);
        Assert.Equal(("authorized", 20_000), (after.Member("status"), after.Number("amount")));
        Assert.Null(after["pending_amend"]);
        Assert.Equal("order.amend_lapsed", (await shop.EventsAsync(order.Id))[^1]);
        Assert.Empty((await shop.Tenant.GetAsync("/v1/reviews")).Expect(200)["data"]!.AsArray());
        Assert.Equal(20_000, await shop.OpenBalanceAsync(order));
        (await shop.DecideAsync(order.Id, "approved")).Expect(409, "state_conflict");
    }

    [Fact]
    public async Task A_shipment_takes_the_old_content_and_ends_the_wish()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.ReviewedAsync(20_000);
        (await shop.AmendAsync(order.Id, (30_000, 1))).Expect(200);

        Assert.Equal(20_000, (await shop.ShipAsync(order.Id)).Expect(201).Number("amount"));

        Answer after = await shop.OrderAsync(order.Id);
        Assert.Equal("shipped", after.Member("status"));
        Assert.Null(after["pending_amend"]);
        Assert.Empty((await shop.Tenant.GetAsync("/v1/reviews")).Expect(200)["data"]!.AsArray());
        (await shop.DecideAsync(order.Id, "approved")).Expect(409, "state_conflict");
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("lower")]
    [InlineData("other")]
    public async Task What_the_shop_does_next_overtakes_the_wish(string act)
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.ReviewedAsync(20_000);
        (await shop.AmendAsync(order.Id, (30_000, 1))).Expect(200);

        Answer after = (act switch
        {
            "cancel" => await shop.ActAsync(order.Id, "cancel"),
            "lower" => await shop.AmendAsync(order.Id, (10_000, 1)),
            _ => await shop.AmendAsync(order.Id, (25_000, 1)),
        }).Expect(200);

        Assert.Equal(act == "other" ? 25_000 : null, (long?)after["pending_amend"]?["amount"]);
        Assert.Equal(act == "other" ? 1 : 0, (await shop.Tenant.GetAsync("/v1/reviews")).Expect(200)["data"]!.AsArray().Count);
        Assert.Equal(act switch { "cancel" => 0, "lower" => 10_000, _ => 20_000 }, await shop.OpenBalanceAsync(order));
    }

    [Fact]
    public async Task A_reviewer_and_a_shipment_race_and_what_is_billed_is_what_is_owed()
    {
        for (int round = 0; round < 5; round++)
        {
            Shop shop = await Shop.OpenAsync(host);
            Answer order = await shop.ReviewedAsync(20_000);
            (await shop.AmendAsync(order.Id, (30_000, 1))).Expect(200);

            Answer[] answers = await Task.WhenAll(shop.DecideAsync(order.Id, "approved"), shop.ShipAsync(order.Id));

            Assert.Equal(201, answers[1].Status);
            Assert.Equal(answers[0].Status == 200 ? 30_000 : 20_000, answers[1].Number("amount"));
            Assert.Equal(answers[1].Number("amount"), await shop.OpenBalanceAsync(order));
        }
    }
}
