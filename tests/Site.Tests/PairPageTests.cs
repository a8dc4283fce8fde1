using System.Net;
using System.Text.Json;

namespace CodingAhead.Site.Tests;

/// <summary>NCCI pairs, modifiers and indicators as a person and a script meet them.</summary>
public sealed class PairPageTests(PairSite pairs, StarterSite sites) : IClassFixture<PairSite>
{
    [Fact]
    public async Task All_pairs_are_reached_page_by_page_by_links_alone()
    {
        var seen = new List<string>();
        var path = "/codes/cpt/64635/ncci?on=2024-08-01&limit=50";
        for (var i = 0; i < 5 && path is not null; i++)
        {
            using var page = await pairs.Site.Page(path);
            seen.AddRange(page.QuerySelectorAll("table.ptp tbody th a").Select(a => a.TextContent));
            path = page.QuerySelector(".pager a[rel=next]")?.GetAttribute("href");
        }

        Assert.Null(path);
        Assert.Equal(122, seen.Count);
        Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
    }

    [Theory]
    [InlineData("direction=column2", 1)]
    [InlineData("indicator=0&direction=column1", 60)]
    [InlineData("indicator=&setting=&direction=both&q=&limit=500", 122)] // as the form sends it
    [InlineData("q=644", 1)]
    [InlineData("q=27447&all=true", 2)]
    [InlineData("setting=outpatient-hospital", 0)]
    public async Task The_form_filters(string query, int rows)
    {
        using var page = await pairs.Site.Page($"/codes/cpt/64635/ncci?on=2024-08-01&limit=200&{query}".Replace("limit=200&indicator=&", "indicator=&", StringComparison.Ordinal));
        Assert.Equal(rows, page.QuerySelectorAll("table.ptp tbody tr").Length);
        Assert.Equal("get", page.QuerySelector("form.two")!.GetAttribute("method"));
    }

    [Fact]
    public async Task The_api_pages_with_a_total_and_a_next_link()
    {
        using var client = pairs.Site.Browser;
        var next = "/api/codes/cpt/64635/pairs?on=2024-08-01&limit=100";
        var codes = new List<string?>();
        for (var i = 0; i < 5 && next is not null; i++)
        {
            using var json = JsonDocument.Parse(await client.GetStringAsync(new Uri(next, UriKind.Relative)));
            Assert.Equal(122, json.RootElement.GetProperty("total").GetInt32());
            codes.AddRange(json.RootElement.GetProperty("pairs").EnumerateArray().Select(p => p.GetProperty("partner").GetProperty("code").GetString()));
            next = json.RootElement.GetProperty("next").GetString();
        }

        Assert.Equal(122, codes.Distinct().Count());
    }

