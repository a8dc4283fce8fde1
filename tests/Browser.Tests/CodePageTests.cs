using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CodingAhead.Browser.Tests;

/// <summary>What a coder does on a code's page and with the tray, with scripts and without.</summary>
public sealed class CodePageTests(Chromium chromium)
{
    private const string Facet = "/codes/cpt/64635?on=2025-10-15";

    [Fact]
    public async Task Keys_move_through_sections_and_codes_and_show_help()
    {
        await using var window = await chromium.Open();
        var page = window.Page;
        await page.GotoAsync(Facet);
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".part > h2").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".part > h2").Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await Expect(page.Locator(".part > h2").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        // A closed dialog gives the focus back, and the next key goes where it was.
        await Expect(page.Locator(".part > h2").First).ToBeFocusedAsync();
        await PressTo(page, "n", "/codes/cpt/64636?on=2025-10-15");
        await PressTo(page, "p", Facet);
        Assert.Empty(window.Errors);
    }

    // A key that falls between a page's address and its script goes nowhere, and on a busy machine that takes a while: a person presses again.
    private async Task PressTo(IPage page, string key, string path)
    {
        for (var tries = 0; tries < 6 && page.Url != chromium.Address + path; tries++)
        {
            // The state itself, since the event that tells of it may be past.
            await page.WaitForFunctionAsync("document.readyState === 'complete'");
            await page.Keyboard.PressAsync(key);
            for (var waited = 0; waited < 50 && page.Url != chromium.Address + path; waited++) await page.WaitForTimeoutAsync(100);
        }

        Assert.Equal(chromium.Address + path, page.Url);
    }

    [Fact]
    public async Task Keys_move_through_hits()
    {
        await using var window = await chromium.Open();
        var page = window.Page;
        await page.GotoAsync("/search?q=facet");
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".hits a.code").Nth(1)).ToBeFocusedAsync();
        var code = await page.Locator(".hits a.code").Nth(1).TextContentAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(code!);
    }

    [Fact]
    public async Task A_footnote_shows_its_file_and_line_beside_the_value()
    {
        await using var window = await chromium.Open();
        await window.Page.GotoAsync(Facet);
        await window.Page.Locator("a.src").First.FocusAsync();
        var card = window.Page.GetByRole(AriaRole.Tooltip);
        await Expect(card).ToContainTextAsync("line ");
        await Expect(card).ToContainTextAsync("SHA-256");
        await window.Page.Keyboard.PressAsync("Escape");
        await Expect(card).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Codes_are_collected_compared_and_taken_out_again(bool scripts)
    {
        await using var window = await chromium.Open(scripts: scripts);
        var page = window.Page;
        foreach (var code in new[] { "64635", "64633" })
        {
            await page.GotoAsync($"/codes/cpt/{code}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Add to tray" }).ClickAsync();
            if (scripts) await Expect(page.GetByRole(AriaRole.Button, new() { Name = "In tray" })).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(code);
        }

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Tray" }).ClickAsync();
        await Expect(page.Locator("thead a.code")).ToHaveTextAsync(["64635", "64633"]);
        Assert.Contains("cpt%3A64635%2Ccpt%3A64633", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take 64635 out of the tray" }).ClickAsync();
        await page.GotoAsync("/tray");
        await Expect(page.Locator("thead a.code")).ToHaveTextAsync(["64633"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Empty the tray" }).ClickAsync();
        await page.GotoAsync("/tray");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("is empty");
    }
}
