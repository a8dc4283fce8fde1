using AngleSharp;
using AngleSharp.Dom;

namespace CodingAhead.Site.Tests;

/// <summary>The claim page without JavaScript: what is missing, what is wrong where, dates as people write them, and diagnoses that come from a note.</summary>
public sealed class ClaimPageTests(StarterSite sites)
{
    [Fact]
    public async Task An_empty_form_says_what_is_missing_and_marks_it()
    {
        using var page = await Post("/claims", ("zip", "99902"), ("units", "1"));
        Assert.Equal(["#code-1", "#dx-A"], page.QuerySelectorAll(".verdict.deleted a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["dx-A", "code-1"], page.QuerySelectorAll("[aria-invalid=true]").Select(i => i.Id));
        using var diagnosed = await Post("/claims", ("dx", "M47.816"));
        Assert.Equal("#code-1", Assert.Single(diagnosed.QuerySelectorAll(".verdict.deleted a")).GetAttribute("href"));
    }

    [Theory]
    [InlineData("", "/claims?on=2025-10-15")]
    [InlineData("2025-10-15", "/claims")]
    [InlineData("10/15/2025", "/claims")]
    [InlineData("10-15-2025", "/claims?on=2011-01-01")]
    [InlineData("10152025", "/claims")]
    public async Task A_line_has_the_date_that_it_names_in_any_form_else_that_of_the_page(string date, string path)
    {
        using var page = await Post(path, ("zip", "99902"), ("dx", "M47.816"), ("date", date), ("pos", "11"), ("code", "99991"), ("pointers", "A"), ("units", "1"));
        Assert.Equal("$113.63", page.QuerySelector("#line-1 .amount")!.TextContent);
        Assert.Equal(date, page.QuerySelector("#date-1")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("date", "13/15/2025", "date-1")]
    [InlineData("units", "none", "units-1")]
    [InlineData("charge", "much", "charge-1")]
    [InlineData("modifiers", "597", "modifiers-1")]
    [InlineData("pointers", "Q", "pointers-1")]
    [InlineData("more", "123456", "more-1")]
    [InlineData("birth", "yesterday", "birth")]
    public async Task A_field_that_cannot_be_read_is_marked_and_led_to(string name, string value, string field)
    {
        using var page = await Post("/claims", [("code", "99991"), .. name == "date" ? [] : new[] { ("date", "2025-10-15") }, (name, value)]);
        Assert.Equal(field, Assert.Single(page.QuerySelectorAll("[aria-invalid=true]")).Id);
        Assert.Equal("#" + field, Assert.Single(page.QuerySelectorAll(".verdict.deleted a")).GetAttribute("href"));
    }

    [Fact]
    public async Task Without_a_ZIP_code_the_page_asks_for_it_where_the_sum_would_be()
    {
        using var page = await Post("/claims", ("dx", "M47.816"), ("date", "2025-10-15"), ("pos", "11"), ("code", "99991"), ("pointers", "A"));
        Assert.Equal("work", page.QuerySelector(".outcome input[name=zip]")!.GetAttribute("form"));
        Assert.Null(page.QuerySelector(".outcome .amount"));
        using var priced = await Post("/claims", ("zip", "99902"), ("zip", ""), ("dx", "M47.816"), ("date", "2025-10-15"), ("pos", "11"), ("code", "99991"), ("pointers", "A"));
        Assert.Equal("$113.63", priced.QuerySelector(".outcome .amount")!.TextContent);
    }

    [Fact]
    public async Task Of_a_note_the_accepted_codes_come_else_all_and_what_finds_no_room_is_said()
    {
        using var accepted = await Post("/claims", Decided(3, "A01.1"));
        Assert.Equal(["A01.1"], Dx(accepted));
        Assert.EndsWith("not decided in the note: A01.2, A01.3.", accepted.QuerySelector("p.verdict")!.TextContent, StringComparison.Ordinal);
        using var all = await Post("/claims", Decided(14));
        Assert.Equal(12, Dx(all).Length);
        Assert.EndsWith("did not fit: A01.13, A01.14.", all.QuerySelector("p.verdict")!.TextContent, StringComparison.Ordinal);
        // What was coded after all is a decision of its own and takes nothing else away.
        using var added = await Post("/claims", [.. Decided(2), ("paste", "J45.909")]);
        Assert.Equal(["A01.1", "A01.2", "J45.909"], Dx(added));
        using var left = await Post("/claims", ("of", "A01.1"), ("paste", ""), ("of", "A01.2"), ("paste", "A01.2"));
        Assert.Equal(["A01.2"], Dx(left));
        Assert.Empty(left.QuerySelectorAll(".verdict"));
    }

    [Theory]
    [InlineData("/claims", "code", "99991")]
    [InlineData("/detect", "text", "ASSESSMENT: Spondylosis, lumbar region.")]
    [InlineData("/redact", "text", "Seen by Dr. Halvorsen.")]
    public async Task Work_that_was_typed_outlives_another_date_and_never_stands_in_an_address(string path, string name, string value)
    {
        using var empty = await sites.Fees.Page(path);
        Assert.Equal(empty.QuerySelector("main form")!.Id, empty.QuerySelector("#on")!.GetAttribute("form"));
        Assert.Equal("post", empty.QuerySelector("main form")!.GetAttribute("method"));
        foreach (var dated in new[] { ("on", "2025-10-15"), ("onto", "2025-10-15") })
        {
            using var page = await Post(path, (name, value), dated);
            Assert.Contains(page.QuerySelectorAll($"[name={name}]"), f => (f.GetAttribute("value") ?? f.TextContent) == value);
            Assert.Equal("2025-10-15", page.QuerySelector("#on")!.GetAttribute("value"));
            Assert.Equal(path + "?on=2025-10-15", page.QuerySelector("main form")!.GetAttribute("action"));
            Assert.DoesNotContain(page.QuerySelectorAll("a[href]"), a => a.GetAttribute("href")!.Contains("Halvorsen", StringComparison.Ordinal));
        }

        // The date of the page itself, and what is no date, change nothing.
        foreach (var same in new[] { TestSite.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "soon" })
        {
            using var page = await Post(path, (name, value), ("on", same));
            Assert.Equal(path, page.QuerySelector("main form")!.GetAttribute("action"));
        }
    }

    // Codes of a note, each left open unless it is accepted.
    private static (string, string)[] Decided(int many, params string[] accepted) =>
        [.. Enumerable.Range(1, many).SelectMany(i => new[] { ("of", $"A01.{i}"), ("paste", $"A01.{i}") }), .. accepted.Select(a => ("accepted", a))];

    private static string[] Dx(IDocument page) => [.. page.QuerySelectorAll("[name=dx]").Select(i => i.GetAttribute("value")!).Where(v => v.Length > 0)];

    private async Task<IDocument> Post(string path, params (string Name, string Value)[] fields)
    {
        using var client = sites.Fees.Browser;
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), form);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        var html = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, html);
        return await BrowsingContext.New().OpenAsync(r => r.Content(html).Address("http://localhost" + path));
    }
}
