using System.Text;
using CodingAhead.Claims.Answers;
using CodingAhead.Claims.Json;
using CodingAhead.Claims.Payment;
using CodingAhead.Claims.Tests.Edits;

namespace CodingAhead.Claims.Tests.Answers;

/// <summary>What the README prints of a claim is what the program says of it on the real releases.</summary>
public sealed class ReadmeTests(MirrorClaims mirror) : IClassFixture<MirrorClaims>
{
    [Fact]
    public void The_verdict_and_the_price_in_the_readme_are_true()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")).ReplaceLineEndings("\n");
        var block = readme.Split("```").Single(b => b.Contains("$ cat claim.json", StringComparison.Ordinal));
        var parts = block.Split("\n$ ./codingahead ");
        var (claim, error) = ClaimJson.Read(Encoding.UTF8.GetBytes(parts[0][parts[0].IndexOf('{', StringComparison.Ordinal)..]));
        Assert.Null(error);
        var said = new StringBuilder();
        CheckText.Write(said, mirror.Check(claim!));
        Printed(parts[1], "check claim.json", said.ToString());
        said.Clear();
        PriceText.Write(said, new ClaimPricer(mirror.Book).Price(claim!));
        Printed(parts[2], "price claim.json", said.ToString());
    }

    // Lines that the README leaves out stand as an ellipsis; all others come in this order.
    private static void Printed(string shown, string command, string said)
    {
        var lines = shown.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(command, lines[0]);
        var at = 0;
        foreach (var line in lines.Skip(1).Where(l => l != "…"))
        {
            var found = said.IndexOf(line + "\n", at, StringComparison.Ordinal);
            Assert.True(found >= at, $"not said, or not in this place: {line}\n{said}");
            at = found + line.Length;
        }

        Assert.True(lines.Length > 4);
    }
}
