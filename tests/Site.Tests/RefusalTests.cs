using System.Net;
using System.Text.Json;
using CodingAhead.Site.Codes;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CodingAhead.Site.Tests;

/// <summary>What is not answered: with which status, in which words, and without repeating what was asked.</summary>
public sealed class RefusalTests(StarterSite sites)
{
    [Theory]
    [InlineData("/?on={0}")]
    [InlineData("/search?q=facet&on={0}")]
    [InlineData("/codes/cpt/64635?on={0}")]
    [InlineData("/codes/cpt/64635/compare?from={0}&to=2025-06-01")]
    [InlineData("/codes/cpt/64635/compare?from=2025-01-01&to={0}")]
    [InlineData("/codes/cpt/64635/history?on={0}")]
    [InlineData("/whats-new?on={0}")]
    [InlineData("/tray/sheet?codes=64635&on={0}")]
    [InlineData("/api/search?q=facet&on={0}")]
    [InlineData("/api/codes/cpt/64635?on={0}")]
    [InlineData("/api/codes/cpt/64635/compare?from={0}&to=2025-06-01")]
    [InlineData("/api/codes/cpt/64635/compare?from=2025-01-01&to={0}")]
    [InlineData("/api/icd10cm/v3/search?terms=x&on={0}")]
    [InlineData("/fhir/CodeSystem/$lookup?system=http://www.ama-assn.org/go/cpt&code=64635&date={0}")]
    public async Task A_date_is_written_year_month_day_and_never_guessed(string path)
    {
        foreach (var (date, reads) in new[] { ("2025-01-02", true), ("01/02/2025", false), ("20250102", false), ("2025-1-2", false), ("2025-02-30", false) })
        {
            using var client = sites.Site.Browser;
            using var response = await client.GetAsync(new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, Uri.EscapeDataString(date)), UriKind.Relative));
            Assert.True(reads == (response.StatusCode == HttpStatusCode.OK), $"{path} {date}: {response.StatusCode}");
            if (!reads) Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("/tray/sheet?codes=xx:yy", HttpStatusCode.NotFound, "not in the book")]
    [InlineData("/tray/sheet?codes=64635,xx:yy", HttpStatusCode.OK, "One of the codes asked for is not in the book")]
    [InlineData("/tray/sheet", HttpStatusCode.OK, "Collect codes")]
    [InlineData("/codes/cpt/64635?zip=abc", HttpStatusCode.BadRequest, "A ZIP code has five digits")]
    [InlineData("/codes/modifier/59?zip=abc", HttpStatusCode.BadRequest, "A ZIP code has five digits")]
    [InlineData("/localities?zip=abc", HttpStatusCode.BadRequest, "A ZIP code has five digits")]
    [InlineData("/codes/cpt?from=%3Cjunk%3E", HttpStatusCode.BadRequest, "'from' is a code or the beginning of one")]
    [InlineData("/codes/cpt?from=646", HttpStatusCode.OK, "64633")]
    public async Task A_page_that_has_no_answer_says_so_in_its_status_too(string path, HttpStatusCode status, string words)
    {
        using var page = await sites.Site.Page(path, status);
        Assert.Contains(words, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("junk", page.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/codes/cpt?limit=1e9", "'limit' has a value that does not fit.")]
    [InlineData("/api/codes/cpt?active=perhaps", "'active' has a value that does not fit.")]
    [InlineData("/api/codes/cpt/64635/pairs?offset=1e9", "'offset' has a value that does not fit.")]
    [InlineData("/api/whats-new/icd10cm/2025-10-01?page=1e9", "'page' has a value that does not fit.")]
    public async Task A_value_that_does_not_fit_names_its_parameter_and_not_itself(string path, string detail)
    {
        using var client = sites.Site.CreateClient();
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync();
        using var problem = JsonDocument.Parse(body);
        Assert.Equal(detail, problem.RootElement.GetProperty("detail").GetString());
        Assert.DoesNotContain("1e9", body, StringComparison.Ordinal);
        Assert.DoesNotContain("perhaps", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/codes/icd10cm/zqx9%27%20OR", HttpStatusCode.NotFound)]
    [InlineData("/codes/cpt/64635/zqx9%27", HttpStatusCode.NotFound)]
    [InlineData("/codes/icd10cm?from=%3Czqx9%3E", HttpStatusCode.BadRequest)]
    public async Task A_page_of_nothing_makes_no_link_of_its_address(string path, HttpStatusCode status)
    {
        using var page = await sites.Icd.Page(path, status);
        Assert.NotNull(page.QuerySelector(".banner.warn"));
        Assert.Empty(page.QuerySelectorAll(".banner a[href*=zqx9], .banner a[href*=ZQX9], .top form.date[action*=zqx9]"));
    }

    [Fact]
    public async Task Dates_of_the_banner_lead_to_the_same_page()
    {
        using var page = await sites.Icd.Page("/codes/icd10cm/M47.816");
        Assert.Equal("/codes/icd10cm/M47.816?on=2026-09-30", page.QuerySelector(".banner.warn a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_long_address_is_refused_in_our_words()
    {
        Assert.Equal(16 << 10, sites.Site.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MaxRequestLineSize);
        using var page = await sites.Site.Page("/search?q=" + new string('a', 10_000), HttpStatusCode.BadRequest);
        Assert.Contains("'q' has at most 500 characters.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CMS ncci-mue-outpatient-hospital 2024 Q3", "NCCI MUE, outpatient hospital, 2024 Q3")]
    [InlineData("CMS opps 2025 Q4", "OPPS Addendum B, 2025 Q4")]
    [InlineData("CMS gem-icd10cm 2018 GEMs", "Equivalence map from ICD-10-CM, 2018 GEMs")]
    [InlineData("CDC/NCHS icd10cm FY2026", "ICD-10-CM code list, FY2026")]
    [InlineData("CMS mcd-article-links-ac CY 2024", "Coverage articles, CY 2024")]
    [InlineData("CMS opps-status undated", "OPPS status indicators")]
    [InlineData("Somebody new-list 2030", "Somebody new-list 2030")] // shown rather than lost
    public void An_edition_is_told_in_words(string edition, string words) => Assert.Equal(words, EditionWords.Of(edition));

    [Fact]
    public async Task An_older_edition_is_called_so_and_named_in_words()
    {
        using var page = await sites.Fees.Page("/codes/cpt/99991?on=2026-10-15");
        Assert.NotEmpty(page.QuerySelectorAll(".older"));
        Assert.All(page.QuerySelectorAll(".older"), c => Assert.StartsWith("older edition", c.TextContent, StringComparison.Ordinal));
        Assert.Contains("Physician fee schedule, ", page.QuerySelector(".stale-note")!.TextContent, StringComparison.Ordinal);
        using var tray = await sites.Fees.Page("/tray/sheet?codes=cpt:99991&on=2026-10-15");
        Assert.Contains("Physician fee schedule, ", tray.QuerySelector(".stale-note")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_foot_of_a_page_has_every_address_once()
    {
        using var page = await sites.Site.Page("/");
        var links = page.QuerySelectorAll(".foot nav a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal(links.Distinct(), links);
    }
}
