using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Orders;

public sealed class CloseTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_closed_order_gives_the_limit_of_its_rest_back_and_ships_no_more()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.PlacedAsync(shop.Order(20_000), "authorized");
        (await shop.ShipAsync(order.Id, new { amount = 12_000 })).Expect(201);
        Assert.Equal(["close", "credit_notes", "shipments"], (await shop.OrderAsync(order.Id)).AllowedActions().Order());

        Answer closed = (await shop.ActAsync(order.Id, "close", new { reason = "欠品のため" })).Expect(200);

        Assert.Equal(("shipped", 12_000, "欠品のため"), (closed.Member("status"), closed.Number("amount_shipped"), closed.Member("end_reason")));
        Assert.Equal(["credit_notes"], closed.AllowedActions());
        Assert.Equal(12_000, await shop.OpenBalanceAsync(order));
        Assert.Equal(["order.authorized", "order.partially_shipped", "order.closed"], await shop.EventsAsync(order.Id));
        (await shop.ShipAsync(order.Id, new { amount = 1 })).Expect(409, "state_conflict");
        (await shop.ActAsync(order.Id, "close")).Expect(409, "state_conflict");
        (await shop.ActAsync(order.Id, "credit_notes", new { amount = 12_001, reason = "return" })).Expect(422, "over_creditable");
        (await shop.ActAsync(order.Id, "credit_notes", new { amount = 2_000, reason = "return" })).Expect(201);
        await host.DrainAsync(shop.Tenant);
        Assert.Equal(10_000, await shop.OpenBalanceAsync(order));
    }

    [Fact]
    public async Task An_order_whose_shipped_part_is_paid_is_completed_by_closing_it()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.PlacedAsync(shop.Order(20_000), "authorized");
        (await shop.ShipAsync(order.Id, new { amount = 5_000 })).Expect(201);
        await shop.PayAsync(order.Id);
        await host.DrainAsync(shop.Tenant);
        Assert.Equal("partially_shipped", (await shop.OrderAsync(order.Id)).Member("status"));

        Answer closed = (await shop.ActAsync(order.Id, "close")).Expect(200);

        Assert.Equal("completed", closed.Member("status"));
        Assert.Equal(0, await shop.OpenBalanceAsync(order));
        Assert.Equal(["order.closed", "order.completed"], (await shop.EventsAsync(order.Id))[^2..]);
    }

    [Fact]
    public async Task Before_the_first_shipment_an_order_is_cancelled_not_closed()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.PlacedAsync(shop.Order(20_000), "authorized");

        Answer refused = (await shop.ActAsync(order.Id, "close")).Expect(409, "state_conflict");

        Assert.Equal(["amend", "cancel", "shipments"], refused.AllowedActions().Order());
        (await shop.ActAsync(order.Id, "close", ifMatch: "\"9\"")).Expect(412, "stale_version");
        (await shop.ActAsync(order.Id, "close", new { reason = new string('x', 501) })).Expect(422);
    }

    [Fact]
    public async Task Closing_and_shipping_the_rest_race_and_the_limit_fits_what_was_shipped()
    {
        for (int round = 0; round < 5; round++)
        {
            Shop shop = await Shop.OpenAsync(host);
            Answer order = await shop.PlacedAsync(shop.Order(20_000), "authorized");
            (await shop.ShipAsync(order.Id, new { amount = 5_000 })).Expect(201);

            Answer[] answers = await Task.WhenAll(shop.ActAsync(order.Id, "close"), shop.ShipAsync(order.Id));

            Assert.Single(answers, answer => answer.Status == 409);
            Answer after = await shop.OrderAsync(order.Id);
            Assert.Equal(("shipped", answers[0].Status == 200 ? 5_000 : 20_000), (after.Member("status"), after.Number("amount_shipped")));
            Assert.Equal(after.Number("amount_shipped"), await shop.OpenBalanceAsync(order));
        }
    }
}
