using System.Net;

namespace CodingAhead.Site.Tests;

/// <summary>What a person meets without JavaScript.</summary>
public sealed class PageTests(StarterSite sites)
{
    [Theory]
    [InlineData("/", "What are you coding?")]
    [InlineData("/search", "Search")]
    [InlineData("/search?q=lumbar+facet", "for “lumbar facet”")]
    [InlineData("/codes/cpt/64635", "64635")]
    [InlineData("/codes/CPT/64635", "64635")]
    [InlineData("/codes/hcpcs/G0439", "G0439")]
    [InlineData("/codes/icd10cm/M47.816", "M47.816")]
    [InlineData("/codes/icd10cm/m47816", "M47.816")]
    [InlineData("/codes/modifier/59", "59")]
    [InlineData("/codes/pos/11", "11")]
    [InlineData("/codes/cpt", "CPT")]
    [InlineData("/codes/icd10cm?from=M47", "ICD-10-CM")]
    [InlineData("/articles", "Articles")]
    [InlineData("/articles/lumbar-facet-nerve-destruction", "low-back facet joint")]
    [InlineData("/about", "About this book")]
    public async Task Every_page_answers_with_its_heading(string path, string heading)
    {
        using var page = await sites.Site.Page(path);
        Assert.Contains(heading, Assert.Single(page.QuerySelectorAll("h1")).TextContent, StringComparison.Ordinal);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.NotNull(page.QuerySelector("input[type=date][name=on]"));
    }

