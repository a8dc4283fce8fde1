using CodingAhead.Codes.Tests;
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

    private async Task<Window> Open(bool scripts)
    {
        Mirror.Require();
        return await chromium.Open(scripts: scripts);
    }
}
