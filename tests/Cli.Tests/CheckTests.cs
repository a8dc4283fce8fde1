using System.Text.Json;

namespace CodingAhead.Cli.Tests;

/// <summary>codingahead check: forms of input and output, exit codes, and that a bad claim spoils no other.</summary>
public sealed class CheckTests(StarterFolder folder) : IClassFixture<StarterFolder>
{
    private const string Good = """{"id":"good","diagnoses":[],"lines":[{"code":"64635","date":"2025-10-15"}]}""";
    private const string BadNpi = """{"id":"npi","provider":{"npi":"1234567890"},"lines":[{"code":"64635","date":"2025-10-15"}]}""";
    private const string Unread = """{"id":"unread","lines":[{"code":"64635","date":"2025-02-30"}]}""";

    [Theory]
    [InlineData(BadNpi, 1)]
    [InlineData(Unread, 1)]
    [InlineData("", 1)]
    [InlineData("nonsense", 1)]
    public async Task A_failed_verdict_or_an_unread_claim_is_exit_code_1(string input, int exit) => Assert.Equal(exit, (await folder.RunAsync("check -", input)).ExitCode);

    [Fact]
    public async Task One_claim_is_an_object_and_several_are_an_array()
    {
        var one = await folder.RunAsync("check - --json", BadNpi);
        var answer = JsonDocument.Parse(one.Out).RootElement;
        Assert.Equal(("npi", "fail"), (answer.GetProperty("id").GetString(), answer.GetProperty("verdict").GetString()));
        Assert.Contains(answer.GetProperty("findings").EnumerateArray(), f => f.GetProperty("rule").GetString() == "npi" && f.GetProperty("outcome").GetString() == "fail");
        var several = await folder.RunAsync("check - --json", $"{BadNpi}\n{Unread}\n{Good}\n");
        var list = JsonDocument.Parse(several.Out).RootElement.EnumerateArray().ToList();
        Assert.Equal(["npi", "unread", "good"], list.Select(a => a.GetProperty("id").GetString()));
        Assert.Equal("$.lines[0].date: expected a date from 1900 to 2099 such as 2025-10-15.", list[1].GetProperty("error").GetString());
        Assert.Equal(2, list[1].GetProperty("place").GetProperty("segment").GetInt32());
        Assert.Equal("[]", (await folder.RunAsync("check - --json", "claim,code,date\n")).Out.Trim());
    }

    [Fact]
    public async Task Lines_are_answered_by_lines_from_standard_input()
    {
        var ran = await folder.RunAsync("check --jsonl", $"{Good}\nnonsense\n{BadNpi}\n");
        Assert.Equal(1, ran.ExitCode);
        Assert.Equal(3, ran.Lines.Length);
        Assert.Equal([false, true, false], ran.Lines.Select(l => JsonDocument.Parse(l).RootElement.TryGetProperty("error", out _)));
    }

    [Fact]
    public async Task Files_of_any_form_stand_beside_each_other()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "a.json"), BadNpi, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "b.csv"), "claim,npi,code,date\ntable,1234567890,64635,2025-10-15\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, "c.json"),
            """{"resourceType":"Claim","id":"fhir","item":[{"sequence":1,"servicedDate":"2025-10-15","productOrService":{"coding":[{"system":"http://www.ama-assn.org/go/cpt","code":"64635"}]}}]}""",
            TestContext.Current.CancellationToken);
        var ran = await folder.RunAsync("check a.json b.csv c.json --csv");
        Assert.StartsWith("claim,file,segment,verdict,rule,outcome,", ran.Lines[0], StringComparison.Ordinal);
        Assert.Equal(["fhir", "npi", "table"], ran.Lines.Skip(1).Select(l => l.Split(',')[0]).Distinct().Order(StringComparer.Ordinal));
        var fhir = await folder.RunAsync("check a.json c.json --fhir");
        Assert.Equal(["ClaimResponse", "ClaimResponse"], fhir.Lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("resourceType").GetString()));
    }

    [Fact]
    public async Task Text_says_the_verdict_and_what_to_change()
    {
        var ran = await folder.RunAsync("check -", $"{BadNpi}\n{Unread}\n");
        Assert.Contains("Claim npi (at 1 of stdin): FAIL", ran.Out, StringComparison.Ordinal);
        Assert.Contains("Claim unread (at 2 of stdin): NOT READ", ran.Out, StringComparison.Ordinal);
        Assert.Contains("1 fail", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "Nothing to read")]
    [InlineData("check nowhere.json", "there is no such file")]
    [InlineData("check . ", "a folder")]
    [InlineData("check - --json --csv", "one of --json")]
    [InlineData("check --nonsense", "Unrecognized option")]
    public async Task What_cannot_be_understood_is_exit_code_2(string command, string message)
    {
        var ran = await folder.RunAsync(command);
        Assert.Equal(2, ran.ExitCode);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_book_is_exit_code_3() => Assert.Equal(3, (await folder.RunAsync("check - --book nowhere.book", Good)).ExitCode);

    [Fact]
    public async Task Passes_are_listed_when_asked_for()
    {
        var (some, all) = (await folder.RunAsync("check - --json", Good), await folder.RunAsync("check - --json --all", Good));
        Assert.DoesNotContain("\"outcome\": \"pass\"", some.Out, StringComparison.Ordinal);
        Assert.Contains("\"outcome\": \"pass\"", all.Out, StringComparison.Ordinal);
    }
}