    [Fact]
    public async Task A_diagnosis_shows_the_guidelines_and_the_coverage_that_name_it()
    {
        using var page = await sites.Icd.Page("/codes/icd10cm/M47.816?on=2026-01-15");
        var paragraphs = page.QuerySelectorAll("#guidelines summary").Select(s => s.TextContent.Trim()).ToList();
        Assert.Equal("I.C.13.a Spines names M47.81", Assert.Single(paragraphs));
        Assert.Contains(page.QuerySelectorAll("#guidelines details a.code"), a => a.GetAttribute("href") == "/codes/icd10cm/M47.81?on=2026-01-15");
        Assert.Contains("Supports", page.QuerySelector("#coverage tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("#coverage a.code"), a => a.GetAttribute("href") == "/codes/cpt/64635?on=2026-01-15");
        using var over = await sites.Icd.Page("/codes/icd10cm/M47.816?on=2026-11-22");
        Assert.NotNull(over.QuerySelector("#guidelines .older"));
    }

    [Fact]
    public async Task A_procedure_shows_the_diagnoses_of_its_articles_or_says_that_none_are_loaded()
    {
        using var page = await sites.Icd.Page("/codes/cpt/64635?on=2026-01-15");
        Assert.Contains("Invented Facet Article", page.QuerySelector("#coverage tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["M47.816", "M47.817"], page.QuerySelectorAll("#coverage details a.code").Select(a => a.TextContent));
        using var before = await sites.Icd.Page("/codes/cpt/64635?on=2024-12-31");
        Assert.Contains("Not in force", before.QuerySelector("#coverage tbody")!.TextContent, StringComparison.Ordinal);
        using var without = await sites.Site.Page("/codes/cpt/64635");
        Assert.Contains("No coverage documents are in the loaded releases", without.QuerySelector("#coverage .absent")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_works_as_a_plain_form()
    {
        using var home = await sites.Site.Page("/");
        var form = home.QuerySelector("form[role=search]")!;
        Assert.Equal("/search", form.GetAttribute("action"));
        Assert.Equal("get", form.GetAttribute("method"));
        using var results = await sites.Site.Page("/search?q=lumbar+facet+ablation&set=cpt");
        Assert.Contains(results.QuerySelectorAll(".hits a.code"), a => a.GetAttribute("href") == "/codes/cpt/64635");
        Assert.All(results.QuerySelectorAll(".hits .badge"), b => Assert.Equal("CPT", b.TextContent));
    }

    [Fact]
    public async Task The_date_of_service_stays_in_every_link()
    {
        using var results = await sites.Site.Page("/search?q=lumbar+facet&on=2011-06-30&billable=true");
        Assert.All(results.QuerySelectorAll(".hits a.code"), a => Assert.EndsWith("?on=2011-06-30", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal("lumbar facet", results.QuerySelector("form.date input[name=q]")!.GetAttribute("value"));
        Assert.Equal("2011-06-30", results.QuerySelector("#on")!.GetAttribute("value"));
        Assert.Equal("true", results.QuerySelector("form.date input[name=billable]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_deleted_code_names_its_successor_and_an_earlier_date_shows_it_valid()
    {
        using var today = await sites.Site.Page("/codes/cpt/64622");
        Assert.Equal("Deleted", today.QuerySelector(".plate .chip")!.TextContent);
        Assert.Equal("/codes/cpt/64635", today.QuerySelector(".successors a")!.GetAttribute("href"));
        using var then = await sites.Site.Page("/codes/cpt/64622?on=2011-06-30");
        Assert.Equal("Active", then.QuerySelector(".plate .chip")!.TextContent);
    }

    [Fact]
    public async Task A_date_without_an_edition_is_said_on_every_page_and_the_starter_book_says_what_it_is()
    {
        foreach (var path in new[] { "/", "/search?q=spondylosis", "/codes/icd10cm/M47.816", "/codes/icd10cm", "/about" })
        {
            using var page = await sites.Icd.Page(path);
            Assert.Contains("Not loaded for 2026-11-22: ICD-10-CM (known to 2026-09-30)", page.QuerySelector(".banner.warn")!.TextContent.ReplaceLineEndings(" "), StringComparison.Ordinal);
            Assert.Null(page.QuerySelector("[aria-label='Starter book']"));
            using var before = await sites.Icd.Page(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "on=2026-03-31");
            Assert.Null(before.QuerySelector(".banner.warn"));
            using var starter = await sites.Site.Page(path);
            Assert.NotNull(starter.QuerySelector("[aria-label='Starter book']"));
        }
    }

    [Theory]
    [InlineData("64635", "/codes/cpt/64635")]
    [InlineData("m47816", "/codes/icd10cm/M47.816")]
    [InlineData("M47.816&on=2026-01-15", "/codes/icd10cm/M47.816?on=2026-01-15")]
    public async Task A_code_typed_whole_opens_its_page(string query, string page)
    {
        using var client = sites.Icd.Browser;
        using var response = await client.GetAsync(new Uri("/search?q=" + query, UriKind.Relative));
        Assert.Equal((HttpStatusCode.Redirect, page), (response.StatusCode, response.Headers.Location!.OriginalString));
        foreach (var list in new[] { "64633-64636", "64635 64636", "64635&set=cpt", "64635&billable=true", "6463" })
        {
            using var listed = await client.GetAsync(new Uri("/search?q=" + list, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, listed.StatusCode);
        }
    }

    [Fact]
    public async Task A_filter_that_leaves_nothing_stays_in_sight_and_can_be_taken_back()
    {
        using var page = await sites.Icd.Page("/search?q=spondylosis&active=true&set=icd10pcs");
        Assert.Empty(page.QuerySelectorAll(".hits li"));
        Assert.Equal(["ICD-10-PCS", "Active on the date"], page.QuerySelectorAll(".facets a[aria-current]").Select(a => a.FirstChild!.TextContent.Trim()));
        Assert.All(page.QuerySelectorAll(".facets p a, .sheet p a[href*=spondylosis]"), a => Assert.Equal("/search?q=spondylosis", a.GetAttribute("href")));
        using var chapter = await sites.Icd.Page("/search?q=spondylosis&set=icd10cm&under=A00-B99");
        Assert.Contains(chapter.QuerySelectorAll(".facets a[aria-current]"), a => a.TextContent.Contains("A00-B99", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_search_for_nothing_offers_examples_and_the_banner_keeps_the_words()
    {
        using var empty = await sites.Icd.Page("/search?q=");
        Assert.NotEmpty(empty.QuerySelectorAll("main .examples a"));
        using var found = await sites.Icd.Page("/search?q=spondylosis&billable=true");
        Assert.Equal("/search?on=2026-09-30&q=spondylosis&billable=true", found.QuerySelector(".banner.warn a")!.GetAttribute("href"));
        // That an edition is older is said once, not of each code.
        Assert.Empty(found.QuerySelectorAll(".hits .no-edition"));
    }

    [Theory]
    [InlineData("2026-01-15", "Active", "Billable")]
    [InlineData("1999-01-01", "No edition", "Billable in FY2026")]
    [InlineData("2026-11-22", "No edition", "Billable in FY2026")]
    public async Task A_code_is_billable_only_on_a_day_on_which_it_is_valid(string on, string status, string billable)
    {
        using var page = await sites.Icd.Page("/codes/icd10cm/M47.816?on=" + on);
        var chips = page.QuerySelectorAll(".plate .chip").Select(c => c.TextContent.Trim()).ToList();
        Assert.Equal([status, billable], chips);
        Assert.Equal(billable == "Billable" ? 1 : 0, page.QuerySelectorAll(".plate .chip.ok").Length);
    }

    [Theory]
    [InlineData("/codes/icd10cm/m47816?on=2026-13-45", "/codes/icd10cm/M47.816")]
    [InlineData("/codes/icd10cm/Q99.99Z?on=2026-13-45", null)]
    [InlineData("/codes/nonsense/1?on=2026-13-45", null)]
    public async Task A_date_that_is_none_leaves_a_way_to_the_code(string path, string? link)
    {
        using var page = await sites.Icd.Page(path, HttpStatusCode.BadRequest);
        Assert.Equal(link is null ? [] : [link], page.QuerySelectorAll("main p a[href^='/codes/']").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/browse/icd10cm?on=2026-01-15", "on 2026-01-15")]
    [InlineData("/browse/icd10cm", "on 2026-09-30, the last day known")]
    public async Task A_tree_says_of_which_day_its_codes_are(string path, string day)
    {
        using var page = await sites.Icd.Page(path);
        Assert.EndsWith(day, page.QuerySelector(".plate .quiet")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_heading_begins_with_the_codes_that_may_be_billed()
    {
        using var page = await sites.Icd.Page("/codes/icd10cm/M47?on=2026-01-15");
        Assert.Equal("below", page.QuerySelector(".sheet .part")!.Id);
        var codes = page.QuerySelectorAll("#below > div > ol a.code").Select(a => a.TextContent).ToList();
        Assert.Contains("M47.816", codes);
        Assert.DoesNotContain("M47.81", codes);
        Assert.Contains(page.QuerySelectorAll("#below details a.code"), a => a.TextContent == "M47.8");
        using var code = await sites.Icd.Page("/codes/icd10cm/M47.816?on=2026-01-15");
        Assert.NotEqual("below", code.QuerySelector(".sheet .part")!.Id);
    }

    [Fact]
    public async Task An_unknown_code_suggests_the_nearest()
    {
        using var page = await sites.Site.Page("/codes/cpt/64637", HttpStatusCode.NotFound);
        Assert.Contains("64637", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".hits a.code"), a => a.TextContent == "64635");
        using var other = await sites.Site.Page("/codes/cpt/G0439", HttpStatusCode.NotFound);
        Assert.Equal("/codes/hcpcs/G0439", other.QuerySelector(".hits a.code")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("/codes/nonsense", HttpStatusCode.NotFound)]
    [InlineData("/codes/nonsense/1", HttpStatusCode.NotFound)]
    [InlineData("/codes/cpt/64635?on=banana", HttpStatusCode.BadRequest)]
    [InlineData("/codes/cpt/64635?on=2026-02-30", HttpStatusCode.BadRequest)]
    [InlineData("/search?q=x&set=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("/search?q=x&billable=perhaps", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_answered_is_an_error_page(string path, HttpStatusCode status)
    {
        using var page = await sites.Site.Page(path, status);
        Assert.Equal(((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture), page.QuerySelector(".eyebrow")!.TextContent);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' autofocus onfocus=alert(1) x='")]
    [InlineData("javascript:alert(1)")]
    public async Task What_was_typed_comes_back_as_text(string attack)
    {
        var escaped = Uri.EscapeDataString(attack);
        foreach (var (path, status) in new[]
                 {
                     ($"/search?q={escaped}", HttpStatusCode.OK), ($"/codes/cpt/{escaped}", HttpStatusCode.NotFound), ($"/codes/cpt?from={escaped}", HttpStatusCode.BadRequest),
                     ($"/search?q=x&under={escaped}", HttpStatusCode.BadRequest),
                 })
        {
            using var page = await sites.Site.Page(path, status);
            Assert.All(page.QuerySelectorAll("script"), s => Assert.Matches("^/(search|page)\\.js", s.GetAttribute("src")));
            Assert.Empty(page.QuerySelectorAll("[onerror], [onfocus], [onclick], main img"));
            Assert.All(page.QuerySelectorAll("a[href]"), a => Assert.Matches("^[/#]", a.GetAttribute("href")!));
        }
    }

    [Fact]
    public async Task Suggestions_are_options_and_nothing_else()
    {
        using var client = sites.Site.Browser;
        var html = await client.GetStringAsync(new Uri("/search/fragment?q=lumbar+fac", UriKind.Relative));
        Assert.StartsWith("<a role=\"option\"", html.TrimStart(), StringComparison.Ordinal);
        Assert.DoesNotContain("<html", html, StringComparison.Ordinal);
        Assert.Equal("", (await client.GetStringAsync(new Uri("/search/fragment?q=", UriKind.Relative))).Trim());
    }

    [Theory]
    [InlineData("/site.css", "text/css")]
    [InlineData("/search.js", "text/javascript")]
    [InlineData("/page.js", "text/javascript")]
    [InlineData("/fonts/bitter.woff2", "font/woff2")]
    [InlineData("/logo.svg", "image/svg+xml")]
    public async Task Files_are_served(string path, string type)
    {
        using var client = sites.Site.Browser;
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip;q=1.0, br;q=0", "gzip")]
    [InlineData("identity", null)]
    [InlineData("nonsense, ,;q=", null)]
    public async Task A_page_comes_in_the_form_that_the_client_takes(string accepted, string? form)
    {
        using var client = sites.Site.Browser;
        foreach (var _ in new[] { "made", "kept" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/codes/cpt/64635?on=2025-10-15");
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
            using var response = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(form, response.Content.Headers.ContentEncoding.SingleOrDefault());
        }
    }
}
