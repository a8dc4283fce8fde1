using System.CommandLine;
using System.Globalization;
using CodingAhead.Codes;

namespace CodingAhead.Cli;

/// <summary><c>codingahead book info</c>: what the book holds, and what of it is over.</summary>
internal static class BookInfoCommand
{
    public static Command Make(Shell shell)
    {
        var json = Options.Json();
        var file = Options.Book();
        var command = new Command("info", "Say what the book holds: editions, dates, counts.") { json, file };
        command.SetAction(async (parsed, _) =>
        {
            using var book = BookFile.Open(shell, parsed.GetValue(file));
            var info = Of(book, shell.Today);
            if (parsed.GetValue(json)) await CliJson.WriteAsync(shell, info, c => c.InfoJson);
            else Print(shell, info);
            return ExitCode.Done;
        });
        return command;
    }

    private static InfoJson Of(Book book, DateOnly today)
    {
        var editions = book.Sources.GroupBy(s => (s.Dataset, s.Edition, s.From)).Select(g =>
        {
            var to = g.Max(s => s.To);
            return new EditionJson(g.Key.Dataset, g.Key.Edition, g.First().Publisher, g.Key.From, to, to < today, g.Count(), g.Sum(s => s.Rows));
        });
        return new InfoJson(
            book.Path, book.Version, book.Built, book.Length, book.IsStarter, LicenceChoice.Ids(book.Accepted), book.KeyCount, book.FactCount, book.PairCount,
            [.. CodeSets.Searchable.SelectMany(book.CoverageOf).Select(c => new CoverageJson(c.Set.Id(), c.Edition, c.From, c.To))],
            [.. editions.OrderBy(e => e.Dataset, StringComparer.Ordinal).ThenBy(e => e.From)],
            [.. book.Tables.Select(t => t.Name).Order(StringComparer.Ordinal)],
            book.Omitted);
    }

    private static void Print(Shell shell, InfoJson info)
    {
        shell.Out.WriteLine($"{info.Path}, version {info.Version}, built {info.Built.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC{(info.Starter ? ": the starter book" : "")}");
        shell.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{info.Keys:N0} codes and registers, {info.Rows:N0} rows, {info.Pairs:N0} NCCI pairs, {info.Bytes >> 10:N0} KB; licences accepted: {(info.Accepted.Count > 0 ? string.Join(", ", info.Accepted) : "none")}"));
        Tables.Write(
            shell,
            ["Data set", "Edition", "From", "To", "", "Files", "Rows"],
            info.Editions.Select(e => (string[])[e.Dataset, e.Edition, Date(e.From), Date(e.To), e.Over ? "over" : "", Number(e.Files), Number(e.Rows)]));
        foreach (var set in info.Coverage.GroupBy(c => c.Set))
        {
            shell.Out.WriteLine($"{set.Key}: every valid code is known for {string.Join(", ", set.Select(c => $"{Date(c.From)} to {Date(c.To)}").Distinct())}");
        }

        foreach (var omitted in info.Omitted) shell.Error.WriteLine(omitted);
    }

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int n) => n.ToString("N0", CultureInfo.InvariantCulture);
}
