using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Bnpl.Examples.Tests.Cart;

/// <summary>Somebody with a browser in Japan. Each page that opens is checked: accessible by axe's rules, and nothing in the console.</summary>
internal sealed class Customer : IAsyncDisposable
{
    private readonly IBrowserContext _browser;
    private readonly ExampleShop _shop;
    private readonly bool _script;
    private readonly List<string> _complaints = [];

    private Customer(IBrowserContext browser, ExampleShop shop, IPage page, bool script)
    {
        (_browser, _shop, Page, _script) = (browser, shop, page, script);
        page.Console += (_, message) =>
        {
            // A status of the page itself is no fault in it.
            if (message.Type is "error" or "warning" && !message.Text.Contains("status of 4", StringComparison.Ordinal) && !message.Text.Contains("status of 503", StringComparison.Ordinal))
            {
                _complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    public Task<string> HeadingAsync() => Page.Locator("h1").InnerTextAsync();

    public static async Task<Customer> EnterAsync(IBrowser browser, ExampleShop shop, bool onPhone = false, bool dark = false, bool script = true)
    {
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = "ja-JP",
            TimezoneId = "Asia/Tokyo",
            JavaScriptEnabled = script,
            ViewportSize = onPhone ? new ViewportSize { Width = 375, Height = 760 } : new ViewportSize { Width = 1280, Height = 900 },
            DeviceScaleFactor = onPhone ? 2 : 1,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,

            // As people send it; a headless one is a signal of its own.
            UserAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
        });
        return new Customer(context, shop, await context.NewPageAsync(), script);
    }

    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(_shop.Url + path);
        await CheckAsync();
    }

    /// <summary>Presses a button or link and looks at the page that comes.</summary>
    public async Task PressAsync(string name)
    {
        ILocator pressed = Page.Locator("button:not([aria-disabled]), a.button").Filter(new LocatorFilterOptions { HasText = name }).First;
        await LoadAsync(() => pressed.ClickAsync());
    }

    /// <summary>Does what brings another page, and looks at that page.</summary>
    public async Task LoadAsync(Func<Task> act)
    {
        TaskCompletionSource loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Page.Load += Loaded;
        await act();
        await loaded.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Page.Load -= Loaded;
        await CheckAsync();

        void Loaded(object? sender, IPage page) => loaded.TrySetResult();
    }

    /// <summary>From the shop's door to the page where details are asked.</summary>
    public async Task FillBasketAsync()
    {
        await OpenAsync("/");
        await PressAsync("かごに入れる");
        await PressAsync("ご購入手続きへ");
    }

    public async Task TypeAsync(string kana = "テスト オーケー", string name = "山田 花子", string line1 = "元赤坂1丁目5番31号")
    {
        (string Field, string Text)[] typed =
        [
            ("name", name), ("kana", kana), ("postal", "1070051"), ("city", "港区"), ("line1", line1), ("phone", "090-1234-5678"),
            ("email", "hanako@example.jp"), ("birth_year", "1988"), ("birth_month", "5"), ("birth_day", "1"),
        ];
        foreach ((string field, string text) in typed)
        {
            await Page.FillAsync($"#{field}", text);
        }

        await Page.SelectOptionAsync("#prefecture", "東京都");
    }

    /// <summary>Goes all the way to the page with the last button.</summary>
    public async Task ReachConfirmationAsync(string kana = "テスト オーケー", string name = "山田 花子", string line1 = "元赤坂1丁目5番31号")
    {
        await FillBasketAsync();
        await TypeAsync(kana, name, line1);
        await PressAsync("お支払い方法の選択へ");
        await PressAsync("次へ進む");
    }

    /// <summary>The page's main text.</summary>
    public async Task<string> ReadAsync() => await Page.Locator("main").InnerTextAsync();

    /// <summary>Fails with what anybody would stumble over.</summary>
    public async Task CheckAsync()
    {
        await Page.WaitForLoadStateAsync(LoadState.Load);
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { } folder)
        {
            string name = $"{Directory.GetFiles(folder).Length:000}-{new Uri(Page.Url).AbsolutePath.Trim('/').Replace('/', '-')}.png";
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name), FullPage = true });
        }

        Assert.Empty(_complaints);
        Assert.False(await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"), $"{Page.Url} is wider than its window.");
        if (!_script)
        {
            // axe is a script too; the same pages are looked at where it runs.
            return;
        }

        AxeResult found = await Page.RunAxe();
        Assert.True(found.Violations.Length == 0, $"{Page.Url}: {string.Join("; ", found.Violations.Select(v => $"{v.Id} at {string.Join(", ", v.Nodes.Select(n => n.Html))}"))}");
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();
}
