using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CodingAhead.Browser.Tests;

/// <summary>What a coder does, with the keyboard alone.</summary>
public sealed class SearchTests(Chromium chromium)
{
    [Fact]
    public async Task Typing_shows_codes_and_the_keyboard_alone_opens_one()
    {
        await using var window = await chromium.Open();
        var page = window.Page;
        await page.GotoAsync("/");
        var box = page.GetByRole(AriaRole.Combobox, new() { Name = "Search codes" });
        await Expect(box).ToBeFocusedAsync();
        await page.RunAndWaitForResponseAsync(() => page.Keyboard.TypeAsync("lumbar facet abl"), r => r.Url.EndsWith("q=lumbar+facet+abl", StringComparison.Ordinal));
        var options = page.GetByRole(AriaRole.Option);
        await Expect(options.First).ToBeVisibleAsync();
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(box).ToHaveAttributeAsync("aria-activedescendant", "hit-0");
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(options.First).ToHaveAttributeAsync("aria-selected", "false");
        await page.Keyboard.PressAsync("Escape");
        await Expect(options.First).ToBeHiddenAsync();
        await Expect(box).ToHaveValueAsync("lumbar facet abl");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(chromium.Address + "/codes/cpt/64635", new() { Timeout = 15_000 });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("64635");
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Enter_without_a_choice_lists_the_results()
    {
        await using var window = await chromium.Open();
        await window.Page.GotoAsync("/");
        await Expect(window.Page.Locator("#q")).ToBeFocusedAsync();
        await window.Page.Keyboard.TypeAsync("spondylosis lumbar");
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.Page).ToHaveURLAsync(chromium.Address + "/search?q=spondylosis+lumbar", new() { Timeout = 15_000 });
        await Expect(window.Page.Locator(".hits a.code", new() { HasTextString = "M47.816" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_scripts_the_form_searches()
    {
        await using var window = await chromium.Open(scripts: false);
        await window.Page.GotoAsync("/");
        await window.Page.Locator("#q").FillAsync("spondylosis");
        await window.Page.Locator("#q").PressAsync("Enter");
        await Expect(window.Page.Locator(".hits li").First).ToBeVisibleAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        await Expect(window.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        Assert.EndsWith("/search?q=spondylosis", window.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_markup_stays_text()
    {
        await using var window = await chromium.Open();
        var asked = false;
        window.Page.Dialog += (_, d) =>
        {
            asked = true;
            _ = d.DismissAsync();
        };
        await window.Page.GotoAsync("/");
        await window.Page.Locator("#q").FillAsync("\"><img src=x onerror=alert(1)> facet");
        await window.Page.WaitForTimeoutAsync(300);
        await window.Page.Locator("#q").PressAsync("Enter");
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("<img src=x");
        Assert.False(asked);
    }

    [Fact]
    public async Task The_date_of_service_is_changed_and_kept()
    {
        await using var window = await chromium.Open();
        var page = window.Page;
        await page.GotoAsync("/codes/cpt/64622");
        await Expect(page.Locator(".plate .chip").First).ToHaveTextAsync("Deleted");
        await page.GetByLabel("Date of service").FillAsync("2011-06-30");
        await page.GetByLabel("Date of service").PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(chromium.Address + "/codes/cpt/64622?on=2011-06-30", new() { Timeout = 15_000 });
        await Expect(page.Locator(".plate .chip").First).ToHaveTextAsync("Active");
        await page.Locator("#q").FillAsync("64622");
        await Expect(page.GetByRole(AriaRole.Option).First).ToHaveAttributeAsync("href", "/codes/cpt/64622?on=2011-06-30");
        await page.Locator("#q").PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(chromium.Address + "/codes/cpt/64622?on=2011-06-30", new() { Timeout = 15_000 });
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Dark_follows_the_system_and_the_choice_wins()
    {
        await using var window = await chromium.Open(dark: true);
        await window.Page.GotoAsync("/about");
        Assert.True(await Dark(window.Page));
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Light" }).ClickAsync();
        await Expect(window.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        Assert.EndsWith("/about", window.Page.Url, StringComparison.Ordinal);
        Assert.False(await Dark(window.Page));
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "System" }).ClickAsync();
        await Expect(window.Page.Locator("html")).Not.ToHaveAttributeAsync("data-theme", "light");
        Assert.True(await Dark(window.Page));

        static async Task<bool> Dark(IPage page) => await page.EvaluateAsync<int>("Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])") < 60;
    }

    [Fact]
    public async Task The_reference_page_works_under_its_policy_and_asks_nobody_else()
    {
        await using var window = await chromium.Open();
        var elsewhere = new List<string>();
        window.Page.Request += (_, r) =>
        {
            if (!r.Url.StartsWith(chromium.Address, StringComparison.Ordinal) && !r.Url.StartsWith("data:", StringComparison.Ordinal) && !r.Url.StartsWith("blob:", StringComparison.Ordinal)) elsewhere.Add(r.Url);
        };
        await window.Page.GotoAsync("/api");
        await Expect(window.Page.GetByText("Find codes").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        Assert.Empty(elsewhere);
        Assert.Empty(window.Errors);
    }
}
