using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CodingAhead.Codes;
using CodingAhead.Codes.Page;
using CodingAhead.Codes.Search;

namespace CodingAhead.Cli;

/// <summary><c>codingahead find</c>: codes by words, by code, by range.</summary>
internal static class FindCommand
{
    public static Command Make(Shell shell)
    {
        var text = new Argument<string[]>("TEXT") { Description = "Words, a code with or without its dot, several codes, or a range (64633-64636).", Arity = ArgumentArity.ZeroOrMore }.NoOptions();
        var sets = Options.Sets();
        var on = Options.On();
        var top = new Option<int>("--top") { Description = "At most this many hits (default: 20).", HelpName = "N", DefaultValueFactory = static _ => 20 };
        top.Validators.Add(static r =>
        {
            if (r.Tokens.Count == 1 && (!int.TryParse(r.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n is < 1 or > 10_000)) r.AddError("--top takes a number from 1 to 10000.");
        });
        var billable = new Option<bool>("--billable") { Description = "Leave out headings." };
        var active = new Option<bool>("--active") { Description = "Leave out codes not valid on the date." };
        var under = new Option<CodeRange>("--under")
        {
            Description = "Only codes that begin so, or lie between: M, E11, E08-E13.",
            HelpName = "RANGE",
            CustomParser = static r =>
            {
                if (CodeRange.TryParse(r.Tokens[0].Value, out var range)) return range;
                r.AddError("--under takes the beginning of a code or a range, as in E11 or E08-E13.");
                return default;
            },
        };
        var lines = new Option<string?>("--lines") { Description = "One query a line from a file, or from standard input (-).", HelpName = "FILE" };
        var json = Options.Json();
        var jsonl = Options.JsonLines();
        var book = Options.Book();
        var command = new Command("find", "Find codes by words, by code or by range.") { text, sets, on, top, billable, active, under, lines, json, jsonl, book };
        command.SetAction(async (parsed, cancel) =>
        {
            var words = string.Join(' ', parsed.GetValue(text)!).Trim();
            var file = parsed.GetValue(lines);
            if (words.Length > 0 && file is not null) throw new UserException(ExitCode.Usage, "Give either TEXT or --lines, not both.");
            if (words.Length == 0 && file is null && !parsed.GetValue(jsonl)) throw new UserException(ExitCode.Usage, "Nothing to find: give TEXT, or --lines FILE. ('codingahead find --help' shows the usage)");
            var query = new SearchQuery
            {
                Text = words,
                Sets = parsed.GetValue(sets)!,
                On = parsed.GetValue(on) ?? shell.Today,
                Top = parsed.GetValue(top),
                BillableOnly = parsed.GetValue(billable),
                ActiveOnly = parsed.GetValue(active),
                Under = parsed.GetValue(under),
            };
            using var opened = BookFile.OpenOrStarter(shell, parsed.GetValue(book), cancel);
            var searcher = new Searcher(opened);
            if (words.Length == 0) return await ManyAsync(shell, searcher, query, file, parsed.GetValue(json), parsed.GetValue(jsonl), cancel);

            var result = searcher.Find(query);
            if (parsed.GetValue(jsonl)) await shell.Out.WriteLineAsync(JsonSerializer.Serialize(SearchJson.Of(result), CodesJson.Line.SearchJson));
            else if (parsed.GetValue(json)) await shell.Out.WriteLineAsync(JsonSerializer.Serialize(SearchJson.Of(result), CodesJson.Indented.SearchJson));
            else Print(shell, result);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<int> ManyAsync(Shell shell, Searcher searcher, SearchQuery defaults, string? file, bool json, bool jsonl, CancellationToken cancel)
    {
        var errors = false;
        var separator = json && !jsonl ? "[" : "";
        using var reader = JsonLines.Open(shell, file ?? "-");
        // --lines takes bare text too; --jsonl alone only objects, so that a broken line is an error and not a query.
        await foreach (var line in JsonLines.ReadAsync(reader, file is null ? null : static text => new Request { Query = text }, cancel))
        {
            var error = line.Error;
            var query = defaults;
            if (error is null && !TryQuery(line.Request!, defaults, out query, out error)) error ??= "no query";
            if (separator.Length > 0) await shell.Out.WriteLineAsync(separator);
            if (separator.Length > 0) separator = ",";
            if (error is not null)
            {
                errors = true;
                if (json || jsonl) await JsonLines.WriteErrorAsync(shell, line, error);
                else await shell.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"line {line.Number}: {error}"));
                continue;
            }

            var result = searcher.Find(query);
            if (json || jsonl)
            {
                await JsonLines.WriteAsync(shell, JsonSerializer.SerializeToNode(SearchJson.Of(result), CodesJson.Line.SearchJson), line);
            }
            else
            {
                await shell.Out.WriteLineAsync($"# {query.Text}");
                Print(shell, result);
            }
        }

        if (json && !jsonl) await shell.Out.WriteLineAsync(separator == "[" ? "[]" : "]");
        return errors ? ExitCode.Errors : ExitCode.Done;
    }

    private static bool TryQuery(Request request, SearchQuery defaults, out SearchQuery query, out string? error)
    {
        query = defaults;
        error = null;
        if ((request.Query ?? request.Code)?.Trim() is not { Length: > 0 } text) error = "no \"query\"";
        else if (request.Top is < 1 or > 10_000) error = "\"top\" is a number from 1 to 10000";
        else if (!CodeRange.TryParse(request.Under, out var under)) error = "\"under\" is the beginning of a code or a range, as in E11 or E08-E13";
        else if (!Requested.TrySets(request, defaults.Sets, out var sets, out error) || !Requested.TryDate(request, defaults.On, out var on, out error)) return false;
        else
        {
            query = defaults with
            {
                Text = text,
                Sets = sets,
                On = on,
                Top = request.Top ?? defaults.Top,
                BillableOnly = request.Billable ?? defaults.BillableOnly,
                ActiveOnly = request.Active ?? defaults.ActiveOnly,
                Under = request.Under is null ? defaults.Under : under,
            };
            return true;
        }

        return false;
    }

    private static void Print(Shell shell, SearchResult result)
    {
        foreach (var note in result.Notes) shell.Error.WriteLine(note);
        if (result.Corrected is not null) shell.Error.WriteLine($"Searched for: {result.Corrected}");
        if (result.Hits.Count == 0)
        {
            shell.Error.WriteLine($"Nothing found for '{Requested.Cut(result.Query.Text)}'.");
            return;
        }

        Tables.Write(
            shell,
            ["Code", "Set", "Title", "Status", "Matched"],
            result.Hits.Select(h => (string[])[h.Key.Display, h.Key.Set.Id(), h.Title + (h.Billable ? "" : " (heading)"), h.Status.Id(), $"{h.Why.Kind}: {h.Why.Term}"]),
            headerInPipe: false);
    }
}
