using Bnpl.Billing.Konbini;
using Bnpl.Billing.Tests.Stories;
using Bnpl.Billing.Zengin;
using Bnpl.TestKit;

namespace Bnpl.Billing.Tests.Reconciliation;

public sealed class BankLineTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task Transfers_to_its_account_pay_a_receivable_in_part_in_full_and_too_much()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (10_000, 1, "0.10"));
        DateOnly today = await shop.TodayAsync();

        (await shop.ImportAsync("zengin_deposits", SentFiles.Deposits(SentFiles.Transfer(invoice, today, 4_000)))).Expect(202);
        Assert.Equal("partially_paid", (await shop.InvoiceAsync(invoice.Id)).Member("status"));

        // The other place of the number: the header's own account.
        BankLine ownHeader = SentFiles.Transfer(invoice, today, 7_000) with
        {
            RemitterCode = "",
            Account = SentFiles.Account with { BranchCode = invoice.Member("virtual_account.branch_code"), Number = invoice.Member("virtual_account.account_number") },
        };
        (await shop.ImportAsync("zengin_deposits", SentFiles.Deposits(ownHeader))).Expect(202);

        Assert.Equal("paid", (await shop.InvoiceAsync(invoice.Id)).Member("status"));
        Assert.Equal(["transfer confirmed 4000 0", "transfer confirmed 7000 1000"], await shop.PaymentsAsync());
        Assert.Equal(["1110 11000 0", "1210 0 0", "2110 0 9600", "2120 0 1000", "4110 0 400"], await shop.TrialBalanceAsync());
    }

    [Fact]
    public async Task An_unknown_account_waits_with_candidates_until_somebody_matches_it_and_can_be_taken_back()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (4_980, 1, "0.10"));
        await shop.BilledAsync("none", (5_000, 1, "0.10"));
        DateOnly today = await shop.TodayAsync();
        Answer import = (await shop.ImportAsync("zengin_deposits", SentFiles.Deposits(SentFiles.Transfer(null, today, 4_980, "ﾃｽﾄｵｹ")))).Expect(202);
        Assert.Equal("1 0 1 0 0", import.Counts());
        Answer line = await LineAsync(shop);
        string receivable = invoice.Member("receivable");
        Assert.Equal(receivable, (string)line["candidates"]![0]!["receivable"]!);
        Assert.Equal("[\"amount_exact\",\"amount_unique\",\"payer_name\"]", line["candidates"]![0]!["evidence"]!.ToJsonString());
        Assert.Equal("ﾃｽﾄｵｹ", line.Member("payer_name"));

        (await MatchAsync(shop, line.Id, new { receivable, amount = 4_981 })).Expect(422, "allocations_mismatch");
        (await MatchAsync(shop, line.Id, new { receivable, clearing = "suspense", amount = 4_980 })).Expect(422, "one_of");
        Answer matched = (await MatchAsync(shop, line.Id, new { receivable, amount = 4_980 }, learn: true)).Expect(200);

        Assert.Equal("matched", matched.Member("status"));
        Assert.Equal("paid", (await shop.InvoiceAsync(invoice.Id)).Member("status"));
        Assert.Equal("1 1 0 0 0", (await shop.Tenant.GetAsync($"/v1/reconciliation/imports/{import.Id}")).Expect(200).Counts());
        (await MatchAsync(shop, line.Id, new { receivable, amount = 1 })).Expect(409, "state_conflict");

        (await shop.Tenant.PostAsync($"/v1/reconciliation/lines/{line.Id}/unmatch")).Expect(200);
        Assert.Equal(4_980, (long)(await shop.InvoiceAsync(invoice.Id))["balance.total"]!);
        Assert.Contains("payer_learned", (await LineAsync(shop))["candidates"]![0]!["evidence"]!.AsArray().Select(e => (string)e!));
        (await shop.Tenant.PostAsync($"/v1/reconciliation/lines/{line.Id}/ignore", new { reason = "別会社宛て" })).Expect(200);
        Assert.Equal(["1110 4980 0", "1190 0 4980", "1210 9980 0", "2110 0 9581", "2120 0 0", "4110 0 399"], await shop.TrialBalanceAsync());
    }

    [Fact]
    public async Task Money_of_nobody_goes_back_or_is_matched_only_while_it_is_there()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (4_980, 1, "0.10"));
        string receivable = invoice.Member("receivable");
        DateOnly today = await shop.TodayAsync();
        (await shop.ImportAsync("zengin_deposits", SentFiles.Deposits(SentFiles.Transfer(null, today, 900)))).Expect(202);
        Answer line = await LineAsync(shop);
        Assert.Equal("[\"match\",\"ignore\",\"refund\"]", line["allowed_actions"]!.ToJsonString());
        (await shop.Tenant.PostAsync($"/v1/reconciliation/lines/{line.Id}/refund")).Expect(200);
        (await shop.Tenant.PostAsync($"/v1/reconciliation/lines/{line.Id}/refund")).Expect(409, "state_conflict");
        (await MatchAsync(shop, line.Id, new { receivable, amount = 900 })).Expect(409, "state_conflict");
        Assert.Equal(["bank_credit refunded 900"], (await shop.LinesAsync()).Select(l => l[..24]));
        Assert.Equal(900, (long)(await shop.Tenant.GetAsync("/v1/refunds")).Expect(200).Body["data"]![0]!["amount"]!);

        (await shop.ImportAsync("zengin_deposits", SentFiles.Deposits(SentFiles.Transfer(null, today, 800)))).Expect(202);
        line = await LineAsync(shop);
        (await shop.Tenant.PostAsync($"/v1/payments/{line.Member("payment")}/allocations", new { allocations = new[] { new { receivable, amount = 500 } } })).Expect(200);
        (await MatchAsync(shop, line.Id, new { receivable, amount = 400 })).Expect(422, "over_applied");
        (await MatchAsync(shop, line.Id, new { receivable, amount = 300 })).Expect(200);
        (await shop.Tenant.PostAsync($"/v1/payments/{line.Member("payment")}/reverse")).Expect(200);
        Answer balance = await shop.InvoiceAsync(invoice.Id);
        Assert.Equal(4_980, (long)balance["balance.total"]!);
        (await shop.Tenant.PostAsync($"/v1/reconciliation/lines/{line.Id}/unmatch")).Expect(200);
        (await MatchAsync(shop, line.Id, new { receivable, amount = 1 })).Expect(409, "state_conflict");
    }

    [Fact]
    public async Task A_line_that_somebody_matched_is_not_reversed_by_the_machine()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (4_980, 1, "0.10"));
        DateOnly today = await shop.TodayAsync();
        (await shop.ImportAsync("zengin_deposits", SentFiles.Deposits(SentFiles.Transfer(null, today, 4_980)))).Expect(202);
        (await MatchAsync(shop, (await LineAsync(shop)).Id, new { receivable = invoice.Member("receivable"), amount = 4_980 })).Expect(200);

        (await shop.ImportAsync("zengin_deposits", SentFiles.Deposits(SentFiles.Transfer(null, today, 4_980, cancels: true)))).Expect(202);

        Assert.Equal(["bank_credit matched 4980", "bank_debit unmatched -4980 decided_by_hand"], await shop.LinesAsync());
        Assert.Equal("paid", (await shop.InvoiceAsync(invoice.Id)).Member("status"));
    }

    [Fact]
    public async Task A_canceled_deposit_reverses_its_payment_and_keeps_both_lines()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (4_980, 1, "0.10"));
        DateOnly today = await shop.TodayAsync();
        (await shop.ImportAsync("zengin_deposits", SentFiles.Deposits(SentFiles.Transfer(invoice, today, 4_980)))).Expect(202);

        (await shop.ImportAsync("zengin_deposits", SentFiles.Deposits(SentFiles.Transfer(invoice, today, 4_980, cancels: true)))).Expect(202);

        Assert.Equal(["bank_credit matched 4980 virtual_account", "bank_debit matched -4980 cancels_line"], await shop.LinesAsync());
        Assert.Equal(["transfer reversed 4980 0"], await shop.PaymentsAsync());
        Assert.Equal(4_980, (long)(await shop.InvoiceAsync(invoice.Id))["balance.total"]!);
        Assert.Equal(["1110 0 0", "1210 4980 0", "2110 0 4781", "2120 0 0", "4110 0 199"], await shop.TrialBalanceAsync());
    }

    [Fact]
    public async Task The_agents_remittance_clears_what_was_confirmed_less_its_fee_and_the_day_adds_up()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (10_000, 1, "0.10"));
        DateOnly today = await shop.TodayAsync();
        (await shop.ImportAsync("konbini_confirmed", SentFiles.Konbini(SentFiles.Scan(SentFiles.SlipOf(invoice), today, KonbiniCollectionKind.Confirmed)))).Expect(202);
        BankLine remitted = SentFiles.Transfer(null, today, 9_800, "ﾀﾞｲｺｳ") with { Kind = "11", RemitterCode = "" };
        BankLine fee = remitted with { Amount = 55, Direction = BankLineDirection.Debit, Kind = "18", RemitterName = "ﾃｽｳﾘﾖｳ" };
        (await shop.ImportAsync("zengin_statement", SentFiles.Statement(remitted, fee))).Expect(202);

        string[] lines = [.. (await shop.Tenant.GetAsync("/v1/reconciliation/lines?status=unmatched")).Body["data"]!.AsArray().OrderByDescending(l => (long)l!["amount"]!).Select(l => (string)l!["id"]!)];
        (await MatchAsync(shop, lines[0], new { clearing = "konbini_agent", amount = 10_000 }, new { clearing = "bank_fee", amount = -200 })).Expect(200);
        (await MatchAsync(shop, lines[1], new { clearing = "bank_fee", amount = -55 })).Expect(200);

        Assert.Equal(
            ["1110 9745 0", "1120 0 0", "1190 0 0", "1210 0 0", "2110 0 9600", "2120 0 0", "4110 0 400", "5120 255 0"], await shop.TrialBalanceAsync());
        Answer day = (await shop.Tenant.GetAsync($"/v1/reconciliation/summary?date={today:yyyy-MM-dd}")).Expect(200);
        Assert.Equal(
            "9800 55 9745 0 0 9745 0",
            string.Join(' ', new[] { "bank_in", "bank_out", "matched", "unapplied", "ignored", "ledger_bank", "difference" }.Select(name => $"{day[name]}")));
    }

    [Fact]
    public async Task A_large_file_is_booked_batch_by_batch_and_a_batch_that_died_is_booked_again()
    {
        const int Lines = 5_300; // more than the 1 MiB that other calls accept
        Shop shop = await Shop.OpenAsync(host);
        DateOnly today = await shop.TodayAsync();
        byte[] file = SentFiles.Deposits([.. Enumerable.Range(1, Lines).Select(i => SentFiles.Transfer(null, today, i))]);

        Answer import = (await shop.ImportAsync("zengin_deposits", file)).Expect(202);
        Assert.Equal("processing", import.Member("status"));
        await Worlds.DieInBatchAsync(host, shop.Tenant, import.Id);
        Answer finished = await Worlds.FinishedAsync(shop.Tenant, import.Id);

        Assert.Equal($"{Lines} 0 {Lines} 0 0", finished.Counts());
        long sum = Lines * (Lines + 1) / 2;
        Assert.Equal([$"1110 {sum} 0", $"2120 0 {sum}"], await shop.TrialBalanceAsync());
        Assert.Equal("1.00", finished.Member("progress"));
    }

    [Fact]
    public async Task The_outside_world_can_be_played_for_a_test_tenant()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer first = await shop.BilledAsync("none", (4_980, 1, "0.10"));
        Answer second = await shop.BilledAsync("none", (5_000, 1, "0.10"));

        foreach (string stage in new[] { "preliminary", "reversal", "preliminary", "confirmed" })
        {
            (await shop.Tenant.PostAsync("/v1/test_helpers/konbini_payment", new { invoice = first.Id, stage })).Expect(200);
        }

        (await shop.Tenant.PostAsync("/v1/test_helpers/bank_transfer", new { invoice = second.Id, amount = 3_000, payer_kana = "テスト オーケー" })).Expect(200);
        Answer paid = (await shop.Tenant.PostAsync(
            "/v1/test_helpers/bank_transfer", new { virtual_account = second["virtual_account"], amount = 3_000, payer_kana = "テスト オーケー" })).Expect(200);

        Assert.Equal(1_000, (long)paid["payment.unapplied"]!);
        Assert.Equal(["konbini reversed 4980 0", "konbini confirmed 4980 0", "transfer confirmed 3000 0", "transfer confirmed 3000 1000"], await shop.PaymentsAsync());
        (await shop.Tenant.PostAsync("/v1/test_helpers/bank_transfer", new { invoice = second.Id, amount = 1, payer_kana = "山田" })).Expect(422, "invalid_kana");
        (await shop.Tenant.PostAsync("/v1/test_helpers/bank_transfer", """{"virtual_account":"\ud83d","amount":1,"payer_kana":"ヤマダ"}""")).Expect(422, "invalid_account");
        (await shop.Tenant.PostAsync("/v1/test_helpers/konbini_payment", new { invoice = first.Id, stage = "later" })).Expect(422, "not_allowed");
        TenantActor stranger = await host.OnboardAsync();
        (await stranger.PostAsync("/v1/test_helpers/konbini_payment", new { invoice = first.Id })).Expect(404, "not_found");
        TenantActor live = await host.OnboardAsync("live");
        (await live.PostAsync("/v1/test_helpers/konbini_payment", new { invoice = first.Id })).Expect(409, "not_a_test_tenant");
    }

    private static Task<Answer> MatchAsync(Shop shop, string line, object part, bool learn = false) =>
        shop.Tenant.PostAsync($"/v1/reconciliation/lines/{line}/match", new { allocations = new[] { part }, learn_payer = learn });

    private static Task<Answer> MatchAsync(Shop shop, string line, object first, object second) =>
        shop.Tenant.PostAsync($"/v1/reconciliation/lines/{line}/match", new { allocations = new[] { first, second } });

    private static async Task<Answer> LineAsync(Shop shop)
    {
        string id = (string)(await shop.Tenant.GetAsync("/v1/reconciliation/lines?status=unmatched")).Expect(200).Body["data"]![0]!["id"]!;
        return (await shop.Tenant.GetAsync($"/v1/reconciliation/lines/{id}")).Expect(200);
    }
}
