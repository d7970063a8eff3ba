using Bnpl.TestKit;
using Bnpl.TestKit.Databases;
using Npgsql;

namespace Bnpl.Credit.Tests.Orders;

/// <summary>A platform whose carts wait half a second for a verdict.</summary>
public sealed class ImpatientHost : PlatformHost
{
    protected override IReadOnlyList<string> Arguments => ["--Orders:DecisionBudget=00:00:00.5"];
}

/// <summary>A platform whose carts do not wait at all.</summary>
public sealed class HastyHost : PlatformHost
{
    protected override IReadOnlyList<string> Arguments => ["--Orders:DecisionBudget=00:00:00"];
}

public sealed class LateVerdictTests(ImpatientHost host) : IClassFixture<ImpatientHost>
{
    [Fact]
    public async Task An_order_whose_buyer_is_locked_is_stored_at_once_and_decided_when_the_lock_is_gone()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer first = await DecidedAsync(shop, await shop.PlaceAsync(shop.Order(20_000)));
        System.Text.Json.Nodes.JsonObject body = shop.Order(10_000);
        Answer waiting;
        await using (await LockBuyersAsync(shop))
        {
            waiting = await shop.PlacedAsync(body, "screening");

            Assert.Null(waiting["decision"]);
            Assert.Equal(["cancel"], waiting.AllowedActions());
            Assert.Equal(waiting.Text, (await shop.OrderAsync(waiting.Id)).Text);
            Assert.Equal(waiting.Id, (await shop.PlaceAsync(body)).Expect(200).Id);
            (await shop.PlaceAsync(shop.Order(1_000, number: waiting.Member("merchant_order_no")))).Expect(409, "order_no_taken");
            Assert.Contains((await shop.Tenant.GetAsync("/v1/orders?status=screening")).Expect(200)["data"]!.AsArray(), order => (string)order!["id"]! == waiting.Id);
            (await shop.AmendAsync(waiting.Id, (1, 1))).Expect(409, "state_conflict");
        }

        Answer decided = await DecidedAsync(shop, waiting);

