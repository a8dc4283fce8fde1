using System.Text.Json;

namespace CodingAhead.Cli.Tests;

/// <summary>codingahead price: forms of output, exit codes, and that what has no amount says why instead of 0.</summary>
public sealed class PriceTests(StarterFolder folder) : IClassFixture<StarterFolder>
{
    private const string Good = """{"id":"good","lines":[{"code":"64635","date":"2025-10-15"}]}""";
    private const string Unread = """{"id":"unread","lines":[{"code":"64635","date":"2025-02-30"}]}""";

    [Theory]
    [InlineData(Good, 0)]
    [InlineData(Unread, 1)]
    [InlineData("nonsense", 1)]
    [InlineData("", 1)]
    public async Task A_claim_that_cannot_be_read_is_exit_code_1(string input, int exit) => Assert.Equal(exit, (await folder.RunAsync("price -", input)).ExitCode);

    [Fact]
    public async Task One_claim_is_an_object_and_several_are_an_array()
    {
        var one = JsonDocument.Parse((await folder.RunAsync("price - --json", Good)).Out).RootElement;
        Assert.Equal("good", one.GetProperty("id").GetString());
        AmountOrReason(Assert.Single(one.GetProperty("lines").EnumerateArray()));
        var several = JsonDocument.Parse((await folder.RunAsync("price - --json", $"{Good}\n{Unread}\n")).Out).RootElement.EnumerateArray().ToList();
        Assert.Equal(["good", "unread"], several.Select(a => a.GetProperty("id").GetString()));
        Assert.Equal("$.lines[0].date: expected a date from 1900 to 2099 such as 2025-10-15.", several[1].GetProperty("error").GetString());
    }

    [Fact]
    public async Task Lines_are_answered_by_lines_from_standard_input()
    {
        var ran = await folder.RunAsync("price --jsonl", $"{Unread}\nnonsense\n{Good}\n");
        Assert.Equal(1, ran.ExitCode);
        Assert.Equal([true, true, false], ran.Lines.Select(l => JsonDocument.Parse(l).RootElement.TryGetProperty("error", out _)));
    }

    [Fact]
    public async Task A_row_of_csv_is_a_service_line_or_an_error()
    {
        var ran = await folder.RunAsync("price - --csv", $"{Good}\n{Unread}\n");
        Assert.Equal("claim,file,segment,line,schedule,amount,limitingCharge,notPriced,steps,error", ran.Lines[0].TrimEnd('\r'));
        Assert.Equal(["good", "unread"], ran.Lines.Skip(1).Select(l => l.Split(',')[0]));
    }

    [Fact]
    public async Task Text_names_the_claim_that_was_not_read()
    {
        var ran = await folder.RunAsync("price -", $"{Good}\n{Unread}\n");
        Assert.Contains("Claim good", ran.Out, StringComparison.Ordinal);
        Assert.Contains("Claim unread (at 2 of stdin): NOT READ", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("price", "Nothing to read")]
    [InlineData("price nowhere.json", "there is no such file")]
    [InlineData("price - --json --csv", "one of --json")]
    [InlineData("price - --deductible -1", "dollars from 0 to 999999.99")]
    [InlineData("price - --deductible much", "dollars from 0 to 999999.99")]
    public async Task What_cannot_be_understood_is_exit_code_2(string command, string message)
    {
        var ran = await folder.RunAsync(command);
        Assert.Equal(2, ran.ExitCode);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_book_is_exit_code_3() => Assert.Equal(3, (await folder.RunAsync("price - --book nowhere.book", Good)).ExitCode);

    private static void AmountOrReason(JsonElement line) =>
        Assert.True(
            line.TryGetProperty("amount", out var amount) && amount.ValueKind == JsonValueKind.Number
            || line.TryGetProperty("notPriced", out var why) && why.GetString() is { Length: > 0 }, line.ToString());
}
