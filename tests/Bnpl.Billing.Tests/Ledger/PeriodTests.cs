using Bnpl.Billing.Tests.Reconciliation;
using Bnpl.Billing.Tests.Stories;
using Bnpl.TestKit;

namespace Bnpl.Billing.Tests.Ledger;

public sealed class PeriodTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_month_is_held_up_by_what_is_open_in_it_and_not_by_what_came_later()
    {
        Shop shop = await Shop.OpenAsync(host);
        DateOnly today = await shop.TodayAsync();
        DateOnly next = new DateOnly(today.Year, today.Month, 1).AddMonths(1);
        string period = $"/v1/ledger/periods/{today:yyyy-MM}";
        (await shop.ImportAsync("zengin_deposits", SentFiles.Deposits(SentFiles.Transfer(null, today, 800), SentFiles.Transfer(null, today, 200)))).Expect(202);
        string nobodys = (await shop.Tenant.GetAsync("/v1/reconciliation/lines"))["data"]!.AsArray().Where(l => (long)l!["amount"]! == 200).Select(l => (string)l!["id"]!).Single();
        (await shop.Tenant.PostAsync($"/v1/reconciliation/lines/{nobodys}/ignore", new { reason = "別会社宛て" })).Expect(200);
        await ReceiveAsync(shop, 300);
        string[] open = ["unmatched_lines 1 800", "unapplied_cash 2 1100", "suspense 1 -200"];
        string[] before = [$"business_date_open {next.DayNumber - today.DayNumber} 0", .. open];
        Assert.Equal(before, await BlockersAsync(shop, period));

        await shop.AdvanceDaysAsync(next.DayNumber - today.DayNumber + 1);
        await ReceiveAsync(shop, 500);

        Assert.Equal(open, await BlockersAsync(shop, period));
        (await shop.Tenant.PostAsync($"{period}/close", new { accept = new[] { "unapplied_cash", "suspense" } })).Expect(409, "period_blocked");
        Answer closed = (await shop.Tenant.PostAsync($"{period}/close", new { accept = new[] { "unmatched_lines", "unapplied_cash", "suspense" } })).Expect(200);
        Assert.Equal("closed", closed.Member("status"));
    }

    private static async Task ReceiveAsync(Shop shop, long amount) =>
        (await shop.Tenant.PostAsync("/v1/payments", new { amount, received_on = $"{await shop.TodayAsync():yyyy-MM-dd}", channel = "transfer" })).Expect(201);

    private static async Task<string[]> BlockersAsync(Shop shop, string period) =>
        [.. (await shop.Tenant.GetAsync(period)).Expect(200)["blockers"]!.AsArray().Select(b => $"{b!["code"]} {b["count"]} {b["amount"]}")];
}
