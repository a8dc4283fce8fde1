using System.Text.Json;

namespace CodingAhead.Cli.Tests;

public sealed class FindTests(StarterFolder starter) : IClassFixture<StarterFolder>
{
    [Fact]
    public async Task Words_find_codes_with_the_reason()
    {
        var ran = await starter.RunAsync("find lumbar facet ablation --set cpt --json");
        using var json = JsonDocument.Parse(ran.Out);
        Assert.Equal(0, ran.ExitCode);
        Assert.Equal("lumbar facet ablation", json.RootElement.GetProperty("query").GetString());
        Assert.Equal("2025-10-15", json.RootElement.GetProperty("on").GetString());
        var hit = json.RootElement.GetProperty("hits")[0];
        Assert.Equal("64635", hit.GetProperty("code").GetString());
        Assert.Equal("cpt", hit.GetProperty("set").GetString());
        Assert.Equal("active", hit.GetProperty("status").GetString());
        Assert.True(hit.GetProperty("billable").GetBoolean());
        Assert.True(hit.GetProperty("score").GetDouble() is > 0 and <= 1);
        Assert.True(hit.GetProperty("why").TryGetProperty("kind", out _));
        Assert.True(hit.GetProperty("why").TryGetProperty("term", out _));
    }

    [Fact]
    public async Task Top_limits_the_hits()
    {
        var ran = await starter.RunAsync("find facet --top 2 --json");
        using var json = JsonDocument.Parse(ran.Out);
        Assert.Equal(2, json.RootElement.GetProperty("hits").GetArrayLength());
    }

    [Fact]
    public async Task Lines_of_text_are_answered_one_a_line_in_order()
    {
        var ran = await starter.RunAsync("find --lines - --jsonl --top 1 --set cpt", "64635\n\n{\"id\":\"x\",\"query\":\"64636\"}\n");
        Assert.Equal(1, ran.ExitCode);
        var answers = ran.Lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal("64635", answers[0].GetProperty("hits")[0].GetProperty("code").GetString());
        Assert.Equal(2, answers[1].GetProperty("id").GetInt32());
        Assert.True(answers[1].TryGetProperty("error", out _));
        Assert.Equal("x", answers[2].GetProperty("id").GetString());
        Assert.Equal("64636", answers[2].GetProperty("hits")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("{\"id\":\"a\",\"query\":\"x\",\"on\":\"tomorrow\"}")]
    [InlineData("{\"id\":\"a\",\"query\":\"x\",\"set\":\"loinc\"}")]
    [InlineData("{\"id\":\"a\",\"query\":\"x\",\"top\":0}")]
    [InlineData("{\"id\":\"a\"}")]
    [InlineData("{\"id\":\"a\",\"query\":")]
    [InlineData("[1]")]
    [InlineData("plain words")]
    public async Task A_bad_line_of_json_lines_is_an_error_with_its_id(string line)
    {
        var ran = await starter.RunAsync("find --jsonl", line + "\n{\"query\":\"64635\"}\n");
        Assert.Equal(1, ran.ExitCode);
        Assert.Equal(2, ran.Lines.Length);
        var answer = JsonDocument.Parse(ran.Lines[0]).RootElement;
        Assert.True(answer.TryGetProperty("id", out _));
        Assert.False(string.IsNullOrEmpty(answer.GetProperty("error").GetString()));
    }

    [Theory]
    [InlineData("find")]
    [InlineData("find x --on 2025-13-01")]
    [InlineData("find x --set loinc")]
    [InlineData("find x --top 0")]
    [InlineData("find x --top many")]
    [InlineData("find x --bogus")]
    [InlineData("find x --lines -")]
    [InlineData("find --lines missing.txt")]
    [InlineData("show")]
    [InlineData("show 64635 --on yesterday")]
    [InlineData("show 64635 --on 01/02/2025")] // January or February: never guessed
    [InlineData("show 64635 --on 20250102")]
    [InlineData("show 64635 --on 2025-01-02 --compare 01/02/2025")]
    [InlineData("frobnicate")]
    [InlineData("book build --from missing-folder")]
    [InlineData("book build --accept everything")]
    [InlineData("book diff 2025-01-01")]
    [InlineData("book diff 2025-02-01 2025-01-01")]
    [InlineData("eval search missing.tsv")]
    public async Task A_command_line_that_cannot_be_understood_is_a_usage_error_of_one_line(string command)
    {
        var ran = await starter.RunAsync(command);
        Assert.Equal(2, ran.ExitCode);
        Assert.Empty(ran.Out);
        Assert.Single(ran.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task Without_a_book_the_starter_book_is_made_and_said_to_be_used()
    {
        var folder = Path.Combine(starter.Path, "none", "book");
        var ran = await starter.RunAsync("show 64635", "", ("CODINGAHEAD_BOOK", folder));
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("starter book", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show 64635 --book nowhere.book")]
    [InlineData("find facet --book nowhere.book")]
    [InlineData("book info --book nowhere.book")]
    [InlineData("book verify --book nowhere.book")]
    public async Task A_named_book_that_is_not_there_is_no_data(string command)
    {
        var ran = await starter.RunAsync(command);
        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("nowhere.book", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_no_error()
    {
        Assert.Equal(0, (await starter.RunAsync("find --help")).ExitCode);
        Assert.Equal(0, (await starter.RunAsync("--version")).ExitCode);
    }
}
