using System.Text.Json;

namespace CodingAhead.Cli.Tests;

public sealed class ShowTests(StarterFolder starter) : IClassFixture<StarterFolder>
{
    [Theory]
    [InlineData("show 64635", "64635", "cpt")]
    [InlineData("show e11.9", "E11.9", "icd10cm")]
    [InlineData("show E119", "E11.9", "icd10cm")]
    [InlineData("show e119 --set icd10cm", "E11.9", "icd10cm")]
    [InlineData("show g0439", "G0439", "hcpcs")]
    [InlineData("show 25", "25", "modifier")]
    [InlineData("show 11 --set pos", "11", "pos")]
    public async Task A_code_is_found_however_it_is_typed(string command, string code, string set)
    {
        var ran = await starter.RunAsync(command + " --json");
        Assert.Equal(0, ran.ExitCode);
        using var json = JsonDocument.Parse(ran.Out);
        Assert.Equal(code, json.RootElement.GetProperty("code").GetString());
        Assert.Equal(set, json.RootElement.GetProperty("set").GetString());
        Assert.Equal("active", json.RootElement.GetProperty("status").GetString());
        Assert.Equal("2025-10-15", json.RootElement.GetProperty("on").GetString());
    }

    [Fact]
    public async Task A_deleted_code_names_its_successor()
    {
        var ran = await starter.RunAsync("show 64622 --json");
        using var json = JsonDocument.Parse(ran.Out);
        Assert.Equal(0, ran.ExitCode);
        Assert.Equal("deleted", json.RootElement.GetProperty("status").GetString());
        Assert.Equal("64635", json.RootElement.GetProperty("successors")[0].GetString());
    }

    [Fact]
    public async Task A_range_is_an_array_of_its_codes()
    {
        var ran = await starter.RunAsync("show 64633-64636 --json");
        using var json = JsonDocument.Parse(ran.Out);
        Assert.Equal(["64633", "64634", "64635", "64636"], json.RootElement.EnumerateArray().Select(p => p.GetProperty("code").GetString()!));
    }

    [Theory]
    [InlineData("show 99999", "99999")]
    [InlineData("show Q99.999", "Q99.999")]
    [InlineData("show !!", "!!")]
    public async Task An_unknown_code_is_said_to_be_one_and_is_an_error(string command, string code)
    {
        var ran = await starter.RunAsync(command + " --json");
        using var json = JsonDocument.Parse(ran.Out);
        Assert.Equal(1, ran.ExitCode);
        Assert.Equal("unknown-code", json.RootElement.GetProperty("status").GetString());
        Assert.Equal(code, json.RootElement.GetProperty("code").GetString());
        Assert.False(string.IsNullOrEmpty(json.RootElement.GetProperty("because").GetString()));
    }

    [Theory]
    [InlineData("show 64635 --zip 6060", "A ZIP code has five digits")]
    [InlineData("show 64635 --mac 06102", "both are needed")]
    [InlineData("show 64635 --zip 60601 --mac 06102 --locality 16", "not both")]
    public async Task A_place_that_cannot_be_read_is_a_usage_error(string command, string message)
    {
        var ran = await starter.RunAsync(command);
        Assert.Equal(2, ran.ExitCode);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_asked_for_without_an_edition_is_no_data_but_shows_the_nearest()
    {
        var ran = await starter.RunAsync("show 64635 --on 2035-01-01 --json");
        using var json = JsonDocument.Parse(ran.Out);
        Assert.Equal(3, ran.ExitCode);
        Assert.Equal("no-edition", json.RootElement.GetProperty("status").GetString());
        Assert.True(json.RootElement.GetProperty("stale").GetBoolean());
        Assert.Equal("2025-12-31", json.RootElement.GetProperty("nearest").GetString());
    }

    [Fact]
    public async Task The_text_page_says_what_the_code_is()
    {
        var ran = await starter.RunAsync("show 64635");
        Assert.StartsWith("64635  ", ran.Out, StringComparison.Ordinal);
        Assert.Matches("globalDays +010 ", ran.Out);
        Assert.Contains("starter/cpt.csv", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_lines_answer_every_line_in_order_and_a_bad_one_too()
    {
        var ran = await starter.RunAsync("show --jsonl", "{\"id\":\"a\",\"code\":\"64635\"}\nnot json\n{\"id\":7}\n{\"id\":\"d\",\"code\":\"E11.9\",\"on\":\"2025-01-01\"}\n");
        Assert.Equal(1, ran.ExitCode);
        var answers = ran.Lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(4, answers.Count);
        Assert.Equal("a", answers[0].GetProperty("id").GetString());
        Assert.Equal("64635", answers[0].GetProperty("code").GetString());
        Assert.Equal(2, answers[1].GetProperty("id").GetInt32());
        Assert.True(answers[1].TryGetProperty("error", out _));
        Assert.Equal(7, answers[2].GetProperty("id").GetInt32());
        Assert.True(answers[2].TryGetProperty("error", out _));
        Assert.Equal("2025-01-01", answers[3].GetProperty("on").GetString());
    }
}
