using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CodingAhead.Site.Tests;

public sealed class SecurityTests(StarterSite sites)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/codes/cpt/64635")]
    [InlineData("/codes/cpt/99999")]
    [InlineData("/api/search?q=facet")]
    [InlineData("/api/nothing")]
    [InlineData("/site.css")]
    public async Task Every_answer_carries_the_headers(string path)
    {
        using var client = sites.Site.Browser;
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.NotEmpty(response.Headers.GetValues("Permissions-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Pages_hold_no_inline_script_or_style()
    {
        foreach (var path in new[] { "/", "/search?q=facet", "/codes/cpt/64635", "/codes/icd10cm", "/about" })
        {
            using var page = await sites.Site.Page(path);
            Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src])"));
        }
    }

    [Fact]
    public async Task A_copy_is_confirmed_and_the_choice_of_colours_or_another_date_makes_another()
    {
        using var client = sites.Site.Browser;
        var path = new Uri("/codes/cpt/64635", UriKind.Relative);
        using var first = await client.GetAsync(path);
        var tag = first.Headers.ETag!;
        Assert.Equal(HttpStatusCode.NotModified, await Status(path, tag.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, await Status(path, $"\"other\", {tag}"));
        Assert.Equal(HttpStatusCode.OK, await Status(path, "W/\"other\""));
        Assert.Equal(HttpStatusCode.OK, await Status(path, tag.ToString(), "theme=dark"));
        using var api = await client.GetAsync(new Uri("/api/search?q=facet", UriKind.Relative));
        Assert.NotNull(api.Headers.ETag);

        async Task<HttpStatusCode> Status(Uri of, string known, string? cookie = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, of);
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
            if (cookie is not null) request.Headers.Add("Cookie", cookie);
            using var response = await client.SendAsync(request);
            return response.StatusCode;
        }
    }

    [Theory]
    [InlineData("http://localhost/codes/cpt/64635?on=2025-10-15", "/codes/cpt/64635?on=2025-10-15")]
    [InlineData("http://evil.example/", "/")]
    [InlineData("http://localhost//evil.example/", "/")]
    [InlineData("http://localhost/\\evil.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData(null, "/")]
    public async Task Choosing_colours_leads_back_into_the_site_only(string? referer, string expected)
    {
        using var client = sites.Site.Browser;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/theme") { Content = new FormUrlEncodedContent([new("theme", "dark")]) };
        if (referer is not null) request.Headers.TryAddWithoutValidation("Referer", referer);
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location!.ToString());
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("theme=dark", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.Redirect)]
    [InlineData("Origin", "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://localhost", HttpStatusCode.Redirect)]
    public async Task A_form_of_another_site_is_refused(string header, string value, HttpStatusCode expected)
    {
        using var client = sites.Site.Browser;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/theme") { Content = new FormUrlEncodedContent([new("theme", "dark")]) };
        request.Headers.Add(header, value);
        using var response = await client.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task A_chosen_scheme_is_in_the_page()
    {
        using var client = sites.Site.Browser;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/about");
        request.Headers.Add("Cookie", "theme=dark");
        using var response = await client.SendAsync(request);
        Assert.Contains("data-theme=\"dark\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var plain = await sites.Site.Page("/about");
        Assert.Null(plain.DocumentElement.GetAttribute("data-theme"));
    }

    [Fact]
    public async Task A_foreign_host_name_is_refused()
    {
        using var client = sites.Site.Browser;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Another_machine_is_limited_and_this_one_is_not()
    {
        using var site = new TestSite(SampleBooks.Starter, ("requests-per-minute", "5"));
        using var limited = site.WithWebHostBuilder(b => b.ConfigureServices(s => s.AddSingleton<IStartupFilter>(new FromAddress("203.0.113.7"))));
        using var near = site.WithWebHostBuilder(b => b.ConfigureServices(s => s.AddSingleton<IStartupFilter>(new FromAddress("127.0.0.1"))));
        Assert.Contains(HttpStatusCode.TooManyRequests, await Ask(limited.CreateClient()));
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, await Ask(near.CreateClient()));

        static async Task<List<HttpStatusCode>> Ask(HttpClient client)
        {
            var seen = new List<HttpStatusCode>();
            for (var i = 0; i < 30; i++)
            {
                using var response = await client.GetAsync(new Uri("/health", UriKind.Relative));
                seen.Add(response.StatusCode);
            }

            client.Dispose();
            return seen;
        }
    }

    private sealed class FromAddress(string ip) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(ip);
                return rest(context);
            });
            next(app);
        };
    }
}
