using System.Reflection;

namespace CodingAhead.Claims.Tests.Edits;

/// <summary>The document names every rule, and every rule has an edit.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void Every_rule_is_described()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "docs", "claims.md"))) at = at.Parent;
        var text = File.ReadAllText(Path.Combine(at!.FullName, "docs", "claims.md"));
        Assert.All(typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!), rule => Assert.Contains($"`{rule}`", text, StringComparison.Ordinal));
    }
}
