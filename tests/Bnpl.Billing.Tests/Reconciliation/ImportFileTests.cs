using System.Text;
using Bnpl.Billing.Konbini;
using Bnpl.Billing.Tests.Stories;
using Bnpl.Billing.Zengin;
using Bnpl.TestKit;

namespace Bnpl.Billing.Tests.Reconciliation;

public sealed class ImportFileTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private static readonly DateOnly s_day = new(2026, 11, 20);

    [Theory]
    [InlineData("cut", "line[3].record")]
    [InlineData("without_end", "line[3].file")]
    [InlineData("utf8", "line[2].record")]
    [InlineData("count", "line[3].count")]
    [InlineData("total", "line[3].total")]
    [InlineData("text", "line[1].record")]
    [InlineData("empty", "line[1].file")]
    public async Task A_damaged_bank_file_names_its_lines_and_changes_nothing(string damage, string field)
    {
        Shop shop = await Shop.OpenAsync(host);
        byte[] good = SentFiles.Deposits(SentFiles.Transfer(null, await shop.TodayAsync(), 4_980));
        string text = Encoding.Latin1.GetString(good);
        byte[] damaged = damage switch
        {
            "cut" => good[..500],
            "without_end" => good[..404],
            "utf8" => Encoding.UTF8.GetBytes(text[..202] + text[202..].Replace("\xC3\xBD\xC4", "テスト", StringComparison.Ordinal)),
            "count" => Encoding.Latin1.GetBytes(text[..404] + text[404..].Replace("8000001", "8000002", StringComparison.Ordinal)),
            "total" => Encoding.Latin1.GetBytes(text[..404] + text[404..].Replace("4980", "4981", StringComparison.Ordinal)),
            "text" => "id,amount\r\n1,4980\r\n"u8.ToArray(),
            _ => [],
        };

        Answer refused = (await shop.ImportAsync("zengin_deposits", damaged)).Expect(422, "file_damaged");

        Assert.Contains(field, refused["errors"]!.AsArray().Select(e => (string)e!["field"]!));
        Assert.Empty(await shop.LinesAsync());
        Assert.Empty(await shop.PaymentsAsync());
        Assert.Empty(await shop.EntriesAsync());
        Assert.Empty((await shop.Tenant.GetAsync("/v1/reconciliation/imports")).Body["data"]!.AsArray());
        Assert.Equal("1 0 1 0 0", (await shop.ImportAsync("zengin_deposits", good)).Expect(202).Counts());
    }

    [Fact]
    public async Task A_wrong_digit_of_a_slip_or_a_record_of_another_kind_refuses_the_whole_file()
    {
        Shop shop = await Shop.OpenAsync(host);
        string slip = SentFiles.SlipOf(await shop.BilledAsync("none", (4_980, 1, "0.10")));
        int entries = (await shop.EntriesAsync()).Length;
        string file = Encoding.ASCII.GetString(SentFiles.Konbini(SentFiles.Scan(slip, s_day, KonbiniCollectionKind.Confirmed)));
        string wrong = file.Replace(slip, slip[..43] + (char)('0' + ((slip[43] - '0' + 1) % 10)), StringComparison.Ordinal);

        Answer refused = (await shop.ImportAsync("konbini_confirmed", Encoding.ASCII.GetBytes(wrong))).Expect(422, "file_damaged");
        (await shop.ImportAsync("konbini_preliminary", Encoding.ASCII.GetBytes(file))).Expect(422, "file_damaged");

        Assert.Equal("line[2].barcode", (string)refused["errors"]![0]!["field"]!);
        Assert.Empty(await shop.LinesAsync());
        Assert.Equal(entries, (await shop.EntriesAsync()).Length);
    }

    [Fact]
    public async Task The_same_file_again_is_the_first_import()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (4_980, 1, "0.10"));
        byte[] file = SentFiles.Deposits(SentFiles.Transfer(invoice, await shop.TodayAsync(), 4_980));
        Answer first = (await shop.ImportAsync("zengin_deposits", file)).Expect(202);
        string[] entries = await shop.EntriesAsync();

        Answer again = (await shop.ImportAsync("zengin_deposits", file)).Expect(200);

        Assert.Equal((first.Id, first.Id), (again.Id, again.Member("duplicate_of")));
        Assert.Equal("1 1 0 0 0", again.Counts());
        Assert.Equal(entries, await shop.EntriesAsync());
        Assert.Equal("paid", (await shop.InvoiceAsync(invoice.Id)).Member("status"));
    }

    [Fact]
    public async Task One_of_two_clients_that_send_a_file_at_once_is_told_of_the_other()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (4_980, 1, "0.10"));
        byte[] file = SentFiles.Konbini(SentFiles.Scan(SentFiles.SlipOf(invoice), await shop.TodayAsync(), KonbiniCollectionKind.Confirmed));
        ApiClient other = await shop.Tenant.ClientAsync("reconciliation:write");
        await other.TokenAsync();

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? shop.Tenant.Api : other).ImportAsync("konbini_confirmed", file)));

        string id = Assert.Single(answers, a => a.Status == 202).Id;
        Assert.All(answers.Where(a => a.Status != 202), a => Assert.Equal(id, a.Expect(200).Member("duplicate_of")));
        Assert.Equal(["konbini confirmed 4980 0"], await shop.PaymentsAsync());
    }

    [Fact]
    public async Task Overlapping_files_book_a_line_once_and_equal_lines_of_one_file_twice()
    {
        Shop shop = await Shop.OpenAsync(host);
        DateOnly today = await shop.TodayAsync();
        BankLine morning = SentFiles.Transfer(null, today, 1_000);
        BankLine noon = SentFiles.Transfer(null, today, 2_000);
        (await shop.ImportAsync("zengin_deposits", SentFiles.Deposits(morning, morning))).Expect(202);

        Answer whole = (await shop.ImportAsync("zengin_deposits", SentFiles.Deposits(morning, morning, noon))).Expect(202);
        Answer statement = (await shop.ImportAsync("zengin_statement", SentFiles.Statement(
            [.. new[] { morning, morning, noon }.Select(l => l with { Kind = "11", Reference = "10000001", Narrative = "ﾌﾘｺﾐ" })]))).Expect(202);

        Assert.Equal("3 0 1 2 0", whole.Counts());
        Assert.Equal("3 0 0 3 0", statement.Counts());
        Assert.Equal(["transfer confirmed 1000 1000", "transfer confirmed 1000 1000", "transfer confirmed 2000 2000"], await shop.PaymentsAsync());
        Assert.Equal(["1110 4000 0", "2120 0 4000"], await shop.TrialBalanceAsync());
    }

    [Fact]
    public async Task A_preview_counts_alike_and_books_nothing()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (4_980, 1, "0.10"));
        DateOnly today = await shop.TodayAsync();
        string[] entries = await shop.EntriesAsync();
        byte[] file = SentFiles.Deposits(SentFiles.Transfer(invoice, today, 4_980), SentFiles.Transfer(null, today, 500));

        Answer preview = (await shop.ImportAsync("zengin_deposits", file, preview: true)).Expect(200);

        Assert.Equal("2 1 1 0 0", preview.Counts());
        Assert.True((bool)preview["preview"]!);
        Assert.Equal(entries, await shop.EntriesAsync());
        Assert.Empty(await shop.LinesAsync());
        Assert.Equal("2 1 1 0 0", (await shop.ImportAsync("zengin_deposits", file)).Expect(202).Counts());
    }

    [Fact]
    public async Task A_form_that_is_wrong_is_refused_by_name()
    {
        Shop shop = await Shop.OpenAsync(host);
        byte[] file = SentFiles.Deposits(SentFiles.Transfer(null, s_day, 1));

        (await shop.ImportAsync("zedi", file)).Expect(422, "format_not_supported");
        (await shop.Tenant.Api.ImportAsync(null, file)).Expect(422, "required");
        (await shop.Tenant.Api.ImportAsync("zengin_deposits", null)).Expect(422, "required");
        (await shop.Tenant.Api.ImportAsync("zengin_deposits", file, more: "colour")).Expect(422, "unknown_field");
        (await shop.Tenant.PostAsync("/v1/reconciliation/imports", new { format = "zengin_deposits" })).Expect(415, "unsupported_media_type");
        using MultipartFormDataContent form = [];
        form.Add(new ByteArrayContent(file), "file", "f");
        (await shop.Tenant.PostAsync("/v1/reconciliation/imports", form, key: "")).Expect(400, "idempotency_key_required");
    }

    [Theory]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n1010", "b")]
    [InlineData("--b\r\nContent-Disp", "b")]
    [InlineData("--b--\r\n", "")]
    public async Task A_form_cut_in_the_middle_is_the_senders_mistake(string body, string boundary)
    {
        Shop shop = await Shop.OpenAsync(host);
        using ByteArrayContent content = new(Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={boundary}");

        (await shop.Tenant.PostAsync("/v1/reconciliation/imports", content)).Expect(400, "malformed_request");
        Assert.Empty(await shop.LinesAsync());
    }

    [Fact]
    public async Task Nobody_else_sees_an_import()
    {
        Shop shop = await Shop.OpenAsync(host);
        TenantActor stranger = await host.OnboardAsync();
        Answer import = (await shop.ImportAsync("zengin_deposits", SentFiles.Deposits(SentFiles.Transfer(null, await shop.TodayAsync(), 700)))).Expect(202);
        string line = (string)(await shop.Tenant.GetAsync("/v1/reconciliation/lines")).Body["data"]![0]!["id"]!;

        (await stranger.GetAsync($"/v1/reconciliation/imports/{import.Id}")).Expect(404, "not_found");
        (await stranger.GetAsync($"/v1/reconciliation/lines/{line}")).Expect(404, "not_found");
        (await stranger.PostAsync($"/v1/reconciliation/lines/{line}/ignore", new { })).Expect(404, "not_found");
        (await stranger.PostAsync($"/v1/reconciliation/lines/{line}/unmatch")).Expect(404, "not_found");
        Assert.Empty((await stranger.GetAsync($"/v1/reconciliation/lines?import={import.Id}")).Expect(200).Body["data"]!.AsArray());
        Assert.Equal(["bank_credit unmatched 700 no_target"], await shop.LinesAsync());
        (await stranger.Api.ImportAsync("zengin_deposits", SentFiles.Deposits(SentFiles.Transfer(null, await shop.TodayAsync(), 700)))).Expect(202);
        ApiClient reader = await shop.Tenant.ClientAsync("reconciliation:read");
        (await reader.PostAsync($"/v1/reconciliation/lines/{line}/ignore", new { })).Expect(403, "insufficient_scope");
        (await shop.Tenant.PostAsync("/v1/api_clients", new { name = "bound", scopes = new[] { "reconciliation:read" }, merchant = shop.Merchant })).Expect(422, "scope_not_bindable");
    }
}
