using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Billing.Tests.Stories;

/// <summary>Plans from the order to the last payment: what was shown is what is asked, and every yen is in the ledger.</summary>
public sealed class InstalmentStory(PlatformHost host) : IClassFixture<PlatformHost>
{
    private static readonly object s_lumpSum = new { code = "lump_sum", kind = "lump_sum", count = 1, interval = "month", due = 14, fee_rate = "0", enabled = true };

    private static readonly object s_fortnights = new
    {
        code = "fortnights",
        kind = "instalments",
        count = 3,
        interval = "two_weeks",
        due = 14,
        fee_kind = "per_order",
        fee_amount = 331,
        enabled = true,
    };

    private static readonly object s_months = new
    {
        code = "months",
        kind = "instalments",
        count = 3,
        interval = "month",
        due = 14,
        fee_kind = "annual_rate",
        fee_rate = "0.15",
        enabled = true,
    };

    [Fact]
    public async Task Two_weekly_instalments_of_an_order_in_two_parcels()
    {
        Shop shop = await OpenAsync();
        DateOnly day = await shop.TodayAsync();
        string order = await OrderAsync(shop, "fortnights", 30_001);
        List<string> receivables = [];
        foreach (long amount in new[] { 10_000L, 20_001L })
        {
            receivables.Add((string)(await shop.ShipAsync(order, new { amount })).Expect(201)["receivable"]!);
        }

        // 331 yen are agreed for the order: a third and two thirds of it, rounded down.
        Assert.Equal([Due(day, 14, 3_334, 38), Due(day, 28, 3_333, 36), Due(day, 42, 3_333, 36)], await InstalmentsAsync(shop, receivables[0]));
        Assert.Equal([Due(day, 14, 6_667, 74), Due(day, 28, 6_667, 73), Due(day, 42, 6_667, 73)], await InstalmentsAsync(shop, receivables[1]));

        Answer printed = await PrintedAsync(shop, receivables[0], 1);
        Assert.Equal("1/3", $"{printed["instalment_number"]}/{printed["instalment_count"]}");
        Assert.Equal("分割払手数料 38 0.10", Charge(printed));
        Assert.Equal(
            [$"2 {day.AddDays(28):yyyy-MM-dd} 3369", $"3 {day.AddDays(42):yyyy-MM-dd} 3369"],
            printed["later_instalments"]!.AsArray().Select(i => $"{i!["number"]} {i["due_on"]} {i["amount"]}"));

        for (int round = 1; round <= 3; round++)
        {
            foreach (string receivable in receivables)
            {
                Answer invoice = await InvoiceOfAsync(shop, receivable, round);
                Assert.Equal($"{day.AddDays(14 * round):yyyy-MM-dd}", invoice.Member("due_on"));
                (await shop.PayAsync(invoice, (long)invoice["amount"]!)).Expect(201);
            }

            await host.DrainAsync(shop.Tenant);
            Assert.Equal(round < 3 ? "shipped" : "completed", await StatusAsync(shop, order));
            if (round < 3)
            {
                await shop.AdvanceDaysAsync(14);
            }
        }

        await AllPaidAsync(shop, receivables, 30_001, 110 + 220);
    }

    [Fact]
    public async Task Monthly_instalments_by_annual_rate()
    {
        Shop shop = await OpenAsync();
        DateOnly first = (await shop.TodayAsync()).AddDays(14);
        DateOnly[] due = [first, MonthsOn(first, 1), MonthsOn(first, 2)];
        string order = await OrderAsync(shop, "months", 30_000);
        string[] agreed = [.. (await shop.Tenant.GetAsync($"/v1/orders/{order}")).Expect(200)["payment_schedule"]!["instalments"]!.AsArray()
            .Select(i => $"{i!["due_on"]} {i["principal"]} {i["fee"]}")];
        string receivable = (string)(await shop.ShipAsync(order)).Expect(201)["receivable"]!;

        Assert.Equal([$"{due[0]:yyyy-MM-dd} 9876 375", $"{due[1]:yyyy-MM-dd} 10000 251", $"{due[2]:yyyy-MM-dd} 10124 127"], agreed);
        Assert.Equal(agreed, await InstalmentsAsync(shop, receivable));
        Answer printed = await PrintedAsync(shop, receivable, 1);
        Assert.Equal("分割払手数料 375 0", Charge(printed));
        Assert.Equal("0.03", printed.Member("late_charge_bound_rate"));

        for (int round = 1; round <= 3; round++)
        {
            Answer invoice = await InvoiceOfAsync(shop, receivable, round);
            (await shop.PayAsync(invoice, (long)invoice["amount"]!)).Expect(201);
            if (round < 3)
            {
                // The next invoice goes out 14 days before its due date, and not a day sooner.
                int days = due[round].AddDays(-14).DayNumber - (await shop.TodayAsync()).DayNumber;
                await shop.AdvanceDaysAsync(days - 1);
                Assert.Equal(round, (await shop.ReceivableAsync(receivable))["invoices"]!.AsArray().Count);
                await shop.AdvanceDaysAsync(1);
            }
        }

        await host.DrainAsync(shop.Tenant);
        Assert.Equal("completed", await StatusAsync(shop, order));
        await AllPaidAsync(shop, [receivable], 30_000, 753);
    }

