using System.Text.Json.Nodes;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Billing.Tests.Stories;

/// <summary>What a person may ask of the tenant about their data, from disclosure to erasure, across every module.</summary>
public sealed class PersonalDataStory(PlatformHost host) : IClassFixture<PlatformHost>
{
    private const string Name = "個人 花子";
    private static int s_number;

    [Fact]
    public async Task The_disclosure_file_tells_everything_that_is_stored()
    {
        Shop shop = await Shop.OpenAsync(host);
        (string buyer, string order) = await SoldAsync(shop);

        Answer export = (await shop.Tenant.GetAsync($"/v1/buyers/{buyer}/export")).Expect(200);

        Assert.Equal((Name, "buyer_export"), (export.Member("profile.name"), export.Member("object")));
        JsonObject sections = export["sections"]!.AsObject();
        Assert.Equal(["billing", "orders", "screenings"], sections.Select(section => section.Key));
        Assert.Equal((order, Name), ((string?)sections["orders"]![0]!["id"], (string?)sections["orders"]![0]!["buyer"]!["name"]));
        Assert.Equal("approved", (string?)sections["orders"]![0]!["decisions"]![0]!["result"]);
        Assert.Equal(Name, (string?)sections["screenings"]![0]!["input"]!["buyer"]!["name"]);
        Assert.Equal(Name, (string?)sections["billing"]!["invoices"]![0]!["document"]!["addressee"]!["name"]);
        Assert.Equal("hanako@example.jp", (string?)sections["billing"]!["mails"]![0]!["content"]!["to"]);
        Assert.Equal(6_000, (long)sections["billing"]!["payments"]![0]!["amount"]!);
        Answer audit = (await shop.Tenant.GetAsync($"/v1/audit_events?resource_id={buyer}")).Expect(200);
        Assert.Contains("buyer.exported", audit["data"]!.AsArray().Select(entry => (string)entry!["action"]!));
    }

    [Fact]
    public async Task Erasure_is_refused_while_money_is_open_or_documents_must_be_kept_and_says_until_when()
    {
        Shop shop = await Shop.OpenAsync(host);
        (string buyer, string order) = await SoldAsync(shop, paid: false);

        Answer open = (await shop.Tenant.PostAsync($"/v1/buyers/{buyer}/erase")).Expect(409, "erasure_blocked");
        Assert.Equal(["open_balance", "open_order", "open_receivable", "retention"], Codes(open));

        await PayAsync(shop, order);
        Answer kept = (await shop.Tenant.PostAsync($"/v1/buyers/{buyer}/erase")).Expect(409, "erasure_blocked");
        Assert.Equal(["retention"], Codes(kept));
        Assert.Equal($"{(await shop.TodayAsync()).AddMonths(98):yyyy-MM-dd}", (string?)kept["blockers"]![0]!["until"]);
        Assert.Equal(Name, (await shop.Tenant.GetAsync($"/v1/orders/{order}")).Member("buyer.name"));
    }

