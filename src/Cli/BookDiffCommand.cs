using System.CommandLine;
using System.Globalization;
using CodingAhead.Codes;
using CodingAhead.Codes.Page;

namespace CodingAhead.Cli;

/// <summary><c>codingahead book diff</c>: what came, went and changed between two dates of service.</summary>
internal static class BookDiffCommand
{
    public static Command Make(Shell shell)
    {
        var first = new Argument<DateOnly>("DATE1") { Description = "The earlier date, yyyy-MM-dd.", CustomParser = static r => Options.Date(r, r.Tokens[0].Value) ?? default };
        var second = new Argument<DateOnly>("DATE2") { Description = "The later date.", CustomParser = static r => Options.Date(r, r.Tokens[0].Value) ?? default };
        var code = new Option<string?>("--code") { Description = "Only this code, with every field that changed.", HelpName = "CODE" };
        var sets = Options.Sets();
        var json = Options.Json();
        var file = Options.Book();
        var command = new Command("diff", "Compare two dates: codes added, deleted (with successors) and revised.") { first, second, code, sets, json, file };
        command.SetAction(async (parsed, cancel) =>
        {
            var (from, to) = (parsed.GetValue(first), parsed.GetValue(second));
            if (from > to) throw new UserException(ExitCode.Usage, "The first date is after the second.");
            using var book = BookFile.OpenWhole(shell, parsed.GetValue(file), cancel);
            var diff = parsed.GetValue(code) is { } one ? OfCode(book, one, parsed.GetValue(sets)!, from, to) : OfSets(book, parsed.GetValue(sets)!, from, to, cancel);
            if (parsed.GetValue(json)) await CliJson.WriteAsync(shell, diff, c => c.DiffJson);
            else Print(shell, diff);
            return diff.Sets.Count > 0 ? ExitCode.Done : ExitCode.NoData;
        });
        return command;
    }

    private static DiffJson OfSets(Book book, List<CodeSet> sets, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var notes = new List<string>();
        var differences = new List<DiffSetJson>();
        foreach (var set in sets.Count > 0 ? sets : CodeSets.Searchable)
        {
            // Without a full list for both dates, absence says nothing.
            var missing = ((DateOnly[])[from, to]).Where(d => !book.CoverageOf(set).Any(c => c.From <= d && d <= c.To)).Distinct().ToList();
            if (missing.Count > 0)
            {
                notes.Add($"{set.Name()}: the book has no full list for {string.Join(" and ", missing.Select(Date))}, so it is not compared.");
                continue;
            }

            differences.Add(Compare(book, set, from, to, cancel));
        }

        return new DiffJson(from, to, differences, notes);
    }

    private static DiffSetJson Compare(Book book, CodeSet set, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        List<DiffCodeJson> added = [], deleted = [], revised = [];
        foreach (var key in book.Keys(set))
        {
            cancel.ThrowIfCancellationRequested();
            var (before, after) = (book.Find(key, from).Status == CodeStatus.Active, book.Find(key, to).Status == CodeStatus.Active);
            if (!before && !after) continue;
            if (before && !after)
            {
                deleted.Add(new DiffCodeJson(key.Display, Titles.Of(book, key, from), Titles.Billable(book, key, from), [.. book.Find(key, to).Successors.Select(s => s.Display)], null));
            }
            else if (!before)
            {
                added.Add(new DiffCodeJson(key.Display, Titles.Of(book, key, to), Titles.Billable(book, key, to), null, null));
            }
            else
            {
                var changes = new List<DiffFieldJson>();
                var (title1, title2) = (Titles.Of(book, key, from), Titles.Of(book, key, to));
                if (title1 != title2) changes.Add(new DiffFieldJson("title", title1, title2));
                var (billable1, billable2) = (Titles.Billable(book, key, from), Titles.Billable(book, key, to));
                if (billable1 != billable2) changes.Add(new DiffFieldJson("billable", billable1 ? "true" : "false", billable2 ? "true" : "false"));
                if (changes.Count > 0) revised.Add(new DiffCodeJson(key.Display, title2, billable2, null, changes));
            }
        }

        return new DiffSetJson(set.Id(), added, deleted, revised);
    }

    private static DiffJson OfCode(Book book, string text, List<CodeSet> sets, DateOnly from, DateOnly to)
    {
        var differences = new List<DiffSetJson>();
        foreach (var set in sets.Count > 0 ? sets : CodeSets.Searchable)
        {
            if (!CodeKey.TryParse(set, text, out var key) || book.Find(key, to).Status == CodeStatus.UnknownCode) continue;
            var (before, after) = (CodePageBuilder.Build(book, key, from), CodePageBuilder.Build(book, key, to));
            var changes = after.History.Where(c => c.Date > from && c.Date <= to).Select(c => new DiffFieldJson($"{c.Table}.{c.Field}", c.From, c.To)).ToList();
            if (before.Status != after.Status) changes.Insert(0, new DiffFieldJson("status", before.Status, after.Status));
            var entry = new DiffCodeJson(key.Display, after.Title ?? "", after.Billable ?? false, after.Successors.Count > 0 ? after.Successors : null, changes);
            differences.Add(new DiffSetJson(
                set.Id(),
                before.Status != "active" && after.Status == "active" ? [entry] : [],
                before.Status == "active" && after.Status == "deleted" ? [entry] : [],
                before.Status == after.Status && changes.Count > 0 ? [entry] : []));
        }

        return new DiffJson(from, to, differences, differences.Count == 0 ? [$"No edition in the book has {Requested.Cut(text)}."] : []);
    }

    private static void Print(Shell shell, DiffJson diff)
    {
        foreach (var note in diff.Notes) shell.Error.WriteLine(note);
        foreach (var set in diff.Sets)
        {
            shell.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set.Set}: {set.Added.Count:N0} added, {set.Deleted.Count:N0} deleted, {set.Revised.Count:N0} revised between {Date(diff.From)} and {Date(diff.To)}"));
            Tables.Write(
                shell,
                ["What", "Code", "Title", "Detail"],
                set.Added.Select(c => (string[])["added", c.Code, c.Title, Detail(c)])
                    .Concat(set.Deleted.Select(c => (string[])["deleted", c.Code, c.Title, Detail(c)]))
                    .Concat(set.Revised.Select(c => (string[])["revised", c.Code, c.Title, Detail(c)])));
        }
    }

    private static string Detail(DiffCodeJson code) =>
        string.Join("; ", ((code.Successors ?? []).Count > 0 ? [$"replaced by {string.Join(", ", code.Successors!)}"] : Array.Empty<string>()).Concat((code.Changes ?? []).Select(c => $"{c.Field}: {c.From ?? "–"} → {c.To ?? "–"}")));

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
