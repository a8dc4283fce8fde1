namespace CodingAhead.Cli.Tests;

/// <summary><c>eval redact-coding</c> on the command line. The starter book holds no edition of ICD-10-CM; what is counted is tested in <c>CodingKeptTests</c>.</summary>
public class RedactCodingTests(StarterFolder folder) : IClassFixture<StarterFolder>
{
    [Fact]
    public async Task Without_an_edition_nothing_can_be_measured()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "notes.jsonl"), "{\"id\":\"a\",\"text\":\"Mr. Ostwick has gout.\"}\n", TestContext.Current.CancellationToken);
        var ran = await folder.RunAsync("eval redact-coding notes.jsonl");
        Assert.Equal(3, ran.ExitCode);
        Assert.DoesNotContain("Ostwick", ran.Error + ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"id\":\"a\"}\n")]
    [InlineData("{\"text\":\"gout\"}\n")]
    [InlineData("gout\n")]
    public async Task A_line_without_id_or_text_exits_2(string line)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "bad.jsonl"), line, TestContext.Current.CancellationToken);
        Assert.Equal(2, (await folder.RunAsync("eval redact-coding bad.jsonl")).ExitCode);
    }

    [Fact]
    public async Task A_missing_file_exits_2() => Assert.Equal(2, (await folder.RunAsync("eval redact-coding missing.jsonl")).ExitCode);
}
