using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CodingAhead.Browser.Tests;

/// <summary>Every page is accessible in both schemes and fits a phone.</summary>
public sealed class LookTests(Chromium chromium)
{
    public static readonly TheoryData<string> Pages =
    [
        "/", "/search?q=spondylosis", "/search?q=facet&set=cpt", "/search?q=xyzzy", "/codes/cpt/64635?on=2025-10-15", "/codes/cpt/64622", "/codes/icd10cm/M47.816", "/codes/icd10cm/M47",
        "/codes/modifier/59", "/codes/pos/11", "/codes/cpt/64637", "/browse", "/browse/cpt/61000-64999", "/browse/modifier", "/browse/icd10cm/M47-M48", "/localities", "/whats-new", "/whats-new/icd10cm", "/codes/icd10cm/M47.816/compare", "/codes/cpt/64635/history", "/codes/icd10cm", "/articles", "/articles/lumbar-facet-nerve-destruction", "/about", "/nothing", "/tray", "/tray/sheet?codes=64635,64633,M47.816", "/claims", "/claims?example=spine", "/detect", "/detect?example=outpatient", "/codes/modifier/50", "/codes/pair?a=64635&b=64493", "/codes/cpt/64635/ncci", "/indicators", "/indicators/bilateral/1",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_no_fault_in_light_and_dark(string path)
    {
        foreach (var dark in new[] { false, true })
        {
            await using var window = await chromium.Open(dark: dark);
            await window.Page.GotoAsync(path);
            Check(await window.Page.RunAxe(), path, dark);
        }
    }

    [Fact]
    public async Task Axe_finds_no_fault_in_the_open_list()
    {
        foreach (var dark in new[] { false, true })
        {
            await using var window = await chromium.Open(dark: dark);
            await window.Page.GotoAsync("/");
            await window.Page.Locator("#q").PressSequentiallyAsync("spondylosis");
            await window.Page.GetByRole(AriaRole.Option).First.WaitForAsync();
            await window.Page.Keyboard.PressAsync("ArrowDown");
            Check(await window.Page.RunAxe(), "open list", dark);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_scrolls_sideways_on_a_phone(string path)
    {
        foreach (var width in new[] { 390, 320 })
        {
            await using var window = await chromium.Open(width: width, height: 844);
            await window.Page.GotoAsync(path);
            var wide = await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(wide <= width, $"{path} is {wide} wide on {width}");
        }
    }

    private static void Check(AxeResult result, string path, bool dark) => Assert.True(
        result.Violations.Length == 0,
        $"{path} {(dark ? "dark" : "light")}: {string.Join("; ", result.Violations.Select(v => $"{v.Id} {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"))}");
}
