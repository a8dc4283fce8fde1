using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CodingAhead.Claims;
using CodingAhead.Claims.Json;
using CodingAhead.Claims.Payment;
using CodingAhead.Claims.X12;
using CodingAhead.Codes;

namespace CodingAhead.Bench;

/// <summary>
/// Claims of five lines checked and priced on two threads, one by one for the 99th percentile, and an 837 file streamed. Baselines of the same run: the same claims
/// deserialised by System.Text.Json, and the same file cut at its terminators.
/// </summary>
internal static class ClaimBench
{
    private const int Threads = 2, Different = 20_000;

    public static void Run(Book book)
    {
        var claims = Claims(book);
        var (checker, pricer) = (new ClaimChecker(book), new ClaimPricer(book));
        var texts = claims.Select(c => JsonSerializer.SerializeToUtf8Bytes(c, ClaimsJson.Line.Claim)).ToArray();
        var verdicts = claims.Select(c => checker.Check(c).Verdict).CountBy(v => v).Select(v => $"{v.Value} {v.Key}");
        Console.WriteLine($"{claims.Length} different claims of five lines on {claims.SelectMany(c => c.Lines).Select(l => l.Date).Distinct().Count()} dates: {string.Join(", ", verdicts)}; {claims.Count(c => pricer.Price(c).Total is not null)} with an amount");

        Rate("check", "100,000", claims, c => checker.Check(c));
        Rate("check and price", "60,000", claims, c =>
        {
            checker.Check(c);
            pricer.Price(c);
        });
        Rate("baseline: System.Text.Json reads the same", "", texts, t => JsonSerializer.Deserialize(t, ClaimsJson.Line.Claim));
        Rate("our strict JSON reader", "", texts, t => ClaimJson.Read(t));
        Rate("JSON in, check, JSON out", "", texts, t => JsonSerializer.SerializeToUtf8Bytes(checker.Check(ClaimJson.Read(t).Claim!), ClaimsJson.Line.CheckResult));
        Figures.Header();
        new Figures("one claim: check", "p99 100").Over(claims, c => checker.Check(c));
        new Figures("one claim: check and price", "").Over(claims, c =>
        {
            checker.Check(c);
            pricer.Price(c);
        });
        File837(claims);
    }

