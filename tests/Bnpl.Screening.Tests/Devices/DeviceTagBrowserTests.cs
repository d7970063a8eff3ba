using System.Text.Json.Nodes;
using Bnpl.Screening.Tests.Screenings;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;
using Microsoft.Playwright;

namespace Bnpl.Screening.Tests.Devices;

/// <summary>The tag in a real Chromium, on a shop's page of another site than the platform's.</summary>
public sealed class DeviceTagBrowserTests(PlatformHost host) : IClassFixture<PlatformHost>, IAsyncLifetime
{
    private const string Form = """<form method="post" action="/order" data-bnpl-form><input name="name" value="山田 太郎"><button id="buy">注文する</button></form>""";
    private const string Ready = "() => window.bnplDevice.ready";

    private readonly string _profile = Directory.CreateTempSubdirectory("bnpl-browser-").FullName;
    private IPlaywright? _playwright;

    public async ValueTask InitializeAsync() => _playwright = await Playwright.CreateAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _playwright?.Dispose();
        Directory.Delete(_profile, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_form_is_sent_with_a_session_that_the_screening_finds()
    {
        TenantActor tenant = await host.OnboardAsync();
        await using ShopSite shop = await ShopAsync(tenant, Form);
        await using IBrowserContext browser = await OpenAsync();
        IPage page = await CartAsync(browser, shop);
        string session = (await page.EvaluateAsync<string>("() => window.bnplDevice.ready.then(d => d.session)"))!;
        Assert.StartsWith("dvs_", session, StringComparison.Ordinal);
        Assert.Equal(session, await page.EvaluateAsync<string>("() => window.told.session"));
        await page.ClickAsync("#buy");
        await page.WaitForSelectorAsync("#done");
        Assert.Equal(session, Assert.Single(shop.Orders)["device_session"]);

        Answer screened = await ScreenAsync(tenant, session);
        Assert.Equal("found", screened.Member("normalized.device.session"));
        Assert.Equal(("headless", "Linux"), (screened.Member("normalized.device.agent.kind"), screened.Member("normalized.device.agent.os")));
        Assert.True((bool)screened["normalized.device.network.reserved"]!);
        Assert.Equal("device_program", (string?)screened["reasons"]![0]!["code"]);

        TenantTables tables = new(host.Database, tenant.TenantId);
        await Until.TrueAsync("the time to order", async () => await tables.CountAsync("screening.device_sessions WHERE submitted_after_ms > 0") == 1);

        // Another page of the same browser is another session of the same device.
        IPage again = await CartAsync(browser, shop);
        await again.EvaluateAsync(Ready);
        Assert.Equal(["2 1"], await tables.RowsAsync("SELECT count(*), count(DISTINCT cookie_hash) FROM screening.device_sessions"));
        BrowserContextCookiesResult cookie = Assert.Single(await browser.CookiesAsync());
        Assert.Equal(("bnpl_device", "localhost", SameSiteAttribute.Lax), (cookie.Name, cookie.Domain, cookie.SameSite));
    }

    [Fact]
    public async Task Every_form_that_has_the_field_is_filled_and_no_other_is_touched()
    {
        TenantActor tenant = await host.OnboardAsync();
        await using ShopSite shop = await ShopAsync(
            tenant, Form + """<form id="has"><input type="hidden" name="device_session"></form><form id="search"><input name="q"></form>""");
        await using IBrowserContext browser = await OpenAsync();
        IPage page = await CartAsync(browser, shop);
        await page.EvaluateAsync(Ready);
        Assert.StartsWith("dvs_", await page.InputValueAsync("#has [name=device_session]"), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("[data-bnpl-form] [type=hidden][name=device_session]").CountAsync());
        Assert.Equal(0, await page.Locator("#search [name=device_session]").CountAsync());

        // A form that the page adds later is filled when it is sent.
        await page.EvaluateAsync("""() => { document.body.insertAdjacentHTML('beforeend', '<form method=post action=/order data-bnpl-form id=late><button>b</button></form>') }""");
        await page.ClickAsync("#late button");
        await page.WaitForSelectorAsync("#done");
        Assert.StartsWith("dvs_", shop.Orders[^1]["device_session"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_keeps_no_cookies_and_no_storage_still_gets_a_session()
    {
        // Chromium's own setting, not a pretence: reading either throws.
        Directory.CreateDirectory(Path.Combine(_profile, "Default"));
        await File.WriteAllTextAsync(
            Path.Combine(_profile, "Default", "Preferences"), """{"profile":{"default_content_setting_values":{"cookies":2}}}""");
        TenantActor tenant = await host.OnboardAsync();
        await using ShopSite shop = await ShopAsync(tenant, Form);
        await using IBrowserContext browser = await OpenAsync();
        IPage page = await CartAsync(browser, shop);
        Assert.Equal("refused", await page.EvaluateAsync<string>("() => { try { localStorage.length; return 'open' } catch (e) { return 'refused' } }"));
        await page.EvaluateAsync(Ready);
        await page.ClickAsync("#buy");
        await page.WaitForSelectorAsync("#done");
        Assert.Equal("found", (await ScreenAsync(tenant, Assert.Single(shop.Orders)["device_session"])).Member("normalized.device.session"));
        Assert.Empty(await browser.CookiesAsync());
    }

    [Fact]
    public async Task A_browser_that_asks_not_to_be_tracked_gets_a_session_and_no_cookie()
    {
        TenantActor tenant = await host.OnboardAsync();
        await using ShopSite shop = await ShopAsync(tenant, Form);
        await using IBrowserContext browser = await OpenAsync();
        await browser.AddInitScriptAsync("Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true })");
        IPage page = await CartAsync(browser, shop);
        string session = (await page.EvaluateAsync<string>("() => window.bnplDevice.ready.then(d => d.session)"))!;
        Assert.Empty(await browser.CookiesAsync());
        Answer screened = await ScreenAsync(tenant, session);
        Assert.Equal("found", screened.Member("normalized.device.session"));
        Assert.Null(screened["normalized.device.agent"]);
        Assert.Equal(0, await new TenantTables(host.Database, tenant.TenantId).CountAsync("screening.device_sessions WHERE cookie_hash IS NOT NULL"));
    }

    [Theory]
    [InlineData("lost")]
    [InlineData("silent")]
    [InlineData("broken")]
    [InlineData("unknown tenant")]
    public async Task A_platform_that_does_not_answer_never_keeps_the_shop_from_selling(string how)
    {
        TenantActor tenant = await host.OnboardAsync();
        await using ShopSite shop = await ShopAsync(tenant, Form, how == "unknown tenant" ? "nobody-here" : null);
        await using IBrowserContext browser = await OpenAsync();
        await browser.RouteAsync("**/tag/v1/sessions*", route => how switch
        {
            "lost" => route.AbortAsync("internetdisconnected"),
            "silent" => Task.CompletedTask,
            "broken" => route.FulfillAsync(new RouteFulfillOptions { Status = 201, Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" }, Body = "<html>" }),
            _ => route.ContinueAsync(),
        });
        IPage page = await CartAsync(browser, shop);
        Assert.True(await page.EvaluateAsync<bool>("() => window.bnplDevice.ready.then(d => d === null)"));
        Assert.Equal("nothing", await page.EvaluateAsync<string>("() => window.told"));
        Assert.Empty(await page.EvaluateAsync<string[]>("() => window.errors"));
        await page.ClickAsync("#buy");
        await page.WaitForSelectorAsync("#done");
        Assert.Equal("山田 太郎", Assert.Single(shop.Orders)["name"]);
    }

    private async Task<ShopSite> ShopAsync(TenantActor tenant, string forms, string? slug = null) =>
        await ShopSite.StartAsync(() => ShopSite.Page(host.Http.BaseAddress!, slug ?? tenant.Slug, forms));

    private Task<IBrowserContext> OpenAsync() => _playwright!.Chromium.LaunchPersistentContextAsync(_profile, new BrowserTypeLaunchPersistentContextOptions
    {
        ExecutablePath = Environment.GetEnvironmentVariable("BNPL_CHROMIUM") ?? "/usr/bin/chromium",
        Args = ["--no-sandbox", "--headless", "--disable-gpu", "--disable-dev-shm-usage"],
        Locale = "ja-JP",
        TimezoneId = "Asia/Tokyo",
    });

    private static async Task<IPage> CartAsync(IBrowserContext browser, ShopSite shop)
    {
        IPage page = await browser.NewPageAsync();
        await page.GotoAsync($"{shop.Url}/cart");
        await page.WaitForFunctionAsync("() => window.bnplDevice");
        return page;
    }

    private static async Task<Answer> ScreenAsync(TenantActor tenant, string session)
    {
        JsonObject purchase = Purchases.Of(await Purchases.MerchantAsync(tenant));
        purchase["device"] = new JsonObject { ["session"] = session };
        return (await tenant.PostAsync("/v1/screenings", purchase)).Expect(201);
    }
}
