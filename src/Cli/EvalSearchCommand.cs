using System.CommandLine;
using System.Globalization;
using CodingAhead.Codes;
using CodingAhead.Codes.Search;

namespace CodingAhead.Cli;

/// <summary><c>codingahead eval search</c>: how often the right code is the first hit, among five, among ten, and how long a query takes.</summary>
internal static class EvalSearchCommand
{
    private static readonly string[] QueryColumns = ["query", "term", "short_description", "english_gpt4", "description", "text", "phrase"];
    private static readonly string[] CodeColumns = ["code", "gold_code"];

    // Under FY2026, whose code list the labelled files are made for.
    private static readonly DateOnly DefaultDate = new(2026, 9, 30);

    public static Command Make(Shell shell)
    {
        var file = new Argument<string>("FILE") { Description = "Tab-separated, with a header that names a query and a code column." };
        var sets = Options.Sets();
        var on = Options.On();
        on.Description = "Date of service (default: 2026-09-30).";
        var where = new Option<string[]>("--where") { Description = "Only rows with this value (clean_subset=1); may be repeated.", HelpName = "COLUMN=VALUE", DefaultValueFactory = static _ => [], AllowMultipleArgumentsPerToken = false };
        where.Validators.Add(static r =>
        {
            foreach (var t in r.Tokens.Where(t => !t.Value.Contains('=', StringComparison.Ordinal))) r.AddError($"--where takes COLUMN=VALUE, not '{t.Value}'.");
        });
        var errors = new Option<int>("--errors") { Description = "List so many queries whose code is not the first hit.", HelpName = "N" };
        var json = Options.Json();
        var book = Options.Book();
        var command = new Command("search", "Measure search against queries with known codes.") { file, sets, on, where, errors, json, book };
        command.SetAction(async (parsed, cancel) =>
        {
            var labelled = Read(shell, parsed.GetValue(file)!, parsed.GetValue(where)!);
            using var opened = BookFile.Open(shell, parsed.GetValue(book));
            var date = parsed.GetValue(on) ?? DefaultDate;
            var asked = parsed.GetValue(sets)!;
            var figures = Measure(new Searcher(opened), labelled, asked.Count > 0 ? asked : [SetOf(opened, labelled)], date, parsed.GetValue(errors), shell.Clock, parsed.GetValue(file)!, cancel);
            if (parsed.GetValue(json)) await CliJson.WriteAsync(shell, figures, c => c.EvalJson);
            else Print(shell, figures);
            return ExitCode.Done;
        });
        return command;
    }

    private static List<Labelled> Read(Shell shell, string path, string[] where)
    {
        using var reader = JsonLines.Open(shell, path);
        var header = (reader.ReadLine() ?? throw new UserException(ExitCode.Usage, $"{path} is empty.")).TrimStart('\uFEFF').Split('\t');
        var query = Column(path, header, QueryColumns);
        var code = Column(path, header, CodeColumns);
        var set = Array.IndexOf(header, "set");
        var wanted = where.Select(w => w.Split('=', 2)).Select(w => (Index: Array.IndexOf(header, w[0]) is var i and >= 0 ? i : throw new UserException(ExitCode.Usage, $"{path} has no column {w[0]}."), Value: w[1])).ToList();
        var rows = new List<Labelled>();
        for (var line = 2; reader.ReadLine() is { } text; line++)
        {
            if (text.Length == 0) continue;
            var cells = text.Split('\t');
            if (cells.Length <= Math.Max(query, code)) throw new UserException(ExitCode.Usage, string.Create(CultureInfo.InvariantCulture, $"{path}, line {line}: {cells.Length} columns, the header has {header.Length}."));
            if (wanted.TrueForAll(w => w.Index < cells.Length && cells[w.Index] == w.Value) && cells[query].Trim().Length > 0) rows.Add(new Labelled(line, cells[query].Trim(), [.. cells[code].Split('|').Select(Plain)], set >= 0 && set < cells.Length && CodeSets.TryParse(cells[set], out var named) ? named : CodeSet.None));
        }

        return rows.Count > 0 ? rows : throw new UserException(ExitCode.Usage, $"{path} has no rows to measure.");
    }

    // Whoever looks for a diagnosis says so: without --set, the set that has most of the expected codes is searched.
    private static CodeSet SetOf(Book book, List<Labelled> rows) =>
        CodeSets.Searchable.MaxBy(set => rows.Count(r => CodeKey.TryParse(set, r.Code, out var key) && book.Rows(key).Any()));

