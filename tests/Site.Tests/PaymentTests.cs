using System.Net;
using System.Text.Json;

namespace CodingAhead.Site.Tests;

/// <summary>Payment and localities as a person and a script meet them, on invented schedules of 2025 Q4.</summary>
public sealed class PaymentTests(StarterSite sites)
{
    private const string Code = "/codes/cpt/99991?on=2025-10-15";

    [Fact]
    public async Task A_zip_code_gives_the_amounts_of_its_locality()
    {
        using var page = await sites.Fees.Page(Code + "&zip=99902");
        var payment = page.QuerySelector("#payment")!;
        // (1.50×1 + 2.25×0.869 + 0.10×0.575) × 32.3465 and, in a facility, with 1.10 for practice expense.
        var rows = payment.QuerySelectorAll("table.fees").Single(t => t.QuerySelector("caption")!.TextContent == "Amounts in the locality").QuerySelectorAll("tbody tr").Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()));
        Assert.Equal([["Office", "$113.63", "$107.95", "$124.14"], ["Facility", "$81.30", "$77.24", "$88.82"]], rows);
        Assert.Contains("(1.5×1 + 2.25×0.869 + 0.1×0.575) × 32.3465 = 113.63", payment.TextContent, StringComparison.Ordinal);
        Assert.Contains("lies in more than one locality", payment.TextContent, StringComparison.Ordinal);
        Assert.NotNull(payment.QuerySelector("a[href='/localities/99112/00?on=2025-10-15']"));
        Assert.Equal("99902", payment.QuerySelector("#zip")!.GetAttribute("value"));
        Assert.Equal("99902", page.QuerySelector("form.date input[name=zip]")!.GetAttribute("value"));
        Assert.Equal("2025-10-15", payment.QuerySelector("form.place input[name=on]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_contractor_and_locality_do_too()
    {
        using var page = await sites.Fees.Page(Code + "&mac=09912&locality=01");
        // (1.50×1.5 + 2.25×1.081 + 0.10×0.592) × 32.3465
        Assert.Contains("$153.37", page.QuerySelector("#payment")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zip=1234", "A ZIP code has five digits")]
    [InlineData("zip=%3Cb%3Ehello", "A ZIP code has five digits")]
    [InlineData("zip=00000", "does not have this ZIP code")]
    [InlineData("zip=99903", "does not have this contractor and locality")] // the ZIP file names one that the indices lack
    [InlineData("mac=99112&locality=98", "does not have this contractor and locality")]
    [InlineData("mac=99112", "both are needed")]
    public async Task A_place_without_a_locality_is_said_and_has_no_amount(string query, string message)
    {
        using var page = await sites.Fees.Page($"{Code}&{query}");
        var payment = page.QuerySelector("#payment")!;
        Assert.Contains(message, payment.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(payment.QuerySelectorAll("caption"), c => c.TextContent == "Amounts in the locality");
        Assert.DoesNotContain("hello", payment.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_before_the_files_says_that_none_is_loaded()
    {
        using var page = await sites.Fees.Page("/codes/cpt/99991?on=2025-08-15&zip=99902");
        Assert.Contains("No ZIP code file for this date or an earlier one is loaded.", page.QuerySelector("#payment")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_strip_shows_every_locality_and_its_table_the_same()
    {
        using var page = await sites.Fees.Page(Code + "&zip=99901");
        var strip = page.QuerySelector("#payment figure.strip")!;
        Assert.Equal(3, strip.QuerySelectorAll("circle").Length);
        Assert.Single(strip.QuerySelectorAll("circle.chosen"));
        Assert.Equal(["$113.63", "$153.37", "$157.50"], strip.QuerySelectorAll("tbody tr").Select(r => r.QuerySelector("td")!.TextContent));
        Assert.Contains("median $153.37", strip.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("AK ELSEWHERE", strip.QuerySelector("tr[aria-current] th")!.TextContent);
        Assert.Null(strip.QuerySelector("[style], by"));
    }

    [Theory]
    [InlineData("/codes/cpt/99993?on=2025-10-15", "$98.66 capped")] // (1 + 2 + 0.05) × 32.3465
    [InlineData("/codes/cpt/99991?on=2025-10-15", "$3,179.53")]
    [InlineData("/codes/hcpcs/J9991?on=2025-10-15", "$0.094")]
    [InlineData("/codes/hcpcs/J9991?on=2025-10-15", "99999-0636-01")]
    [InlineData("/codes/hcpcs/J9991?on=2025-10-15", "excluded from this schedule by regulation")]
    [InlineData("/codes/cpt/00199?on=2025-10-15&zip=99902", "$19.31")]
    [InlineData("/codes/cpt/00199?on=2025-10-15", "Base units: not in the loaded releases")]
    [InlineData("/codes/cpt/99991?on=2025-10-15", "$3,000.00")] // the quarter before, among the editions
    public async Task Every_schedule_that_lists_a_code_is_shown(string path, string text)
    {
        using var page = await sites.Fees.Page(path);
        Assert.Contains(text, page.QuerySelector("#payment")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/codes/cpt/99991?zip=1234", HttpStatusCode.BadRequest)]
    [InlineData("/api/codes/cpt/99991?zip=%3Cb%3Ehello", HttpStatusCode.BadRequest)]
    [InlineData("/api/codes/cpt/99991?zip=00000", HttpStatusCode.NotFound)]
    [InlineData("/api/codes/cpt/99991?mac=99112", HttpStatusCode.BadRequest)]
    [InlineData("/api/localities?zip=hello", HttpStatusCode.BadRequest)]
    [InlineData("/api/localities?zip=00000", HttpStatusCode.NotFound)]
    [InlineData("/api/localities/99112/98", HttpStatusCode.NotFound)]
    [InlineData("/api/localities/hello/98", HttpStatusCode.BadRequest)]
    public async Task A_place_that_is_none_is_refused_without_being_repeated(string path, HttpStatusCode status)
    {
        using var client = sites.Fees.CreateClient();
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.DoesNotContain("hello", text, StringComparison.Ordinal);
        Assert.DoesNotContain("00000", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_has_the_same_amounts()
    {
        var payment = (await Get("/api/codes/cpt/99991?on=2025-10-15&zip=99902")).GetProperty("payment");
        Assert.Equal("124.53", payment.GetProperty("rows")[0].GetProperty("nonFacility").GetProperty("amount").GetRawText());
        var local = payment.GetProperty("locality");
        Assert.Equal(("found", "NOWHERE"), (local.GetProperty("status").GetString(), local.GetProperty("name").GetString()));
        Assert.Equal("113.63", local.GetProperty("rows")[0].GetProperty("nonFacility").GetProperty("amount").GetRawText());
        Assert.Equal(["opps"], payment.GetProperty("schedules").EnumerateArray().Select(s => s.GetProperty("schedule").GetString()));
        Assert.Equal(JsonValueKind.Null, (await Get("/api/codes/cpt/99991?on=2025-10-15")).GetProperty("payment").GetProperty("locality").ValueKind);
    }

    [Fact]
    public async Task Answers_for_different_places_are_kept_apart()
    {
        foreach (var (query, amount) in new[] { ("zip=99902", "113.63"), ("zip=99901", "153.37"), ("mac=99112&locality=05", "157.50"), ("zip=99902", "113.63") })
        {
            var local = (await Get($"/api/codes/cpt/99991?on=2025-10-15&{query}")).GetProperty("payment").GetProperty("locality");
            Assert.Equal(amount, local.GetProperty("rows")[0].GetProperty("nonFacility").GetProperty("amount").GetRawText());
        }
    }

    [Fact]
    public async Task A_locality_has_a_page_with_its_sources()
    {
        using var page = await sites.Fees.Page("/localities/99112/00?on=2025-10-15");
        Assert.Contains("99112-00", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var text = page.QuerySelector("main")!.TextContent;
        foreach (var expected in new[] { "0.869", "13.1 percent less", "ALL COUNTIES", "1 five-digit ZIP codes", "$19.31", "GPCI2025.csv", "Only one edition is loaded" }) Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("a.src"), a => Assert.NotNull(page.QuerySelector(a.GetAttribute("href")!)));
        using var gone = await sites.Fees.Page("/localities/99112/98?on=2025-10-15", HttpStatusCode.NotFound);
        using var none = await sites.Fees.Page("/localities/hello/00", HttpStatusCode.NotFound);
        Assert.DoesNotContain("hello", none.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var before = await sites.Fees.Page("/localities/99112/00?on=2020-01-01");
        Assert.Contains("No file of geographic indices", before.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_has_every_locality_by_state_and_finds_a_zip_code()
    {
        using var page = await sites.Fees.Page("/localities?on=2025-10-15&zip=99901");
        Assert.Equal(["AK", "AL", "CA"], page.QuerySelectorAll("th[scope=rowgroup]").Select(h => h.TextContent));
        Assert.NotNull(page.QuerySelector(".verdict.ok a[href='/localities/09912/01?on=2025-10-15']"));
        Assert.Equal(3, (await Get("/api/localities?on=2025-10-15")).GetArrayLength());
        Assert.Equal("ELSEWHERE", (await Get("/api/localities?zip=99901&on=2025-10-15")).GetProperty("name").GetString());
        using var bad = await sites.Fees.Page("/localities?zip=12");
        Assert.Contains("five digits", bad.QuerySelector("#zip-problem")!.TextContent, StringComparison.Ordinal);
        using var empty = await sites.Site.Page("/localities");
        Assert.Contains("No file of geographic indices", empty.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<JsonElement> Get(string path)
    {
        using var client = sites.Fees.CreateClient();
        var text = await client.GetStringAsync(new Uri(path, UriKind.Relative));
        return JsonDocument.Parse(text).RootElement;
    }
}
