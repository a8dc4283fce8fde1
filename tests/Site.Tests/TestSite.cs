using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CodingAhead.Site.Tests;

/// <summary>The real host on a book of ours, on a day on which ICD-10-CM 2026 is over.</summary>
public sealed class TestSite(string book, params (string Name, string Value)[] settings) : WebApplicationFactory<Program>
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public HttpClient Browser
    {
        get
        {
            var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
            client.DefaultRequestHeaders.Add("Accept", "text/html");
            return client;
        }
    }

    public async Task<IDocument> Page(string path, System.Net.HttpStatusCode expected = System.Net.HttpStatusCode.OK)
    {
        using var client = Browser;
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        var html = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{path}: {response.StatusCode} {html}");
        Assert.StartsWith("text/html", response.Content.Headers.ContentType?.ToString(), StringComparison.Ordinal);
        return await BrowsingContext.New().OpenAsync(r => r.Content(html).Address("http://localhost" + path));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("book", book);
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
        builder.ConfigureLogging(l => l.ClearProviders());
        builder.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(new Clock()));
    }

    private sealed class Clock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(Today, new TimeOnly(12, 0), TimeSpan.Zero);
    }
}

/// <summary>One site for all tests that only read.</summary>
public sealed class StarterSite : IDisposable
{
    public TestSite Site { get; } = new(SampleBooks.Starter);

    public TestSite Icd { get; } = new(SampleBooks.Icd);

    public TestSite Fees { get; } = new(SampleBooks.Fees);
    public TestSite Maps { get; } = new(SampleBooks.Maps);

    public void Dispose()
    {
        Maps.Dispose();
        Site.Dispose();
        Icd.Dispose();
        Fees.Dispose();
    }
}
