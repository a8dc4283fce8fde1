using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CodingAhead.Browser.Tests;

/// <summary>Somebody takes the identifiers out of a note, and corrects what was found; with scripts and without.</summary>
public sealed class RedactPageTests(Chromium chromium)
{
    private const string Note = "Patient: Ole Halvorsen   MRN: 0048-2291\n\nMr. Halvorsen has Graves disease and was seen on 10/15/2025. The wobblyfoot is better.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_note_is_redacted_and_what_was_found_is_corrected(bool scripts)
    {
        await using var window = await chromium.Open(scripts: scripts);
        var page = window.Page;
        await page.GotoAsync("/redact");
        await page.GetByLabel("Note", new() { Exact = true }).FillAsync(Note);
        await page.GetByRole(AriaRole.Button, new() { Name = "Redact", Exact = true }).ClickAsync();
        var left = page.GetByRole(AriaRole.Region, new() { Name = "The note without identifiers" });
        await Expect(left).Not.ToContainTextAsync("Halvorsen");
        await Expect(left).ToContainTextAsync("Graves disease");
        await Expect(left).ToContainTextAsync("wobblyfoot");

        // Each mark leads to its row and back.
        await page.Locator("[data-note] a").First.ClickAsync();
        await Expect(page.Locator(".spans tr:target")).ToBeVisibleAsync();

        await page.GetByLabel("10/15/2025 is no identifier").CheckAsync();
        await page.GetByLabel("Also an identifier, one a line").FillAsync("wobblyfoot");
        await page.GetByRole(AriaRole.Button, new() { Name = "Redact", Exact = true }).ClickAsync();
        await Expect(left).ToContainTextAsync("10/15/2025");
        await Expect(left).Not.ToContainTextAsync("wobblyfoot");
        await Expect(page.GetByLabel("10/15/2025 is no identifier")).ToBeCheckedAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task The_manifest_is_saved_and_holds_no_value()
    {
        await using var window = await chromium.Open();
        var page = window.Page;
        await page.GotoAsync("/redact?example=note");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Save manifest" }).ClickAsync());
        var manifest = await File.ReadAllTextAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        Assert.Contains("\"policy\":\"safe-harbor\"", manifest, StringComparison.Ordinal);
        foreach (var mark in await page.Locator("[data-note] a").AllTextContentsAsync()) Assert.DoesNotContain($"\"{mark}\"", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Selected_words_become_an_identifier_by_a_key()
    {
        await using var window = await chromium.Open();
        var page = window.Page;
        await page.GotoAsync("/redact");
        await page.GetByLabel("Note", new() { Exact = true }).FillAsync("the wobblyfoot is better");
        await page.GetByRole(AriaRole.Button, new() { Name = "Redact", Exact = true }).ClickAsync();
        var note = page.Locator("[data-note]");
        await Expect(note).ToContainTextAsync("wobblyfoot");
        await note.EvaluateAsync("n => { const r = document.createRange(); r.setStart(n.firstChild, 4); r.setEnd(n.firstChild, 14); getSelection().removeAllRanges(); getSelection().addRange(r); }");
        await page.Keyboard.PressAsync("a");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "The note without identifiers" })).Not.ToContainTextAsync("wobblyfoot");
    }

    [Fact]
    public async Task The_page_of_a_redacted_note_is_accessible_and_fits_a_phone()
    {
        foreach (var dark in new[] { false, true })
        {
            await using var window = await chromium.Open(dark: dark);
            await window.Page.GotoAsync("/redact?example=note");
            var faults = (await window.Page.RunAxe()).Violations;
            Assert.True(faults.Length == 0, string.Join("; ", faults.Select(v => $"{v.Id} {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
        }

        foreach (var width in new[] { 390, 320 })
        {
            await using var window = await chromium.Open(width: width);
            await window.Page.GotoAsync("/redact?example=note");
            Assert.True(await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
        }
    }
}
