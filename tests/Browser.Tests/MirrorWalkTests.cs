using CodingAhead.Codes.Tests;
using CodingAhead.Site.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

[assembly: AssemblyFixture(typeof(CodingAhead.Browser.Tests.MirrorSite))]

namespace CodingAhead.Browser.Tests;

/// <summary>The real site over the book of the whole mirror, without any licence: what a new user sees.</summary>
public sealed class MirrorSite : IDisposable
{
    private readonly Lazy<Host> host = new(() => new Host(SampleBooks.OfMirror));

    public string Address => host.Value.ClientOptions.BaseAddress.ToString().TrimEnd('/');

    public void Dispose()
    {
        if (host.IsValueCreated) host.Value.Dispose();
    }

    private sealed class Host : WebApplicationFactory<Program>
    {
        private readonly string book;

        public Host(string book)
        {
            this.book = book;
            UseKestrel(0);
            StartServer();
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("book", book);
            builder.ConfigureLogging(l => l.ClearProviders());
        }
    }
}

/// <summary>The codes that a coder tries first, on a date of today's rules, before, and after, in a real browser.</summary>
public sealed class MirrorWalkTests(Chromium chromium, MirrorSite mirror)
{
    [Theory]
    [InlineData("cpt", "64622", "2025-10-01", "Deleted", "64635")]
    [InlineData("cpt", "64622", "2011-12-31", "Active", null)]
    [InlineData("cpt", "64622", "2012-01-01", "Deleted", "64635")]
    [InlineData("cpt", "64627", "2025-10-01", "Deleted", "64634")]
    [InlineData("cpt", "64627", "2011-06-01", "Active", null)]
    [InlineData("cpt", "64627", "2026-02-01", "Deleted", "64634")]
    [InlineData("cpt", "64633", "2025-10-01", "Active", null)]
    [InlineData("cpt", "64633", "2011-12-31", "Not yet valid", null)]
    [InlineData("cpt", "64633", "2026-11-22", "No edition", null)]
    [InlineData("cpt", "64635", "2025-10-01", "Active", null)]
    [InlineData("cpt", "64635", "2011-12-31", "Not yet valid", null)]
    [InlineData("cpt", "64635", "2026-02-01", "Active", null)]
    [InlineData("cpt", "64494", "2025-10-01", "Active", null)]
    [InlineData("cpt", "64494", "2009-12-31", "Not yet valid", null)]
    [InlineData("cpt", "64494", "2026-11-22", "No edition", null)]
    [InlineData("icd10cm", "E11.9", "2025-10-01", "Active", null)]
    [InlineData("icd10cm", "E11.9", "2015-09-30", "Not yet valid", null)]
    [InlineData("icd10cm", "E11.9", "2026-10-01", "No edition", null)]
    [InlineData("icd10cm", "M47.816", "2025-10-01", "Active", null)]
    [InlineData("icd10cm", "M47.816", "2015-09-30", "Not yet valid", null)]
    [InlineData("icd10cm", "M47.816", "2026-09-30", "Active", null)]
    [InlineData("icd10cm", "S52.501A", "2025-10-01", "Active", null)]
    [InlineData("icd10cm", "S52.501A", "2015-09-30", "Not yet valid", null)]
    [InlineData("icd10cm", "S52.501A", "2026-10-01", "No edition", null)]
    [InlineData("icd10pcs", "0SG00A0", "2025-10-01", "Active", null)]
    [InlineData("icd10pcs", "0SG00A0", "2015-09-30", "Not yet valid", null)]
    [InlineData("icd10pcs", "0SG00A0", "2026-10-01", "No edition", null)]
    [InlineData("hcpcs", "J1100", "2025-10-01", "Active", null)]
    [InlineData("hcpcs", "J1100", "2019-06-01", "Active", null)]
    [InlineData("hcpcs", "J1100", "2026-07-01", "No edition", null)]
    [InlineData("hcpcs", "G0260", "2025-10-01", "Active", null)]
    [InlineData("hcpcs", "G0260", "2002-12-31", "Not yet valid", null)]
    [InlineData("hcpcs", "G0260", "2026-07-01", "No edition", null)]
    [InlineData("modifier", "50", "2025-10-01", "Active", null)]
    [InlineData("modifier", "50", "2011-06-01", "Active", null)]
    [InlineData("modifier", "50", "2026-06-30", "Active", null)]
    public async Task A_code_reads_right_on_its_date(string set, string code, string on, string status, string? successor)
    {
        await using var window = await Open();
        await window.Page.GotoAsync($"{mirror.Address}/codes/{set}/{code}?on={on}");
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(code);
        await Expect(window.Page.Locator(".plate .line .chip").First).ToHaveTextAsync(status);
        if (successor is not null) await Expect(window.Page.Locator(".successors a .code").First).ToHaveTextAsync(successor);
        else await Expect(window.Page.Locator(".successors")).ToHaveCountAsync(0);
        // What is not valid on the date says why, and leads to a date on which it is.
        if (status != "Active") await Expect(window.Page.Locator(".verdict")).ToContainTextAsync("Show it on");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task The_page_of_a_procedure_has_all_its_sections_in_order()
    {
        await using var window = await Open();
        var page = window.Page;
        await page.GotoAsync($"{mirror.Address}/codes/cpt/64635?on=2025-10-15&zip=60601");
        await Expect(page.Locator(".part > h2")).ToContainTextAsync(
            ["Descriptors", "In our words", "Indicators", "Units (MUE)", "Payment", "Add-on codes", "Modifiers", "NCCI pairs", "Medicare coverage", "Groups and maps", "History", "Sources"]);
        await Expect(page.Locator("#payment")).ToContainTextAsync("437.79");
        await Expect(page.Locator("#payment")).ToContainTextAsync("420.50");
        await Expect(page.Locator("#add-ons a.code")).ToHaveTextAsync(["64636"]);
        await Expect(page.Locator("#modifiers tr", new() { Has = page.GetByRole(AriaRole.Link, new() { Name = "50", Exact = true }) })).ToContainTextAsync("150 percent");
        await Expect(page.Locator("#ncci")).ToContainTextAsync("2024 Q3");
    }

    [Fact]
    public async Task A_fracture_is_completed_by_side_and_encounter_and_a_pair_of_codes_is_answered()
    {
        await using var window = await Open();
        var page = window.Page;
        await page.GotoAsync($"{mirror.Address}/codes/icd10cm/S52.501A?on=2025-10-01");
        await page.Locator("#choices").GetByRole(AriaRole.Link, new() { Name = "S52.502D" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("S52.502D");
        await page.GotoAsync($"{mirror.Address}/codes/pair?a=64635&b=64493&on=2024-08-01");
        await Expect(page.Locator("main")).ToContainTextAsync("64493");
        await page.GotoAsync($"{mirror.Address}/codes/cpt/64635/ncci?on=2024-08-01");
        await Expect(page.Locator("main table").First).ToBeVisibleAsync();
    }

    private async Task<Window> Open()
    {
        Mirror.Require();
        return await chromium.Open();
    }
}
