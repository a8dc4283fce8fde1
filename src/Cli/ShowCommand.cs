using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodingAhead.Codes;
using CodingAhead.Codes.Fees;
using CodingAhead.Codes.Page;

namespace CodingAhead.Cli;

/// <summary><c>codingahead show</c>: everything the book knows about a code on a date of service.</summary>
internal static class ShowCommand
{
    /// <summary>No more codes of one range.</summary>
    private const int MaxOfRange = 2000;

    public static Command Make(Shell shell)
    {
        var codes = new Argument<string[]>("CODE") { Description = "Codes, with or without dot, in any case, or ranges (64633-64636, E08-E13).", Arity = ArgumentArity.ZeroOrMore }.NoOptions();
        var sets = Options.Sets();
        var on = Options.On();
        var zip = new Option<string?>("--zip") { Description = "Also the amounts of the locality of this ZIP code, such as 60601.", HelpName = "ZIP" };
        var mac = new Option<string?>("--mac") { Description = "Also the amounts of a Medicare contractor's locality, with --locality.", HelpName = "MAC" };
        var locality = new Option<string?>("--locality") { Description = "The locality within the contractor's area, two digits.", HelpName = "LOCALITY" };
        var sections = Options.Sections();
        var compare = new Option<DateOnly?>("--compare") { Description = "Show what differs between this date and --on, the earlier one first.", HelpName = "DATE", CustomParser = static r => Options.Date(r, r.Tokens[0].Value) };
        var json = Options.Json();
        var jsonl = Options.JsonLines();
        var book = Options.Book();
        var command = new Command("show", "Show what a code is on a date of service.") { codes, sets, on, zip, mac, locality, compare, sections, json, jsonl, book };
        command.SetAction(async (parsed, cancel) =>
        {
            var named = parsed.GetValue(codes)!.SelectMany(c => c.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries)).ToList();
            if (named.Count == 0 && !parsed.GetValue(jsonl)) throw new UserException(ExitCode.Usage, "Nothing to show: give one or more codes. ('codingahead show --help' shows the usage)");
            var asked = parsed.GetValue(on);
            var place = Place.Of(parsed.GetValue(zip), parsed.GetValue(mac), parsed.GetValue(locality));
            if (place?.Error is { } unreadable) throw new UserException(ExitCode.Usage, unreadable);
            var only = parsed.GetValue(sections)! is { Count: > 0 } some ? some : null;
            var request = new Lookup(parsed.GetValue(sets)!, asked ?? shell.Today, place);
            using var opened = BookFile.OpenOrStarter(shell, parsed.GetValue(book), cancel);
            if (named.Count == 0 && parsed.GetValue(compare) is not null) throw new UserException(ExitCode.Usage, "--compare needs codes on the command line.");
            if (named.Count == 0) return await StreamAsync(shell, opened, request, only, cancel);

            var pages = named.SelectMany(n => Pages(opened, n, request)).ToList();
            if (parsed.GetValue(compare) is { } other) return await CompareAsync(shell, opened, pages, other, only, parsed.GetValue(json), parsed.GetValue(jsonl), named.Count == 1 && !IsRange(named[0]));
            if (parsed.GetValue(jsonl))
            {
                foreach (var page in pages) await shell.Out.WriteLineAsync(Json(page, only).ToJsonString(CliJson.Plain.Options));
            }
            else if (parsed.GetValue(json))
            {
                // One code asked for is one object; several, or a range, are an array.
                var single = pages.Count == 1 && named.Count == 1 && !IsRange(named[0]);
                JsonNode document = single ? Json(pages[0], only) : new JsonArray([.. pages.Select(p => Json(p, only))]);
                await shell.Out.WriteLineAsync(document.ToJsonString(CliJson.Indented.Options));
            }
            else
            {
                foreach (var page in pages) CodePageText.Write(shell, page, only);
            }

            if (pages.Exists(Unanswered)) return ExitCode.Errors;
            // A date that was asked for and has no edition is "no data", though the nearest edition's content is shown; today by default is not.
            return pages.Exists(p => (asked is not null && p.Status == "no-edition") || p.Payment?.Locality is { Status: "no-edition" }) ? ExitCode.NoData : ExitCode.Done;
        });
        return command;
    }

    private static async Task<int> CompareAsync(Shell shell, Book book, List<CodePage> pages, DateOnly other, List<string>? only, bool json, bool jsonl, bool single)
    {
        var unknown = pages.FirstOrDefault(p => p.Status == "unknown-code");
        if (unknown is not null) throw new UserException(ExitCode.Errors, unknown.Because!);
        var compared = new List<PageComparison>();
        foreach (var page in pages)
        {
            if (!CodeSets.TryParse(page.Set, out var set)) continue;
            var (from, to) = other <= page.On ? (other, page.On) : (page.On, other);
            var all = PageComparison.Of(book, CodeKey.Of(set, page.Code), from, to);
            compared.Add(only is null ? all : all with { Sections = [.. all.Sections.Where(s => s.Id == "status" || only.Contains(s.Id))] });
        }

        if (!json && !jsonl) compared.ForEach(c => ComparisonText.Write(shell, c, only));
        else if (jsonl) foreach (var c in compared) await shell.Out.WriteLineAsync(JsonSerializer.Serialize(c, CodesJson.Line.PageComparison));
        else if (single) await shell.Out.WriteLineAsync(JsonSerializer.Serialize(compared[0], CodesJson.Indented.PageComparison));
        else await shell.Out.WriteLineAsync(JsonSerializer.Serialize(compared, CodesJson.Indented.IReadOnlyListPageComparison));
        return compared.Exists(c => c.From.Stale || c.To.Stale) ? ExitCode.NoData : ExitCode.Done;
    }

    private static async Task<int> StreamAsync(Shell shell, Book book, Lookup defaults, List<string>? only, CancellationToken cancel)
    {
        var errors = false;
        await foreach (var line in JsonLines.ReadAsync(shell.In, null, cancel))
        {
            var error = line.Error;
            var lookup = defaults;
            if (error is null)
            {
                var request = line.Request!;
                if (string.IsNullOrWhiteSpace(request.Code)) error = "no \"code\"";
                else if (Requested.TrySets(request, defaults.Sets, out var sets, out error) && Requested.TryDate(request, defaults.On, out var on, out error)
                    && Requested.TryPlace(request, defaults.Place, out var place, out error)) lookup = new Lookup(sets, on, place);
            }

            if (error is not null)
            {
                errors = true;
                await JsonLines.WriteErrorAsync(shell, line, error);
                continue;
            }

            var page = Page(book, line.Request!.Code!, lookup);
            errors |= Unanswered(page);
            await JsonLines.WriteAsync(shell, Json(page, only), line);
        }

        return errors ? ExitCode.Errors : ExitCode.Done;
    }

    // No code, or no such place: an error in the input.
    private static bool Unanswered(CodePage page) => page.Status == "unknown-code" || page.Payment?.Locality is { Status: "unknown-zip" or "unknown-locality" };

    private static JsonObject Json(CodePage page, List<string>? only)
    {
        var json = JsonSerializer.SerializeToNode(page, CodesJson.Line.CodePage)!.AsObject();
        if (only is not null) PageSections.Keep(json, only);
        return json;
    }

    private static bool IsRange(string text) => text.Replace('–', '-').IndexOf('-', 1) > 0;

    private static IEnumerable<CodePage> Pages(Book book, string text, Lookup lookup)
    {
        text = text.Replace('–', '-');
        var dash = text.IndexOf('-', 1);
        if (dash > 0 && dash < text.Length - 1)
        {
            var range = Range(book, text[..dash], text[(dash + 1)..], lookup);
            if (range.Count > 0) return range.Select(k => CodePageBuilder.Build(book, k, lookup.On, lookup.Place));
            if (NoRange(book, text[..dash], text[(dash + 1)..], lookup) is { } because) return [CodePageBuilder.NotACode(CodeSet.None, text, lookup.On, because)];
        }

        return [Page(book, text, lookup)];
    }

    private static CodePage Page(Book book, string text, Lookup lookup)
    {
        CodeKey? known = null;
        CodeKey? possible = null;
        foreach (var set in lookup.Candidates)
        {
            if (!CodeKey.TryParse(set, text, out var key)) continue;
            possible ??= LooksLike(set, key.Code) ? key : null;
            var status = book.Find(key, lookup.On).Status;
            // Five characters without a dot are a procedure code first, whatever ICD-9 code has the same digits.
            var procedure = set is CodeSet.Cpt or CodeSet.Hcpcs && status != CodeStatus.UnknownCode && LooksLike(set, key.Code);
            if (status == CodeStatus.Active || procedure) return CodePageBuilder.Build(book, key, lookup.On, lookup.Place);
            if (status != CodeStatus.UnknownCode) known ??= key;
        }

        return (known ?? possible) is { } found ? CodePageBuilder.Build(book, found, lookup.On, lookup.Place) : CodePageBuilder.NotACode(lookup.Sets.Count == 1 ? lookup.Sets[0] : CodeSet.None, text, lookup.On);
    }

    // The codes of one set between two codes, at the depth typed: E08-E13 is the categories E08, E09, E10, E11, E13; their pages list what is below.
    private static List<CodeKey> Range(Book book, string from, string to, Lookup lookup)
    {
        foreach (var set in lookup.Candidates)
        {
            if (!CodeKey.TryParse(set, from, out var low) || !CodeKey.TryParse(set, to, out var high) || low > high || low.Code.Length != high.Code.Length) continue;
            var keys = book.Keys(set, low).TakeWhile(k => k <= high).Where(k => k.Code.Length == low.Code.Length && book.Find(k, lookup.On).Status != CodeStatus.UnknownCode).Take(MaxOfRange).ToList();
            if (keys.Count > 0) return keys;
        }

        return [];
    }

    // What a text with a dash is instead, where that can be told.
    private static string? NoRange(Book book, string from, string to, Lookup lookup)
    {
        if (to.Length == 2 && from.Length == 5 && CodeKey.TryParse(CodeSet.Modifier, to, out var modifier) && Page(book, from, lookup).Status != "unknown-code")
            return $"{from}-{to} is a code and a modifier, not one code: show {from.ToUpperInvariant()}, and show {modifier.Display} --set modifier.";
        if (Range(book, to, from, lookup).Count > 0) return $"The range {from}-{to} runs backwards: show {to}-{from}.";
        return null;
    }

    // Of an unknown code, the set it would belong to by its form.
    private static bool LooksLike(CodeSet set, string code) => set switch
    {
        CodeSet.Cpt => code.Length == 5 && char.IsAsciiDigit(code[0]),
        CodeSet.Hcpcs => code.Length == 5 && char.IsAsciiLetter(code[0]) && code.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0,
        CodeSet.Icd10Cm => code.Length is >= 3 and <= 7 && char.IsAsciiLetter(code[0]) && char.IsAsciiDigit(code[1]),
        CodeSet.Icd10Pcs => code.Length == 7,
        CodeSet.Modifier => code.Length == 2,
        _ => false,
    };

    private sealed record Lookup(IReadOnlyList<CodeSet> Sets, DateOnly On, Place? Place)
    {
        public IReadOnlyList<CodeSet> Candidates => Sets.Count > 0 ? Sets : CodeSets.Searchable;
    }
}
