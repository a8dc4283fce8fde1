using System.Diagnostics;
using System.Text.Json;
using CodingAhead.Codes;
using CodingAhead.Text.Detect;

namespace CodingAhead.Bench;

/// <summary>Detection of diagnoses: loading the lexicon, a note of about 4 kB, a corpus of notes on one core, memory; beside a plain longest-match dictionary of the titles.</summary>
internal static class DetectBench
{
    private static readonly DateOnly On = new(2026, 9, 30);

    public static void Run(Book book, string notes)
    {
        var began = Stopwatch.GetTimestamp();
        var detector = new Detector(book);
        detector.Prepare(On);
        Console.WriteLine($"lexicon read from the book: {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms (bar 100 ms)");
        began = Stopwatch.GetTimestamp();
        var made = LexiconStore.Make(book, CancellationToken.None).Length;
        Console.WriteLine($"lexicon made from the rows: {Stopwatch.GetElapsedTime(began).TotalSeconds:F2} s (bar 2 s), {made / 1e6:F1} MB in the book");
        var texts = Read(notes);
        var options = new DetectOptions { On = On };
        foreach (var text in texts.Take(200)) detector.Detect(text, options);

        var four = texts.Where(t => t.Length is > 3500 and < 4500).Take(400).ToList();
        Figures.Header();
        new Figures("detect, note of 3.5 to 4.5 kB", "p50 10000, p95 30000").Over(four, t => detector.Detect(t, options));
        var titles = Titles(book);
        new Figures("longest match of titles only", "").Over(four, t => Longest(titles, t));

        began = Stopwatch.GetTimestamp();
        long codes = 0;
        foreach (var text in texts) codes += detector.Detect(text, options).Codes.Count;
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Console.WriteLine($"{texts.Count} notes on one core: {texts.Count / seconds:F0} notes/s (bar 300), {texts.Sum(t => (long)t.Length) / seconds / 1e6:F1} MB/s, {codes} codes");
        Console.WriteLine($"live heap {GC.GetTotalMemory(forceFullCollection: true) / 1e6:F0} MB, working set {Process.GetCurrentProcess().WorkingSet64 / 1e6:F0} MB (bar 400)");
        var long1 = string.Join("\n", texts)[..1_000_000];
        began = Stopwatch.GetTimestamp();
        detector.Detect(long1, options);
        Console.WriteLine($"a text of 1 MB: {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms");
    }

    private static List<string> Read(string path) =>
        [.. File.ReadLines(path).Where(l => l.Length > 0).Select(l => { using var d = JsonDocument.Parse(l); return d.RootElement.GetProperty("text").GetString() ?? ""; })];

    private static Dictionary<string, string> Titles(Book book)
    {
        var map = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var key in book.Keys(CodeSet.Icd10Cm)) map.TryAdd(Codes.Titles.Of(book, key, On), key.Display);
        return map;
    }

    private static void Longest(Dictionary<string, string> titles, string text)
    {
        var words = text.Split([' ', '\n', ',', '.', ';', ':'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            for (var n = Math.Min(6, words.Length - i); n > 0; n--)
            {
                if (titles.ContainsKey(string.Join(' ', words.AsSpan(i, n)!))) break;
            }
        }
    }
}
