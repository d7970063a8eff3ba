using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Screening.Facts;
using Bnpl.Screening.Tests.Screenings;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Screening.Tests.Facts;

public sealed class MerchantNormsTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task What_is_usual_follows_the_last_ninety_days_of_each_merchant_and_leaves_refused_purchases_out()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant), quiet = await Purchases.MerchantAsync(tenant);
        await PlaceAsync(tenant, quiet, 700, "ヤマダ タロウ");
        foreach (long amount in new long[] { 1_000, 2_000, 3_000, 4_000, 50_000 })
        {
            await PlaceAsync(tenant, merchant, amount, "ヤマダ タロウ");
        }

        await PlaceAsync(tenant, merchant, 900_000, "テスト エヌジー");
        DateTimeOffset placed = DateTimeOffset.Parse((await tenant.GetAsync("/v1/test_clock")).Member("now"));
        await tenant.AdvanceToAsync(placed.AddDays(1));
        TenantTables tables = new(host.Database, tenant.TenantId);
        Assert.Equal(["1 700 700", "5 3000 50000"], await NormsAsync(tables));

        await tenant.AdvanceToAsync(placed.AddDays(60));
        await PlaceAsync(tenant, merchant, 8_000, "ヤマダ タロウ");
        await tenant.AdvanceToAsync(placed.AddDays(93));
        Assert.Equal(["0 0 0", "1 8000 8000"], await NormsAsync(tables));
    }

    [Fact]
    public async Task Norms_are_read_from_the_index_alone()
    {
        TenantActor tenant = await host.OnboardAsync();
        Sql compute = MerchantNorms.Compute(tenant.TenantId, new DateOnly(2026, 4, 1), DateTimeOffset.UnixEpoch);
        string plan = await Plans.ExplainAsync(host, tenant.TenantId, compute);
        Assert.DoesNotContain("Seq Scan", plan);
        string[] scans = [.. plan.Split('\n').Where(line => line.Contains(" on screenings ", StringComparison.Ordinal))];
        Assert.NotEmpty(scans);
        Assert.All(scans, scan => Assert.Contains("Index Only Scan using screenings_trade", scan));
    }

    private static Task<string[]> NormsAsync(TenantTables tables) =>
        tables.RowsAsync("SELECT purchases, amount_median, amount_p95 FROM screening.merchant_norms ORDER BY amount_median");

    private static async Task PlaceAsync(TenantActor tenant, string merchant, long amount, string kana)
    {
        JsonObject purchase = Purchases.Of(merchant);
        purchase["amount"] = amount;
        purchase["lines"]![0]!["unit_price"] = amount;
        purchase["buyer"]!["name_kana"] = kana;
        (await tenant.PostAsync("/v1/screenings", purchase)).Expect(201);
    }
}
