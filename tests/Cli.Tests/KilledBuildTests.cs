using System.Diagnostics;
using System.Globalization;
using System.Text;
using CodingAhead.Codes;
using CodingAhead.Codes.Build;

namespace CodingAhead.Cli.Tests;

/// <summary>A build that is killed, as a process, at whatever moment: the old book stays whole and the next build succeeds.</summary>
public sealed class KilledBuildTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("killed-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(150)]
    [InlineData(400)]
    public async Task A_build_killed_in_the_middle_leaves_the_old_book_whole(int millisecondsAfterItBegan)
    {
        var book = Path.Combine(folder, "killed.book");
        BookCompiler.Build(new BuildOptions { Output = book }, TimeProvider.System);
        var old = await File.ReadAllBytesAsync(book);
        var releases = Directory.CreateDirectory(Path.Combine(folder, "releases")).FullName;
        for (var year = 2017; year <= 2026; year++) await File.WriteAllTextAsync(Path.Combine(releases, $"icd10cm-order-{year}.txt"), Order(60_000));

        using (var build = Start(book, releases))
        {
            // The lock beside the book says that the build has begun.
            var waiting = Stopwatch.StartNew();
            while (!File.Exists(book + ".lock") && !build.HasExited && waiting.Elapsed < TimeSpan.FromSeconds(30)) await Task.Delay(5);
            Assert.False(build.HasExited, "the build was over before it could be killed");
            await Task.Delay(millisecondsAfterItBegan);
            build.Kill();
            await build.WaitForExitAsync();
            Assert.NotEqual(0, build.ExitCode);
        }

        Assert.Equal(old, await File.ReadAllBytesAsync(book));
        using (var opened = Book.Open(book)) Assert.Empty(opened.Verify());
        var report = BookCompiler.Build(new BuildOptions { Output = book, Releases = releases }, TimeProvider.System);
        Assert.Empty(report.Errors);
        using var rebuilt = Book.Open(book);
        Assert.Equal(CodeStatus.Active, rebuilt.Find(CodeSet.Icd10Cm, "A0000", new DateOnly(2026, 1, 1)).Status);
        Assert.Equal(["killed.book", "releases"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Where(n => !n!.EndsWith(".lock", StringComparison.Ordinal)).Order());
    }

    private static Process Start(string book, string releases) => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList = { Path.Combine(AppContext.BaseDirectory, "codingahead.dll"), "book", "build", "--from", releases, "--out", book },
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static string Order(int codes)
    {
        var text = new StringBuilder();
        for (var i = 0; i < codes; i++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + i / 10_000)}{i % 10_000:0000}");
            text.Append(CultureInfo.InvariantCulture, $"{i + 1:00000} {code,-7} 1 {"Sample " + i,-60} Sample {i}\n");
        }

        return text.ToString();
    }
}