    private static int Column(string path, string[] header, string[] names) =>
        names.Select(n => Array.IndexOf(header, n)).Where(i => i >= 0).Cast<int?>().FirstOrDefault()
        ?? throw new UserException(ExitCode.Usage, $"{path} has none of the columns {string.Join(", ", names)}; its header is {string.Join(", ", header)}.");

    private static EvalJson Measure(Searcher searcher, List<Labelled> rows, List<CodeSet> sets, DateOnly on, int list, TimeProvider clock, string path, CancellationToken cancel)
    {
        var (exact, within) = (new Ranks(), new Ranks());
        var category = 0;
        var times = new double[rows.Count];
        var misses = new List<MissJson>();
        // The first query pays for compilation and page faults; it is not what is measured.
        searcher.Find(new SearchQuery { Text = rows[0].Query, Sets = sets, On = on, Top = 10 });
        for (var i = 0; i < rows.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var began = clock.GetTimestamp();
            var hits = searcher.Find(new SearchQuery { Text = rows[i].Query, Sets = rows[i].Set == CodeSet.None ? sets : [rows[i].Set], On = on, Top = 10 }).Hits;
            times[i] = clock.GetElapsedTime(began).TotalMicroseconds;
            var codes = rows[i].Codes;
            var got = hits.Select(h => Plain(h.Key.Code)).ToList();
            var rank = got.FindIndex(codes.Contains);
            exact.Add(rank);
            // A heading stands for the codes below it: whoever asks for it is served by one of them.
            within.Add(got.FindIndex(g => codes.Exists(c => g.StartsWith(c, StringComparison.Ordinal))));
            if (hits.Count > 0 && hits[0].Key.Code.AsSpan(0, Math.Min(3, hits[0].Key.Code.Length)).SequenceEqual(rows[i].Code.AsSpan(0, Math.Min(3, rows[i].Code.Length)))) category++;
            if (rank != 0 && misses.Count < list) misses.Add(new MissJson(rows[i].Line, rows[i].Query, rows[i].Code, [.. hits.Take(3).Select(h => $"{h.Key.Display} {h.Title}")]));
        }

        Array.Sort(times);
        double n = rows.Count;
        return new EvalJson(
            path, on, rows.Count, Rate(exact.At1 / n), Rate(exact.At5 / n), Rate(exact.At10 / n), Rate(within.At1 / n), Rate(within.At5 / n), Rate(within.At10 / n), Rate(category / n),
            new TimesJson(At(times, .5), At(times, .95), At(times, .99), Math.Round(times[^1], 1), Math.Round(times.Average(), 1)), list > 0 ? misses : null);
    }

    private static void Print(Shell shell, EvalJson e)
    {
        Tables.Write(
            shell,
            ["Queries", "exact@1", "exact@5", "exact@10", "at or below@1", "@5", "@10", "category@1", "p50 µs", "p95 µs", "p99 µs"],
            [[e.Queries.ToString(CultureInfo.InvariantCulture), Percent(e.ExactAt1), Percent(e.ExactAt5), Percent(e.ExactAt10), Percent(e.WithinAt1), Percent(e.WithinAt5), Percent(e.WithinAt10), Percent(e.CategoryAt1), Text(e.Micros.P50), Text(e.Micros.P95), Text(e.Micros.P99)]]);
        foreach (var miss in e.Errors ?? []) shell.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"line {miss.Line}: '{miss.Query}' is {miss.Expected}, got {(miss.Got.Count > 0 ? string.Join(" | ", miss.Got) : "nothing")}"));
    }

    // How often the rank of the right hit is among the first so many; -1 is no rank.
    private sealed class Ranks
    {
        public int At1 { get; private set; }

        public int At5 { get; private set; }

        public int At10 { get; private set; }

        public void Add(int rank)
        {
            if (rank == 0) At1++;
            if (rank is >= 0 and < 5) At5++;
            if (rank is >= 0 and < 10) At10++;
        }
    }

    private static string Plain(string code) => code.Trim().Replace(".", "", StringComparison.Ordinal).ToUpperInvariant();

    private static double Rate(double value) => Math.Round(value, 4);

    private static double At(double[] sorted, double share) => Math.Round(sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))], 1);

    private static string Percent(double rate) => (rate * 100).ToString("0.00", CultureInfo.InvariantCulture) + " %";

    private static string Text(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    // Any of the codes is right; a file may name the set of each row.
    private readonly record struct Labelled(int Line, string Query, List<string> Codes, CodeSet Set)
    {
        public string Code => Codes[0];
    }
}
