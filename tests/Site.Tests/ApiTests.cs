using System.Net;
using System.Text.Json;

namespace CodingAhead.Site.Tests;

/// <summary>The shapes that scripts rely on.</summary>
public sealed class ApiTests(StarterSite sites)
{
    [Fact]
    public async Task Search_has_its_shape()
    {
        var answer = await Get("/api/search?q=lumbar+facet+ablation&on=2025-10-15&top=5&set=cpt");
        Assert.Equal("lumbar facet ablation", answer.GetProperty("query").GetString());
        Assert.Equal("2025-10-15", answer.GetProperty("on").GetString());
        var hits = answer.GetProperty("hits").EnumerateArray().ToList();
        Assert.InRange(hits.Count, 1, 5);
        var hit = hits.First(h => h.GetProperty("code").GetString() == "64635");
        Assert.Equal("cpt", hit.GetProperty("set").GetString());
        Assert.True(hit.GetProperty("billable").GetBoolean());
        Assert.InRange(hit.GetProperty("score").GetDouble(), 0, 1);
        Assert.NotEmpty(hit.GetProperty("why").GetProperty("kind").GetString()!);
        Assert.NotEmpty(hit.GetProperty("why").GetProperty("term").GetString()!);
    }

    [Fact]
    public async Task Filters_hold()
    {
        var all = (await Get("/api/search?q=diabetes&top=50")).GetProperty("hits").EnumerateArray().ToList();
        Assert.NotEmpty(all);
        var under = (await Get("/api/search?q=diabetes&top=50&under=E11&billable=true")).GetProperty("hits").EnumerateArray().ToList();
        Assert.NotEmpty(under);
        Assert.All(under, h => Assert.StartsWith("E11", h.GetProperty("code").GetString(), StringComparison.Ordinal));
        Assert.All(under, h => Assert.True(h.GetProperty("billable").GetBoolean()));
    }

    [Theory]
    [InlineData("cpt", "64635", "2025-10-15", "active")]
    [InlineData("cpt", "64622", "2025-10-15", "deleted")]
    [InlineData("cpt", "64635", "2026-11-22", "no-edition")]
    public async Task A_code_has_its_status_on_the_date(string set, string code, string on, string status)
    {
        var page = await Get($"/api/codes/{set}/{code}?on={on}");
        Assert.Equal((set, code, on, status), (page.GetProperty("set").GetString(), page.GetProperty("code").GetString(), page.GetProperty("on").GetString(), page.GetProperty("status").GetString()));
        foreach (var name in new[] { "validFrom", "validTo", "successors", "descriptors", "indicators", "addOns", "primaries", "modifiers", "ptp", "mue", "payment", "history", "sources" })
            Assert.True(page.TryGetProperty(name, out _), name);
        if (status != "active")
        {
            Assert.NotEmpty(page.GetProperty("because").GetString()!);
            Assert.NotEmpty(page.GetProperty("nearest").GetString()!);
        }

        if (status == "deleted") Assert.Equal("64635", page.GetProperty("successors")[0].GetString());
        var source = page.GetProperty("sources")[0];
        Assert.Equal(64, source.GetProperty("sha256").GetString()!.Length);
        Assert.True(source.GetProperty("line").GetInt32() > 0);
    }

    [Theory]
    [InlineData("/api/codes/cpt/99999", HttpStatusCode.NotFound, "No such code")]
    [InlineData("/api/codes/icd10cm/%3Cscript%3E", HttpStatusCode.NotFound, "No such code")]
    [InlineData("/api/codes/nonsense/1", HttpStatusCode.NotFound, "No such code set")]
    [InlineData("/api/codes/cpt/64635?on=yesterday", HttpStatusCode.BadRequest, "This cannot be read")]
    [InlineData("/api/search?q=x&top=0", HttpStatusCode.BadRequest, "This cannot be searched")]
    [InlineData("/api/search?q=x&top=201", HttpStatusCode.BadRequest, "This cannot be searched")]
    [InlineData("/api/search?q=x&top=many", HttpStatusCode.BadRequest, "This cannot be read")]
    [InlineData("/api/search?q=x&set=cpt,nonsense", HttpStatusCode.BadRequest, "This cannot be searched")]
    [InlineData("/api/nothing", HttpStatusCode.NotFound, "There is no such page")]
    public async Task A_refusal_is_ProblemDetails(string path, HttpStatusCode status, string title)
    {
        using var client = sites.Site.CreateClient();
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(title, problem.GetProperty("title").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task An_unknown_code_names_the_nearest()
    {
        using var client = sites.Site.CreateClient();
        using var response = await client.GetAsync(new Uri("/api/codes/cpt/64637", UriKind.Relative));
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("unknown-code", problem.GetProperty("codeStatus").GetString());
        Assert.Contains(problem.GetProperty("nearest").EnumerateArray(), n => n.GetProperty("code").GetString() == "64635");
    }

    [Fact]
    public async Task The_book_names_its_editions_and_sources()
    {
        var book = await GetFrom(sites.Icd, "/api/book");
        Assert.False(book.GetProperty("starter").GetBoolean());
        var icd = book.GetProperty("sets").EnumerateArray().First(s => s.GetProperty("set").GetString() == "icd10cm");
        Assert.Equal("2026-09-30", icd.GetProperty("editions")[0].GetProperty("to").GetString());
        Assert.Contains(book.GetProperty("sources").EnumerateArray(), s => s.GetProperty("file").GetString() == "icd10cm-order-2026.txt");
        Assert.Equal("ok", (await Get("/health")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task OpenApi_describes_every_parameter()
    {
        var document = await Get("/openapi/v1.json");
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var search = document.GetProperty("paths").GetProperty("/api/search").GetProperty("get");
        Assert.Equal("Find codes", search.GetProperty("summary").GetString());
        Assert.Equal(["q", "set", "on", "top", "billable", "active", "under"], search.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()!));
        Assert.All(search.GetProperty("parameters").EnumerateArray(), p => Assert.NotEmpty(p.GetProperty("description").GetString()!));
        var code = document.GetProperty("paths").GetProperty("/api/codes/{set}/{code}").GetProperty("get");
        Assert.Equal(["set", "code", "on", "zip", "mac", "locality"], code.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()!));
        Assert.True(document.GetProperty("components").GetProperty("schemas").GetProperty("CodePage").GetProperty("properties").TryGetProperty("validFrom", out _));
    }

    [Fact]
    public async Task The_reference_page_loads_nothing_from_elsewhere()
    {
        using var client = sites.Site.CreateClient();
        using var response = await client.GetAsync(new Uri("/api/", UriKind.Relative));
        var html = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("'nonce-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        using var script = await client.GetAsync(new Uri("/api/scalar.js", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, script.StatusCode);
        Assert.DoesNotContain("nonce", script.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private Task<JsonElement> Get(string path) => GetFrom(sites.Site, path);

    private static async Task<JsonElement> GetFrom(TestSite site, string path)
    {
        using var client = site.CreateClient();
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode} {text}");
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        return JsonDocument.Parse(text).RootElement;
    }
}
