using Microsoft.Playwright;

namespace Bnpl.Examples.Tests.Cart;

/// <summary>Debian's Chromium; customers share the program and nothing else.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("BNPL_CHROMIUM") ?? "/usr/bin/chromium",

            // People's browsers do not say that a program drives them; one that does is a signal of its own.
            Args = ["--no-sandbox", "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-blink-features=AutomationControlled"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
