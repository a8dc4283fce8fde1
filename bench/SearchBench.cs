using CodingAhead.Codes;
using CodingAhead.Codes.Search;
using Microsoft.Data.Sqlite;

namespace CodingAhead.Bench;

/// <summary>Lookup, search and typing ahead, side by side with SQLite FTS5 over the same titles, short titles, inclusion terms and index paths.</summary>
internal static class SearchBench
{
    private static readonly DateOnly On = new(2025, 10, 15);

    public static void Run(Book book)
    {
        var searcher = new Searcher(book);
        var rows = Rows(book);
        using var sqlite = Sqlite(rows);
        var queries = Queries(rows);
        var typed = queries.SelectMany(q => Enumerable.Range(2, Math.Max(0, q.Length - 2)).Select(n => q[..n])).Where((_, i) => i % 7 == 0).ToList();
        Console.WriteLine($"{rows.Count} rows, {queries.Count} queries of one to six words, {typed.Count} beginnings of them; all sets, top 20");

        Lookup(book);
        Figures.Header();
        var ours = new Figures("search", "100 / 500").Over(queries, q => searcher.Find(new SearchQuery { Text = q, On = On }));
        var theirs = new Figures("SQLite FTS5, any word, bm25", "").Over([.. queries.Take(400)], q => Fts(sqlite, Match(q, " OR ", prefix: false)));
        var all = new Figures("SQLite FTS5, all words, bm25", "").Over([.. queries.Take(400)], q => Fts(sqlite, Match(q, " ", prefix: false)));
        var typing = new Figures("typing ahead", "p99 1000").Over([.. typed.Take(6000)], q => searcher.Find(new SearchQuery { Text = q, On = On, Typing = true, Top = 10 }));
        var theirTyping = new Figures("SQLite FTS5, last word a prefix", "").Over([.. typed.Take(400)], q => Fts(sqlite, Match(q, " OR ", prefix: true)));
        Console.WriteLine($"p99 against FTS5: any word {theirs.P99 / ours.P99:F0}×, all words {all.P99 / ours.P99:F1}×, typing {theirTyping.P99 / typing.P99:F0}×   (bar 20×)");
        Allocation(searcher, queries);
    }

    private static void Lookup(Book book)
    {
        var codes = CodeSets.Searchable.SelectMany(s => book.Keys(s)).Where((_, i) => i % 37 == 0).Select(k => (k.Set, k.Code)).ToArray();
        var (best, sum) = (double.MaxValue, 0);
        for (var round = 0; round < 30; round++)
        {
            var start = System.Diagnostics.Stopwatch.GetTimestamp();
            foreach (var (set, code) in codes) sum += (int)book.Find(set, code, On).Status;
            best = Math.Min(best, System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalNanoseconds / codes.Length);
        }

        var dictionary = codes.ToDictionary(c => $"{c.Set}:{c.Code}", c => 1);
        var theirs = double.MaxValue;
        for (var round = 0; round < 30; round++)
        {
            var start = System.Diagnostics.Stopwatch.GetTimestamp();
            foreach (var (set, code) in codes) sum += dictionary[$"{set}:{code}"];
            theirs = Math.Min(theirs, System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalNanoseconds / codes.Length);
        }

        Console.WriteLine($"exact lookup on a date: {best:F0} ns (bar 300 ns); baseline, a Dictionary of \"set:code\" strings: {theirs:F0} ns   [{sum}]");
    }

    private static void Allocation(Searcher searcher, List<string> queries)
    {
        var at = new List<(int Queries, double Heap)>();
        for (var i = 0; i <= 1_000_000; i++)
        {
            if (i % 250_000 == 0) at.Add((i, GC.GetTotalMemory(forceFullCollection: true) / 1e6));
            searcher.Find(new SearchQuery { Text = queries[i % queries.Count], On = On, Top = 10 });
        }

        Console.WriteLine("live heap after queries: " + string.Join(", ", at.Select(a => $"{a.Queries} → {a.Heap:F1} MB")));
    }

    private static List<(string Code, string Text)> Rows(Book book)
    {
        var rows = new List<(string, string)>();
        foreach (var key in CodeSets.Searchable.SelectMany(s => book.Keys(s)))
        {
            foreach (var row in book.Rows(key))
            {
                switch (row.Table.Name)
                {
                    case "icd10cm-order" or "icd10pcs-order": rows.Add((key.Display, row[2])); rows.Add((key.Display, row[1])); break;
                    case "hcpcs": rows.Add((key.Display, row[0])); break;
                    case "descriptor": rows.Add((key.Display, row[1])); break;
                    case "icd10cm-index": rows.Add((key.Display, row["path"])); break;
                    case "icd10cm-note" when row[0] == "inclusionTerm": rows.Add((key.Display, row[2])); break;
                    case "starter-label": rows.Add((key.Display, row[0])); break;
                }
            }
        }

        return rows;
    }

    // Runs of one to six words out of the rows, chosen by a fixed stride: the same in every run.
    private static List<string> Queries(List<(string Code, string Text)> rows)
    {
        var queries = new List<string>();
        for (var i = 0; queries.Count < 4000; i += 97)
        {
            var words = rows[i % rows.Count].Text.Split([' ', ',', '(', ')', '>', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
            var n = 1 + i / 97 % 6;
            if (words.Length == 0) continue;
            queries.Add(string.Join(' ', words.Take(n)));
        }

        return queries;
    }

    private static SqliteConnection Sqlite(List<(string Code, string Text)> rows)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Execute(connection, "CREATE VIRTUAL TABLE t USING fts5(code UNINDEXED, text, tokenize='porter unicode61')");
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO t VALUES ($code, $text)";
        var code = insert.Parameters.Add("$code", SqliteType.Text);
        var text = insert.Parameters.Add("$text", SqliteType.Text);
        foreach (var (c, t) in rows)
        {
            code.Value = c;
            text.Value = t;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        return connection;
    }

    private static void Fts(SqliteConnection connection, string match)
    {
        if (match.Length == 0) return;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT code, text FROM t WHERE t MATCH $m ORDER BY rank LIMIT 20";
        command.Parameters.AddWithValue("$m", match);
        using var reader = command.ExecuteReader();
        while (reader.Read()) _ = reader.GetString(0);
    }

    private static string Match(string query, string join, bool prefix)
    {
        var words = query.Split([' ', '\'', '-', '/', '.', ',', '"', ':', '*', '+', '&', '%', ';'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Any(char.IsLetterOrDigit)).ToList();
        return string.Join(join, words.Select((w, i) => $"\"{w}\"{(prefix && i == words.Count - 1 ? "*" : "")}"));
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
