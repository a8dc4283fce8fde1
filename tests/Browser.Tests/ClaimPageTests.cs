using CodingAhead.Codes.Tests;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CodingAhead.Browser.Tests;

/// <summary>A biller with a spine claim and with a denied one, over the whole mirror, with scripts and without.</summary>
public sealed class ClaimPageTests(Chromium chromium, MirrorSite mirror)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_spine_claim_is_judged_priced_and_changed(bool scripts)
    {
        await using var window = await Open(scripts);
        var page = window.Page;
        await page.GotoAsync($"{mirror.Address}/claims?example=spine");
        await Expect(page.Locator(".outcome")).ToContainTextAsync("Would be denied");
        await Expect(page.Locator(".lines tr:has(input[value='64635']) .amount")).ToHaveTextAsync("$656.69");
        await Expect(page.Locator(".beside").First).ToContainTextAsync("77003 is not paid beside 64635");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try without line 3" }).First.ClickAsync();
        await Expect(page.GetByLabel("Line 3 code")).ToHaveValueAsync("");
        await Expect(page.Locator(".outcome")).ToContainTextAsync("Before the change");
        await Expect(page.Locator("main")).Not.ToContainTextAsync("77003 is not paid");
    }

    [Fact]
    public async Task Pasted_codes_become_lines_and_a_deleted_code_names_its_successor()
    {
        await using var window = await Open(scripts: true);
        var page = window.Page;
        await page.GotoAsync($"{mirror.Address}/claims?on=2025-10-15");
        await page.GetByLabel("Paste codes").FillAsync("64622-50 99213 M47.816 E11");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check and price" }).ClickAsync();
        await Expect(page.GetByLabel("Line 1 code")).ToHaveValueAsync("64622");
        await Expect(page.GetByLabel("Line 1 modifiers")).ToHaveValueAsync("50");
        await Expect(page.GetByLabel("Line 2 code")).ToHaveValueAsync("99213");
        await Expect(page.Locator(".beside").First).ToContainTextAsync("64635");
        await Expect(page.Locator("#claim")).ToContainTextAsync("E11 is a heading");
        Assert.Empty(window.Errors);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lines_stand_against_each_other_and_each_conflict_leads_to_its_verdict_and_its_pair(bool scripts)
    {
        await using var window = await Open(scripts);
        var page = window.Page;
        await page.GotoAsync($"{mirror.Address}/claims?example=spine");
        var cell = page.Locator(".matrix tbody tr").First.Locator("td").Nth(2);
        await Expect(cell).ToHaveTextAsync("denied");
        await Expect(page.Locator(".matrix td.deleted")).ToHaveCountAsync(4); // both directions of two pairs
        await cell.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Locator("#verdicts-1")).ToBeInViewportAsync();
        await page.Locator("#verdicts-1").GetByRole(AriaRole.Link, new() { Name = "The pair and its history" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync($"{mirror.Address}/codes/pair?a=64635&b=77003&on=2025-10-15");
        await Expect(page.Locator("main")).ToContainTextAsync("77003");
    }

    [Theory]
    [InlineData("claims.837", Edi, "64635")]
    [InlineData("claims.json", """[{"id":"j","lines":[{"code":"64635","date":"2025-10-15"},{"code":"77003","date":"2025-10-15"}]},{"id":"k","lines":[{"code":"99213","date":"2025-10-15"}]}]""", "64635")]
    [InlineData("claims.csv", "claim,zip,diagnoses,code,date,pos\nc,60601,M47.816,64635,2025-10-15,11\nc,,,77003,2025-10-15,11\nd,,,99213,2025-10-15,11\n", "64635")]
    public async Task A_dropped_file_fills_the_form_and_lists_its_claims(string name, string text, string code)
    {
        await using var window = await Open(scripts: true);
        var page = window.Page;
        await page.GotoAsync($"{mirror.Address}/claims");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Check and price" }).ClickAsync();
        await Expect(page.GetByLabel("Line 1 code")).ToHaveValueAsync(code);
        await Expect(page.GetByLabel("Line 2 code")).ToHaveValueAsync("77003");
        await Expect(page.Locator("#listed tbody tr")).ToHaveCountAsync(2);
        await Expect(page.Locator(".outcome")).ToContainTextAsync("Would be denied");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task A_file_that_holds_no_claim_is_told_and_not_shown()
    {
        await using var window = await Open(scripts: true);
        await window.Page.GotoAsync($"{mirror.Address}/claims");
        await window.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "x.bin", MimeType = "text/plain", Buffer = "SECRET\0\u0001"u8.ToArray() });
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Check and price" }).ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        await Expect(window.Page.Locator("main")).Not.ToContainTextAsync("SECRET");
    }

    [Fact]
    public async Task The_answer_is_saved_as_a_file()
    {
        await using var window = await Open(scripts: true);
        await window.Page.GotoAsync($"{mirror.Address}/claims?example=spine");
        foreach (var (button, file, holds) in new[] { ("JSON", "claim-check.json", "\"verdict\":\"fail\""), ("CSV", "claim-check.csv", "ncci-ptp"), ("FHIR", "claim-response.json", "ClaimResponse") })
        {
            var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync());
            Assert.Equal(file, download.SuggestedFilename);
            Assert.Contains(holds, await File.ReadAllTextAsync((await download.PathAsync())!, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_judged_claim_is_accessible_and_fits_a_phone()
    {
        Mirror.Require();
        foreach (var dark in new[] { false, true })
        {
            await using var window = await chromium.Open(dark: dark);
            await window.Page.GotoAsync($"{mirror.Address}/claims?example=spine");
            var faults = (await window.Page.RunAxe()).Violations;
            Assert.True(faults.Length == 0, string.Join("; ", faults.Select(v => $"{v.Id} {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
        }

        foreach (var width in new[] { 390, 320 })
        {
            await using var window = await chromium.Open(width: width);
            await window.Page.GotoAsync($"{mirror.Address}/claims?example=spine");
            Assert.True(await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
        }
    }

    // Two claims of an invented person.
    private const string Edi =
        "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *251020*0830*^*00501*000000001*0*T*:~GS*HC*SENDER*RECEIVER*20251020*0830*1*X*005010X222A1~ST*837*0001*005010X222A1~"
        + "BHT*0019*00*X1*20251020*0830*CH~HL*1**20*1~NM1*85*2*INVENTED CLINIC*****XX*1234567893~N3*1 INVENTED WAY~N4*CHICAGO*IL*60601~HL*2*1*22*0~SBR*P*18*******MB~NM1*IL*1*INVENTED*PERSON****MI*1EG4TE5MK73~"
        + "DMG*D8*19580302*F~NM1*PR*2*MEDICARE*****PI*00111~CLM*C1*1350***11:B:1*Y*A*Y*Y~HI*ABK:M47816~LX*1~SV1*HC:64635:50*1200*UN*1***1~DTP*472*D8*20251015~LX*2~SV1*HC:77003*150*UN*1***1~DTP*472*D8*20251015~"
        + "CLM*C2*100***11:B:1*Y*A*Y*Y~HI*ABK:M47816~LX*1~SV1*HC:99213*100*UN*1***1~DTP*472*D8*20251015~SE*25*0001~GE*1*1~IEA*1*000000001~";

    private async Task<Window> Open(bool scripts)
    {
        Mirror.Require();
        return await chromium.Open(scripts: scripts);
    }
}
