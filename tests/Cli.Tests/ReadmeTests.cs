using CodingAhead.Codes;
using CodingAhead.Codes.Build;

namespace CodingAhead.Cli.Tests;

/// <summary>The claim of the README gives what the README prints. A line that ends in … is a beginning, a line of … alone leaves lines out.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task The_claim_of_the_readme_is_judged_and_priced_as_printed()
    {
        var (root, releases) = (Root(), Releases());
        Assert.SkipWhen(releases is null, "no releases directory (set CODINGAHEAD_RELEASES, or keep ../shared/releases beside the checkout)");
        var readme = (await File.ReadAllTextAsync(Path.Combine(root, "README.md"), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        var folder = Directory.CreateTempSubdirectory("readme-");
        try
        {
            var book = Path.Combine(folder.FullName, "mirror.book");
            BookCompiler.Build(new BuildOptions { Releases = releases, Output = book, Accepted = Licence.Ama | Licence.Ada | Licence.Nubc }, TimeProvider.System);
            await File.WriteAllLinesAsync(Path.Combine(folder.FullName, "spine.csv"), Printed(readme, "cat spine.csv"), TestContext.Current.CancellationToken);
            foreach (var (command, exit) in new[] { ("check", 1), ("price", 0) })
            {
                var ran = await Ran.RunAsync([command, "spine.csv"], "", folder.FullName, [("CODINGAHEAD_BOOK", book)]);
                Assert.Equal(exit, ran.ExitCode);
                InOrder(Printed(readme, $"./codingahead {command} spine.csv"), ran.Lines);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // What follows "$ command" up to the next command or the end of the block.
    private static List<string> Printed(string readme, string command)
    {
        var lines = readme.Split('\n');
        var at = Array.IndexOf(lines, $"$ {command}");
        Assert.True(at >= 0, $"the README does not run '{command}'");
        var printed = lines.Skip(at + 1).TakeWhile(l => !l.StartsWith("$ ", StringComparison.Ordinal) && l != "```").Where(l => l.Length > 0).ToList();
        Assert.NotEmpty(printed);
        return printed;
    }

    private static void InOrder(List<string> printed, string[] output)
    {
        var (next, gap) = (0, false);
        foreach (var line in printed)
        {
            if (line == "…")
            {
                gap = true;
                continue;
            }

            bool Is(string written) => line.EndsWith('…') ? written.StartsWith(line[..^1], StringComparison.Ordinal) : written == line;
            var found = gap ? Array.FindIndex(output, next, Is) : next < output.Length && Is(output[next]) ? next : -1;
            Assert.True(found >= 0, $"The README prints, but the command does not:\n{line}\nThe command:\n{string.Join('\n', output)}");
            (next, gap) = (found + 1, false);
        }

        Assert.True(gap || next == output.Length, "the command prints more than the README");
    }

    private static string Root()
    {
        var d = new DirectoryInfo(AppContext.BaseDirectory);
        while (d is not null && !File.Exists(Path.Combine(d.FullName, "CodingAhead.slnx"))) d = d.Parent;
        Assert.SkipWhen(d is null, "not run inside a checkout");
        return d!.FullName;
    }

    private static string? Releases()
    {
        var named = Environment.GetEnvironmentVariable("CODINGAHEAD_RELEASES");
        if (!string.IsNullOrEmpty(named)) return Directory.Exists(named) ? named : null;
        for (var d = new DirectoryInfo(AppContext.BaseDirectory); d is not null; d = d.Parent)
        {
            if (Path.Combine(d.FullName, "shared", "releases") is var candidate && Directory.Exists(candidate)) return candidate;
        }

        return null;
    }
}
