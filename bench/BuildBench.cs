using System.Diagnostics;
using CodingAhead.Codes;
using CodingAhead.Codes.Build;
using CodingAhead.Text.Detect;

namespace CodingAhead.Bench;

/// <summary>A whole build, in this process, and the baseline of merely reading the same bytes.</summary>
internal static class BuildBench
{
    public static void Run(string releases)
    {
        var folder = Directory.CreateTempSubdirectory("bench-");
        try
        {
            var reading = Stopwatch.StartNew();
            var buffer = new byte[1 << 20];
            var read = 0L;
            foreach (var file in CodingAhead.Codes.Import.ReleaseDirectory.Scan(releases, _ => { }))
            {
                using var stream = file.Open();
                for (int n; (n = stream.Read(buffer)) > 0;) read += n;
            }

            Console.WriteLine($"baseline, unpack and hash only: {read / 1e6:F0} MB in {reading.Elapsed.TotalSeconds:F1} s");
            var path = Path.Combine(folder.FullName, "bench.book");
            var report = BookCompiler.Build(new BuildOptions { Releases = releases, Output = path, Lexicon = LexiconStore.Make, Accepted = Licence.Ama | Licence.Ada | Licence.Nubc }, TimeProvider.System);
            Console.WriteLine($"book build, whole directory:    {report.Elapsed.TotalSeconds:F1} s   (bar 30 s)");
            Console.WriteLine($"peak memory:                    {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB   (bar 1500 MB)");
            Console.WriteLine($"book:                           {report.Bytes / 1e6:F1} MB   (bar 200 MB), {report.Keys} keys, {report.Facts} rows, {report.Pairs} pairs");
            var opens = new List<double>();
            for (var i = 0; i < 50; i++)
            {
                var start = Stopwatch.GetTimestamp();
                using var book = Book.Open(path);
                opens.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            opens.Sort();
            Console.WriteLine($"open:                           first {opens[^1]:F2} ms at most, median {opens[25]:F2} ms   (bar 20 ms)");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
