using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Bnpl.Billing.Zengin;
using Bnpl.TestKit;

namespace Bnpl.Api.Tests.Crashes;

/// <summary>A tenant with one shop, whose client can go to another host.</summary>
internal sealed record Shop(TenantActor Tenant, string Merchant)
{
    private static readonly BankFileAccount s_account = new("9999", "ﾃｽﾄ", "001", "ﾃｽﾄ", '1', "0000001", "ﾃｽﾄ");

    public ApiClient Api => Tenant.Api;

    public static async Task<Shop> OpenAsync(PlatformProcess host)
    {
        TenantActor tenant = await host.OnboardAsync();
        return new Shop(tenant, (await tenant.PostAsync("/v1/merchants", new { name = "元赤坂商店", fee_rate = "0.04" })).Expect(201).Id);
    }

    /// <summary>An order that will be approved.</summary>
    public JsonObject Order(int number, int buyer, long amount, string delivery) => new()
    {
        ["merchant"] = Merchant,
        ["merchant_order_no"] = $"C-{number}",
        ["currency"] = "JPY",
        ["amount"] = amount,
        ["payment_plan"] = "lump_sum",
        ["lines"] = new JsonArray(new JsonObject { ["name"] = "美容液", ["quantity"] = 1, ["unit_price"] = amount, ["tax_rate"] = "0.10" }),
        ["buyer"] = new JsonObject
        {
            ["name"] = $"山田 太郎{buyer}",
            ["name_kana"] = "テスト オーケー",
            ["phone"] = $"090-1234-{buyer:D4}",
            ["email"] = $"taro{buyer}@example.jp",
            ["birth_date"] = "1988-05-01",
            ["address"] = new JsonObject
            {
                ["postal_code"] = "107-0051",
                ["prefecture"] = "東京都",
                ["city"] = "港区",
                ["line1"] = $"元赤坂一丁目5番{buyer}号",
            },
        },
        ["deliveries"] = new JsonArray(new JsonObject { ["same_as_buyer"] = true }),
        ["invoice"] = new JsonObject { ["delivery"] = delivery },
    };

    /// <summary>One shipped order per amount, each of a buyer of its own; answers their invoices.</summary>
    public async Task<List<Answer>> BillAsync(string delivery, params long[] amounts)
    {
        List<Answer> invoices = [];
        foreach ((int index, long amount) in amounts.Index())
        {
            Answer order = (await Api.PostAsync("/v1/orders", Order(index, index, amount, delivery))).Expect(201);
            string today = (await NowAsync()).ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            Answer shipment = (await Api.PostAsync($"/v1/orders/{order.Id}/shipments", new { shipped_on = today })).Expect(201);
            invoices.Add((await Api.GetAsync($"/v1/invoices/{(string)shipment["invoices"]![0]!}")).Expect(200));
        }

        return invoices;
    }

    public async Task<DateTimeOffset> NowAsync() =>
        DateTimeOffset.Parse((await Api.GetAsync("/v1/test_clock")).Expect(200).Member("now"), CultureInfo.InvariantCulture);

    public static Task<Answer> AdvanceAsync(ApiClient client, DateTimeOffset to) =>
        client.PostAsync("/v1/test_clock/advance", new { to = to.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture) }, key: "");

    /// <summary>A bank's file: each invoice paid in full, then transfers that nobody can place.</summary>
    public async Task<byte[]> DepositsAsync(IEnumerable<Answer> paid, int unknown)
    {
        DateOnly today = DateOnly.FromDateTime((await NowAsync()).ToOffset(TimeSpan.FromHours(9)).DateTime);
        BankLine Transfer(string account, long amount) => new(
            0, s_account, today, today, BankLineDirection.Credit, amount, account, "ﾃｽﾄ ｵ-ｹ-", "ﾃｽﾄ", "ﾎﾝﾃﾝ", "", "", false, "1", "", "");
        List<BankLine> lines =
        [
            .. paid.Select(i => Transfer(i.Member("virtual_account.branch_code") + i.Member("virtual_account.account_number"), (long)i["amount"]!)),
            .. Enumerable.Range(1, unknown).Select(i => Transfer("9019999999", 100 + i)),
        ];
        using MemoryStream stream = new();
        ZenginWriter.WriteDeposits(stream, lines, today);
        return stream.ToArray();
    }

    public static async Task<Answer> ImportAsync(ApiClient client, byte[] file, string key)
    {
        using MultipartFormDataContent form = [];
        ByteArrayContent content = new(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "file", "deposits.txt");
        form.Add(new StringContent("zengin_deposits"), "format");
        return await client.PostAsync("/v1/reconciliation/imports", form, key);
    }
}
