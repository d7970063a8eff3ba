using Bnpl.Billing.Konbini;
using Bnpl.Billing.Receivables;
using Bnpl.Billing.Reconciliation;
using Bnpl.Billing.Tests.Stories;
using Bnpl.TestKit;
using CsCheck;

namespace Bnpl.Billing.Tests.Reconciliation;

public sealed class TillPaymentTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task The_confirmed_file_turns_the_preliminary_payment_and_makes_no_second_one()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (4_980, 1, "0.10"));
        DateOnly today = await shop.TodayAsync();

        await WordAsync(shop, invoice, today, KonbiniCollectionKind.Preliminary);
        Assert.Equal(["konbini preliminary 4980 0"], await shop.PaymentsAsync());
        Assert.Equal("paid", (await shop.InvoiceAsync(invoice.Id)).Member("status"));
        await WordAsync(shop, invoice, today, KonbiniCollectionKind.Confirmed);

        Assert.Equal(["konbini confirmed 4980 0"], await shop.PaymentsAsync());
        Assert.Equal(["konbini_preliminary matched 4980 barcode", "konbini_confirmed matched 4980 barcode"], await shop.LinesAsync());
        Assert.Equal(["sale 1210 2110 4980", "commission 2110 4110 199", "applied 2120 1210 4980", "received 1120 2120 4980"], await shop.EntriesAsync());
        Assert.Equal(["1120 4980 0", "1210 0 0", "2110 0 4781", "2120 0 0", "4110 0 199"], await shop.TrialBalanceAsync());
    }

    [Fact]
    public async Task Both_words_on_a_payment_at_once_make_one_payment_and_each_file_tells_its_end_once()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (4_980, 1, "0.10"));
        DateOnly today = await shop.TodayAsync();

        await Task.WhenAll(
            WordAsync(shop, invoice, today, KonbiniCollectionKind.Confirmed),
            WordAsync(shop, invoice, today, KonbiniCollectionKind.Preliminary));

        Assert.Equal(["konbini confirmed 4980 0"], await shop.PaymentsAsync());
        Answer events = (await shop.Tenant.GetAsync("/v1/events?limit=200")).Expect(200);
        Assert.Equal(2, events["data"]!.AsArray().Count(e => (string)e!["type"]! == "import.finished"));
        Assert.DoesNotContain(events["data"]!.AsArray(), e => (string)e!["type"]! == "payment.unmatched");
    }

    [Fact]
    public async Task A_reversal_takes_the_preliminary_payment_back()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (4_980, 1, "0.10"));
        DateOnly today = await shop.TodayAsync();
        await WordAsync(shop, invoice, today, KonbiniCollectionKind.Preliminary);

        await WordAsync(shop, invoice, today, KonbiniCollectionKind.Reversal);

        Assert.Equal(["konbini reversed 4980 0"], await shop.PaymentsAsync());
        Assert.Equal(4_980, (long)(await shop.InvoiceAsync(invoice.Id))["balance.total"]!);
        Assert.Equal(["1120 0 0", "1210 4980 0", "2110 0 4781", "2120 0 0", "4110 0 199"], await shop.TrialBalanceAsync());
    }

    [Fact]
    public async Task A_reversal_after_confirmation_waits_for_a_person_who_then_reverses_the_payment()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (4_980, 1, "0.10"));
        DateOnly today = await shop.TodayAsync();
        await WordAsync(shop, invoice, today, KonbiniCollectionKind.Confirmed);

        await WordAsync(shop, invoice, today, KonbiniCollectionKind.Reversal);

        Assert.Equal(["konbini_reversal unmatched -4980 reversal_after_confirmation"], await shop.LinesAsync("&status=unmatched"));
        Assert.Equal("paid", (await shop.InvoiceAsync(invoice.Id)).Member("status"));
        string line = (string)(await shop.Tenant.GetAsync("/v1/reconciliation/lines?status=unmatched")).Body["data"]![0]!["id"]!;
        string payment = (string)(await shop.Tenant.GetAsync("/v1/payments")).Body["data"]![0]!["id"]!;
        (await shop.Tenant.PostAsync($"/v1/reconciliation/lines/{line}/match", new { allocations = new[] { new { payment, amount = -4_979 } } })).Expect(422, "allocations_mismatch");
        (await shop.Tenant.PostAsync($"/v1/reconciliation/lines/{line}/match", new { allocations = new[] { new { payment, amount = -4_980 } } })).Expect(200);
        Assert.Equal(["konbini reversed 4980 0"], await shop.PaymentsAsync());
        (await shop.Tenant.PostAsync($"/v1/reconciliation/lines/{line}/unmatch")).Expect(409, "state_conflict");
    }

    [Fact]
    public async Task Two_scans_of_one_slip_are_two_payments_and_the_second_is_unapplied()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (4_980, 1, "0.10"));
        DateOnly today = await shop.TodayAsync();
        string slip = SentFiles.SlipOf(invoice);

        Answer import = (await shop.ImportAsync("konbini_confirmed", SentFiles.Konbini(
            SentFiles.Scan(slip, today, KonbiniCollectionKind.Confirmed), SentFiles.Scan(slip, today, KonbiniCollectionKind.Confirmed)))).Expect(202);

        Assert.Equal("2 2 0 0 0", import.Counts());
        Assert.Equal(["konbini confirmed 4980 0", "konbini confirmed 4980 4980"], await shop.PaymentsAsync());
        Assert.Equal(["1120 9960 0", "1210 0 0", "2110 0 4781", "2120 0 4980", "4110 0 199"], await shop.TrialBalanceAsync());
    }

    [Fact]
    public async Task An_old_slip_pays_in_part_and_its_key_finds_the_invoice_when_the_digits_do_not()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (10_000, 1, "0.10"));
        await shop.AdvanceDaysAsync(14 + 30);
        (await shop.Tenant.PostAsync($"/v1/invoices/{invoice.Id}/reissue", new { reason = "紛失" })).Expect(200);
        DateOnly today = await shop.TodayAsync();
        await WordAsync(shop, invoice, today, KonbiniCollectionKind.Confirmed);
        Answer rest = await shop.InvoiceAsync(invoice.Id);
        Assert.Equal("partially_paid", rest.Member("status"));

        KonbiniBarcode printed = KonbiniBarcode.Parse(SentFiles.SlipOf(invoice), out _)!;
        KonbiniBarcode other = KonbiniBarcode.Build(new KonbiniSlip(printed.CompanyCode, "54321", printed.Key(5), 0, null, false, (long)rest["balance.total"]!));
        (await shop.ImportAsync("konbini_confirmed", SentFiles.Konbini(SentFiles.Scan(other.Digits, today, KonbiniCollectionKind.Confirmed)))).Expect(202);

        Assert.Equal(["konbini_confirmed matched 10000 barcode", $"konbini_confirmed matched {other.Amount} slip_key"], await shop.LinesAsync());
        Assert.Equal("paid", (await shop.InvoiceAsync(invoice.Id)).Member("status"));
    }

    [Fact]
    public async Task Files_in_any_order_end_in_the_same_books()
    {
        HashSet<string> ends = [];
        await Gen.Shuffle(Enumerable.Range(0, 7).ToArray()).SampleAsync(
            async order =>
            {
                Shop shop = await Shop.OpenAsync(host);
                string[] slips = new string[3];
                for (int i = 0; i < slips.Length; i++)
                {
                    slips[i] = SentFiles.SlipOf(await shop.BilledAsync("none", (1_000 * (i + 1), 1, "0.10")));
                }

                DateOnly today = await shop.TodayAsync();
                (string Format, byte[] File)[] files =
                [
                    One("konbini_preliminary", slips[0], today, KonbiniCollectionKind.Preliminary),
                    One("konbini_confirmed", slips[0], today, KonbiniCollectionKind.Confirmed),
                    One("konbini_preliminary", slips[1], today, KonbiniCollectionKind.Preliminary),
                    One("konbini_reversal", slips[1], today, KonbiniCollectionKind.Reversal),
                    One("konbini_confirmed", slips[2], today, KonbiniCollectionKind.Confirmed),
                    ("zengin_deposits", SentFiles.Deposits(SentFiles.Transfer(null, today, 700))),
                    ("zengin_deposits", SentFiles.Deposits(SentFiles.Transfer(null, today, 700, cancels: true))),
                ];
                foreach (int i in order)
                {
                    (await shop.ImportAsync(files[i].Format, files[i].File)).Expect(202);
                }

                string books = string.Join('\n', (await shop.TrialBalanceAsync()).Where(a => !a.EndsWith(" 0 0", StringComparison.Ordinal)));
                lock (ends)
                {
                    ends.Add(books);
                }

                return true;
            },
            iter: 6,
            threads: 1);

        Assert.Equal(["1120 4000 0\n1210 2000 0\n2110 0 5760\n4110 0 240"], ends);
    }

    [Fact]
    public void The_words_of_an_agent_end_alike_in_any_order()
    {
        string[] words = [LineKind.KonbiniPreliminary, LineKind.KonbiniConfirmed, LineKind.KonbiniReversal];
        Gen.Select(Gen.Int[1, 7], Gen.Shuffle(words)).Sample((subset, order) =>
        {
            string[] told = [.. order.Where(w => (subset & (1 << Array.IndexOf(words, w))) != 0)];

            long live = Live(told);

            bool confirmed = told.Contains(LineKind.KonbiniConfirmed);
            bool takenBack = told.Contains(LineKind.KonbiniReversal);
            bool preliminary = told.Contains(LineKind.KonbiniPreliminary);
            return live == (confirmed || (preliminary && !takenBack) ? 1 : 0);
        });
    }

    // What BookLines does with the words, reversals that came too early being looked at again.
    private static long Live(IEnumerable<string> told)
    {
        string? booked = null;
        long again = 0;
        bool waiting = false;
        foreach (string word in told)
        {
            Do(word);
            if (waiting && word == LineKind.KonbiniPreliminary)
            {
                Do(LineKind.KonbiniReversal);
            }
        }

        return again + (booked is PaymentStatus.Preliminary or PaymentStatus.Confirmed ? 1 : 0);

        void Do(string word)
        {
            switch (TillWord.Of(word, booked))
            {
                case TillAction.Receive:
                    booked = word == LineKind.KonbiniConfirmed ? PaymentStatus.Confirmed : PaymentStatus.Preliminary;
                    break;
                case TillAction.Confirm:
                    booked = PaymentStatus.Confirmed;
                    break;
                case TillAction.ReceiveAgain:
                    again = 1;
                    break;
                case TillAction.Reverse:
                    booked = PaymentStatus.Reversed;
                    break;
                case TillAction.Queue:
                    waiting = true;
                    break;
                case TillAction.Known:
                    break;
                default:
                    throw new InvalidOperationException(word);
            }
        }
    }

    private static (string Format, byte[] File) One(string format, string slip, DateOnly on, KonbiniCollectionKind kind) =>
        (format, SentFiles.Konbini(SentFiles.Scan(slip, on, kind)));

    private static async Task WordAsync(Shop shop, Answer invoice, DateOnly on, KonbiniCollectionKind kind)
    {
        (string format, byte[] file) = One($"konbini_{kind.ToString().ToLowerInvariant()}", SentFiles.SlipOf(invoice), on, kind);
        Answer import = (await shop.ImportAsync(format, file)).Expect(202);
        Assert.Equal("finished", import.Member("status"));
    }
}
