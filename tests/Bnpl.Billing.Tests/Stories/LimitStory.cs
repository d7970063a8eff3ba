using Bnpl.TestKit;

namespace Bnpl.Billing.Tests.Stories;

public sealed class LimitStory(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task The_buyers_open_balance_follows_what_confirmed_money_pays_through_allocation_withdrawal_and_reversal()
    {
        Shop shop = await Shop.OpenAsync(host);
        string order = await shop.OrderAsync("none", (10_000, 1, "0.10"));
        string buyer = (await shop.Tenant.GetAsync($"/v1/orders/{order}")).Expect(200).Member("buyer.id");
        string receivable = (await shop.ShipAsync(order)).Expect(201).Member("receivable");
        Answer money = (await shop.Tenant.PostAsync(
            "/v1/payments", new { amount = 12_000, received_on = $"{await shop.TodayAsync():yyyy-MM-dd}", channel = "transfer" })).Expect(201);
        Assert.Equal(10_000, await BalanceAsync(shop, buyer));

        await AllocateAsync(shop, money.Id, receivable, 3_000);
        Assert.Equal(7_000, await BalanceAsync(shop, buyer));
        Answer second = await AllocateAsync(shop, money.Id, receivable, 7_000);
        Assert.Equal(0, await BalanceAsync(shop, buyer));
        Assert.Equal("completed", (await shop.Tenant.GetAsync($"/v1/orders/{order}")).Member("status"));

        string allocation = (string)second["allocations"]!.AsArray().Single(a => (long)a!["amount"]! == 7_000)!["id"]!;
        (await shop.Tenant.Api.DeleteAsync($"/v1/payments/{money.Id}/allocations/{allocation}")).Expect(200);
        Assert.Equal(7_000, await BalanceAsync(shop, buyer));
        Assert.Equal("shipped", (await shop.Tenant.GetAsync($"/v1/orders/{order}")).Member("status"));

        (await shop.Tenant.PostAsync($"/v1/payments/{money.Id}/reverse")).Expect(200);
        Assert.Equal(10_000, await BalanceAsync(shop, buyer));
    }

    [Fact]
    public async Task A_second_payment_that_steps_in_for_a_reversed_one_keeps_the_limit_free()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (10_000, 1, "0.10"));
        string order = (await shop.InvoiceAsync(invoice.Id)).Member("order");
        string buyer = (await shop.Tenant.GetAsync($"/v1/orders/{order}")).Expect(200).Member("buyer.id");
        Answer first = (await shop.PayAsync(invoice, 10_000)).Expect(201);
        (await shop.PayAsync(invoice, 8_000, channel: "transfer")).Expect(201);
        Assert.Equal(0, await BalanceAsync(shop, buyer));

        (await shop.Tenant.PostAsync($"/v1/payments/{first.Id}/reverse")).Expect(200);
        Assert.Equal(2_000, await BalanceAsync(shop, buyer));
    }

    [Theory]
    [InlineData("nc")]
    [InlineData("cn")]
    [InlineData("pnc")]
    [InlineData("pcn")]
    [InlineData("npc")]
    [InlineData("nprc")]
    public async Task The_open_balance_is_what_was_shipped_less_what_was_credited_and_confirmed_in_any_order_of_events(string events)
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (10_000, 1, "0.10"));
        string order = invoice.Member("order");
        string buyer = (await shop.Tenant.GetAsync($"/v1/orders/{order}")).Expect(200).Member("buyer.id");
        bool credited = false, confirmed = false;
        foreach (char happened in events)
        {
            (credited, confirmed) = (credited || happened == 'n', confirmed || happened == 'c');
            _ = happened == 'n'
                ? (await shop.Tenant.PostAsync($"/v1/orders/{order}/credit_notes", new { amount = 3_000, reason = "return" })).Expect(201)
                : (await shop.Tenant.PostAsync("/v1/test_helpers/konbini_payment", new
                {
                    invoice = invoice.Id,
                    stage = happened switch { 'p' => "preliminary", 'r' => "reversal", _ => "confirmed" },
                })).Expect(200);
            long owed = 10_000 - (credited ? 3_000 : 0);
            Assert.Equal((happened, confirmed ? 0 : owed), (happened, await BalanceAsync(shop, buyer)));
        }
    }

    [Fact]
    public async Task What_lapsed_unshipped_stays_lapsed_when_the_shipped_part_is_taken_back()
    {
        Shop shop = await Shop.OpenAsync(host);
        string order = await shop.OrderAsync("none", (2_500, 4, "0.10"));
        Answer placed = (await shop.Tenant.GetAsync($"/v1/orders/{order}")).Expect(200);
        string buyer = placed.Member("buyer.id");
        string shipment = (await shop.ShipAsync(order, new { amount = 6_000 })).Expect(201).Id;
        (await shop.Tenant.PostAsync($"/v1/orders/{order}/close")).Expect(200);
        Assert.Equal("shipped", (await shop.Tenant.GetAsync($"/v1/orders/{order}")).Member("status"));

        (await shop.Tenant.PostAsync($"/v1/shipments/{shipment}/void")).Expect(200);
        Assert.Equal("authorized", (await shop.Tenant.GetAsync($"/v1/orders/{order}")).Member("status"));
        (await shop.ShipAsync(order, new { amount = 6_001 })).Expect(422, "over_shipped");
        Assert.Equal(6_000, (long)(await shop.ShipAsync(order)).Expect(201)["amount"]!);
        Assert.Equal("shipped", (await shop.Tenant.GetAsync($"/v1/orders/{order}")).Member("status"));
        Assert.Equal(6_000, await BalanceAsync(shop, buyer));
    }

    private static async Task<Answer> AllocateAsync(Shop shop, string payment, string receivable, long amount) =>
        (await shop.Tenant.PostAsync($"/v1/payments/{payment}/allocations", new { allocations = new[] { new { receivable, amount } } })).Expect(200);

    private async Task<long> BalanceAsync(Shop shop, string buyer)
    {
        await host.DrainAsync(shop.Tenant);
        return (long)(await shop.Tenant.GetAsync($"/v1/buyers/{buyer}")).Expect(200)["open_balance"]!;
    }
}
