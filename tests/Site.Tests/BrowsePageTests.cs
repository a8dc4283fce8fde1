using System.Net;
using System.Text.Json;
using AngleSharp.Dom;

namespace CodingAhead.Site.Tests;

/// <summary>The trees of the code sets, without JavaScript.</summary>
public sealed class BrowsePageTests(StarterSite sites)
{
    [Theory]
    [InlineData("/browse", "Browse")]
    [InlineData("/browse/cpt", "CPT")]
    [InlineData("/browse/cpt/61000-64999", "61000–64999")]
    [InlineData("/browse/cpt/64633-64636", "64633–64636")]
    [InlineData("/browse/hcpcs", "HCPCS Level II")]
    [InlineData("/browse/icd10cm", "ICD-10-CM")]
    [InlineData("/browse/icd10cm/M", "M")]
    [InlineData("/browse/modifier", "Modifier")]
    [InlineData("/browse/modifier/distinct-service", "Say that a service was separate")]
    [InlineData("/browse/pos", "Place of service")]
    [InlineData("/browse/pos/facility", "Facility amount")]
    public async Task Every_place_in_a_tree_answers_with_its_heading(string path, string heading)
    {
        using var page = await sites.Site.Page(path);
        Assert.Contains(heading, Assert.Single(page.QuerySelectorAll("h1")).TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".tree a"));
    }

    [Theory]
    [InlineData("/browse/nonsense")]
    [InlineData("/browse/cpt/nonsense")]
    [InlineData("/browse/cpt/64636-64633")]
    [InlineData("/browse/cpt/00001-00002")]
    [InlineData("/browse/icd10cm/--")]
    [InlineData("/browse/icd10cm/%3Cscript%3E")]
    [InlineData("/browse/icd10pcs/IO")]
    [InlineData("/codes/icd10cm-block/ZZZ")]
    [InlineData("/codes/ccsr/NONE")]
    public async Task A_place_that_is_none_is_not_found(string path)
    {
        using var page = await sites.Site.Page(path, HttpStatusCode.NotFound);
        Assert.Equal("404", page.QuerySelector(".eyebrow")!.TextContent);
    }

    [Fact]
    public async Task A_code_is_reached_from_the_sets_by_links_alone_and_the_date_stays()
    {
        foreach (var (steps, code) in new (string[], string)[]
                 {
                     (["/browse/cpt", "/browse/cpt/10000-69999", "/browse/cpt/61000-64999"], "/codes/cpt/64635"),
                     (["/browse/modifier", "/browse/modifier/distinct-service"], "/codes/modifier/59"),
                     (["/browse/pos", "/browse/pos/non-facility"], "/codes/pos/11"),
                 })
        {
            var at = "/browse?on=2025-10-15";
            foreach (var step in steps.Append(code))
            {
                using var page = await sites.Site.Page(at);
                Assert.Contains($"{step}?on=2025-10-15", page.QuerySelectorAll(".tree a").Select(a => a.GetAttribute("href")));
                at = $"{step}?on=2025-10-15";
            }
        }
    }

    [Fact]
    public async Task Every_place_has_a_way_up_and_its_neighbours()
    {
        using var page = await sites.Site.Page("/browse/cpt/61000-64999");
        Assert.Equal(["/browse", "/browse/cpt", "/browse/cpt/10000-69999"], page.QuerySelectorAll(".crumbs a").Select(a => a.GetAttribute("href")));
        Assert.NotNull(page.QuerySelector(".neighbours a[rel=next], .neighbours a[rel=prev]"));
        Assert.Equal("61000–64999", page.QuerySelector(".tree [aria-current=true] .code")!.TextContent);
    }

    [Fact]
    public async Task A_heading_of_a_tree_has_one_address()
    {
        using var client = sites.Icd.Browser;
        using var response = await client.GetAsync(new Uri("/browse/icd10cm/M47.8?on=2026-03-31", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/codes/icd10cm/M47.8?on=2026-03-31", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task No_link_in_the_trees_is_dead()
    {
        foreach (var (site, on) in new[] { (sites.Site, "2025-10-15"), (sites.Icd, "2026-03-31") })
        {
            var seen = new HashSet<string> { $"/browse?on={on}" };
            var next = new Queue<string>(seen);
            while (next.TryDequeue(out var path) && seen.Count < 200)
            {
                using var page = await site.Page(path);
                foreach (var link in page.QuerySelectorAll(".tree a, .crumbs a, .neighbours a, .note a, .choices a").Select(a => a.GetAttribute("href")!).Where(h => !h.StartsWith('#')))
                {
                    Assert.Contains($"on={on}", link, StringComparison.Ordinal);
                    if (seen.Add(link)) next.Enqueue(link);
                }
            }

            Assert.True(seen.Count > 5, $"{seen.Count} pages");
        }
    }

    [Fact]
    public async Task The_api_has_the_same_level()
    {
        using var client = sites.Site.CreateClient();
        using var json = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/browse/cpt/61000-64999?on=2025-10-15", UriKind.Relative)));
        var root = json.RootElement;
        Assert.Equal(("cpt", "2025-10-15", "61000-64999"), (root.GetProperty("set").GetString(), root.GetProperty("on").GetString(), root.GetProperty("node").GetProperty("id").GetString()));
        Assert.True(root.GetProperty("node").GetProperty("own").GetBoolean());
        Assert.Equal(root.GetProperty("node").GetProperty("codes").GetInt32(), root.GetProperty("children").EnumerateArray().Sum(c => c.GetProperty("codes").GetInt32()));
        Assert.Equal("10000-69999", root.GetProperty("parents").EnumerateArray().Last().GetProperty("id").GetString());
        using var missing = await client.GetAsync(new Uri("/api/browse/cpt/1-2", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal("application/problem+json", missing.Content.Headers.ContentType!.MediaType);
    }
}

/// <summary>The pages of diagnoses on the real tabular list, where there is one.</summary>
public sealed class DiagnosisPageTests : IDisposable
{
    private readonly TestSite site = new(SampleBooks.MirrorDiagnoses);

    [Fact]
    public async Task Chapters_lead_to_blocks_categories_and_codes()
    {
        var at = "/browse/icd10cm";
        foreach (var step in new[] { "/codes/icd10cm-block/CH04", "/codes/icd10cm-block/E08-E13", "/codes/icd10cm/E11" })
        {
            using var page = await site.Page(at + "?on=2026-03-31");
            Assert.Contains(step + "?on=2026-03-31", page.QuerySelectorAll(".tree a").Select(a => a.GetAttribute("href")));
            at = step;
        }

        using var code = await site.Page("/codes/icd10cm/E11.9?on=2026-03-31");
        Assert.Equal(["/codes/icd10cm-block/CH04", "/codes/icd10cm-block/E08-E13", "/codes/icd10cm/E11"], code.QuerySelectorAll(".crumbs a").Select(a => a.GetAttribute("href")!.Split('?')[0]));
    }

    [Theory]
    [InlineData("C43-C44", "C4A")] // by the order of the codes it would stand after C49
    [InlineData("C00-C96", "C00–C75")] // a block that spans others
    [InlineData("E36", "E36")] // a block of one category
    public async Task A_block_lists_what_the_tabular_list_puts_in_it(string block, string child)
    {
        using var page = await site.Page($"/codes/icd10cm-block/{block}?on=2026-03-31");
        Assert.Contains(child, page.QuerySelectorAll("#below .tree .code").Select(c => c.TextContent));
    }

    [Fact]
    public async Task A_block_shows_its_notes_and_those_of_its_chapter()
    {
        using var page = await site.Page("/codes/icd10cm-block/S50-S59?on=2026-03-31");
        Assert.Contains("/codes/icd10cm-block/T20-T32?on=2026-03-31", page.QuerySelectorAll(".note.excludes2 a").Select(a => a.GetAttribute("href")));
        Assert.Contains(page.QuerySelectorAll(".notes h3 a"), a => a.TextContent == "CH19");
        Assert.All(page.QuerySelectorAll("a.src"), a => Assert.NotNull(page.QuerySelector(a.GetAttribute("href")!)));
    }

    [Fact]
    public async Task The_grid_of_a_fracture_has_a_code_for_each_side_and_encounter()
    {
        using var page = await site.Page("/codes/icd10cm/S52.501A?on=2026-03-31");
        var grid = page.QuerySelector("table.choices")!;
        Assert.Equal(["right", "left", "unspecified"], grid.QuerySelectorAll("thead th").Skip(1).Select(t => t.TextContent));
        Assert.Equal(16, grid.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(47, grid.QuerySelectorAll("a.code").Length);
        Assert.Contains("/codes/icd10cm/S52.502D?on=2026-03-31", grid.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.StartsWith("S52.501A", Assert.Single(grid.QuerySelectorAll("td[aria-current=true]")).TextContent.Trim(), StringComparison.Ordinal);
        using var heading = await site.Page("/codes/icd10cm/S52.50?on=2026-03-31");
        Assert.Equal(48, heading.QuerySelectorAll("table.choices a.code").Length);
    }

    [Fact]
    public async Task What_is_never_coded_together_is_said_in_words()
    {
        using var page = await site.Page("/codes/icd10cm/E11.9?on=2026-03-31");
        Assert.Contains("never with this code", page.QuerySelector(".note.excludes1 :is(h3, h4)")!.TextContent, StringComparison.Ordinal);
    }

    public void Dispose() => site.Dispose();
}
