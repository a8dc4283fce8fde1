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

            differences.Add(Set(EditionChanges.Between(book, set, from, to, cancel)));
        }

        return new DiffJson(from, to, differences, notes);
    }

    private static DiffSetJson Set(EditionChanges changes)
    {
        return new DiffSetJson(changes.Set.Id(), Of(ChangeKind.Added), Of(ChangeKind.Deleted), Of(ChangeKind.Revised));

        List<DiffCodeJson> Of(ChangeKind kind) =>
        [
            .. changes.Changes.Where(c => c.Kind == kind).Select(c => new DiffCodeJson(
                c.Key.Display, c.Title, c.Billable, kind == ChangeKind.Deleted ? [.. c.Successors.Select(s => s.Display)] : null,
                c.Fields.Count > 0 ? [.. c.Fields.Select(f => new DiffFieldJson(f.Field, f.From, f.To))] : null)),
        ];
    }

    private static DiffJson OfCode(Book book, string text, List<CodeSet> sets, DateOnly from, DateOnly to)
    {
        var differences = new List<DiffSetJson>();
        var notes = new List<string>();
        foreach (var set in sets.Count > 0 ? sets : CodeSets.Searchable)
        {
            if (!CodeKey.TryParse(set, text, out var key) || book.Find(key, to).Status == CodeStatus.UnknownCode) continue;
            var compared = PageComparison.Of(book, key, from, to);
            var changes = compared.Sections.SelectMany(s => s.Differences).Select(d => new DiffFieldJson(d.Field, d.From, d.To, d.What)).ToList();
            notes.AddRange(compared.Sections.Where(s => s.Note is not null).Select(s => $"{set.Name()} {key.Display}, {s.Name}: {s.Note}"));
            var (before, after) = (book.Find(key, from), book.Find(key, to));
            var entry = new DiffCodeJson(key.Display, compared.To.Title ?? "", Titles.Billable(book, key, to), after.Status == CodeStatus.Deleted ? [.. after.Successors.Select(s => s.Display)] : null, changes);
            var (was, now) = (before.Status == CodeStatus.Active, after.Status == CodeStatus.Active);
            differences.Add(new DiffSetJson(set.Id(), !was && now ? [entry] : [], was && after.Status == CodeStatus.Deleted ? [entry] : [], was == now && changes.Count > 0 ? [entry] : []));
        }

        return new DiffJson(from, to, differences, differences.Count == 0 ? [$"No edition in the book has {Requested.Cut(text)}."] : notes);
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
        string.Join("; ", ((code.Successors ?? []).Count > 0 ? [$"replaced by {string.Join(", ", code.Successors!)}"] : Array.Empty<string>()).Concat((code.Changes ?? []).Select(c => $"{c.What ?? c.Field}: {c.From ?? "–"} → {c.To ?? "–"}")));

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
