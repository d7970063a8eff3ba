using System.Text.Json.Nodes;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Credit.Tests.Orders;

/// <summary>An order whose first verdict can never be had: here the policy in force cannot be read.</summary>
public sealed class UndecidedOrderTests(HastyHost host) : IClassFixture<HastyHost>
{
    [Fact]
    public async Task An_order_that_cannot_be_decided_is_held_for_a_person_who_approves_within_the_buyers_limit()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer first = await shop.PlacedAsync(shop.Order(20_000), "screening");
        await DecidedAsync(shop, first);
        await PutPolicyAsync(shop, version: 2, """{"age": "unreadable"}""");

        Answer[] waiting = [await shop.PlacedAsync(shop.Order(30_000), "screening"), await shop.PlacedAsync(shop.Order(35_001), "screening")];
        Answer[] held = [await DecidedAsync(shop, waiting[0]), await DecidedAsync(shop, waiting[1])];

        Assert.All(held, order =>
        {
            Assert.Equal(("on_hold", "hold", "manual_review"), (order.Member("status"), order.Member("decision.result"), (string?)order["decision.reasons"]![0]!["code"]));
            Assert.Null(order["decision.screening"]);
            Assert.Equal(["corrections", "cancel"], order.AllowedActions());
        });
        Assert.Equal(["order.screening", "order.on_hold"], await shop.EventsAsync(held[0].Id));
        await PutPolicyAsync(shop, version: 3, "{}");
        Answer review = (await shop.Tenant.GetAsync($"/v1/reviews/{held[0].Id}")).Expect(200);
        Assert.Equal(("open", held[0].Member("decision.deadline_at")), (review.Member("status"), review.Member("deadline_at")));
        Assert.Single(held.Select(order => order.Member("buyer.id")).Append((await shop.OrderAsync(first.Id)).Member("buyer.id")).Distinct());

        Assert.Equal("authorized", (await shop.DecideAsync(held[0].Id, "approved")).Expect(200).Member("status"));
        (await shop.DecideAsync(held[1].Id, "approved")).Expect(409, "buyer_limit_reached");
        Assert.Equal(50_000, await shop.OpenBalanceAsync(held[0]));
    }

    [Fact]
    public async Task A_correction_of_an_order_that_could_not_be_decided_asks_for_a_verdict_again()
    {
        Shop shop = await Shop.OpenAsync(host);
        await PutPolicyAsync(shop, version: 2, """{"age": "unreadable"}""");
        Answer held = await DecidedAsync(shop, await shop.PlacedAsync(shop.Order(30_000), "screening"));
        await PutPolicyAsync(shop, version: 3, "{}");

        Answer corrected = (await shop.ActAsync(held.Id, "corrections", new { buyer = new { merchant_customer_no = "C-1" } })).Expect(200);

        Assert.Equal(("authorized", "approved"), (corrected.Member("status"), corrected.Member("decision.result")));
        Assert.NotNull(corrected["decision.screening"]);
        Assert.Equal("withdrawn", (await shop.Tenant.GetAsync($"/v1/reviews/{held.Id}")).Expect(200).Member("status"));
    }

    [Fact]
    public async Task Whom_nobody_answers_takes_the_tenants_default_at_its_deadline()
    {
        Shop shop = await Shop.OpenAsync(host);
        await PutPolicyAsync(shop, version: 2, """{"age": "unreadable"}""");
        Answer held = await DecidedAsync(shop, await shop.PlacedAsync(shop.Order(30_000), "screening"));

        await shop.Tenant.AdvanceToAsync(DateTimeOffset.Parse(held.Member("decision.deadline_at")));

        Assert.Equal("expired", (await shop.OrderAsync(held.Id)).Member("status"));
    }

    [Fact]
    public async Task What_may_not_be_sold_at_all_is_declined_without_a_person()
    {
        Shop shop = await Shop.OpenAsync(host);
        await PutPolicyAsync(shop, version: 2, """{"age": "unreadable"}""");
        JsonObject body = shop.Order(30_000);
        body["payment_plan"] = "never_offered";

        Answer declined = await DecidedAsync(shop, await shop.PlacedAsync(body, "screening"));

        Assert.Equal(("declined", "plan_not_allowed"), (declined.Member("status"), (string?)declined["decision.reasons"]![0]!["code"]));
    }

    [Fact]
    public async Task Whom_no_person_could_approve_is_declined_without_one()
    {
        Shop shop = await Shop.OpenAsync(host);
        await PutPolicyAsync(shop, version: 2, """{"age": "unreadable"}""");
        (await shop.Tenant.PatchAsync($"/v1/merchants/{shop.Merchant}", new { limits = new { order_maximum = 29_999 } })).Expect(200);
        JsonObject child = shop.Order(20_000);
        child["buyer"]!["birth_date"] = "2015-04-01";

        Answer young = await DecidedAsync(shop, await shop.PlacedAsync(child, "screening"));
        Answer dear = await DecidedAsync(shop, await shop.PlacedAsync(shop.Order(30_000), "screening"));

        Assert.Equal(("declined", "underage"), (young.Member("status"), (string?)young["decision.reasons"]![0]!["code"]));
        Assert.Equal(("declined", "amount_over_limit"), (dear.Member("status"), (string?)dear["decision.reasons"]![0]!["code"]));
    }

    [Fact]
    public async Task A_buyer_is_told_of_an_order_that_was_never_decided()
    {
        Shop shop = await Shop.OpenAsync(host);
        await PutPolicyAsync(shop, version: 2, """{"age": "unreadable"}""");
        Answer waiting = await shop.PlacedAsync(shop.Order(30_000), "screening");
        string export = $"/v1/buyers/{waiting.Member("buyer.id")}/export";

        Answer before = (await shop.Tenant.GetAsync(export)).Expect(200);
        (await shop.ActAsync(waiting.Id, "cancel", new { reason = "buyer_request" })).Expect(200);
        Answer after = (await shop.Tenant.GetAsync(export)).Expect(200);

        Assert.Contains(waiting.Id, before.Text);
        Assert.Contains("\"canceled\"", after.Text);
    }

    private async Task<Answer> DecidedAsync(Shop shop, Answer placed)
    {
        // Ten attempts, without waiting for the time between them.
        for (int attempt = 0; attempt < 12 && (await shop.OrderAsync(placed.Id)).Member("status") == "screening"; attempt++)
        {
            try
            {
                await host.DrainAsync(shop.Tenant);
            }
            catch (AggregateException)
            {
            }
        }

        Answer order = await shop.OrderAsync(placed.Id);
        Assert.NotEqual("screening", order.Member("status"));
        return order;
    }

    // As a release with another idea of policies, or a hand on the database, might leave it.
    private async Task PutPolicyAsync(Shop shop, int version, string document) => await new TenantTables(host.Database, shop.Tenant.TenantId).RowsAsync(
        $$"""
        INSERT INTO credit.policies (tenant_id, version, source, document, settings, note, created_by, created_at)
        VALUES ('{{shop.Tenant.TenantId}}', {{version}}, 'put', '{{document}}',
            '{"buyer_limits": {"cumulative": 55000}, "payment_plans": [{"code": "lump_sum", "kind": "lump_sum", "count": 1, "interval": "month", "due": 14, "fee_rate": "0", "enabled": true}]}', 'x', 'x', now())
        RETURNING version
        """);
}
