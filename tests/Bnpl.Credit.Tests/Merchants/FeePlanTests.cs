using System.Globalization;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Merchants;

public sealed class FeePlanTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_sale_costs_what_was_valid_on_its_day()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());
        (await shop.Tenant.PatchAsync(shop.Path, new { fee_rate = "0.05" })).Expect(200);
        DateOnly today = await MerchantCheckTests.TodayAsync(shop.Tenant);
        (await PlanAsync(shop, "standard", "0.039", today)).Expect(201);
        (await PlanAsync(shop, "standard", "0.035", today.AddDays(20))).Expect(201);
        (await AssignAsync(shop, "standard", today.AddDays(10))).Expect(201);
        (await AssignAsync(shop, "standard", today.AddDays(30), "0.03")).Expect(201);
        (await AssignAsync(shop, null, today.AddDays(40))).Expect(201);

        List<string> rates = [];
        foreach (int day in new[] { 0, 9, 10, 19, 20, 29, 30, 39, 40 })
        {
            rates.Add($"{day} {(await shop.Tenant.GetAsync($"{shop.Path}/fee_plans?on={Text(today.AddDays(day))}")).Expect(200).Member("terms.commission_rate")}");
        }

        Assert.Equal(["0 0.05", "9 0.05", "10 0.039", "19 0.039", "20 0.035", "29 0.035", "30 0.03", "39 0.03", "40 0.05"], rates);
    }

    [Fact]
    public async Task Periods_follow_each_other_without_gap_or_overlap()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());
        DateOnly today = await MerchantCheckTests.TodayAsync(shop.Tenant);
        (await PlanAsync(shop, "a", "0.04", today)).Expect(201);
        (await PlanAsync(shop, "b", "0.03", today)).Expect(201);
        (await AssignAsync(shop, "a", today)).Expect(201);
        (await AssignAsync(shop, "b", today.AddDays(10))).Expect(201);
        Answer changed = (await AssignAsync(shop, "a", today.AddDays(10), "0.02")).Expect(201);

        Assert.Equal(
            [$"a 0.02 {Text(today.AddDays(10))} ", $"a  {Text(today)} {Text(today.AddDays(9))}"],
            changed["assignments"]!.AsArray().Select(a => $"{a!["plan"]} {a["commission_rate"]} {a["valid_from"]} {a["valid_to"]}"));
    }

    [Fact]
    public async Task The_past_keeps_its_fees()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());
        DateOnly today = await MerchantCheckTests.TodayAsync(shop.Tenant);
        (await PlanAsync(shop, "a", "0.04", today.AddDays(-400))).Expect(201);

        (await PlanAsync(shop, "a", "0.03", today.AddDays(-1))).Expect(422, "date_passed");
        (await PlanAsync(shop, "a", "0.03", today.AddDays(-400))).Expect(422, "date_passed");
        (await PlanAsync(shop, "a", "0.03", today)).Expect(201);
        (await PlanAsync(shop, "a", "0.02", today)).Expect(409, "fee_plan_exists");
        (await AssignAsync(shop, "a", today.AddDays(-1))).Expect(422, "date_passed");
        (await AssignAsync(shop, "a", today)).Expect(201);
        (await AssignAsync(shop, null, today)).Expect(409, "fee_plan_in_force");
    }

    [Fact]
    public async Task A_plan_must_be_there_on_the_day()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());
        DateOnly today = await MerchantCheckTests.TodayAsync(shop.Tenant);
        (await PlanAsync(shop, "later", "0.04", today.AddDays(5))).Expect(201);

        (await AssignAsync(shop, "nothing", today)).Expect(422, "unknown_plan");
        (await AssignAsync(shop, "later", today)).Expect(422, "unknown_plan");
        (await AssignAsync(shop, "later", today.AddDays(5))).Expect(201);
    }

    [Fact]
    public async Task A_shipment_takes_the_rate_of_its_day()
    {
        Shop shop = await Shop.OpenAsync(host);
        Applicant merchant = new(shop.Tenant, shop.Merchant);
        DateOnly today = await MerchantCheckTests.TodayAsync(shop.Tenant);
        (await shop.Tenant.PatchAsync(merchant.Path, new { fee_rate = "0.05" })).Expect(200);
        (await PlanAsync(merchant, "a", "0.03", today)).Expect(201);
        (await AssignAsync(merchant, "a", today.AddDays(1))).Expect(201);
        string before = await ShipAsync(shop);
        await MerchantLifeTests.AdvanceAsync(shop.Tenant, days: 1);
        string after = await ShipAsync(shop);

        Bnpl.TestKit.Databases.TenantTables tables = new(host.Database, shop.Tenant.TenantId);
        string[] rates = await tables.RowsAsync("SELECT commission_rate::float8 FROM billing.receivables ORDER BY id");

        Assert.NotEqual(before, after);
        Assert.Equal(["0.05", "0.03"], rates);
    }

    [Fact]
    public async Task Every_mistake_in_a_plan_is_named()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());

        Answer answer = (await shop.Tenant.PostAsync(
            "/v1/fee_plans", new { code = "Ü", commission_rate = "1.5", order_fee = -1, invoice_fees = new { post = -1 }, settlement_cycle = "yearly" })).Expect(422, "validation_failed");

        Assert.Equal(
            ["code", "name", "commission_rate", "order_fee", "invoice_fees.post", "settlement_cycle"],
            answer.Body["errors"]!.AsArray().Select(e => (string)e!["field"]!));
    }

    private static async Task<string> ShipAsync(Shop shop)
    {
        Answer order = await shop.PlacedAsync(shop.Order(), "authorized");
        string day = Text(await MerchantCheckTests.TodayAsync(shop.Tenant));
        return (await shop.Tenant.PostAsync(
            $"/v1/orders/{order.Id}/shipments", new { shipped_on = day, parcels = new[] { new { carrier = "other", tracking_no = "T-1" } } })).Expect(201).Id;
    }

    private static Task<Answer> PlanAsync(Applicant shop, string code, string rate, DateOnly from) => shop.Tenant.PostAsync("/v1/fee_plans", new
    {
        code,
        name = "標準",
        commission_rate = rate,
        order_fee = 30,
        invoice_fees = new { email = 50, post = 180, bundled = 0 },
        monthly_fee = 3_000,
        settlement_cycle = "semimonthly",
        valid_from = Text(from),
    });

    private static Task<Answer> AssignAsync(Applicant shop, string? plan, DateOnly from, string? rate = null) =>
        shop.Tenant.PostAsync($"{shop.Path}/fee_plans", new { plan, commission_rate = rate, valid_from = Text(from) });

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
