using CodingAhead.Site.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(CodingAhead.Browser.Tests.Chromium))]

namespace CodingAhead.Browser.Tests;

/// <summary>The distribution's Chromium, and the real site on a free port. Tests are skipped where there is no Chromium.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";
    private KestrelSite? site;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program)) return;
        site = new KestrelSite(SampleBooks.Icd);
        site.UseKestrel(0);
        site.StartServer();
        Address = site.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A fresh window; any error that its page reports fails the test.</summary>
    public async Task<Window> Open(int width = 1280, int height = 900, bool dark = false, bool scripts = true, string? address = null)
    {
        if (browser is null) Assert.Skip($"{Program} is not installed");
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address ?? Address,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = scripts,
            Locale = "en-US",
        });
        return new Window(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (site is not null) await site.DisposeAsync();
    }

    /// <summary>The site on a book of ours.</summary>
    internal sealed class KestrelSite(string book) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("book", book);
            builder.ConfigureLogging(l => l.ClearProviders());
        }
    }
}

/// <summary>One window with one page.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;

    public Window(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, m) =>
        {
            if (m.Type == "error") Errors.Add(m.Text);
        };
        page.PageError += (_, e) => Errors.Add(e);
    }

    public IPage Page { get; }

    public List<string> Errors { get; } = [];

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
