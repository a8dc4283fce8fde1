using System.Net;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using AngleSharp;

namespace CodingAhead.Site.Tests;

/// <summary>A book of two invented editions, served.</summary>
public sealed class TwoEditionsSite : IDisposable
{
    public TestSite Site { get; } = new(SampleBooks.TwoEditions);

    public void Dispose() => Site.Dispose();
}

/// <summary>What an edition changed, and a code on two dates: pages, API and feeds.</summary>
public sealed class NewsTests(TwoEditionsSite sites) : IClassFixture<TwoEditionsSite>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("/whats-new", "What is new")]
    [InlineData("/whats-new?on=2026-01-01", "What is new")]
    [InlineData("/whats-new/icd10cm", "What is new in ICD-10-CM")]
    [InlineData("/whats-new/icd10cm/2025-10-01?on=2026-01-01", "What is new in ICD-10-CM FY2026")]
    [InlineData("/whats-new/cpt", "What is new in CPT")]
    [InlineData("/codes/icd10cm/M47.0/compare", "M47.0 on two dates")]
    [InlineData("/codes/icd10cm/M47.0/compare?from=2025-09-30&to=2025-10-01&on=2026-01-01", "M47.0 on two dates")]
    [InlineData("/codes/icd10cm/M47.0/history", "M47.0 History")]
    public async Task Every_page_answers_with_its_heading_and_its_date(string path, string heading)
    {
        using var page = await sites.Site.Page(path);
        Assert.Equal(heading, string.Join(' ', page.QuerySelector("h1")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.NotNull(page.QuerySelector("input[name=on]"));
        if (path.Contains("on=", StringComparison.Ordinal)) Assert.All(page.QuerySelectorAll("main .news a, main .boundaries a"), a => Assert.Contains("on=2026-01-01", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/whats-new/nonsense", HttpStatusCode.NotFound)]
    [InlineData("/whats-new/icd10cm/2025-10-02", HttpStatusCode.NotFound)]
    [InlineData("/whats-new/icd10cm/banana", HttpStatusCode.NotFound)]
    [InlineData("/whats-new/icd10cm/2025-10-01?kind=eaten", HttpStatusCode.BadRequest)]
    [InlineData("/whats-new/icd10cm/2025-10-01?page=0", HttpStatusCode.BadRequest)]
    [InlineData("/codes/icd10cm/M47.0/compare?from=banana", HttpStatusCode.BadRequest)]
    [InlineData("/codes/icd10cm/Z99.99/compare", HttpStatusCode.NotFound)]
    [InlineData("/codes/icd10cm/Z99.99/history", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_answered_is_an_error_page(string path, HttpStatusCode status)
    {
        using var page = await sites.Site.Page(path, status);
        Assert.Single(page.QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task An_edition_names_what_it_added_deleted_and_revised()
    {
        using var page = await sites.Site.Page("/whats-new/icd10cm/2025-10-01");
        Assert.Equal(["3", "2", "1"], page.QuerySelectorAll("table.news")[0].QuerySelectorAll("tbody tr")[0].QuerySelectorAll("td").Select(t => t.TextContent));
        var list = page.QuerySelectorAll(".news-list > li").ToDictionary(l => l.QuerySelector("a.code")!.TextContent, l => l);
        Assert.Equal(["M47.0", "M47.1", "M47.2", "M47.9", "M47.91", "M47.92"], list.Keys);
        Assert.Equal("Now a heading", list["M47.9"].QuerySelector(".chip")!.TextContent);
        Assert.Equal(["M47.91", "M47.92"], list["M47.9"].QuerySelectorAll(".change a").Select(a => a.TextContent));
        Assert.Equal("Invented, old words", list["M47.0"].QuerySelector("del")!.TextContent);
        Assert.Equal(SampleBooks.Hostile, list["M47.0"].QuerySelector("ins")!.TextContent);
        // A deleted code leads to its page on its last day.
        Assert.EndsWith("on=2025-09-30", list["M47.1"].QuerySelector("a.code")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind=deleted", "M47.1 M47.9")]
    [InlineData("kind=Added", "M47.2 M47.91 M47.92")]
    [InlineData("under=M47.9", "M47.9 M47.91 M47.92")]
    [InlineData("under=M47.1-M47.2", "M47.1 M47.2")]
    [InlineData("q=PART", "M47.91 M47.92")]
    [InlineData("q=old words", "M47.0")]
    [InlineData("size=2&page=2", "M47.2 M47.9")]
    [InlineData("size=2&page=9", "")]
    public async Task The_list_is_filtered_and_paged(string filter, string codes)
    {
        using var answer = JsonDocument.Parse(await Text($"/api/whats-new/icd10cm/2025-10-01?{filter}"));
        Assert.Equal(codes, string.Join(' ', answer.RootElement.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("code").GetString())));
        Assert.Equal(3, answer.RootElement.GetProperty("counts").GetProperty("added").GetInt32());
        using var page = await sites.Site.Page($"/whats-new/icd10cm/2025-10-01?{filter}");
        Assert.Equal(codes, string.Join(' ', page.QuerySelectorAll(".news-list > li > a.code").Select(a => a.TextContent)));
    }

    [Fact]
    public async Task The_api_lists_the_editions_up_to_the_date()
    {
        using var now = JsonDocument.Parse(await Text("/api/whats-new"));
        var edition = Assert.Single(now.RootElement.GetProperty("editions").EnumerateArray());
        Assert.Equal(("icd10cm", "2025-10-01", "FY2025", "2025-09-30"), (edition.GetProperty("set").GetString(), edition.GetProperty("date").GetString(), edition.GetProperty("earlier").GetString(), edition.GetProperty("before").GetString()));
        using var then = JsonDocument.Parse(await Text("/api/whats-new?on=2025-01-01"));
        Assert.Empty(then.RootElement.GetProperty("editions").EnumerateArray());
    }

    [Theory]
    [InlineData("/whats-new.atom")]
    [InlineData("/whats-new/icd10cm.atom")]
    public async Task An_atom_feed_is_whole_and_a_hostile_title_stays_text(string path)
    {
        var feed = XDocument.Parse(await Text(path), LoadOptions.None).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.All((string[])["id", "title", "updated"], name => Assert.Single(feed.Elements(Atom + name)));
        Assert.Equal("http://localhost" + path, feed.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
        var entry = Assert.Single(feed.Elements(Atom + "entry"));
        Assert.Equal("urn:codingahead:whats-new:icd10cm:2025-10-01", entry.Element(Atom + "id")!.Value);
        Assert.Equal("2025-10-01T00:00:00Z", entry.Element(Atom + "updated")!.Value);
        Assert.Equal("ICD-10-CM FY2026: 3 added, 2 deleted, 1 revised", entry.Element(Atom + "title")!.Value);
        Assert.Equal("http://localhost/whats-new/icd10cm/2025-10-01", entry.Element(Atom + "link")!.Attribute("href")!.Value);
        // Read as HTML once more, the title is the text that it is.
        using var html = await BrowsingContext.New().OpenAsync(r => r.Content(entry.Element(Atom + "content")!.Value));
        Assert.Empty(html.QuerySelectorAll("script"));
        Assert.Contains(html.QuerySelectorAll("li"), l => l.TextContent.Contains(SampleBooks.Hostile, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/whats-new.rss")]
    [InlineData("/whats-new/icd10cm.rss")]
    public async Task An_rss_feed_is_whole(string path)
    {
        using var client = sites.Site.Browser;
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal("application/rss+xml", response.Content.Headers.ContentType!.MediaType);
        using var reader = XmlReader.Create(new StringReader(await response.Content.ReadAsStringAsync()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var item = Assert.Single(XDocument.Load(reader).Root!.Element("channel")!.Elements("item"));
        Assert.Equal("urn:codingahead:whats-new:icd10cm:2025-10-01", item.Element("guid")!.Value);
        Assert.Equal("Wed, 01 Oct 2025 00:00:00 GMT", item.Element("pubDate")!.Value);
        Assert.DoesNotContain("<script>", item.Element("description")!.Value, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", item.Element("description")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_name_their_feeds()
    {
        using var page = await sites.Site.Page("/whats-new/icd10cm");
        Assert.Equal(["/whats-new/icd10cm.atom", "/whats-new/icd10cm.rss"], page.QuerySelectorAll("head link[rel=alternate]").Select(l => l.GetAttribute("href")));
    }

    [Fact]
    public async Task A_code_on_two_dates_shows_what_was_reworded_and_that_nothing_else_was()
    {
        using var page = await sites.Site.Page("/codes/icd10cm/M47.0/compare?from=2025-09-30&to=2025-10-01");
        var row = page.QuerySelectorAll("#descriptors tbody tr").First(r => r.QuerySelector("th")!.TextContent.StartsWith("Official descriptor", StringComparison.Ordinal));
        Assert.Contains("reworded", row.QuerySelector("th")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Invented, old words", row.QuerySelectorAll("td")[0].TextContent, StringComparison.Ordinal);
        Assert.StartsWith(SampleBooks.Hostile, row.QuerySelectorAll("td")[1].TextContent, StringComparison.Ordinal);
        foreach (var source in row.QuerySelectorAll("a.src")) Assert.NotNull(page.QuerySelector(source.GetAttribute("href")!));
        Assert.Contains(page.QuerySelectorAll(".boundaries a"), a => a.TextContent == "2025-10-01");
        using var same = await sites.Site.Page("/codes/icd10cm/M47.0/compare?from=2025-11-01&to=2025-12-01");
        Assert.Contains("No difference", same.QuerySelector(".same")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, await Status("/api/codes/icd10cm/M47.0/compare"));
        using var json = JsonDocument.Parse(await Text("/api/codes/icd10cm/M47.1/compare?from=2025-09-30&to=2025-10-01"));
        Assert.False(json.RootElement.GetProperty("same").GetBoolean());
        Assert.Equal("deleted", json.RootElement.GetProperty("to").GetProperty("status").GetString());
    }

    private async Task<string> Text(string path)
    {
        using var client = sites.Site.Browser;
        return await client.GetStringAsync(new Uri(path, UriKind.Relative));
    }

    private async Task<HttpStatusCode> Status(string path)
    {
        using var client = sites.Site.Browser;
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }
}
