using CodingAhead.Codes.Tests;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CodingAhead.Browser.Tests;

/// <summary>A coder with one note, read as an outpatient's and as an inpatient's, over the whole mirror.</summary>
public sealed class DetectPageTests(Chromium chromium, MirrorSite mirror)
{
    private const string Note = "CHIEF COMPLAINT: Cough.\n\nHISTORY: Four days of cough. She denies chest pain. Her sister has asthma.\n\nASSESSMENT:\n1. Probable pneumonia.\n2. Essential hypertension.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_uncertain_diagnosis_is_coded_of_an_inpatient_only(bool scripts)
    {
        await using var window = await Open(scripts: scripts);
        var page = window.Page;
        await page.GotoAsync($"{mirror.Address}/detect?on=2025-10-15");
        await page.GetByLabel("Note", new() { Exact = true }).FillAsync(Note);
        await page.GetByRole(AriaRole.Button, new() { Name = "Find codes" }).ClickAsync();
        await Expect(page.Locator(".found .head .code")).ToContainTextAsync(["I10"]);
        await Expect(page.Locator(".found")).Not.ToContainTextAsync("J18.9");
        await Expect(page.Locator(".found")).ToContainTextAsync("R05");
        await Expect(page.Locator(".rejected")).ToContainTextAsync("J18.9");
        await Expect(page.Locator(".rejected li", new() { HasText = "chest pain" })).ToContainTextAsync("negated");
        await Expect(page.Locator(".rejected li", new() { HasText = "asthma" })).ToContainTextAsync("family");
        await Expect(page.Locator(".otherwise")).ToContainTextAsync("J18.9");

        // With scripts the switch is enough; without, the form is sent.
        await page.GetByRole(AriaRole.Radio, new() { Name = "inpatient", Exact = true }).CheckAsync();
        if (!scripts) await page.GetByRole(AriaRole.Button, new() { Name = "Find codes" }).ClickAsync();
        await Expect(page.Locator(".found")).ToContainTextAsync("J18.9");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "inpatient", Exact = true })).ToBeCheckedAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Either_side_leads_to_the_other_and_codes_go_to_the_claim()
    {
        await using var window = await Open();
        var page = window.Page;
        await page.GotoAsync($"{mirror.Address}/detect?example=outpatient&on=2025-10-15");
        var mark = page.Locator(".note a.coded").First;
        var code = (await mark.GetAttributeAsync("href"))!;
        await mark.ClickAsync();
        await Expect(page.Locator($"{code}:target")).ToBeVisibleAsync();
        await page.Locator($"{code} .chips a").First.ClickAsync();
        await Expect(page.Locator(".note a.coded.lit").First).ToBeInViewportAsync();

        // By keyboard: to the first code, leave it out; the next one stays.
        var first = await page.Locator(".found .head .code").First.TextContentAsync();
        var second = await page.Locator(".found .head .code").Nth(1).TextContentAsync();
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".found > li").First).ToBeFocusedAsync();
        // Another code that is only looked at is not accepted.
        await page.Keyboard.PressAsync("s");
        await Expect(page.Locator(".found > li").First.Locator("[data-accept]")).Not.ToBeCheckedAsync();
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator(".found > li").First).ToHaveClassAsync("out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send to claim check" }).ClickAsync();
        await Expect(page.Locator("[name=dx]").First).ToHaveValueAsync(second!);
        await Expect(page.Locator($"[name=dx][value='{first}']")).ToHaveCountAsync(0);
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task A_coder_accepts_changes_the_side_and_takes_up_what_was_set_aside_and_the_export_says_so()
    {
        await using var window = await Open();
        var page = window.Page;
        await page.GotoAsync($"{mirror.Address}/detect?on=2025-10-15");
        await page.GetByLabel("Note", new() { Exact = true }).FillAsync("ASSESSMENT:\n1. Primary osteoarthritis of the right knee.\n2. Essential hypertension.\nHer sister has asthma.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Find codes" }).ClickAsync();
        await Expect(page.Locator(".found .head .code")).ToContainTextAsync(["M17.11"]);
        // Keys go on after the mouse has ticked a box.
        await page.Locator("[data-accept]").First.ClickAsync();
        await page.Keyboard.PressAsync("l");
        await Expect(page.Locator("[data-choice]").First).ToHaveValueAsync("M17.12");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator(".found > li").Nth(1)).ToHaveClassAsync("accepted");
        await Expect(page.Locator("[data-progress]")).ToHaveTextAsync("2 of 3 decided.");
        // The family history, which is not wanted here.
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator("[data-progress]")).ToHaveTextAsync("3 of 3 decided.");
        await page.GetByLabel("code it after all").First.CheckAsync();

        // Decisions outlive another reading of the same note.
        await page.GetByRole(AriaRole.Radio, new() { Name = "inpatient", Exact = true }).CheckAsync();
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "inpatient", Exact = true })).ToBeCheckedAsync();
        await Expect(page.Locator("[data-choice]").First).ToHaveValueAsync("M17.12");
        await Expect(page.GetByLabel("code it after all").First).ToBeCheckedAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "FHIR" }).ClickAsync());
        var bundle = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(await download.PathAsync())).RootElement;
        Assert.Equal(
            ["M17.12 confirmed", "I10 confirmed", "J45.909 confirmed"],
            bundle.GetProperty("entry").EnumerateArray().Select(e => e.GetProperty("resource")).Select(c => $"{c.GetProperty("code").GetProperty("coding")[0].GetProperty("code")} {c.GetProperty("verificationStatus").GetProperty("coding")[0].GetProperty("code")}"));
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task The_page_of_a_read_note_is_accessible_and_fits_a_phone()
    {
        foreach (var dark in new[] { false, true })
        {
            await using var window = await Open(dark: dark);
            await window.Page.GotoAsync($"{mirror.Address}/detect?example=outpatient&on=2025-10-15");
            var faults = (await window.Page.RunAxe()).Violations;
            Assert.True(faults.Length == 0, string.Join("; ", faults.Select(v => $"{v.Id} {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
        }

        foreach (var width in new[] { 390, 320 })
        {
            await using var window = await Open(width: width);
            await window.Page.GotoAsync($"{mirror.Address}/detect?example=inpatient&on=2025-10-15");
            Assert.True(await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
        }
    }

    private async Task<Window> Open(bool scripts = true, bool dark = false, int width = 1280)
    {
        Mirror.Require();
        return await chromium.Open(scripts: scripts, dark: dark, width: width);
    }
}
