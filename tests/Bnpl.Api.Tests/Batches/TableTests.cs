using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Api.Tests.Batches;

/// <summary>Tables as shops have them: Japanese headings, Shift_JIS, quotation marks, several rows an order.</summary>
public sealed class TableTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private const string Csv = "text/csv";
    private const string Heading = "注文番号,氏名,氏名カナ,電話番号,メールアドレス,郵便番号,都道府県,市区町村,番地,建物名,請求書送付,明細区分,商品名,数量,単価,税率";
    private static readonly Encoding s_shiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    [Fact]
    public async Task A_Japanese_table_in_Shift_JIS_becomes_orders_of_several_lines()
    {
        Night shop = await Night.OpenAsync(host);
        string table = string.Join("\r\n",
            Heading,
            "J-1,髙橋 一郎,テスト オーケー,090-1111-2222,ichiro@example.jp,107-0051,東京都,港区,元赤坂1-5-31,\"①番館, ㈱ビル\",なし,商品,\"鉢 \"\"大\"\"\",2,\"1,100\",10%",
            "J-1,,,,,,,,,,,送料,送料,1,550,10",
            "J-1,,,,,,,,,,,値引,ポイント値引,1,-50,10",
            ",,,,,,,,,,,,,,,",
            "J-2,山田 花子,テスト オーケー,090-3333-4444,hana@example.jp,150-0001,東京都,渋谷区,神宮前1-1-1,,なし,,苗,1,¥800,8%",
            "");

        foreach (string type in (string[])[Csv, "text/csv; charset=Shift_JIS"])
        {
            Answer batch = await Night.SendAsync(shop.Api, s_shiftJis.GetBytes(table), type: type, path: $"/v1/batches?profile=orders&merchant={shop.Merchant}");
            Answer ended = await Night.EndAsync(shop.Api, batch.Id);
            Assert.Equal(["2 J-1 ok", "6 J-2 ok"], (await Night.ResultsAsync(shop.Api, ended.Id)).Select(r => $"{r["line"]} {r["ref"]} {r["status"]}"));
        }

        Answer order = await shop.OrderOfAsync("J-1");
        Assert.Equal(("髙橋 一郎", "①番館, ㈱ビル", 2_700), (order.Member("buyer.name"), order.Member("buyer.address.line2"), (int)order["amount"]!));
        Assert.Equal(
            ["""item 鉢 "大" 2 1100 0.10""", "shipping 送料 1 550 0.10", "discount ポイント値引 1 -50 0.10"],
            order["lines"]!.AsArray().Select(l => $"{l!["kind"]} {l["name"]} {l["quantity"]} {l["unit_price"]} {l["tax_rate"]}"));
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_line_and_column_and_the_other_rows_go_on()
    {
        Night shop = await Night.OpenAsync(host);
        ApiClient bound = await shop.Tenant.ClientAsync("orders:read orders:write", shop.Merchant);
        string Row(string number, string name = "山田 太郎", string phone = "090-1234-5678", string price = "800") =>
            $"{number},{name},テスト オーケー,{phone},t@example.jp,150-0001,東京都,渋谷区,神宮前1-1-1,,なし,,苗,1,{price},8%";
        string[] rows =
        [
            Heading,
            Row("E-1"),
            Row("E-2", phone: "電話なし"),
            Row("E-3", price: "八百"),
            Row("E-4") + ",余分",
            Row("E-5"),
            Row("E-5", name: "別人 二郎"),
            Row("E-1"),
            "E-8,\"山田\"太郎,テスト オーケー,090-1234-5678,t@example.jp,150-0001,東京都,渋谷区,神宮前1-1-1,,なし,,苗,1,800,8%",
            Row("E-9", name: "\"山田\n太郎\""),
            Row("E-10"),
        ];

        Answer batch = (await Night.SendAsync(bound, string.Join("\r\n", rows), type: Csv, path: "/v1/batches?profile=orders")).Expect(202);
        await Night.EndAsync(bound, batch.Id);
        List<JsonNode> results = await Night.ResultsAsync(bound, batch.Id);

        string Told(JsonNode result) => $"{result["line"]} {result["ref"]} {result["status"]} " + string.Join(';', (result["problem"]?["errors"]?.AsArray() ?? [])
            .Select(e => $"{e!["field"]} {e["code"]} {e["line"]}:{e["column"]}"));
        Assert.Equal(
            [
                "2 E-1 ok ",
                "3 E-2 failed buyer.phone invalid_phone 3:電話番号",
                "4 E-3 failed lines[0].unit_price invalid_type 4:単価",
                "5  failed line[5] wrong_columns :",
                "6 E-5 failed buyer.name rows_differ 7:氏名",
                "8 E-1 failed merchant_order_no rows_apart 8:注文番号",
                "9  failed line[9] broken_quoting :",
                "10 E-9 failed buyer.name invalid_text 10:氏名",
                "12 E-10 ok ",
            ],
            results.Select(Told));
    }

    [Fact]
    public async Task Letters_that_are_none_in_the_named_charset_spoil_their_own_row()
    {
        Night shop = await Night.OpenAsync(host);
        byte[] rows(string name, Encoding encoding) => encoding.GetBytes($"X-{name.Length},{name},テスト オーケー,090-1234-5678,t@example.jp,150-0001,東京都,渋谷区,神宮前1-1-1,,なし,,苗,1,800,8%\r\n");
        byte[] file = [.. s_shiftJis.GetBytes(Heading + "\r\n"), .. rows("山田", s_shiftJis), .. rows("壊れた", Encoding.UTF8)[..^20], 0x80, 0xFF, .. rows("", s_shiftJis)[^20..], .. rows("佐藤太郎", s_shiftJis)];

        (await Night.SendAsync(shop.Api, file, type: Csv, path: "/v1/batches?profile=orders")).Expect(422, "unknown_encoding");
        Answer batch = (await Night.SendAsync(shop.Api, file, type: Csv, path: $"/v1/batches?profile=orders&charset=shift_jis&merchant={shop.Merchant}")).Expect(202);
        await Night.EndAsync(shop.Api, batch.Id);

        Assert.Equal(["ok", "failed", "ok"], (await Night.ResultsAsync(shop.Api, batch.Id)).Select(r => (string)r["status"]!));
        (await Night.SendAsync(shop.Api, Encoding.Unicode.GetBytes(Heading), type: Csv, path: "/v1/batches?profile=orders")).Expect(422);
    }

    [Fact]
    public async Task A_heading_that_is_not_understood_refuses_the_file()
    {
        Night shop = await Night.OpenAsync(host);
        Task<Answer> Send(string text, string query = "profile=orders") => Night.SendAsync(shop.Api, text, type: Csv, path: $"/v1/batches?{query}");

        (await Send(Heading.Replace("氏名カナ", "フリガナ", StringComparison.Ordinal) + "\r\nA")).Expect(422, "unknown_column");
        (await Send(Heading + ",quantity\r\nA")).Expect(422, "duplicate_column");
        (await Send("注文番号\r\nA")).Expect(422, "validation_failed");
        (await Send(Heading + "\r\n")).Expect(422, "required");
        (await Send("")).Expect(422, "required");
        (await Send($"{Heading}\r\n\"{new string('x', (1024 * 1024) + 10)}")).Expect(422, "line_too_long");
        (await Send(Heading, "")).Expect(422, "required");
        (await Send(Heading, "profile=buyers")).Expect(422, "not_allowed");
        (await Send(Heading, "profile=orders&charset=ebcdic")).Expect(422, "not_allowed");
        (await Night.SendAsync(shop.Api, shop.Create("P-1"), path: "/v1/batches?profile=orders")).Expect(422, "not_allowed");
        Assert.Empty((await shop.Api.GetAsync("/v1/batches")).Expect(200)["data"]!.AsArray());
    }

    [Fact]
    public async Task A_shops_own_headings_are_told_with_the_file()
    {
        Night shop = await Night.OpenAsync(host);
        string order = (await shop.Api.PostAsync("/v1/orders", shop.Order("Q-1"))).Expect(201).Id;
        string table = $"受注コード,発送日,社内メモ\nQ-1,{await shop.TodayAsync()},急ぎ";
        async Task<Answer> Send(string columns)
        {
            using MultipartFormDataContent form = [];
            form.Add(new ByteArrayContent(s_shiftJis.GetBytes(table)), "file", "出荷.csv");
            form.Add(new StringContent(columns), "columns");
            form.Add(new StringContent(shop.Merchant), "merchant");
            return await shop.Api.PostAsync("/v1/shipments/import", form);
        }

        (await Send("""{"受注コード":"merchant_order_no","発送日":"shipped_on"}""")).Expect(422, "unknown_column");
        (await Send("""{"受注コード":1}""")).Expect(422, "invalid_type");
        Answer batch = (await Send("""{"受注コード":"merchant_order_no","発送日":"出荷日","社内メモ":null}""")).Expect(202);
        await Night.EndAsync(shop.Api, batch.Id);

        Assert.Equal(["ok"], (await Night.ResultsAsync(shop.Api, batch.Id)).Select(r => (string)r["status"]!));
        Assert.Equal("shipped", (await shop.Api.GetAsync($"/v1/orders/{order}")).Member("status"));
    }

    [Fact]
    public async Task One_number_in_every_row_of_a_file_is_one_line_that_fails()
    {
        Night shop = await Night.OpenAsync(host);
        string row = "Z-1,山田 太郎,テスト オーケー,090-1234-5678,t@example.jp,150-0001,東京都,渋谷区,神宮前1-1-1,,なし,,苗,1,800,8%";

        Answer batch = (await Night.SendAsync(
            shop.Api, string.Join("\r\n", Enumerable.Repeat(row, 20_000).Prepend(Heading)), type: Csv, path: $"/v1/batches?profile=orders&merchant={shop.Merchant}")).Expect(202);
        await Night.EndAsync(shop.Api, batch.Id);

        Assert.Equal(["2 too_many_rows"], (await Night.ResultsAsync(shop.Api, batch.Id)).Select(r => $"{r["line"]} {r["problem"]!["code"]}"));
    }

    [Fact]
    public async Task A_nights_shipments_are_imported_from_a_form_with_their_parcels()
    {
        Night shop = await Night.OpenAsync(host);
        string today = await shop.TodayAsync();
        foreach (string number in (string[])["F-1", "F-2", "F-3"])
        {
            (await shop.Api.PostAsync("/v1/orders", shop.Order(number))).Expect(201);
        }

        string table = string.Join('\n',
            "注文番号,出荷日,配送会社,送り状番号,出荷金額",
            $"F-1,{today},その他,T-1,",
            $"F-1,{today},その他,T-2,",
            $"F-2,{today.Replace('-', '/')},ヤマト運輸,1234-5678-9012,",
            $"F-3,{today},その他,T-3,1000",
            $"F-4,{today},その他,T-4,");
        using MultipartFormDataContent form = [];
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes("\uFEFF" + table)), "file", "出荷.csv");
        form.Add(new StringContent(shop.Merchant), "merchant");
        Answer batch = (await shop.Api.PostAsync("/v1/shipments/import", form)).Expect(202);
        await Night.EndAsync(shop.Api, batch.Id);
        List<JsonNode> results = await Night.ResultsAsync(shop.Api, batch.Id);

        Assert.Equal(["2 F-1 201", "4 F-2 422", "5 F-3 201", "6 F-4 404"], results.Select(r => $"{r["line"]} {r["ref"]} {r["status_code"]}"));
        JsonNode wrong = results[1]["problem"]!["errors"]![0]!;
        Assert.Equal(("tracking_no_check_digit", "送り状番号", 4), ((string)wrong["code"]!, (string)wrong["column"]!, (int)wrong["line"]!));
        Answer shipment = (await shop.Api.GetAsync($"/v1/shipments/{results[0]["resource"]}")).Expect(200);
        Assert.Equal(["T1", "T2"], shipment["parcels"]!.AsArray().Select(p => (string)p!["tracking_no"]!));
        Assert.Equal("partially_shipped", (await shop.OrderOfAsync("F-3")).Member("status"));
    }

    [Theory]
    [InlineData("utf-8", "ja")]
    [InlineData("shift_jis", "ja")]
    [InlineData("utf-8", "en")]
    public async Task What_was_exported_can_be_imported_and_changes_nothing(string charset, string heading)
    {
        Night shop = await Night.OpenAsync(host);
        string today = await shop.TodayAsync();
        JsonObject gift = shop.Order("G-1", buyer: 1);
        gift["deliveries"] = new JsonArray(
            new JsonObject { ["same_as_buyer"] = true },
            new JsonObject
            {
                ["name"] = "=鈴木 次郎",
                ["address"] = new JsonObject { ["postal_code"] = "530-0001", ["prefecture"] = "大阪府", ["city"] = "大阪市北区", ["line1"] = "梅田1-1" },
            });
        JsonObject plain = shop.Order("G-2", buyer: 2);
        foreach (JsonObject order in (JsonObject[])[gift, plain])
        {
            // What an export spells out was spelt out from the beginning.
            (order["ordered_at"], order["payment_plan"], order["lines"]![0]!["kind"]) = ($"{today}T00:00:00.25+09:00", "lump_sum", "item");
        }

        (await shop.Api.PostAsync("/v1/orders", gift)).Expect(201);
        string shipped = (await shop.Api.PostAsync("/v1/orders", plain)).Expect(201).Id;
        (await shop.Api.PostAsync($"/v1/orders/{shipped}/shipments", new { shipped_on = today, lines = new[] { new { line = 1, quantity = 1 } }, parcels = new[] { new { carrier = "other", tracking_no = "T-1" } } })).Expect(201);

        Answer orders = (await shop.Api.GetAsync($"/v1/orders/export?charset={charset}&heading={heading}&from={today}&to={today}")).Expect(200);
        Answer shipments = (await shop.Api.GetAsync($"/v1/shipments/export?charset={charset}&heading={heading}")).Expect(200);
        Answer ordersAgain = (await Night.SendAsync(shop.Api, orders.Bytes, type: Csv, path: "/v1/batches?profile=orders")).Expect(202);
        Answer shipmentsAgain = (await Night.SendAsync(shop.Api, shipments.Bytes, type: Csv, path: "/v1/batches?profile=shipments")).Expect(202);
        await Night.EndAsync(shop.Api, ordersAgain.Id);
        await Night.EndAsync(shop.Api, shipmentsAgain.Id);

        Assert.Contains("'=鈴木", (charset == "utf-8" ? Encoding.UTF8 : s_shiftJis).GetString(orders.Bytes), StringComparison.Ordinal);
        Assert.Equal(["G-2 200", "G-1 200"], (await Night.ResultsAsync(shop.Api, ordersAgain.Id)).Select(r => $"{r["ref"]} {r["status_code"]}"));
        Assert.Equal(["409 state_conflict"], (await Night.ResultsAsync(shop.Api, shipmentsAgain.Id)).Select(r => $"{r["status_code"]} {r["problem"]?["code"]}"));
        Assert.Equal(2, (await shop.Api.GetAsync("/v1/orders")).Expect(200)["data"]!.AsArray().Count);
    }

    [Fact]
    public async Task An_export_shows_what_the_list_shows()
    {
        Night shop = await Night.OpenAsync(host);
        Night neighbour = shop with { Merchant = (await shop.Api.PostAsync("/v1/merchants", new { name = "隣の店" })).Expect(201).Id };
        ApiClient bound = await shop.Tenant.ClientAsync("orders:read orders:write", shop.Merchant);
        (await shop.Api.PostAsync("/v1/orders", shop.Order("W-1"))).Expect(201);
        (await shop.Api.PostAsync("/v1/orders", neighbour.Order("W-2"))).Expect(201);

        Task<Answer> Export(ApiClient client, string query) => client.GetAsync($"/v1/orders/export{query}");
        Assert.DoesNotContain("W-2", (await Export(bound, "")).Expect(200).Text, StringComparison.Ordinal);
        Assert.Contains("W-2", (await Export(shop.Api, $"?merchant={neighbour.Merchant}")).Expect(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("W-", (await Export(shop.Api, "?status=canceled")).Expect(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("W-", (await Export(shop.Api, "?to=2020-01-01")).Expect(200).Text, StringComparison.Ordinal);
        (await Export(shop.Api, "?status=lost")).Expect(422, "not_allowed");
        (await Export(shop.Api, "?charset=utf-16")).Expect(422, "not_allowed");
        (await Export(await shop.Tenant.ClientAsync("invoices:read"), "")).Expect(403, "insufficient_scope");
    }
}