    private static void Rate<T>(string name, string bar, T[] inputs, Action<T> operation)
    {
        var best = 0d;
        for (var round = 0; round < 5; round++)
        {
            var start = Stopwatch.GetTimestamp();
            Parallel.For(0, Threads, new ParallelOptions { MaxDegreeOfParallelism = Threads }, thread =>
            {
                for (var i = thread; i < inputs.Length; i += Threads) operation(inputs[i]);
            });
            best = Math.Max(best, inputs.Length / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        Console.WriteLine($"{name,-46} {best,12:N0} claims/s on {Threads} threads{(bar.Length > 0 ? $"   (bar {bar})" : "")}");
    }

    // 256 MB by default; CODINGAHEAD_BENCH_MB says otherwise.
    private static void File837(Claim[] claims)
    {
        var megabytes = int.TryParse(Environment.GetEnvironmentVariable("CODINGAHEAD_BENCH_MB"), NumberStyles.None, CultureInfo.InvariantCulture, out var mb) ? mb : 256;
        var path = Path.GetTempFileName();
        try
        {
            Write837(path, claims, (long)megabytes << 20);
            var length = new FileInfo(path).Length;
            var (read, broken) = (0, 0);
            var ours = Seconds(() =>
            {
                using var file = Open(path);
                (read, broken) = (0, 0);
                foreach (var (claim, _) in X12Claims.Read(file, "bench.837"))
                {
                    if (claim is null) broken++;
                    else read++;
                }
            });
            var segments = 0L;
            var cut = Seconds(() =>
            {
                using var file = Open(path);
                var buffer = new byte[1 << 17];
                for (int n; (n = file.Read(buffer)) > 0;) segments += buffer.AsSpan(0, n).Count((byte)'~');
            });
            var heap = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
            using var process = Process.GetCurrentProcess();
            Console.WriteLine(
                $"837 of {length / 1e6:F0} MB: {read} claims, {broken} errors, {length / ours / 1e6:F0} MB/s (bar 50); baseline, counting terminators: {length / cut / 1e6:F0} MB/s; heap after {heap:F0} MB, peak of the process {process.PeakWorkingSet64 / 1e6:F0} MB");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static double Seconds(Action action)
    {
        var best = double.MaxValue;
        for (var round = 0; round < 3; round++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }

    private static FileStream Open(string path) => new(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });

    /// <summary>Writes one claim a line, for a load test of the API.</summary>
    public static void WriteClaims(Book book, string path)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        foreach (var claim in Claims(book).Take(2000)) file.WriteLine(JsonSerializer.Serialize(claim, ClaimsJson.Line.Claim));
    }

    // Five codes of the book each, chosen by fixed strides: the same in every run. One of ten has a modifier.
    private static Claim[] Claims(Book book)
    {
        DateOnly on = new(2025, 10, 15);
        var codes = book.Keys(CodeSet.Cpt).Concat(book.Keys(CodeSet.Hcpcs)).Where(k => book.Find(k, on).Status == CodeStatus.Active).Select(k => k.Display).ToArray();
        var diagnoses = book.Keys(CodeSet.Icd10Cm).Where(k => Titles.Billable(book, k, on)).Where((_, i) => i % 11 == 0).Select(k => k.Display).ToArray();
        string[] zips = ["60601", "10001", "94102", "33101", "77002"], modifiers = ["25", "59", "50", "LT", "26"];
        return [.. Enumerable.Range(0, Different).Select(n => new Claim
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"B{n}"),
            Patient = new Patient(n % 2 == 0 ? "F" : "M", new DateOnly(1950, 1, 1).AddDays(n % 9000), "1EG4TE5MK73"),
            Provider = new Provider { Npi = "1234567893", Zip = zips[n % zips.Length] },
            Diagnoses = diagnoses.Length == 0 ? [] : [.. Enumerable.Range(0, 3).Select(i => diagnoses[(n * 31 + i * 977) % diagnoses.Length])],
            Lines = [.. Enumerable.Range(0, 5).Select(i => new ClaimLine
            {
                Code = codes[(n % 500 * 37 + i * 4111) % codes.Length],
                Modifiers = (n + i) % 10 == 0 ? [modifiers[n / 10 % modifiers.Length]] : [],
                Units = 1 + (n + i) % 7 / 6,
                Charge = 100 + n % 900 + i * 0.25m,
                Date = on.AddDays(-(n % 10)),
                Pos = n % 4 == 0 ? "22" : "11",
                Dx = diagnoses.Length == 0 ? [] : [1 + i % 3],
            })],
        })];
    }

    private static void Write837(string path, Claim[] claims, long length)
    {
        using var file = new StreamWriter(path, append: false, Encoding.ASCII, 1 << 17) { NewLine = "\n" };
        file.WriteLine("ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *251020*0830*^*00501*000000001*0*T*:~");
        file.WriteLine("GS*HC*SENDER*RECEIVER*20251020*0830*1*X*005010X222A1~");
        file.WriteLine("ST*837*0001*005010X222A1~\nBHT*0019*00*X1*20251020*0830*CH~\nHL*1**20*1~\nNM1*85*2*BENCH CLINIC*****XX*1234567893~\nN3*1 BENCH WAY~\nN4*CHICAGO*IL*60601~");
        var (level, segments) = (1, 6);
        for (long written = 0, n = 0; written < length; n++)
        {
            var claim = claims[n % claims.Length];
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"HL*{++level}*1*22*0~\nSBR*P*18*******MB~\nNM1*IL*1*INVENTED*PERSON****MI*1EG4TE5MK73~\nN3*2 BENCH WAY~\nN4*CHICAGO*IL*60601~\nDMG*D8*19580302*F~\nNM1*PR*2*MEDICARE*****PI*00111~\n");
            text.Append(CultureInfo.InvariantCulture, $"CLM*{claim.Id}*{claim.Lines.Sum(l => l.Charge)}***11:B:1*Y*A*Y*Y~\n");
            segments += 8;
            if (claim.Diagnoses.Count > 0)
            {
                text.Append("HI*").AppendJoin('*', claim.Diagnoses.Select((d, i) => (i == 0 ? "ABK:" : "ABF:") + d.Replace(".", "", StringComparison.Ordinal))).Append("~\n");
                segments++;
            }

            for (var i = 0; i < claim.Lines.Count; i++)
            {
                var line = claim.Lines[i];
                text.Append(CultureInfo.InvariantCulture, $"LX*{i + 1}~\nSV1*HC:{line.Code}{string.Concat(line.Modifiers.Select(m => ":" + m))}*{line.Charge}*UN*{line.Units}***1~\nDTP*472*D8*{line.Date:yyyyMMdd}~\n");
                segments += 3;
            }

            file.Write(text);
            written += text.Length;
        }

        file.Write(string.Create(CultureInfo.InvariantCulture, $"SE*{segments + 1}*0001~\nGE*1*1~\nIEA*1*000000001~\n"));
    }
}
