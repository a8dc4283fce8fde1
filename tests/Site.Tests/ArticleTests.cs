using System.Net;
using System.Text.Json;
using CodingAhead.Codes;
using CodingAhead.Site.Books;
using CodingAhead.Site.Codes;
using CodingAhead.Site.Shared;

namespace CodingAhead.Site.Tests;

/// <summary>Our own articles on the site, in the API and in search.</summary>
public sealed class ArticleTests(StarterSite sites)
{
    private const string Slug = "lumbar-facet-nerve-destruction";

    [Fact]
    public async Task The_list_leads_to_every_article_and_keeps_the_date()
    {
        using var list = await sites.Site.Page("/articles?on=2025-10-15");
        var links = list.QuerySelectorAll(".articles a.title").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Contains($"/articles/{Slug}?on=2025-10-15", links);
        foreach (var link in links)
        {
            using var page = await sites.Site.Page(link);
            Assert.NotEmpty(page.QuerySelectorAll("article section h2"));
            Assert.All(page.QuerySelectorAll("article a"), a => Assert.EndsWith("?on=2025-10-15", a.GetAttribute("href"), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_article_has_its_parts_its_dates_and_links_to_the_codes_it_names()
    {
        using var page = await sites.Site.Page($"/articles/{Slug}");
        Assert.Equal(["Indications", "Procedure", "After the procedure", "Coding notes", "Common errors", "About this article"], page.QuerySelectorAll("article h2").Select(h => h.TextContent));
        Assert.Contains(page.QuerySelectorAll("article li a.code"), a => a.GetAttribute("href") == "/codes/cpt/64635");
        Assert.NotEmpty(page.QuerySelectorAll("article ol li"));
        Assert.Contains("2026-11-22", page.QuerySelector("article section:last-child")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("article [style], article script"));
    }

    [Fact]
    public async Task An_address_without_an_article_is_not_found()
    {
        using var page = await sites.Site.Page("/articles/no-such-article", HttpStatusCode.NotFound);
        Assert.DoesNotContain("no-such-article", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_carries_the_article_with_the_code_and_search_finds_its_title()
    {
        using var client = sites.Site.CreateClient();
        using var code = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/codes/cpt/64636?on=2025-10-15", UriKind.Relative)));
        var article = code.RootElement.GetProperty("article");
        Assert.Equal(Slug, article.GetProperty("slug").GetString());
        Assert.Equal("2026-11-22", article.GetProperty("written").GetString());
        Assert.Equal(["64635", "64636"], article.GetProperty("codes").EnumerateArray().Select(c => c.GetProperty("code").GetString()!));
        Assert.Equal("Coding notes", article.GetProperty("sections")[3].GetProperty("heading").GetString());
        Assert.StartsWith("- **", article.GetProperty("sections")[3].GetProperty("text").GetString(), StringComparison.Ordinal);
        using var none = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/codes/modifier/47", UriKind.Relative)));
        Assert.Equal(JsonValueKind.Null, none.RootElement.GetProperty("article").ValueKind);
        using var found = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/search?q=destroying+the+nerves+of+a+low-back+facet+joint&on=2025-10-15", UriKind.Relative)));
        var hit = found.RootElement.GetProperty("hits")[0];
        Assert.Equal(("64635", "article"), (hit.GetProperty("code").GetString(), hit.GetProperty("why").GetProperty("kind").GetString()));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n")]
    [InlineData("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n")]
    [InlineData("**64635** and 00000", "<p><strong><a href=\"/codes/cpt/64635?on=2025-10-15\" class=\"code\">64635</a></strong> and 00000</p>\n")]
    [InlineData("1. one\n2. two", "<ol>\n<li>one</li>\n<li>two</li>\n</ol>\n")]
    [InlineData("- **Units.** 64635\n  once.", "<ul>\n<li><strong>Units.</strong> <a href=\"/codes/cpt/64635?on=2025-10-15\" class=\"code\">64635</a>\nonce.</li>\n</ul>\n")]
    public void Markdown_becomes_html_without_tags_of_its_own(string markdown, string html)
    {
        using var book = Book.Open(SampleBooks.Starter);
        var asked = new Asked(new OpenBook(book), new DateOnly(2025, 10, 15), true, "", "/");
        Assert.Equal(html, ArticleHtml.Of(asked, markdown).Value);
    }
}
