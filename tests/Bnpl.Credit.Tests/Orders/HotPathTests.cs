using System.Diagnostics;
using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Credit.Buyers;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Orders;
using Bnpl.Infrastructure.Events;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Orders;

public sealed class HotPathTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task An_order_of_a_live_tenant_takes_two_round_trips()
    {
        TenantActor tenant = await host.OnboardAsync("live");
        string merchant = await Shop.MerchantAsync(tenant);
        Shop shop = new(tenant, merchant);
        Answer refused = (await shop.PlaceAsync(shop.Order(kana: "ヤマダ タロウ"))).Expect(409, "settings_incomplete");
        Assert.Contains("bank_account", refused["missing"]!.AsArray().Select(m => (string)m!));
        await CompleteAsync(tenant, merchant);
        await shop.PlacedAsync(shop.Order(kana: "ヤマダ タロウ"), "authorized");

        List<string> trips = [];
        ActivityTraceId trace = default;
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore" or "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                // A connection that the pool had to open is no trip of the order.
                if (activity.Source.Name == "Npgsql" && activity.TraceId == trace && !activity.DisplayName.StartsWith("CONNECT", StringComparison.Ordinal))
                {
                    lock (trips)
                    {
                        trips.Add(activity.GetTagItem("db.query.text") as string ?? activity.DisplayName);
                    }
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using (Activity counted = new Activity("counted").SetIdFormat(ActivityIdFormat.W3C).Start())
        {
            trace = counted.TraceId;
            await shop.PlacedAsync(shop.Order(kana: "ヤマダ タロウ"), "authorized");
        }

        Assert.True(trips.Count == 2, string.Join("\n---\n", trips));
    }

    public static TheoryData<string> Statements() => ["buyer", "merchant", "earlier order", "timeline", "answers to holds", "held orders", "expiring orders"];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task The_application_role_finds_by_index(string statement)
    {
        Guid id = EntityId.New();
        IdentityKey key = new("name_phone", new byte[16], 1, 1);
        Sql sql = statement switch
        {
            "buyer" => BuyerLookup.Select(id, [key, key with { Kind = "name_email" }]),
            "merchant" => CreditCheck.SelectMerchant(id, id),
            "earlier order" => PlaceOrder.SelectEarlier(id, id, "A-1"),
            "timeline" => EventHistory.Select(id, id, id),
            "answers to holds" => ReadTimeline.SelectAnswers(id, "ord_x"),
            "held orders" => new Sql("SELECT * FROM credit.orders WHERE tenant_id = $1 AND status = 'on_hold' AND id < $2 ORDER BY id DESC LIMIT 51", id, id),
            _ => new Sql("SELECT id FROM credit.orders WHERE tenant_id = $1 AND status = ANY ($2) AND expires_at <= $3", id, new[] { "on_hold", "authorized" }, DateTimeOffset.UnixEpoch),
        };

        string plan = await QueryPlans.ExplainAsync(host, id, sql);

        Assert.DoesNotContain("Seq Scan", plan);
        Assert.Matches("Index (Only )?Scan|Bitmap", plan);
    }

    private static async Task CompleteAsync(TenantActor tenant, string merchant)
    {
        object account = new
        {
            bank_code = "9999",
            bank_name = "テスト銀行",
            branch_code = "001",
            branch_name = "テスト支店",
            account_type = "1",
            account_number = "0000001",
            holder_kana = "ｶ)ﾃｽﾄ",
        };
        (await tenant.PatchAsync("/v1/settings", new
        {
            company_name = "株式会社テスト",
            address = "〒100-0001 東京都千代田区千代田1-1",
            phone = "03-1234-5678",
            bank_account = account,
            virtual_accounts = new[]
            {
                new
                {
                    bank_code = "9999", bank_name = "テスト銀行", branch_code = "901", branch_name = "振込支店", account_type = "1", from = "0000000", to = "0009999", holder_kana = "ｶ)ﾃｽﾄ",
                },
            },
            konbini = new { company_code = "912345", agent_code = "54321", layout = "standard", pos_grace_days = 0 },
            mail = new { from = "billing@example.jp" },
            support = new { phone = "03-1234-5678", hours = "10-18" },
        })).Expect(200);
        (await tenant.PostAsync($"/v1/merchants/{merchant}/submit")).Expect(200);
        (await tenant.PostAsync($"/v1/merchants/{merchant}/activate")).Expect(200);
    }
}
