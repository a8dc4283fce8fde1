using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using CodingAhead.Text.Redact;

namespace CodingAhead.Bench;

/// <summary>Redaction on one core: characters a second on whole notes, on short texts, and on one hostile line.</summary>
internal static class RedactBench
{
    public static void Run(string path)
    {
        var notes = File.ReadLines(path).Where(static l => l.Length > 0).Select(static l => JsonNode.Parse(l)!["text"]!.GetValue<string>()).ToList();
        var redactor = new Redactor();
        Measure($"{notes.Count} notes", notes, redactor);
        Measure("texts of 150 characters", [.. notes.SelectMany(static n => n.Chunk(150).Select(static c => new string(c)))], redactor);
        var line = string.Concat(Enumerable.Repeat("Dr. A-B-C-1-2-3/4.5@6:7::8 www. ", 10_000_000 / 32));
        Measure("one hostile line of 10 MB", [line], redactor);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB"));
    }

    private static void Measure(string what, List<string> texts, Redactor redactor)
    {
        var characters = texts.Sum(static t => (long)t.Length);
        var times = new List<double>();
        for (var round = 0; round < 5; round++)
        {
            var clock = Stopwatch.StartNew();
            foreach (var text in texts)
            {
                try
                {
                    redactor.Redact(text);
                }
                catch (RedactionException)
                {
                    // A piece of a note may be refused; the time counts.
                }
            }

            times.Add(clock.Elapsed.TotalSeconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"redact, {what}: {characters / times[2] / 1e6:F1} M characters/s on one core (median of 5)"));
    }
}