    [Fact]
    public async Task What_ships_late_under_an_exempt_order_falls_due_within_its_two_months()
    {
        Shop shop = await OpenAsync();
        DateOnly ordered = (await shop.TodayAsync()).AddDays(-40);
        string order = await OrderAsync(shop, "lump_sum", 8_000, ordered);
        string later = await OrderAsync(shop, "lump_sum", 8_000, ordered);

        await shop.AdvanceDaysAsync(9);
        string receivable = (string)(await shop.ShipAsync(order)).Expect(201)["receivable"]!;
        Assert.Equal([$"{MonthsOn(ordered, 2):yyyy-MM-dd} 8000 0"], await InstalmentsAsync(shop, receivable));

        // Nobody is asked to pay within less than a week.
        await shop.AdvanceDaysAsync(9);
        (await shop.ShipAsync(later)).Expect(422, "registration_required");
    }

    private async Task<Shop> OpenAsync()
    {
        Shop shop = await Shop.OpenAsync(host);
        (await shop.Tenant.PatchAsync("/v1/settings", new
        {
            payment_plans = new[] { s_lumpSum, s_fortnights, s_months },
            buyer_limits = new { cumulative = 1_000_000 },
            credit_registration = new { number = "関東（個）第999号", valid_to = "2099-12-31" },
        })).Expect(200);
        return shop;
    }

    private static async Task<string> OrderAsync(Shop shop, string plan, long amount, DateOnly? ordered = null) =>
        await shop.OrderOfPlanAsync(plan, amount, ordered is { } on ? $"{on:yyyy-MM-dd}T12:00:00+09:00" : null);

    private static async Task<string[]> InstalmentsAsync(Shop shop, string receivable) =>
        [.. (await shop.ReceivableAsync(receivable))["instalments"]!.AsArray().Select(i => $"{i!["due_on"]} {i["amount"]} {i["fee"]}")];

    private static async Task<Answer> InvoiceOfAsync(Shop shop, string receivable, int number) =>
        await shop.InvoiceAsync((string)(await shop.ReceivableAsync(receivable))["invoices"]![number - 1]!);

    private static async Task<Answer> PrintedAsync(Shop shop, string receivable, int number) =>
        (await shop.Tenant.GetAsync($"/v1/invoices/{(await InvoiceOfAsync(shop, receivable, number)).Id}/print_data")).Expect(200);

    private static string Charge(Answer printed)
    {
        JsonNode charge = Assert.Single(printed["charges"]!.AsArray())!;
        return $"{charge["description"]} {charge["amount"]} {charge["tax"]}";
    }

    private static async Task<string> StatusAsync(Shop shop, string order) => (await shop.Tenant.GetAsync($"/v1/orders/{order}")).Expect(200).Member("status");

    private static async Task AllPaidAsync(Shop shop, IEnumerable<string> receivables, long principal, long fee)
    {
        List<string> entries = [];
        foreach (string receivable in receivables)
        {
            Answer answer = await shop.ReceivableAsync(receivable);
            Assert.Equal("paid 0", $"{answer.Member("status")} {answer["balance"]!["total"]}");
            entries.AddRange(await shop.EntriesAsync(receivable));
        }

        Assert.Equal(principal, Sum("sale"));
        Assert.Equal(fee, Sum("plan_fee"));
        string[] trial = await shop.TrialBalanceAsync();
        Assert.Contains($"1120 {principal + fee} 0", trial);
        Assert.Contains("1210 0 0", trial);
        Assert.Contains("1220 0 0", trial);
        Assert.Contains($"4120 0 {fee}", trial);

        long Sum(string rule) => entries.Where(entry => entry.StartsWith($"{rule} ", StringComparison.Ordinal)).Sum(entry => long.Parse(entry.Split(' ')[3]));
    }

    private static string Due(DateOnly day, int days, long principal, long fee) => $"{day.AddDays(days):yyyy-MM-dd} {principal} {fee}";

    private static DateOnly MonthsOn(DateOnly day, int months) => day.AddMonths(months);
}
