using CodingAhead.Site.Tests;
using Deque.AxeCore.Playwright;

namespace CodingAhead.Browser.Tests;

/// <summary>The site on invented fee schedules.</summary>
public sealed class FeeSite : IDisposable
{
    private readonly Chromium.KestrelSite site = new(SampleBooks.Fees);

    public FeeSite()
    {
        site.UseKestrel(0);
        site.StartServer();
        Address = site.ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    public string Address { get; }

    public void Dispose() => site.Dispose();
}

/// <summary>Pages with fees and localities are accessible in both schemes, fit a phone, and their form works.</summary>
public sealed class FeeLookTests(Chromium chromium, FeeSite fees) : IClassFixture<FeeSite>
{
    [Theory]
    [InlineData("/codes/cpt/99991?on=2025-10-15&zip=99902")]
    [InlineData("/codes/cpt/99993?on=2025-10-15&zip=12")]
    [InlineData("/codes/hcpcs/J9991?on=2025-10-15")]
    [InlineData("/localities?on=2025-10-15&zip=99901")]
    [InlineData("/localities/99112/00?on=2025-10-15")]
    public async Task Axe_finds_no_fault_and_a_phone_shows_it(string path)
    {
        foreach (var dark in new[] { false, true })
        {
            await using var window = await chromium.Open(dark: dark, address: fees.Address);
            await window.Page.GotoAsync(path);
            await window.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            var result = await window.Page.RunAxe();
            Assert.True(result.Violations.Length == 0, $"{path} {dark}: {string.Join("; ", result.Violations.Select(v => $"{v.Id} {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"))}");
        }

        await using var phone = await chromium.Open(width: 320, height: 844, address: fees.Address);
        await phone.Page.GotoAsync(path);
        await phone.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        var wide = await phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(wide <= 320, $"{path} is {wide} wide");
    }

    [Fact]
    public async Task A_zip_code_is_asked_for_without_script()
    {
        await using var window = await chromium.Open(scripts: false, address: fees.Address);
        await window.Page.GotoAsync("/codes/cpt/99991?on=2025-10-15");
        await window.Page.FillAsync("#zip", "99902");
        await window.Page.PressAsync("#zip", "Enter");
        Assert.EndsWith("zip=99902&on=2025-10-15#payment", window.Page.Url, StringComparison.Ordinal);
        Assert.Contains("$113.63", await window.Page.InnerTextAsync("#payment"), StringComparison.Ordinal);
    }
}
