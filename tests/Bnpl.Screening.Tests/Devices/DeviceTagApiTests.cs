using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bnpl.Screening.Tests.Screenings;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Screening.Tests.Devices;

public sealed class DeviceTagApiTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private const string Windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";

    private static JsonObject Report => new()
    {
        ["v"] = 1,
        ["webdriver"] = false,
        ["cookie_id"] = "00112233445566778899aabbccddeeff.1775000000",
        ["cookie_created"] = 1_775_000_000,
        ["storage"] = "cookie",
        ["ua_data"] = new JsonObject { ["platform"] = "Windows", ["mobile"] = false, ["brands"] = new JsonArray("Chromium 126") },
        ["platform"] = "Win32",
        ["languages"] = new JsonArray("ja", "en-US"),
        ["timezone"] = "Asia/Tokyo",
        ["offset"] = -540,
        ["screen"] = new JsonObject { ["width"] = 1920, ["height"] = 1080.5, ["ratio"] = 1.25, ["depth"] = 24 },
        ["touch"] = 0,
        ["cores"] = 8,
        ["referrer"] = "www.example.jp",
    };

    [Fact]
    public async Task The_script_is_small_readable_cacheable_and_open_to_every_page()
    {
        Answer script = await GetAsync("/tag/v1/device.js");
        script.Expect(200);
        Assert.InRange(script.Bytes.Length, 1000, 10 * 1024);
        Assert.Equal("text/javascript; charset=utf-8", script.Header("Content-Type"));
        Assert.Equal("nosniff", script.Header("X-Content-Type-Options"));
        Assert.Equal("cross-origin", script.Header("Cross-Origin-Resource-Policy"));
        Assert.Equal("*", script.Header("Access-Control-Allow-Origin"));
        Assert.Contains("max-age=86400", script.Header("Cache-Control"), StringComparison.Ordinal);

        Answer again = await GetAsync("/tag/v1/device.js", ("If-None-Match", script.ETag!));
        Assert.Equal((304, 0), (again.Status, again.Bytes.Length));
    }

    [Fact]
    public async Task A_session_is_found_by_the_screening_that_names_it_and_by_no_other_tenants()
    {
        TenantActor tenant = await host.OnboardAsync(), other = await host.OnboardAsync();
        string session = await OpenAsync(tenant, Report);

        Answer screened = await ScreenAsync(tenant, new JsonObject { ["session"] = session });
        Assert.Equal("found", screened.Member("normalized.device.session"));
        Assert.Equal(("Chrome", "Windows"), (screened.Member("normalized.device.agent.family"), screened.Member("normalized.device.agent.os")));
        Answer read = (await tenant.GetAsync($"/v1/screenings/{screened.Id}")).Expect(200);
        Assert.True(JsonNode.DeepEquals(screened.Body, read.Body), $"{screened.Text}\n{read.Text}");

        Assert.Equal("unknown", (await ScreenAsync(other, new JsonObject { ["session"] = session })).Member("normalized.device.session"));
        Assert.Equal("unknown", (await ScreenAsync(tenant, new JsonObject { ["session"] = "dvs_01JD0000000000000000000000" })).Member("normalized.device.session"));
        Assert.Equal("unknown", (await ScreenAsync(tenant, new JsonObject { ["session"] = "nonsense" })).Member("normalized.device.session"));
        Assert.Equal("none", (await ScreenAsync(tenant, null)).Member("normalized.device.session"));
    }

    [Fact]
    public async Task Purchases_with_nothing_in_common_but_the_browser_that_the_tag_saw_belong_together()
    {
        TenantActor tenant = await host.OnboardAsync();
        JsonObject elsewhere = Report;
        elsewhere["cookie_id"] = "ffeeddccbbaa99887766554433221100.1775000000";
        string merchant = await Purchases.MerchantAsync(tenant);
        Answer first = await BuyAsync("山田 太郎", "ヤマダ タロウ", "090-1234-5678", "taro@example.jp", "元赤坂一丁目5番31号", await OpenAsync(tenant, Report));
        await BuyAsync("鈴木 一郎", "スズキ イチロウ", "080-2222-3456", "ichiro@example.jp", "赤坂2-3-4", await OpenAsync(tenant, elsewhere));

        Answer same = await BuyAsync("佐藤 花子", "サトウ ハナコ", "070-3333-4567", "hanako@example.jp", "六本木6-10-1", await OpenAsync(tenant, Report));
        JsonNode similar = Assert.Single(same["matched"]!["similar"]!.AsArray())!;
        Assert.Equal((first.Id, "device"), ((string?)similar["screening"], string.Join(',', similar["keys"]!.AsArray())));
        Assert.Equal(1, (int?)same["matched"]!["cluster"]!["size"]);

        (await tenant.PostAsync($"/v1/screenings/{same.Id}/outcome", new { status = "fraud" })).Expect(200);
        Answer next = await BuyAsync("高橋 誠", "タカハシ マコト", "090-4444-5678", "makoto@example.jp", "新橋1-2-3", await OpenAsync(tenant, Report));
        Assert.Subset(next["reasons"]!.AsArray().Select(reason => (string)reason!["code"]!).ToHashSet(), new HashSet<string> { "household_bad", "cluster_bad" });

        async Task<Answer> BuyAsync(string name, string kana, string phone, string email, string line1, string session)
        {
            JsonObject purchase = Purchases.Of(merchant);
            JsonObject buyer = purchase["buyer"]!.AsObject();
            (buyer["name"], buyer["name_kana"], buyer["phone"], buyer["email"], buyer["address"]!["line1"]) = (name, kana, phone, email, line1);
            purchase["device"] = new JsonObject { ["session"] = session };
            return (await tenant.PostAsync("/v1/screenings", purchase)).Expect(201);
        }
    }

    [Fact]
    public async Task What_the_tag_saw_weighs_in_the_verdict_beside_what_the_shop_sent()
    {
        TenantActor tenant = await host.OnboardAsync();
        JsonObject report = Report;
        report["webdriver"] = true;
        report["ua_data"]!["platform"] = "Linux";
        Answer screened = await ScreenAsync(tenant, new JsonObject { ["session"] = await OpenAsync(tenant, report), ["ip"] = "58.240.0.1", ["user_agent"] = Windows });
        string[] reasons = [.. screened["reasons"]!.AsArray().Select(r => (string)r!["code"]!)];
        Assert.Equal(["device_program", "device_inconsistent", "ip_abroad"], reasons);
        Assert.Equal("review", screened.Member("verdict"));
        Assert.Equal("CN", screened.Member("normalized.device.network.country"));
    }

    [Fact]
    public async Task Everything_that_tells_of_the_buyer_is_sealed_and_a_browser_that_objects_leaves_nothing()
    {
        TenantActor tenant = await host.OnboardAsync();
        await OpenAsync(tenant, Report);
        TenantTables tables = new(host.Database, tenant.TenantId);
        Assert.Equal(["1"], await tables.RowsAsync("SELECT octet_length(cookie_hash) / 16 FROM screening.device_sessions"));
        Assert.Equal(["False"], await tables.RowsAsync("SELECT position('Tokyo'::bytea in payload) > 0 OR position('127.0.0.1'::bytea in payload) > 0 FROM screening.device_sessions"));

        // The script of a browser that objects sends little; one that forged more is not listened to.
        string silent = await OpenAsync(tenant, Report, ("Sec-GPC", "1"));
        Assert.Equal(["1"], await tables.RowsAsync("SELECT count(*) FROM screening.device_sessions WHERE cookie_hash IS NULL"));
        Answer screened = await ScreenAsync(tenant, new JsonObject { ["session"] = silent });
        Assert.Equal("found", screened.Member("normalized.device.session"));
        Assert.Null(screened["normalized.device.agent"]);
        Assert.Null(screened["normalized.device.network"]);
    }

    [Fact]
    public async Task A_session_is_good_for_a_day_of_the_tenants_clock_and_then_forgotten()
    {
        TenantActor tenant = await host.OnboardAsync();
        DateTimeOffset noon = new(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date).AddDays(30), new TimeOnly(3, 0), TimeSpan.Zero);
        await tenant.AdvanceToAsync(noon);
        Answer opened = (await PostAsync($"/tag/v1/sessions?tenant={tenant.Slug}", Report.ToJsonString())).Expect(201);
        Assert.Equal(noon.AddDays(1), DateTimeOffset.Parse(opened.Member("expires_at")));
        JsonObject device = new() { ["session"] = opened.Member("session") };

        await tenant.AdvanceToAsync(noon.AddDays(1).AddMinutes(-1));
        Assert.Equal("found", (await ScreenAsync(tenant, device)).Member("normalized.device.session"));
        await tenant.AdvanceToAsync(noon.AddDays(1));
        Assert.Equal("expired", (await ScreenAsync(tenant, device)).Member("normalized.device.session"));
        await tenant.AdvanceToAsync(noon.AddDays(2));
        Assert.Equal("unknown", (await ScreenAsync(tenant, device)).Member("normalized.device.session"));
        Assert.Equal(0, await new TenantTables(host.Database, tenant.TenantId).CountAsync("screening.device_sessions"));
    }

    [Fact]
    public async Task The_first_word_about_the_time_to_order_counts()
    {
        TenantActor tenant = await host.OnboardAsync();
        string session = await OpenAsync(tenant, Report);
        (await PostAsync($"/tag/v1/sessions/{session}/submitted?tenant={tenant.Slug}", """{"elapsed_ms":700}""")).Expect(204);
        (await PostAsync($"/tag/v1/sessions/{session}/submitted?tenant={tenant.Slug}", """{"elapsed_ms":70000}""")).Expect(204);
        (await PostAsync($"/tag/v1/sessions/dvs_01JD0000000000000000000000/submitted?tenant={tenant.Slug}", """{"elapsed_ms":70000}""")).Expect(204);
        (await PostAsync($"/tag/v1/sessions/{session}/submitted?tenant={tenant.Slug}", """{"elapsed_ms":-1}""")).Expect(422, "out_of_range");
        Assert.Equal(["700"], await new TenantTables(host.Database, tenant.TenantId).RowsAsync("SELECT submitted_after_ms FROM screening.device_sessions"));
        Answer screened = await ScreenAsync(tenant, new JsonObject { ["session"] = session });
        Assert.Equal("form_haste", (string?)screened["reasons"]![0]!["code"]);
    }

    [Fact]
    public async Task A_live_tenants_pages_report_as_a_test_tenants_do()
    {
        TenantActor live = await host.OnboardAsync("live");
        Assert.StartsWith("dvs_", await OpenAsync(live, Report), StringComparison.Ordinal);
        Assert.Equal(1, await new TenantTables(host.Database, live.TenantId).CountAsync("screening.device_sessions"));
    }

    [Fact]
    public async Task Tenants_that_are_none_or_suspended_or_the_platform_are_not_found()
    {
        TenantActor tenant = await host.OnboardAsync();
        (await host.Operator.PostAsync($"/v1/platform/tenants/{tenant.Id}/suspend")).Expect(200);
        foreach (string query in new[] { $"?tenant={tenant.Slug}", "?tenant=platform", "?tenant=nobody-here", "", "?tenant=%00", "?tenant=a&tenant=b" })
        {
            (await PostAsync($"/tag/v1/sessions{query}", Report.ToJsonString())).Expect(404, "not_found");
        }
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("[]", 422)]
    [InlineData("null", 400)]
    [InlineData("{", 400)]
    [InlineData("""{"v":2}""", 422)]
    [InlineData("""{"v":"1"}""", 422)]
    [InlineData("""{"hobby":"x"}""", 422)]
    [InlineData("""{"timezone":"\ud800"}""", 422)]
    [InlineData("""{"cores":1e400}""", 422)]
    [InlineData("""{"screen":{"width":"wide"}}""", 422)]
    [InlineData("""{"screen":{"width":1e999}}""", 422)]
    [InlineData("""{"screen":{"height":1080,"ratio":-1e999}}""", 422)]
    [InlineData("""{"languages":["1","2","3","4","5","6","7","8","9"]}""", 422)]
    [InlineData("""{"languages":["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]}""", 422)]
    [InlineData("""{"cookie_created":-1}""", 422)]
    [InlineData("""{"storage":"pocket"}""", 422)]
    public async Task A_report_that_no_tag_would_send_is_refused_by_field(string body, int status)
    {
        TenantActor tenant = await host.OnboardAsync();
        (await PostAsync($"/tag/v1/sessions?tenant={tenant.Slug}", body)).Expect(status);
        Assert.Equal(0, await new TenantTables(host.Database, tenant.TenantId).CountAsync("screening.device_sessions"));
    }

    [Fact]
    public async Task A_report_of_more_than_8_KiB_is_refused()
    {
        TenantActor tenant = await host.OnboardAsync();
        (await PostAsync($"/tag/v1/sessions?tenant={tenant.Slug}", new string(' ', 8 * 1024 - 2) + "{}")).Expect(201);
        (await PostAsync($"/tag/v1/sessions?tenant={tenant.Slug}", new string(' ', 8 * 1024 - 1) + "{}")).Expect(413, "too_large");
    }

    private async Task<string> OpenAsync(TenantActor tenant, JsonObject report, params (string Name, string Value)[] headers) =>
        (await PostAsync($"/tag/v1/sessions?tenant={tenant.Slug}", report.ToJsonString(), headers)).Expect(201).Member("session");

    private static async Task<Answer> ScreenAsync(TenantActor tenant, JsonObject? device)
    {
        JsonObject purchase = Purchases.Of(await Purchases.MerchantAsync(tenant));
        purchase["device"] = device?.DeepClone();
        return (await tenant.PostAsync("/v1/screenings", purchase)).Expect(201);
    }

    private Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path), headers);

    private Task<Answer> PostAsync(string path, string body, params (string Name, string Value)[] headers) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "text/plain") }, headers);

    private async Task<Answer> SendAsync(HttpRequestMessage request, (string Name, string Value)[] headers)
    {
        using HttpRequestMessage sent = request;
        sent.Headers.TryAddWithoutValidation("User-Agent", Windows);
        foreach ((string name, string value) in headers)
        {
            sent.Headers.TryAddWithoutValidation(name, value);
        }

        return await ApiClient.ReadAsync(host.Http, sent);
    }
}

/// <summary>A host that admits few calls of the tag.</summary>
public sealed class CrowdedTagHost : PlatformHost
{
    protected override IReadOnlyList<string> Arguments => ["--RateLimits:TagsPerAddress=3"];
}

public sealed class DeviceTagLimitTests(CrowdedTagHost host) : IClassFixture<CrowdedTagHost>
{
    [Fact]
    public async Task An_address_that_asks_too_often_is_told_to_wait()
    {
        List<HttpStatusCode> statuses = [];
        for (int i = 0; i < 40 && !statuses.Contains(HttpStatusCode.TooManyRequests); i++)
        {
            using HttpResponseMessage response = await host.Http.GetAsync("/tag/v1/device.js");
            statuses.Add(response.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }
}