    [Fact]
    public async Task Whoever_is_erased_is_nowhere_to_be_read_and_the_books_stay()
    {
        Shop shop = await Shop.OpenAsync(host);
        (string buyer, string order) = await SoldAsync(shop);
        string invoice = (string)(await shop.Tenant.GetAsync($"/v1/invoices?order={order}"))["data"]![0]!["id"]!;
        await Until.TrueAsync("the mail", async () => (await shop.Tenant.GetAsync("/v1/mails?state=sent")).Expect(200)["data"]!.AsArray().Count == 1);
        (await shop.Tenant.GetAsync($"/v1/invoices/{invoice}/pdf")).Expect(200);
        string[] books = await shop.TrialBalanceAsync();
        TenantTables tables = new(host.Database, shop.Tenant.TenantId);
        await tables.RowsAsync("UPDATE billing.invoices SET issued_on = issued_on - interval '9 years' RETURNING 1");

        Answer erased = (await shop.Tenant.PostAsync($"/v1/buyers/{buyer}/erase", new { reason = "本人の請求" })).Expect(200);

        Assert.Equal((true, 1), ((bool)erased["erased"]!, (int)erased["orders"]!));
        foreach (string path in (string[])[$"/v1/buyers/{buyer}", $"/v1/buyers/{buyer}/export", $"/v1/orders/{order}", $"/v1/orders/{order}/decisions", $"/v1/invoices/{invoice}/print_data"])
        {
            Answer answer = (await shop.Tenant.GetAsync(path)).Expect(200);
            Assert.DoesNotContain("花子", answer.Text);
            Assert.DoesNotContain("hanako", answer.Text);
            Assert.DoesNotContain("090-7777", answer.Text);
        }

        Assert.NotNull((await shop.Tenant.GetAsync($"/v1/buyers/{buyer}"))["erased_at"]);
        Assert.Equal(0, await tables.CountAsync("credit.buyer_keys"));
        Assert.Equal(0, await tables.CountAsync("screening.screening_keys"));
        Assert.Equal(0, await tables.CountAsync("infra.files"));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(host.DataDirectory, "*.sealed", SearchOption.AllDirectories),
            file => file.Contains(shop.Tenant.TenantId.ToString("N"), StringComparison.Ordinal));
        Assert.Equal(books, await shop.TrialBalanceAsync());
        Assert.Equal(6_000, (long)(await shop.InvoiceAsync(invoice))["amount"]!);
        (await shop.Tenant.GetAsync($"/v1/invoices/{invoice}/pdf")).Expect(200);
        (await shop.Tenant.PostAsync($"/v1/buyers/{buyer}/erase")).Expect(409, "state_conflict");
        Answer again = (await shop.Tenant.PostAsync("/v1/orders", Order(shop))).Expect(201);
        Assert.NotEqual(buyer, again.Member("buyer.id"));
    }

    [Fact]
    public async Task Orders_that_never_became_a_sale_may_go_at_once()
    {
        Shop shop = await Shop.OpenAsync(host);
        (string buyer, string sold) = await SoldAsync(shop);
        string canceled = (await shop.Tenant.PostAsync("/v1/orders", Order(shop))).Expect(201).Id;
        (await shop.Tenant.PostAsync($"/v1/orders/{canceled}/cancel", new { reason = "花子様のご希望" })).Expect(200);
        TenantTables tables = new(host.Database, shop.Tenant.TenantId);
        string plain = "SELECT o.end_reason, o.pending_amend, l.name, l.quantity, l.unit_price FROM credit.orders o JOIN credit.order_lines l ON l.order_id = o.id WHERE o.status = 'canceled'";
        await tables.RowsAsync("UPDATE credit.orders SET amend_deadline_at = now(), pending_amend = '{\"name\": \"美容液\"}' WHERE status = 'canceled' RETURNING 1");
        Assert.Equal(["花子様のご希望 {\"name\": \"美容液\"} 美容液 2 3000"], await tables.RowsAsync(plain));

        Answer erased = (await shop.Tenant.PostAsync($"/v1/buyers/{buyer}/erase", new { unsold_only = true })).Expect(200);

        Assert.Equal((false, 1), ((bool)erased["erased"]!, (int)erased["orders"]!));
        Assert.Equal(["- - - 2 3000"], await tables.RowsAsync(plain));
        Assert.DoesNotContain("花子", (await shop.Tenant.GetAsync($"/v1/orders/{canceled}")).Expect(200).Text);
        Assert.Equal(Name, (await shop.Tenant.GetAsync($"/v1/orders/{sold}")).Member("buyer.name"));
        Assert.Equal(Name, (await shop.Tenant.GetAsync($"/v1/buyers/{buyer}")).Member("name"));
    }

    [Fact]
    public async Task A_corrected_person_is_found_by_the_new_telephone_and_no_longer_by_the_old()
    {
        Shop shop = await Shop.OpenAsync(host);
        Answer placed = (await shop.Tenant.PostAsync("/v1/orders", Order(shop))).Expect(201);
        string buyer = placed.Member("buyer.id");
        string version = (await shop.Tenant.GetAsync($"/v1/buyers/{buyer}")).ETag!;

        Answer corrected = (await shop.Tenant.PostAsync($"/v1/buyers/{buyer}/correct", new { phone = "090-8888-0001", reason = "番号の誤り" })).Expect(200);

        Assert.Equal((Name, "090-8888-0001"), (corrected.Member("name"), corrected.Member("phone")));
        Assert.Equal([buyer], await FoundAsync(shop, "090-8888-0001"));
        Assert.Empty(await FoundAsync(shop, "090-7777-0001"));
        Assert.Equal("090-7777-0001", (await shop.Tenant.GetAsync($"/v1/orders/{placed.Id}")).Member("buyer.phone"));
        (await shop.Tenant.Api.SendAsync(HttpMethod.Post, $"/v1/buyers/{buyer}/correct", new { name = "個人 華子" }, ifMatch: version)).Expect(412, "stale_version");
        Answer audit = (await shop.Tenant.GetAsync($"/v1/audit_events?resource_id={buyer}&action=buyer.corrected")).Expect(200);
        Assert.Equal("""["phone"]""", Assert.Single(audit["data"]!.AsArray())!["fields"]!.ToJsonString());
        (await shop.Tenant.PostAsync($"/v1/buyers/{buyer}/correct", new { })).Expect(422, "required");
        (await shop.Tenant.PostAsync($"/v1/buyers/{buyer}/correct", new { phone = "12" })).Expect(422);

        JsonObject other = Order(shop);
        other["buyer"]!["name"] = "別人 次郎";
        other["buyer"]!["name_kana"] = "ベツジン ジロウ";
        other["buyer"]!["phone"] = "090-6666-0001";
        other["buyer"]!["email"] = "jiro@example.jp";
        string second = (await shop.Tenant.PostAsync("/v1/orders", other)).Expect(201).Member("buyer.id");
        Assert.NotEqual(buyer, second);
        (await shop.Tenant.PostAsync($"/v1/buyers/{second}/correct", new { name = Name, name_kana = "コジン ハナコ", email = "hanako@example.jp" })).Expect(409, "buyer_exists");
    }

    [Fact]
    public async Task The_reason_of_a_restriction_is_sealed()
    {
        Shop shop = await Shop.OpenAsync(host);
        string buyer = (await shop.Tenant.PostAsync("/v1/orders", Order(shop))).Expect(201).Member("buyer.id");

        Answer restricted = (await shop.Tenant.PostAsync($"/v1/buyers/{buyer}/restrict", new { use = true, reason = "花子本人の申し出" })).Expect(200);

        Assert.Equal("花子本人の申し出", restricted.Member("restrictions.reason"));
        TenantTables tables = new(host.Database, shop.Tenant.TenantId);
        Assert.Equal(["True True"], await tables.RowsAsync("SELECT restriction_reason IS NULL, encode(restriction_note, 'escape') NOT LIKE '%花子%' FROM credit.buyers"));
    }

    private static string[] Codes(Answer refusal) => [.. refusal["blockers"]!.AsArray().Select(blocker => (string)blocker!["code"]!).Order()];

    private static async Task<string[]> FoundAsync(Shop shop, string phone) =>
        [.. (await shop.Tenant.GetAsync($"/v1/buyers?name={Uri.EscapeDataString(Name)}&phone={phone}")).Expect(200)["data"]!.AsArray().Select(found => (string)found!["id"]!)];

    private async Task<(string Buyer, string Order)> SoldAsync(Shop shop, bool paid = true)
    {
        Answer placed = (await shop.Tenant.PostAsync("/v1/orders", Order(shop))).Expect(201);
        (await shop.ShipAsync(placed.Id, new { parcels = new[] { new { carrier = "other", tracking_no = "T-1" } } })).Expect(201);
        if (paid)
        {
            await PayAsync(shop, placed.Id);
        }

        return (placed.Member("buyer.id"), placed.Id);
    }

    private async Task PayAsync(Shop shop, string order)
    {
        string invoice = (string)(await shop.Tenant.GetAsync($"/v1/invoices?order={order}")).Expect(200)["data"]![0]!["id"]!;
        (await shop.PayAsync(await shop.InvoiceAsync(invoice), 6_000)).Expect(201);
        await host.DrainAsync(shop.Tenant);
    }

    private static JsonObject Order(Shop shop) => new()
    {
        ["merchant"] = shop.Merchant,
        ["merchant_order_no"] = $"P-{Interlocked.Increment(ref s_number)}",
        ["currency"] = "JPY",
        ["amount"] = 6_000,
        ["payment_plan"] = "lump_sum",
        ["lines"] = new JsonArray(new JsonObject { ["name"] = "美容液", ["quantity"] = 2, ["unit_price"] = 3_000, ["tax_rate"] = "0.10" }),
        ["buyer"] = new JsonObject
        {
            ["name"] = Name,
            ["name_kana"] = "テスト オーケー",
            ["phone"] = "090-7777-0001",
            ["email"] = "hanako@example.jp",
            ["address"] = new JsonObject { ["postal_code"] = "107-0051", ["prefecture"] = "東京都", ["city"] = "港区", ["line1"] = "元赤坂一丁目5番31号" },
        },
        ["deliveries"] = new JsonArray(new JsonObject { ["same_as_buyer"] = true }),
        ["invoice"] = new JsonObject { ["delivery"] = "email" },
    };
}