    [Theory]
    [InlineData("/api/codes/cpt/64635/pairs?limit=501", HttpStatusCode.BadRequest)]
    [InlineData("/api/codes/cpt/64635/pairs?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/codes/cpt/64635/pairs?offset=-1", HttpStatusCode.BadRequest)]
    [InlineData("/api/codes/cpt/64635/pairs?direction=sideways", HttpStatusCode.BadRequest)]
    [InlineData("/api/codes/cpt/64635/pairs?indicator=2", HttpStatusCode.BadRequest)]
    [InlineData("/api/codes/cpt/64635/pairs?setting=moon", HttpStatusCode.BadRequest)]
    [InlineData("/api/codes/cpt/99999/pairs", HttpStatusCode.NotFound)]
    [InlineData("/api/codes/icd10cm/M47.816/pairs", HttpStatusCode.NotFound)]
    [InlineData("/api/codes/pair?a=64635", HttpStatusCode.BadRequest)]
    [InlineData("/api/codes/pair?a=64635&b=64635", HttpStatusCode.BadRequest)]
    [InlineData("/api/codes/pair?a=64635&b=99999", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_answered_is_refused_in_our_words(string path, HttpStatusCode status)
    {
        using var client = pairs.Site.Browser;
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(status, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("sideways", body, StringComparison.Ordinal);
        Assert.DoesNotContain("moon", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_has_every_pair_that_fits()
    {
        using var client = pairs.Site.Browser;
        using var response = await client.GetAsync(new Uri("/codes/cpt/64635/ncci?on=2024-08-01&direction=column1&format=csv", UriKind.Relative));
        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(122, lines.Length);
        Assert.StartsWith("column1,column2,", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.StartsWith("64635,36000,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_codes_are_answered_with_their_history_and_what_may_open_the_pair()
    {
        using var page = await pairs.Site.Page("/codes/pair?a=64493&b=64635&on=2024-08-01");
        Assert.Contains("64635 is paid and 64493 is not, unless", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("#modifiers a.code"), a => a.TextContent == "59");
        using var never = await pairs.Site.Page("/codes/pair?a=64635&b=27447&on=2024-08-01");
        Assert.Contains("no modifier opens the pair", never.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, never.QuerySelectorAll("#history tbody tr").Length);
        using var stale = await pairs.Site.Page("/codes/pair?a=64635&b=27447&on=2025-08-01");
        Assert.NotEmpty(stale.QuerySelectorAll(".older"));
        using var before = await pairs.Site.Page("/codes/pair?a=64635&b=27447&on=2024-01-15");
        Assert.Contains("not checked", before.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/codes/pair", "Two codes together")]
    [InlineData("/codes/pair?a=64635&b=banana", "Two codes together", HttpStatusCode.BadRequest)]
    [InlineData("/codes/pair?a=zzzz&b=64635", "Two codes together", HttpStatusCode.BadRequest)]
    [InlineData("/codes/pair?a=I10&b=64635", "Two codes together", HttpStatusCode.BadRequest)] // a diagnosis is in no NCCI pair
    [InlineData("/codes/pair?a=64635&b=64635", "Two codes together", HttpStatusCode.BadRequest)]
    [InlineData("/codes/pair?a=64635&b=99999", "Two codes together", HttpStatusCode.NotFound)]
    [InlineData("/indicators", "Indicators")]
    [InlineData("/indicators/bilateral", "Bilateral")]
    [InlineData("/indicators/bilateral/1", "150 percent")]
    [InlineData("/indicators/ptp-modifier/9", "Edit not in force")]
    [InlineData("/codes/modifier/59?on=2019-06-30", "59")]
    public async Task Every_page_answers_with_its_heading(string path, string heading, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var page = await pairs.Site.Page(path, status);
        Assert.Contains(heading, Assert.Single(page.QuerySelectorAll("h1")).TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("table"), t => Assert.True(t.QuerySelector("caption") is not null || t.ParentElement!.ParentElement!.QuerySelector("h2") is not null));
        Assert.All(page.QuerySelectorAll("thead th"), th => Assert.Equal("col", th.GetAttribute("scope")));
        Assert.Empty(page.QuerySelectorAll("[style], script:not([src])"));
    }

    [Theory]
    [InlineData("offset=999999999", "'offset' is beyond the last of 122 pairs.")]
    [InlineData("offset=122", "'offset' is beyond the last of 122 pairs.")]
    [InlineData("offset=1&q=nothing", "'offset' is beyond the last of 0 pairs.")]
    [InlineData("format=zz", "'format' is csv, or left out.")]
    public async Task A_page_of_pairs_that_is_none_is_refused(string query, string message)
    {
        using var page = await pairs.Site.Page($"/codes/cpt/64635/ncci?on=2024-08-01&{query}", HttpStatusCode.BadRequest);
        Assert.Contains(message, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var last = await pairs.Site.Page("/codes/cpt/64635/ncci?on=2024-08-01&offset=121");
        Assert.Single(last.QuerySelectorAll("table.ptp tbody tr"));
    }

    [Fact]
    public async Task Pairs_name_their_setting_before_anything_that_a_phone_cuts_off()
    {
        using var page = await pairs.Site.Page("/codes/cpt/64635/ncci?on=2024-08-01");
        Assert.Equal(["Other code", "Setting", "Paid"], page.QuerySelectorAll("table.ptp thead th").Take(3).Select(h => h.TextContent));
        var row = page.QuerySelector("table.ptp tbody tr")!;
        Assert.Equal("Practitioner", row.QuerySelector("td")!.TextContent);
        Assert.Equal(page.QuerySelectorAll("table.ptp thead th").Length, row.Children.Length);
        using var two = await pairs.Site.Page("/codes/pair?a=64635&b=64493&on=2024-08-01");
        Assert.NotNull(two.QuerySelector("table.together"));
    }

    [Fact]
    public async Task Two_procedures_are_not_warned_of_the_editions_of_diagnoses()
    {
        using var page = await sites.Icd.Page("/codes/pair?a=64635&b=64493");
        Assert.DoesNotContain("ICD-10-CM", page.QuerySelector(".banner.warn")?.TextContent ?? "", StringComparison.Ordinal);
        using var home = await sites.Icd.Page("/codes/icd10cm/M47.816");
        Assert.Contains("ICD-10-CM", home.QuerySelector(".banner.warn")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/indicators/nothing")]
    [InlineData("/indicators/bilateral/7")]
    [InlineData("/codes/icd10cm/M47.816/ncci")]
    [InlineData("/codes/cpt/99999/ncci")]
    public async Task An_address_of_nothing_is_not_found(string path)
    {
        using var page = await pairs.Site.Page(path, HttpStatusCode.NotFound);
        Assert.Equal("404", page.QuerySelector(".eyebrow")!.TextContent);
    }

    [Fact]
    public async Task A_codes_page_has_its_modifiers_by_verdict_and_its_first_pairs()
    {
        using var page = await pairs.Site.Page("/codes/cpt/64635?on=2025-10-15");
        var never = page.QuerySelectorAll("#modifiers table").Single(t => t.QuerySelector(".v-never") is not null);
        Assert.Contains(never.QuerySelectorAll("a.code"), a => a.TextContent == "TA" && a.GetAttribute("href") == "/codes/modifier/TA?on=2025-10-15");
        Assert.Equal("Bilateral indicator 1", page.QuerySelectorAll("#modifiers tr").Single(r => r.QuerySelector("th a")?.TextContent == "50").QuerySelector("td")!.TextContent.Trim()[..21]);
        Assert.Equal(11, page.QuerySelectorAll("#ncci table.ptp tbody tr").Length);
        Assert.Equal("/codes/cpt/64635/ncci?on=2025-10-15", page.QuerySelector("#ncci a.button")!.GetAttribute("href"));
        Assert.Contains(page.QuerySelectorAll("#indicators a"), a => a.GetAttribute("href") == "/indicators/bilateral/1?on=2025-10-15");
    }

    [Fact]
    public async Task A_modifiers_page_says_what_it_pays_and_what_decides()
    {
        using var page = await pairs.Site.Page("/codes/modifier/50?on=2025-10-15");
        var text = page.QuerySelector("#effect")!.TextContent;
        Assert.Contains("150 percent", text, StringComparison.Ordinal);
        Assert.DoesNotContain("bilateral=", text, StringComparison.Ordinal);
        Assert.Contains("bilateral indicator 9; status A, C, J, R, T or X", text, StringComparison.Ordinal);
        Assert.Contains("opens no NCCI pair", text, StringComparison.Ordinal);
        using var distinct = await pairs.Site.Page("/codes/modifier/59?on=2019-06-30");
        Assert.Contains("column 2 code only", distinct.QuerySelector("#effect")!.TextContent, StringComparison.Ordinal);
    }
}
