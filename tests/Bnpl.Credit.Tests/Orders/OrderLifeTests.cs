using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Credit.Tests.Orders;

public sealed class OrderLifeTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_cancelled_order_gives_its_limit_back_and_cannot_be_cancelled_again()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.PlacedAsync(shop.Order(50_000), "authorized");
        Assert.Equal(50_000, await shop.OpenBalanceAsync(order));

        Answer canceled = (await shop.Tenant.PostAsync($"/v1/orders/{order.Id}/cancel", new { reason = "buyer asked" })).Expect(200);

        Assert.Equal(("canceled", "\"2\""), (canceled.Member("status"), canceled.ETag));
        Assert.Equal(0, await shop.OpenBalanceAsync(order));
        Answer again = (await shop.Tenant.PostAsync($"/v1/orders/{order.Id}/cancel", new { reason = "again" })).Expect(409, "state_conflict");
        Assert.Equal("canceled", again.Member("current_status"));
        Assert.Empty(again["allowed_actions"]!.AsArray());
        await shop.PlacedAsync(shop.Order(50_000), "authorized");
    }

    [Fact]
    public async Task A_hold_that_nobody_decides_takes_the_tenants_default_at_its_deadline()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer held = await shop.PlacedAsync(shop.Order(kana: "テスト ホリュウ"), "on_hold");
        DateTimeOffset deadline = DateTimeOffset.Parse(held.Member("decision.deadline_at"));

        await shop.Tenant.AdvanceToAsync(deadline.AddMinutes(-1));
        Assert.Equal("on_hold", (await shop.Tenant.GetAsync($"/v1/orders/{held.Id}")).Member("status"));
        await shop.Tenant.AdvanceToAsync(deadline);

        Answer expired = (await shop.Tenant.GetAsync($"/v1/orders/{held.Id}")).Expect(200);
        Assert.Equal(("expired", "hold_deadline"), (expired.Member("status"), expired.Member("end_reason")));
        Assert.Empty((await shop.Tenant.GetAsync("/v1/reviews")).Expect(200)["data"]!.AsArray());
        (await shop.Tenant.PostAsync($"/v1/reviews/{held.Id}/decide", new { result = "approved" })).Expect(409, "state_conflict");
    }

    [Fact]
    public async Task An_authorization_lapses_when_nothing_is_shipped()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.PlacedAsync(shop.Order(), "authorized");

        await shop.Tenant.AdvanceToAsync(DateTimeOffset.Parse(order.Member("expires_at")));

        Assert.Equal("expired", (await shop.Tenant.GetAsync($"/v1/orders/{order.Id}")).Member("status"));
        Assert.Equal(0, await shop.OpenBalanceAsync(order));
        Assert.Equal(
            ["decision.automatic", "order.authorized", "order.expired"],
            (await shop.Tenant.GetAsync($"/v1/orders/{order.Id}/timeline")).Expect(200)["data"]!.AsArray().Select(e => (string)e!["type"]!));
    }

    [Fact]
    public async Task Money_events_release_and_take_the_limit_and_arrears_block()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.PlacedAsync(shop.Order(30_000), "authorized");
        Guid invoice = EntityId.New();

        await TellAsync(shop, "invoice.overdue", invoice, 1, order.Id, 0);
        Answer refused = await shop.PlacedAsync(shop.Order(1_000), "declined");
        Assert.Equal("buyer_overdue", (string?)refused["decision.reasons"]![0]!["code"]);

        await TellAsync(shop, "payment.confirmed", EntityId.New(), 1, order.Id, 20_000);
        Assert.Equal(10_000, await shop.OpenBalanceAsync(order));
        await TellAsync(shop, "payment.reversed", EntityId.New(), 1, order.Id, -5_000);
        Assert.Equal(15_000, await shop.OpenBalanceAsync(order));
        await TellAsync(shop, "credit_note.created", EntityId.New(), 1, order.Id, 90_000);
        Assert.Equal(0, await shop.OpenBalanceAsync(order));

        await TellAsync(shop, "invoice.paid", invoice, 2, order.Id, 0);
        await shop.PlacedAsync(shop.Order(1_000), "authorized");

        await TellAsync(shop, "receivable.charged_off", EntityId.New(), 1, order.Id, 30_000);
        await shop.PlacedAsync(shop.Order(1_000), "declined");
    }

    [Fact]
    public async Task Two_buyers_that_turn_out_to_be_one_share_one_limit_from_then_on()
    {
        Shop shop = await Shop.OpenAsync(host);
        JsonObject first = shop.Order(20_000), second = shop.Order(20_000), link = shop.Order(20_000);
        second["buyer"]!["phone"] = "080-9999-0001";
        second["buyer"]!["email"] = "other@example.jp";
        second["buyer"]!["address"]!["line1"] = "元赤坂1-2-7";
        link["buyer"]!["phone"] = "080-9999-0001";
        Answer one = await shop.PlacedAsync(first, "authorized");
        Answer other = await shop.PlacedAsync(second, "authorized");
        Assert.NotEqual(one.Member("buyer.id"), other.Member("buyer.id"));

        Answer third = await shop.PlacedAsync(link, "declined");

        Assert.Equal("buyer_limit_reached", (string?)third["decision.reasons"]![0]!["code"]);
        Assert.Equal(one.Member("buyer.id"), third.Member("buyer.id"));
        Answer merged = (await shop.Tenant.GetAsync($"/v1/buyers/{other.Member("buyer.id")}")).Expect(200);
        Assert.Equal((one.Member("buyer.id"), 40_000), (merged.Id, (long)merged["open_balance"]!));
        Assert.Equal(3, (await shop.Tenant.GetAsync($"/v1/orders?buyer={merged.Id}")).Expect(200)["data"]!.AsArray().Count);
        (await shop.Tenant.PostAsync($"/v1/orders/{other.Id}/cancel", new { reason = "x" })).Expect(200);
        Assert.Equal(20_000, await shop.OpenBalanceAsync(one));
    }

    [Fact]
    public async Task A_correction_is_screened_again_and_authorizes()
    {
        Shop shop = await Shop.OpenAsync(host);
        JsonObject incomplete = shop.Order(kana: "ヤマダ タロウ");
        incomplete["buyer"]!["address"]!["line1"] = "元赤坂";
        Answer held = await shop.PlacedAsync(incomplete, "on_hold");
        Assert.Equal(
            ("address_incomplete", "buyer.address.line1"),
            ((string?)held["decision.reasons"]![0]!["code"], (string?)held["decision.reasons"]![0]!["field"]));
        Assert.Equal(["corrections", "cancel"], held["allowed_actions"]!.AsArray().Select(a => (string)a!));

        Answer corrected = (await shop.Tenant.PostAsync(
            $"/v1/orders/{held.Id}/corrections", new { buyer = new { address = new { line1 = "元赤坂一丁目5番31号" } } })).Expect(200);

        Assert.Equal(("authorized", "approved"), (corrected.Member("status"), corrected.Member("decision.result")));
        Assert.Equal(12_000, await shop.OpenBalanceAsync(corrected));
        Answer decisions = (await shop.Tenant.GetAsync($"/v1/orders/{held.Id}/decisions")).Expect(200);
        Assert.Equal(["approved", "hold"], decisions["data"]!.AsArray().Select(d => (string)d!["result"]!));
        Assert.All(decisions["data"]!.AsArray(), d => Assert.NotNull(d!["facts"]!["limits"]!["cumulative"]));
        (await shop.Tenant.PostAsync($"/v1/orders/{held.Id}/corrections", new { buyer = new { name = "山田 次郎" } })).Expect(409, "state_conflict");
    }

    private async Task TellAsync(Shop shop, string type, Guid subject, long sequence, string order, long amount)
    {
        DirectorySnapshot directory = await host.Services.GetRequiredService<TenantDirectory>().RefreshAsync(CancellationToken.None);
        await using (AsyncServiceScope scope = await host.Services.GetRequiredService<TenantScopes>().OpenAsync(directory.ById[shop.Tenant.TenantId], CancellationToken.None))
        {
            TenantSession session = scope.ServiceProvider.GetRequiredService<TenantSession>();
            await session.BeginAsync(CancellationToken.None);
            scope.ServiceProvider.GetRequiredService<Outbox>().Publish(
                type, new EventSubject(type.Split('.')[0], subject, sequence, null), new { id = type }, new LimitMovements([new LimitMovement(order, amount)]));
            await session.CommitAsync(CancellationToken.None);
        }

        await host.DrainAsync(shop.Tenant);
    }
}
