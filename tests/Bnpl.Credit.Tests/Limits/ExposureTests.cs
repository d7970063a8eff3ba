using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Credit.Limits;
using Bnpl.Credit.Tests.Orders;
using Bnpl.TestKit;
using CsCheck;

namespace Bnpl.Credit.Tests.Limits;

public sealed class ExposureTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_merchants_own_limit_stands_in_for_everybodys()
    {
        Shop shop = await Shop.OpenAsync(host);
        string other = await Shop.MerchantAsync(shop.Tenant, "二号店");
        await PutAsync(shop, new JsonObject
        {
            ["limits"] = new JsonObject { ["merchant"] = new JsonObject { ["open"] = 10_000 }, ["merchants"] = new JsonObject { [other] = new JsonObject { ["open"] = 20_000 } } },
        });

        await shop.PlacedAsync(shop.Order(10_000).WithBuyer(1), "authorized");
        Answer full = await shop.PlacedAsync(shop.Order(1).WithBuyer(2), "declined");
        await (shop with { Merchant = other }).PlacedAsync((shop with { Merchant = other }).Order(20_000).WithBuyer(3), "authorized");

        JsonNode rule = (await shop.Tenant.GetAsync($"/v1/orders/{full.Id}/decisions")).Expect(200)["data"]![0]!["rules"]!.AsArray().Single(r => (string?)r!["outcome"] == "declined")!;
        Assert.Equal(
            ("merchant_open", 10_001, 10_000, "credit_policy.limits.merchant.open"),
            ((string?)rule["rule"], (int)rule["value"]!, (int)rule["limit"]!, (string?)rule["source"]));
    }

    [Fact]
    public async Task A_far_limit_lets_orders_pass_side_by_side_and_still_counts_them()
    {
        Shop shop = await Shop.OpenAsync(host);
        await PutAsync(shop, new JsonObject { ["limits"] = new JsonObject { ["tenant_open"] = 1_000_000_000_000, ["merchant"] = new JsonObject { ["open"] = 1_000_000_000_000 } } });

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => shop.PlaceAsync(shop.Order(10_000).WithBuyer(i))));

        Assert.All(answers, answer => Assert.Equal("authorized", answer.Expect(201).Member("status")));
        Assert.Equal(300_000, (await HeldLimits.ReadAsync(host.Database, shop.Tenant)).Tenant);
    }

    [Fact]
    public async Task A_merchants_day_ends_with_the_day()
    {
        Shop shop = await Shop.OpenAsync(host);
        await PutAsync(shop, new JsonObject { ["limits"] = new JsonObject { ["merchant"] = new JsonObject { ["day_orders"] = 1 } } });
        await shop.PlacedAsync(shop.Order(1_000).WithBuyer(1), "authorized");
        await shop.PlacedAsync(shop.Order(1_000).WithBuyer(2), "declined");

        await shop.Tenant.AdvanceToAsync((await shop.NowAsync()).AddDays(1));

        await shop.PlacedAsync(shop.Order(1_000).WithBuyer(2), "authorized");
        await shop.PlacedAsync(shop.Order(1_000).WithBuyer(3), "declined");
    }

    [Fact]
    public async Task A_reviewers_approval_keeps_to_the_limits_that_orders_meet_together()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer first = await shop.PlacedAsync(shop.Order(10_000, "テスト ホリュウ").WithBuyer(1), "on_hold");
        Answer second = await shop.PlacedAsync(shop.Order(10_000, "テスト ホリュウ").WithBuyer(2), "on_hold");
        await PutAsync(shop, new JsonObject { ["limits"] = new JsonObject { ["merchant"] = new JsonObject { ["open"] = 10_000 } } });

        Answer[] answers = await Task.WhenAll(shop.DecideAsync(first.Id, "approved"), shop.DecideAsync(second.Id, "approved"));

        Assert.Equal([200, 409], answers.Select(answer => answer.Status).Order());
        Assert.Equal("merchant_limit_reached", answers.Single(answer => answer.Status == 409).Code);
        await HeldLimits.AgreeAsync(host.Database, shop.Tenant);
    }

    [Fact]
    public async Task An_amended_order_is_not_counted_twice_against_a_limit()
    {
        Shop shop = await Shop.OpenAsync(host);
        await PutAsync(shop, new JsonObject { ["limits"] = new JsonObject { ["tenant_open"] = 20_000, ["merchant"] = new JsonObject { ["day_orders"] = 1 } } });
        Answer order = await shop.PlacedAsync(shop.Order(10_000).WithBuyer(1), "authorized");

        (await shop.AmendAsync(order.Id, (20_000, 1))).Expect(200);
        (await shop.AmendAsync(order.Id, (20_001, 1))).Expect(409, "amend_declined");

        await HeldLimits.AgreeAsync(host.Database, shop.Tenant);
    }

    public static TheoryData<string> Releases() => ["cancel", "declined review", "expiry of a hold", "expiry", "payment", "credit note", "close", "amend down", "merge of buyers"];

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task What_ends_gives_back_all_of_it_everywhere(string path)
    {
        Shop shop = await Shop.OpenAsync(host);
        await shop.PlacedAsync(shop.Order(3_000).WithBuyer(99), "authorized");
        bool days = path is not ("expiry" or "expiry of a hold");

        long left = await ReleaseAsync(shop, path);

        await host.DrainAsync(shop.Tenant);
        await HeldLimits.AgreeAsync(host.Database, shop.Tenant, days);
        Assert.Equal(left, (await HeldLimits.ReadAsync(host.Database, shop.Tenant)).Orders);
    }

    [Fact]
    public async Task A_reversed_payment_and_a_voided_shipment_hold_again_what_they_gave_back()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer order = await shop.PlacedAsync(shop.Order(10_000).WithBuyer(1), "authorized");
        Answer shipment = (await shop.ShipAsync(order.Id)).Expect(201);
        (await shop.Tenant.PostAsync($"/v1/shipments/{shipment.Id}/void")).Expect(200);
        await HeldLimits.AgreeAsync(host.Database, shop.Tenant);
        string receivable = (await shop.ShipAsync(order.Id)).Expect(201).Member("receivable");
        Answer payment = (await shop.Tenant.PostAsync("/v1/payments", new { receivable, amount = 10_000, received_on = $"{await shop.TodayAsync():yyyy-MM-dd}" })).Expect(201);
        await host.DrainAsync(shop.Tenant);
        Assert.Equal(0, (await HeldLimits.ReadAsync(host.Database, shop.Tenant)).Orders);

        (await shop.Tenant.PostAsync($"/v1/payments/{payment.Id}/reverse", new { reason = "不渡り" })).Expect(200);
        await host.DrainAsync(shop.Tenant);

        Assert.Equal(10_000, (await HeldLimits.ReadAsync(host.Database, shop.Tenant)).Tenant);
        await HeldLimits.AgreeAsync(host.Database, shop.Tenant);
    }

    [Fact]
    public async Task The_daily_run_finds_and_mends_what_was_miscounted()
    {
        Shop shop = await Shop.OpenAsync(host);
        await shop.PlacedAsync(shop.Order(10_000).WithBuyer(1), "authorized");
        await shop.PlacedAsync(shop.Order(5_000).WithBuyer(2), "authorized");
        await HeldLimits.ExecuteAsync(host.Database, shop.Tenant, "UPDATE credit.exposures SET amount = amount + 7, orders = orders - 1; UPDATE credit.buyers SET open_amount = open_amount + 11");
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => HeldLimits.AgreeAsync(host.Database, shop.Tenant));

        await shop.Tenant.AdvanceToAsync((await shop.NowAsync()).AddDays(1));

        await HeldLimits.AgreeAsync(host.Database, shop.Tenant);
        Assert.Equal(15_000, (await HeldLimits.ReadAsync(host.Database, shop.Tenant)).Tenant);
    }

    [Theory]
    [InlineData("sums")]
    [InlineData("counters")]
    public async Task The_application_role_finds_by_index(string statement)
    {
        Guid id = EntityId.New();
        Sql sql = statement == "sums"
            ? ExposureRead.Select(id, id, new DateOnly(2026, 4, 2))
            : ExposureCounters.Upsert(id, 0, [new ExposureCounters.Row("tenant", Guid.Empty, ExposureCounters.NoDay, 1, 1)]);

        Assert.DoesNotContain("Seq Scan", await QueryPlans.ExplainAsync(host, id, sql));
    }

    [Fact]
    public async Task Any_walk_through_the_acts_of_a_shop_keeps_orders_buyers_and_counters_equal()
    {
        Shop shop = await Shop.OpenAsync(host, new { buyer_limits = new { cumulative = 1_000_000 } });
        (int Act, int Which, int Yen)[] walk = [.. Gen.Select(Gen.Int[0, 8], Gen.Int[0, 1_000], Gen.Int[1, 9_000]).Array[45].Single()];
        List<string> orders = [];
        List<string> payments = [];
        string told = "";
        foreach ((int act, int which, int yen) in walk)
        {
            told += $"{act}:{which}:{yen} ";
            string id = orders.Count == 0 || act <= 1 ? "" : orders[which % orders.Count];
            if (id.Length == 0)
            {
                orders.Add((await shop.PlaceAsync(shop.Order(yen, which % 5 == 0 ? "テスト ホリュウ" : "テスト オーケー").WithBuyer(which % 4))).Expect(201).Id);
            }
            else
            {
                await ActAsync(shop, act, id, yen, payments);
            }

            await host.DrainAsync(shop.Tenant);
            HeldLimits held = await HeldLimits.ReadAsync(host.Database, shop.Tenant);
            Assert.True(
                (held.Buyers, held.Tenant, held.Merchants, held.Day, held.TenantOrders, held.DayOrders, held.Wrong)
                    == (held.Orders, held.Orders, held.Orders, held.Orders, held.Live, held.Live, 0),
                $"{held} after {told}");
        }
    }

    // What the order's state does not allow is refused, which is part of the walk.
    private static async Task ActAsync(Shop shop, int act, string id, int yen, List<string> payments)
    {
        switch (act)
        {
            case 2:
                await shop.ActAsync(id, "cancel", new { reason = "walk" });
                break;
            case 3:
                await shop.ShipAsync(id, yen % 2 == 0 ? null : new { amount = yen });
                break;
            case 4:
                foreach (JsonNode? receivable in (await shop.Tenant.GetAsync($"/v1/receivables?order={id}"))["data"]?.AsArray() ?? [])
                {
                    Answer paid = await shop.Tenant.PostAsync(
                        "/v1/payments", new { receivable = (string)receivable!["id"]!, amount = yen, received_on = $"{await shop.TodayAsync():yyyy-MM-dd}" });
                    payments.AddRange(paid.Status == 201 ? [paid.Id] : []);
                }

                break;
            case 5:
                await shop.ActAsync(id, "credit_notes", new { amount = yen, reason = "return" });
                break;
            case 6 when payments.Count > 0:
                await shop.Tenant.PostAsync($"/v1/payments/{payments[yen % payments.Count]}/reverse", new { reason = "walk" });
                break;
            case 7:
                await shop.DecideAsync(id, yen % 2 == 0 ? "approved" : "declined");
                break;
            default:
                await (yen % 2 == 0 ? shop.AmendAsync(id, (yen, 1)) : shop.ActAsync(id, "close"));
                break;
        }
    }

    private async Task<long> ReleaseAsync(Shop shop, string path)
    {
        switch (path)
        {
            case "declined review":
                await shop.DecideAsync((await shop.PlacedAsync(shop.Order(10_000, "テスト ホリュウ").WithBuyer(1), "on_hold")).Id, "declined");
                return 3_000;
            case "expiry of a hold":
                await shop.PlacedAsync(shop.Order(10_000, "テスト ホリュウ").WithBuyer(1), "on_hold");
                await shop.Tenant.AdvanceToAsync((await shop.NowAsync()).AddDays(5));
                return 3_000;
            case "merge of buyers":
                // One telephone, another mailbox: the third order shows that the first two were one person.
                JsonObject both = shop.Order(3_000).WithBuyer(5);
                JsonObject other = shop.Order(2_000).WithBuyer(6);
                other["buyer"]!["name"] = (string)both["buyer"]!["name"]!;
                both["buyer"]!["email"] = (string)other["buyer"]!["email"]!;
                Answer one = await shop.PlacedAsync(shop.Order(1_000).WithBuyer(5), "authorized");
                Answer two = await shop.PlacedAsync(other, "authorized");
                Assert.NotEqual(one.Member("buyer.id"), two.Member("buyer.id"));
                Assert.Equal(one.Member("buyer.id"), (await shop.PlacedAsync(both, "authorized")).Member("buyer.id"));
                return 9_000;
        }

        Answer order = await shop.PlacedAsync(shop.Order(10_000).WithBuyer(1), "authorized");
        switch (path)
        {
            case "cancel":
                (await shop.ActAsync(order.Id, "cancel", new { reason = "test" })).Expect(200);
                return 3_000;
            case "expiry":
                await shop.Tenant.AdvanceToAsync((await shop.NowAsync()).AddDays(92));
                return 0;
            case "payment":
                (await shop.ShipAsync(order.Id)).Expect(201);
                await shop.PayAsync(order.Id);
                return 3_000;
            case "credit note":
                (await shop.ShipAsync(order.Id)).Expect(201);
                (await shop.ActAsync(order.Id, "credit_notes", new { amount = 4_000, reason = "return" })).Expect(201);
                return 9_000;
            case "close":
                (await shop.ShipAsync(order.Id, new { amount = 4_000 })).Expect(201);
                (await shop.ActAsync(order.Id, "close")).Expect(200);
                return 7_000;
            default:
                (await shop.AmendAsync(order.Id, (2_500, 1))).Expect(200);
                return 5_500;
        }
    }

    private static async Task PutAsync(Shop shop, JsonObject policy) => (await shop.Tenant.Api.PutAsync("/v1/credit_policy", policy)).Expect(200);
}
