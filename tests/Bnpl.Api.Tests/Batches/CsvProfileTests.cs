using System.Text;
using System.Text.Json.Nodes;
using Bnpl.Api.CsvProfiles;
using Bnpl.TestKit;

namespace Bnpl.Api.Tests.Batches;

/// <summary>Shops whose systems write tables in their own way store that way once.</summary>
public sealed class CsvProfileTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private const string Csv = "text/csv";
    private static readonly Encoding s_shiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    [Fact]
    public async Task A_table_of_orders_is_read_as_its_stored_profile_says()
    {
        Night shop = await Night.OpenAsync(host);
        Answer stored = (await shop.Api.PutAsync("/v1/csv_profiles/own_shop", Orders())).Expect(201);
        string[] today = (await shop.TodayAsync()).Split('-');
        Assert.Equal(("own_shop", 1, "orders", "\t"), (stored.Member("code"), (int)stored["version"]!, stored.Member("kind"), stored.Member("delimiter")));

        Answer batch = (await SendAsync(shop, "own_shop", s_shiftJis.GetBytes(
            "受注番号\t受注日\tお名前\tフリガナ\t電話\tメール\t郵便\t県\t市\t番地\t品名\t個数\t価格\t担当\r\n"
            + $"R-1\t{today[2]}/{today[1]}/{today[0]}\t髙橋 一郎\tテスト オーケー\t090-1111-2222\tt@example.jp\t107-0051\t東京都\t港区\t元赤坂1-5-31\t鉢①ｱｲｳ～－\t2\t1,100\t佐藤\r\n"))).Expect(202);
        await Night.EndAsync(shop.Api, batch.Id);

        JsonNode result = Assert.Single(await Night.ResultsAsync(shop.Api, batch.Id));
        Assert.True((string)result["status"]! == "ok", result.ToJsonString());
        Answer order = await shop.OrderOfAsync("R-1");
        Assert.Equal(
            ("髙橋 一郎", "鉢①ｱｲｳ～－", "0.10", 2_200),
            (order.Member("buyer.name"), (string)order["lines"]![0]!["name"]!, (string)order["lines"]![0]!["tax_rate"]!, (int)order["amount"]!));
    }

    [Fact]
    public async Task A_batch_keeps_the_profile_that_its_file_was_read_by()
    {
        Night shop = await Night.OpenAsync(host);
        (await shop.Api.PutAsync("/v1/csv_profiles/parcels", Shipments("発送日"))).Expect(201);
        string day = await shop.TodayAsync();
        byte[] table = Encoding.UTF8.GetBytes($"受注番号,発送日\nK-1,{day}\n");

        Answer first = (await SendAsync(shop, "parcels", table)).Expect(202);
        Answer same = (await SendAsync(shop, "parcels", table)).Expect(200);
        (await shop.Api.PutAsync("/v1/csv_profiles/parcels", Shipments("発送日"))).Expect(200);
        Answer changed = (await shop.Api.PutAsync("/v1/csv_profiles/parcels", Shipments("出荷した日"))).Expect(200);
        (await SendAsync(shop, "parcels", table)).Expect(422, "validation_failed");
        (await shop.Api.DeleteAsync("/v1/csv_profiles/parcels")).Expect(204);
        (await SendAsync(shop, "parcels", table)).Expect(422, "not_allowed");

        Assert.Equal((first.Id, 2), (same.Member("duplicate_of"), (int)changed["version"]!));
        Answer kept = (await shop.Api.GetAsync($"/v1/batches/{first.Id}")).Expect(200);
        Assert.Equal(("parcels", 1, "発送日"), (kept.Member("csv_profile.code"), (int)kept["csv_profile"]!["version"]!, (string)kept["csv_profile"]!["document"]!["columns"]![1]!["header"]!));
        Assert.Null((await shop.Api.GetAsync("/v1/batches")).Expect(200)["data"]![0]!["csv_profile"]!["document"]);
    }

    [Fact]
    public async Task The_same_bytes_read_by_another_profile_are_another_batch()
    {
        Night shop = await Night.OpenAsync(host);
        byte[] table = Encoding.UTF8.GetBytes($"受注番号,発送日\nK-1,{await shop.TodayAsync()}\n");
        (await shop.Api.PutAsync("/v1/csv_profiles/one", Shipments("発送日"))).Expect(201);
        (await shop.Api.PutAsync("/v1/csv_profiles/two", Shipments("発送日", "yamato"))).Expect(201);

        Assert.NotEqual((await SendAsync(shop, "one", table)).Expect(202).Id, (await SendAsync(shop, "two", table)).Expect(202).Id);
    }

    [Fact]
    public async Task What_a_profile_exports_it_imports_again_and_nothing_changes()
    {
        Night shop = await Night.OpenAsync(host);
        (await shop.Api.PutAsync("/v1/csv_profiles/own_shop", Orders())).Expect(201);
        JsonObject order = shop.Order("X-1");
        order["ordered_at"] = "2026-04-02T02:20:30.25Z";
        order["lines"]![0]!["name"] = "=cmd|'/C calc'!A0";
        order.Remove("deliveries");
        (await shop.Api.PostAsync("/v1/orders", order)).Expect(201);

        Answer exported = (await shop.Api.GetAsync("/v1/orders/export?profile=own_shop")).Expect(200);
        string text = s_shiftJis.GetString(exported.Bytes);
        Assert.Equal("受注番号\t受注日\tお名前\tフリガナ\t電話\tメール\t郵便\t県\t市\t番地\t品名\t個数\t価格\t担当", text.Split("\r\n")[0]);
        Assert.Contains("\t02/04/2026 11:20:30.25\t", text, StringComparison.Ordinal);
        Assert.Contains("\t'=cmd|'/C calc'!A0\t", text, StringComparison.Ordinal);

        Answer batch = (await SendAsync(shop, "own_shop", exported.Bytes)).Expect(202);
        await Night.EndAsync(shop.Api, batch.Id);
        Assert.Equal("200", $"{Assert.Single(await Night.ResultsAsync(shop.Api, batch.Id))["status_code"]}");
        (await shop.Api.GetAsync("/v1/orders/export?profile=own_shop&heading=en")).Expect(422, "not_allowed");
        (await shop.Api.GetAsync("/v1/shipments/export?profile=own_shop")).Expect(422, "not_allowed");
        (await shop.Api.GetAsync("/v1/orders/export?from=0001-01-01")).Expect(422, "out_of_range");
        (await shop.Api.GetAsync("/v1/orders/export?to=9999-12-31")).Expect(422, "out_of_range");
        (await shop.Api.GetAsync("/v1/orders/export?profile=nobodys")).Expect(422, "not_allowed");
    }

    [Fact]
    public async Task The_carriers_file_of_printed_labels_ships_the_orders_in_it()
    {
        Night shop = await Night.OpenAsync(host);
        (await shop.Api.PostAsync("/v1/orders", shop.Order("Y-1"))).Expect(201);
        string day = (await shop.TodayAsync()).Replace('-', '/');

        // 数量 is ours by name, and here another's: only what the profile names is read.
        Answer batch = (await SendAsync(shop, "yamato_b2", s_shiftJis.GetBytes(
            $"お客様管理番号,送り状種類,クール区分,伝票番号,出荷予定日,お届け先名,数量\r\nY-1,0,,{Tracking},{day},\"ｱｲｳ,髙橋\",個口\r\n"))).Expect(202);
        await Night.EndAsync(shop.Api, batch.Id);

        JsonNode result = Assert.Single(await Night.ResultsAsync(shop.Api, batch.Id));
        Assert.True((string)result["status"]! == "ok", result.ToJsonString());
        JsonNode parcel = (await shop.Api.GetAsync($"/v1/shipments/{result["resource"]}")).Expect(200)["parcels"]![0]!;
        Assert.Equal(("yamato", Tracking), ((string)parcel["carrier"]!, (string)parcel["tracking_no"]!));
    }

    [Fact]
    public async Task A_profile_that_says_what_cannot_be_is_refused_by_field()
    {
        Night shop = await Night.OpenAsync(host);
        async Task<string> Told(object body, string code = "mine") =>
            string.Join(' ', ((await shop.Api.PutAsync($"/v1/csv_profiles/{code}", body)).Expect(422)["errors"]?.AsArray() ?? []).Select(e => $"{e!["field"]}:{e["code"]}"));
        object[] one = [new { header = "番号", column = "merchant_order_no" }];

        Assert.Equal("kind:required columns:required", await Told(new { }));
        Assert.Equal("kind:not_allowed", await Told(new { kind = "buyers", columns = one }));
        Assert.Equal(
            "encoding:not_allowed delimiter:not_allowed date_format:not_allowed values:not_allowed other_columns:not_allowed",
            await Told(new { kind = "orders", encoding = "utf-16", delimiter = "x", date_format = "d/m/y", values = "x", other_columns = "x", columns = one }));
        Assert.Equal("columns[0]:required", await Told(new { kind = "orders", columns = new object?[] { null } }));
        Assert.Equal("columns[0].column:unknown_column", await Told(new { kind = "orders", columns = new[] { new { header = "a", column = "shipped_on" } } }));
        Assert.Equal(
            "columns[1].header:duplicate_column columns[1].column:duplicate_column",
            await Told(new { kind = "orders", columns = new[] { new { header = "a", column = "amount" }, new { header = " a ", column = "合計金額" } } }));
        Assert.Equal("columns:too_long", await Told(new { kind = "orders", columns = Enumerable.Range(0, 201).Select(i => new { header = $"{i}", column = (string?)null }) }));
        Assert.Equal(
            "fixed.merchant_order_no:duplicate_column fixed.quantity:invalid_type fixed.status:unknown_column",
            await Told(new { kind = "orders", columns = one, @fixed = new { merchant_order_no = "1", quantity = "many", status = "x" } }));
        Assert.Equal("code:invalid_code", await Told(new { kind = "orders", columns = one }, "Mine"));
        Assert.Equal("code:reserved", await Told(new { kind = "orders", columns = one }, "yamato_b2"));
        (await shop.Api.DeleteAsync("/v1/csv_profiles/orders")).Expect(422, "reserved");
        (await shop.Api.GetAsync("/v1/csv_profiles/A.b")).Expect(404);
        (await shop.Api.DeleteAsync("/v1/csv_profiles/nobodys")).Expect(404);
        (await shop.Api.GetAsync("/v1/csv_profiles?merchant=mer_x")).Expect(422, "invalid_id");
        Assert.Equal(["orders", "shipments", "yamato_b2"], await CodesAsync(shop.Api));
    }

    [Fact]
    public async Task Every_profile_that_comes_with_the_platform_could_be_stored()
    {
        Night shop = await Night.OpenAsync(host);
        foreach (JsonNode? profile in (await shop.Api.GetAsync("/v1/csv_profiles")).Expect(200)["data"]!.AsArray())
        {
            string[] body = ["kind", "name", "encoding", "delimiter", "date_format", "values", "other_columns", "columns", "fixed"];
            JsonObject copy = new(profile!.AsObject().Where(m => body.Contains(m.Key)).Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));
            (await shop.Api.PutAsync($"/v1/csv_profiles/my_{profile["code"]}", copy)).Expect(201);
        }
    }

    [Fact]
    public async Task A_merchants_profile_is_its_own_and_goes_before_the_tenants_of_that_code()
    {
        Night shop = await Night.OpenAsync(host);
        string other = (await shop.Api.PostAsync("/v1/merchants", new { name = "別の店" })).Expect(201).Id;
        ApiClient own = await shop.Tenant.ClientAsync("orders:read orders:write", shop.Merchant);
        ApiClient others = await shop.Tenant.ClientAsync("orders:read orders:write", other);
        Night stranger = await Night.OpenAsync(host);
        (await shop.Api.PutAsync("/v1/csv_profiles/parcels", Shipments("発送日"))).Expect(201);
        (await own.PutAsync("/v1/csv_profiles/parcels", Shipments("出した日"))).Expect(201);

        foreach (ApiClient blind in (ApiClient[])[others, stranger.Api])
        {
            (await blind.GetAsync("/v1/csv_profiles/parcels")).Expect(404);
            (await blind.DeleteAsync("/v1/csv_profiles/parcels")).Expect(404);
            (await blind.GetAsync($"/v1/csv_profiles/parcels?merchant={shop.Merchant}")).Expect(404);
            (await blind.PutAsync($"/v1/csv_profiles/parcels?merchant={shop.Merchant}", Shipments("悪い日"))).Expect(404);
            Assert.DoesNotContain("parcels", await CodesAsync(blind));
        }

        async Task<string> HeaderAsync(ApiClient client, string query = "") => (string)(await client.GetAsync($"/v1/csv_profiles/parcels{query}")).Expect(200)["columns"]![1]!["header"]!;
        Assert.Equal(
            ("発送日", "出した日", "出した日"),
            (await HeaderAsync(shop.Api), await HeaderAsync(shop.Api, $"?merchant={shop.Merchant}"), await HeaderAsync(own)));
        Answer batch = (await SendAsync(shop, "parcels", Encoding.UTF8.GetBytes($"受注番号,出した日\nZ-1,{await shop.TodayAsync()}\n"))).Expect(202);
        Assert.Equal("parcels", batch.Member("csv_profile.code"));
        (await Night.SendAsync(others, "受注番号,発送日\nZ-1,2026-04-01\n", type: Csv, path: "/v1/batches?profile=parcels")).Expect(422, "not_allowed");
    }

    [Fact]
    public async Task Many_who_store_one_code_at_once_make_versions_without_a_gap()
    {
        Night shop = await Night.OpenAsync(host);

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => shop.Api.PutAsync("/v1/csv_profiles/race", Shipments($"発送日{i}"))));

        Assert.Equal(Enumerable.Range(1, 8), answers.Select(a => (int)a["version"]!).Order());
        Assert.Equal(201, Assert.Single(answers, a => a.Status != 200).Status);
        (await shop.Api.PutAsync("/v1/csv_profiles/race", Shipments("遅い"), "\"7\"")).Expect(412, "stale_version");
        (await shop.Api.DeleteAsync("/v1/csv_profiles/race", "\"8\"")).Expect(204);
    }

    [Fact]
    public void Each_date_format_reads_what_it_writes()
    {
        foreach (string format in CsvProfileDocument.DateFormats)
        {
            foreach (DateOnly day in (DateOnly[])[new(2026, 1, 2), new(2024, 2, 29), new(2026, 12, 31)])
            {
                Assert.Equal(day, DateOnly.ParseExact(day.ToString(format, System.Globalization.CultureInfo.InvariantCulture), format, System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }

    // Its last digit is the remainder of the others by seven.
    private const string Tracking = "123456789013";

    private static object Orders() => new
    {
        kind = "orders",
        name = "自社カート",
        encoding = "shift_jis",
        delimiter = "\t",
        date_format = "dd/MM/yyyy",
        columns = new (string Header, string? Column)[]
        {
            ("受注番号", "merchant_order_no"), ("受注日", "ordered_at"), ("お名前", "buyer_name"), ("フリガナ", "buyer_name_kana"), ("電話", "buyer_phone"), ("メール", "buyer_email"),
            ("郵便", "buyer_postal_code"), ("県", "buyer_prefecture"), ("市", "buyer_city"), ("番地", "buyer_line1"), ("品名", "line_name"), ("個数", "quantity"), ("価格", "unit_price"),
            ("担当", null),
        }.Select(c => new { header = c.Header, column = c.Column }),
        @fixed = new { tax_rate = "10%", invoice_delivery = "なし" },
    };

    private static object Shipments(string day, string? carrier = null) => new
    {
        kind = "shipments",
        encoding = "utf-8",
        columns = new[] { new { header = "受注番号", column = "merchant_order_no" }, new { header = day, column = "出荷日" } },
        @fixed = carrier is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["carrier"] = carrier },
    };

    private static Task<Answer> SendAsync(Night shop, string profile, byte[] table) =>
        Night.SendAsync(shop.Api, table, type: Csv, path: $"/v1/batches?profile={profile}&merchant={shop.Merchant}");

    private static async Task<IEnumerable<string>> CodesAsync(ApiClient client) =>
        [.. (await client.GetAsync("/v1/csv_profiles")).Expect(200)["data"]!.AsArray().Select(p => (string)p!["code"]!)];
}
