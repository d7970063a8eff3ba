using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Bnpl.Billing.PayPages;
using Bnpl.Billing.Tests.Documents;
using Bnpl.Billing.Tests.Stories;
using Bnpl.TestKit;

namespace Bnpl.Billing.Tests.PayPages;

public sealed partial class PayPageTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task Tells_the_buyer_what_is_owed_and_how_to_pay_it()
    {
        Shop shop = await Shop.OpenAsync(host, new { name = "<b>元赤坂</b>商店", fee_rate = "0.04" });
        Answer invoice = await shop.BilledAsync("email", (5_400, 1, "0.10"));
        Answer page = await OpenAsync(invoice);

        Assert.Equal(200, page.Status);
        string text = page.Text;
        Assert.Contains("<h1>山田 様</h1>", text);
        Assert.Contains("&lt;b&gt;元赤坂&lt;/b&gt;商店", text);
        Assert.Contains(invoice.Member("number"), text);
        Assert.Contains("<dt>合計</dt><dd class=\"total\">¥5,400</dd>", text);
        Assert.Contains(DateOnly.Parse(invoice.Member("due_on"), CultureInfo.InvariantCulture).ToString("yyyy年M月d日", CultureInfo.InvariantCulture), text);
        Assert.Contains($"<dd>{invoice.Member("virtual_account.account_number")}</dd>", text);
        Assert.Contains("お問い合わせ", text);
        Assert.Equal([$"CODE-128:{invoice.Member("payment_slip.barcode_number")}"], PdfReading.Symbols(BarsOf(text), 308, 3));
        foreach (string personal in new[] { "太郎", "taro", "example.jp", "090-1234", "元赤坂一丁目", "107-0051", "1988", "<b>" })
        {
            Assert.DoesNotContain(personal, text);
        }
    }

    [Fact]
    public async Task Admits_nothing_but_its_own_style_and_leaves_no_trace()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer page = await OpenAsync(await shop.BilledAsync("none", (3_000, 1, "0.10")));
        string style = Style().Match(page.Text).Groups[1].Value;
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            page.Header("Content-Security-Policy"));
        Assert.Equal(
            ["no-store", "no-referrer", "noindex, nofollow", "nosniff", "text/html; charset=utf-8"],
            new[] { "Cache-Control", "Referrer-Policy", "X-Robots-Tag", "X-Content-Type-Options", "Content-Type" }.Select(page.Header));
        Assert.DoesNotMatch("(?i)<script|https?:|style=|onload", page.Text);
    }

    [Fact]
    public async Task Follows_the_debt_as_it_grows_and_is_paid()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (50_000, 1, "0.10"));
        (await shop.PayAsync(invoice, 20_000)).Expect(201);
        Answer part = await OpenAsync(invoice);
        Assert.Contains("¥30,000", part.Text);
        Assert.DoesNotContain("<svg", part.Text);

        await shop.AdvanceDaysAsync(60);
        Answer late = await shop.InvoiceAsync(invoice.Id);
        long total = (long)late["balance.total"]!;
        Assert.True(total > 30_000);
        Answer overdue = await OpenAsync(late);
        Assert.Contains("遅延損害金", overdue.Text);
        Assert.Contains($"¥{total:N0}", overdue.Text);

        (await shop.PayAsync(late, total, channel: "transfer")).Expect(201);
        Answer paid = await OpenAsync(late);
        Assert.Contains("誠にありがとうございました", paid.Text);
        Assert.DoesNotMatch("<svg|振込|遅延", paid.Text);
    }

    [Fact]
    public async Task Says_that_a_credited_invoice_need_not_be_paid()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer invoice = await shop.BilledAsync("none", (3_000, 1, "0.10"));
        (await shop.Tenant.PostAsync($"/v1/orders/{invoice.Member("order")}/credit_notes", new { amount = 3_000, reason = "return" })).Expect(201);
        Answer page = await OpenAsync(invoice);
        Assert.Contains("お支払いいただく必要はございません", page.Text);
        Assert.DoesNotMatch("<svg|振込", page.Text);
    }

    [Fact]
    public async Task Every_link_that_leads_nowhere_gets_the_same_page()
    {
        Shop shop = await Shop.OpenAsync(host);
        Shop other = await Shop.OpenAsync(host);
        string token = TokenOf(await shop.BilledAsync("none", (3_000, 1, "0.10")));
        string foreign = TokenOf(await other.BilledAsync("none", (3_000, 1, "0.10")));
        List<Answer> nowhere =
        [
            await GetAsync("x"),
            await GetAsync(new string('A', token.Length)),
            await GetAsync(token[..^1] + (token[^1] == 'A' ? 'B' : 'A')),
            await GetAsync(token[..22] + foreign[22..]),
            await GetAsync(token + "AAAA"),
            await GetAsync("%E3%81%82" + token),
        ];
        Assert.Equal(200, (await GetAsync(token)).Status);
        (await host.Operator.PostAsync($"/v1/platform/tenants/{shop.Tenant.Id}/suspend")).Expect(200);
        nowhere.Add(await GetAsync(token));
        (await host.Operator.PostAsync($"/v1/platform/tenants/{shop.Tenant.Id}/erase")).Expect(200);
        nowhere.Add(await GetAsync(token));

        Assert.All(nowhere, page => Assert.Equal(404, page.Status));
        Assert.Single(nowhere.Select(page => page.Text).Distinct());
        Assert.Single(nowhere.Select(page => string.Join('\n', page.Headers.Concat(page.ContentHeaders)
            .Where(h => h.Key.ToUpperInvariant() is not ("DATE" or "X-REQUEST-ID" or "RATELIMIT"))
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}"))).Distinct());
        Assert.Contains("ページが見つかりません", nowhere[0].Text);
    }

    [Theory]
    [InlineData("山田 太郎", "山田 様")]
    [InlineData("佐々木　花子", "佐々木 様")]
    [InlineData("𠮷田 三ヶ", "𠮷田 様")]
    [InlineData("三ヶ島 葵", "三ヶ島 様")]
    [InlineData("山田太郎", "お客様")]
    [InlineData("John Smith", "お客様")]
    [InlineData("ジョン スミス", "お客様")]
    [InlineData("Ｊｏｈｎ Ｓｍｉｔｈ", "お客様")]
    [InlineData(" ", "お客様")]
    [InlineData(null, "お客様")]
    public void Names_at_most_the_family(string? name, string salutation) => Assert.Equal(salutation, PayPage.SalutationOf(name));

    private static string TokenOf(Answer invoice) => invoice.Member("pay_url").Split("/pay/")[1];

    private Task<Answer> OpenAsync(Answer invoice) => GetAsync(TokenOf(invoice));

    private async Task<Answer> GetAsync(string token)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"/pay/{token}");
        return await ApiClient.ReadAsync(host.Http, request);
    }

    private static List<(int At, int Modules)> BarsOf(string page) =>
        [.. Bar().Matches(page).Select(bar => (int.Parse(bar.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(bar.Groups[2].ValueSpan, CultureInfo.InvariantCulture)))];

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Style();

    [GeneratedRegex("<rect x=\"(\\d+)\" y=\"0\" width=\"(\\d)\" height=\"60\"/>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bar();
}