        Assert.Equal(("authorized", "approved", 2), (decided.Member("status"), decided.Member("decision.result"), (int)decided.Number("version")));
        Assert.Equal(first.Member("buyer.id"), decided.Member("buyer.id"));
        Assert.Equal(30_000, await shop.OpenBalanceAsync(decided));
        Answer buyer = (await shop.Tenant.GetAsync($"/v1/buyers/{waiting.Member("buyer.id")}")).Expect(200);
        Assert.Equal(first.Member("buyer.id"), buyer.Id);
        Assert.Equal(["order.screening", "order.authorized"], await shop.EventsAsync(decided.Id));
        Assert.Equal(["approved"], await shop.ResultsAsync(decided.Id));
    }

    [Fact]
    public async Task What_is_cancelled_before_its_verdict_never_gets_one()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer first = await DecidedAsync(shop, await shop.PlaceAsync(shop.Order(20_000)));
        Answer canceled;
        await using (await LockBuyersAsync(shop))
        {
            Answer waiting = await shop.PlacedAsync(shop.Order(10_000), "screening");
            canceled = (await shop.ActAsync(waiting.Id, "cancel", new { reason = "急ぎのため" })).Expect(200);
        }

        await host.DrainAsync(shop.Tenant);

        Assert.Equal("canceled", (await shop.OrderAsync(canceled.Id)).Member("status"));
        Assert.Equal(20_000, await shop.OpenBalanceAsync(first));
        Assert.Empty(await shop.ResultsAsync(canceled.Id));
        (await shop.PlaceAsync(shop.Order(9_000, number: canceled.Member("merchant_order_no")))).Expect(201);
    }

    [Fact]
    public async Task A_late_verdict_is_by_the_plan_that_was_offered_when_the_order_was_taken()
    {
        Shop shop = await Shop.OpenAsync(host);
        await DecidedAsync(shop, await shop.PlaceAsync(shop.Order(20_000)));
        Answer waiting;
        await using (await LockBuyersAsync(shop))
        {
            waiting = await shop.PlacedAsync(shop.Order(10_000), "screening");
            object other = new { code = "other", kind = "lump_sum", count = 1, interval = "month", due = 20, fee_rate = "0", enabled = true };
            (await shop.Tenant.PatchAsync("/v1/settings", new { payment_plans = new[] { other } })).Expect(200);
        }

        Answer decided = await DecidedAsync(shop, waiting);

        Assert.Equal("authorized", decided.Member("status"));
        Assert.Equal($"{(await shop.TodayAsync()).AddDays(14):yyyy-MM-dd}", decided.Member("payment_schedule.last_due_on"));
    }

    [Fact]
    public async Task A_late_verdict_may_hold_and_a_person_answers_it()
    {
        Shop shop = await Shop.OpenAsync(host);
        await DecidedAsync(shop, await shop.PlaceAsync(shop.Order(20_000)));
        Answer waiting;
        await using (await LockBuyersAsync(shop))
        {
            // The same person, though the name in kana differs.
            waiting = await shop.PlacedAsync(shop.Order(10_000, "テスト ホリュウ"), "screening");
        }

        Answer held = await DecidedAsync(shop, waiting);

        Assert.Equal(("on_hold", "manual_review"), (held.Member("status"), (string?)held["decision.reasons"]![0]!["code"]));
        Answer queue = (await shop.Tenant.GetAsync("/v1/reviews")).Expect(200);
        Assert.Equal((held.Id, held.Member("decision.deadline_at")), ((string?)queue["data"]![0]!["order"], (string?)queue["data"]![0]!["deadline_at"]));
        Assert.Equal("authorized", (await shop.DecideAsync(held.Id, "approved")).Expect(200).Member("status"));
        Assert.Equal(30_000, await shop.OpenBalanceAsync(held));
    }

    private async Task<Answer> DecidedAsync(Shop shop, Answer placed)
    {
        await Until.TrueAsync("the verdict", async () => (await shop.OrderAsync(placed.Id)).Member("status") != "screening", everyMilliseconds: 50);
        return await shop.OrderAsync(placed.Id);
    }

    // As another transaction would hold them: a long import, a bank file that is being booked.
    private async Task<NpgsqlConnection> LockBuyersAsync(Shop shop)
    {
        NpgsqlConnection connection = new(host.Database.AppConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(
            $"BEGIN; SET LOCAL app.tenant_id = '{shop.Tenant.TenantId:D}'; SELECT id FROM credit.buyers WHERE tenant_id = '{shop.Tenant.TenantId:D}' AND orders > 0 FOR UPDATE",
            connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}

public sealed class HastyOrderTests(HastyHost host) : IClassFixture<HastyHost>
{
    [Fact]
    public async Task Two_hosts_decide_every_order_once_and_keep_the_limit()
    {
        await using PlatformHost second = await host.StartSecondAsync();
        Shop shop = await Shop.OpenAsync(host);
        ApiClient beside = shop.Tenant.Api.At(second.Http);
        await Until.TrueAsync("the second host's news of the tenant", async () => (await beside.GetAsync("/v1/orders")).Status == 200, everyMilliseconds: 100);

        Answer[] placed = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? shop.Tenant.Api : beside).PostAsync("/v1/orders", shop.Order(10_000))));

        Assert.All(placed, answer => Assert.Equal((201, "screening"), (answer.Status, answer.Member("status"))));
        await Until.TrueAsync(
            "all verdicts",
            async () => (await shop.Tenant.GetAsync("/v1/orders?status=screening")).Expect(200)["data"]!.AsArray().Count == 0,
            everyMilliseconds: 100);
        Answer[] decided = await Task.WhenAll(placed.Select(answer => shop.OrderAsync(answer.Id)));
        Assert.Equal(5, decided.Count(answer => answer.Member("status") == "authorized"));
        Assert.Equal(7, decided.Count(answer => answer.Member("status") == "declined"));
        Assert.Single(decided.Select(answer => answer.Member("buyer.id")).Distinct());
        Assert.Equal(50_000, await shop.OpenBalanceAsync(decided[0]));
        Assert.Equal(
            ["12"],
            await new TenantTables(host.Database, shop.Tenant.TenantId).RowsAsync("SELECT count(*) FROM credit.decisions"));
    }
}
