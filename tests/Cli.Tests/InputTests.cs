using System.Text.Json;

namespace CodingAhead.Cli.Tests;

/// <summary>What a mistyped command, code or line is told.</summary>
public sealed class InputTests(StarterFolder starter) : IClassFixture<StarterFolder>
{
    [Theory]
    [InlineData("bogus", "'bogus' is not a command; expected find, show, book")]
    [InlineData("64635", "'64635' is not a command; expected find, show, book")]
    [InlineData("book bogus", "'bogus' is not a command; expected build, pull, info")]
    [InlineData("show 64635 --section bogus", "'bogus' is not a section; expected descriptors, instructions")]
    [InlineData("show 64635 --section", "--section")]
    public async Task What_is_not_a_command_is_told_what_is(string command, string message)
    {
        var ran = await starter.RunAsync(command);
        Assert.Equal(2, ran.ExitCode);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
        Assert.Contains("--help", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("64636-64633", "The range 64636-64633 runs backwards: show 64633-64636.")]
    [InlineData("E13-E08", "The range E13-E08 runs backwards: show E08-E13.")]
    [InlineData("64635-25", "64635-25 is a code and a modifier, not one code: show 64635, and show 25 --set modifier.")]
    [InlineData("g0439-gz", "g0439-gz is a code and a modifier, not one code: show G0439, and show GZ --set modifier.")]
    [InlineData("64633-", "'64633-' is not a code of any code set.")]
    public async Task A_text_that_is_nearly_a_code_is_told_what_it_is(string text, string because)
    {
        using var json = JsonDocument.Parse((await starter.RunAsync($"show {text} --json")).Out);
        var page = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal(because, page.GetProperty("because").GetString());
        Assert.Equal("unknown-code", page.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("show", "")]
    [InlineData("show --json", "")]
    [InlineData("find", "")]
    [InlineData("show --jsonl", "{\"code\":\"TEXT\"}")]
    [InlineData("show 64635 --on", "")]
    [InlineData("find x --set", "")]
    public async Task A_very_long_text_is_not_repeated(string command, string input)
    {
        var text = new string('@', 5000);
        var ran = await starter.RunAsync(input.Length > 0 ? command : $"{command} {text}", input.Replace("TEXT", text, StringComparison.Ordinal));
        Assert.True(ran.ExitCode != 0 || command == "find");
        Assert.DoesNotContain(text[..41], ran.Out + ran.Error, StringComparison.Ordinal);
        Assert.Contains(text[..40], ran.Out + ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"id\":\"a\",\"code\":5}", "\"a\"")]
    [InlineData("{\"id\":12,\"code\":\"E11.9\",broken", "12")]
    [InlineData("{\"code\":{\"id\":3},\"id\":\"b\"}", "\"b\"")]
    [InlineData("{\"id\":\"c\"}", "\"c\"")]
    [InlineData("{\"id\":[1],\"code\":5}", "1")]
    [InlineData("broken", "1")]
    public async Task A_bad_line_is_named_by_its_id_where_it_has_one(string line, string id)
    {
        var ran = await starter.RunAsync("show --jsonl", line + "\n");
        Assert.Equal(1, ran.ExitCode);
        using var json = JsonDocument.Parse(Assert.Single(ran.Lines));
        Assert.Equal(id, json.RootElement.GetProperty("id").GetRawText());
        Assert.True(json.RootElement.TryGetProperty("error", out _));
    }

    [Theory]
    [InlineData("show --jsonl", "{\"code\":\"64635\"}")]
    [InlineData("find --jsonl", "{\"query\":\"64635\"}")]
    public async Task Blank_lines_have_no_answer(string command, string line)
    {
        var ran = await starter.RunAsync(command, $"\n{line}\n   \n\t\n{line}\n\n");
        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(2, ran.Lines.Length);
    }

    [Theory]
    [InlineData("show 64635")]
    [InlineData("find facet")]
    [InlineData("book diff 2025-01-01 2025-02-01")]
    public async Task A_damaged_book_is_refused_rather_than_read(string command)
    {
        var damaged = Path.Combine(starter.Path, $"damaged-{command.Length}.book");
        File.Copy(starter.Book, damaged, overwrite: true);
        // Found whole first: a note about the file as it was must not vouch for the file as it is.
        Assert.NotEqual(2, (await starter.RunAsync($"{command} --book {damaged}")).ExitCode);
        var bytes = await File.ReadAllBytesAsync(damaged);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(damaged, bytes);
        var ran = await starter.RunAsync($"{command} --book {damaged}");
        Assert.Equal(3, ran.ExitCode);
        Assert.Equal("", ran.Out);
        Assert.Contains("is damaged", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_is_shown_alone_with_what_the_code_is()
    {
        var ran = await starter.RunAsync("show 64635 --section indicators --json");
        using var json = JsonDocument.Parse(ran.Out);
        var page = json.RootElement;
        Assert.Equal(("64635", "cpt", "active"), (page.GetProperty("code").GetString(), page.GetProperty("set").GetString(), page.GetProperty("status").GetString()));
        Assert.NotEmpty(page.GetProperty("indicators").EnumerateArray());
        Assert.False(page.TryGetProperty("history", out _));
        Assert.False(page.TryGetProperty("payment", out _));
        var cited = page.GetProperty("indicators").EnumerateArray().Select(i => i.GetProperty("source").GetInt32()).Distinct().Order();
        Assert.Equal(cited, page.GetProperty("sources").EnumerateArray().Select(s => s.GetProperty("id").GetInt32()).Order());

        var text = await starter.RunAsync("show 64635 --section indicators,ncci");
        Assert.Contains("\nIndicators\n", text.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\nSources\n", text.Out, StringComparison.Ordinal);
        Assert.Contains("ncci: nothing in the loaded releases on the date.", text.Out, StringComparison.Ordinal);
    }
}

/// <summary>A code on two dates, on the command line.</summary>
public sealed class CompareTests(StarterFolder starter) : IClassFixture<StarterFolder>
{
    [Theory]
    [InlineData("show 64622 --on 2011-12-31 --compare 2012-01-01 --json")]
    [InlineData("show 64622 --on 2012-01-01 --compare 2011-12-31 --json")]
    public async Task The_earlier_date_comes_first(string command)
    {
        using var json = JsonDocument.Parse((await starter.RunAsync(command)).Out);
        Assert.Equal(("2011-12-31", "2012-01-01"), (json.RootElement.GetProperty("from").GetProperty("on").GetString(), json.RootElement.GetProperty("to").GetProperty("on").GetString()));
        Assert.False(json.RootElement.GetProperty("same").GetBoolean());
        var status = json.RootElement.GetProperty("sections")[0].GetProperty("differences").EnumerateArray().ToList();
        Assert.Contains(status, d => d.GetProperty("from").GetString() == "Active" && d.GetProperty("to").GetString() == "Deleted");
        Assert.Contains(status, d => d.GetProperty("to").GetString() == "64635");
    }

    [Fact]
    public async Task Text_says_what_differs_or_that_nothing_does()
    {
        Assert.Matches("changed +Status +Active → Deleted", (await starter.RunAsync("show 64622 --on 2012-01-01 --compare 2011-12-31")).Out);
        Assert.Contains("No difference.", (await starter.RunAsync("show 64635 --on 2025-10-15 --compare 2025-10-14")).Out, StringComparison.Ordinal);
        Assert.Equal(2, (await starter.RunAsync("show 64635 --compare tomorrow")).ExitCode);
        Assert.Equal(1, (await starter.RunAsync("show 99999 --compare 2025-01-01")).ExitCode);
    }
}
