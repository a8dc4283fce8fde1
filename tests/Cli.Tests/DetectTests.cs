namespace CodingAhead.Cli.Tests;

/// <summary><c>detect</c> and its measures on the command line. The starter book holds no edition of ICD-10-CM, so no code is found; what is tested is the door.</summary>
public class DetectTests(StarterFolder folder) : IClassFixture<StarterFolder>
{
    [Fact]
    public async Task A_book_without_an_edition_says_so_and_exits_3()
    {
        var ran = await folder.RunAsync("detect -", "Hypertension.");
        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("no-edition", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_line_has_an_answer_in_order_and_a_bad_one_an_error()
    {
        var ran = await folder.RunAsync("detect --jsonl", "{\"id\":\"a\",\"text\":\"Hypertension.\"}\nnot json\n{\"id\":\"c\"}\n{\"id\":\"d\",\"text\":\"x\",\"setting\":\"clinic\"}\n{\"id\":\"e\",\"text\":\"x\",\"age\":-1}\n");
        Assert.Equal(1, ran.ExitCode);
        Assert.Equal(5, ran.Lines.Length);
        Assert.StartsWith("{\"id\":\"a\",\"edition\":", ran.Lines[0], StringComparison.Ordinal);
        Assert.Equal("{\"id\":2,\"error\":\"not JSON\"}", ran.Lines[1]);
        Assert.StartsWith("{\"id\":\"c\",\"error\":", ran.Lines[2], StringComparison.Ordinal);
        Assert.StartsWith("{\"id\":\"d\",\"error\":", ran.Lines[3], StringComparison.Ordinal);
        Assert.StartsWith("{\"id\":\"e\",\"error\":", ran.Lines[4], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("detect --setting clinic -")]
    [InlineData("detect --sex X -")]
    [InlineData("detect missing.txt")]
    [InlineData("eval detect missing.jsonl")]
    public async Task A_wrong_option_or_file_exits_2(string command) => Assert.Equal(2, (await folder.RunAsync(command)).ExitCode);

    [Fact]
    public async Task The_assertion_model_is_measured_by_label()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "kit.txt"), "1\t \tcough\tShe denies any COUGH.\tNegated\tRecent\tPatient\n2\t \tgout\tHe has GOUT.\tAffirmed\tRecent\tPatient\n", TestContext.Current.CancellationToken);
        var ran = await folder.RunAsync("eval assert kit.txt");
        Assert.Equal(0, ran.ExitCode);
        Assert.Equal("negated\t1\t1\t1.000\t1.000\t1.000", ran.Lines[1]);
    }
}
