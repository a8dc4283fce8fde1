using System.Globalization;
using System.Text;
using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Build;

/// <summary>Everything the writer needs, in final order.</summary>
internal sealed record BookContent(
    Catalog Catalog, ulong[] Keys, uint[] KeyFacts, List<FactRecord> Facts, List<SourceRecord> Sources, byte[] Heap,
    uint[] ValidityStarts, ValidityRecord[] Validity, PairRecord[] Pairs, PairForm[] PairForms, uint[] PairStarts, byte[] ByColumn2, uint[] ByColumn2Starts);

/// <summary>
/// Merges the facts of all files: the same row of consecutive editions becomes one row with a run of sources; the rows of a key are sorted
/// by table and date; then come the derived rows, the periods of validity and the pairs.
/// </summary>
internal static class Merge
{
    public static BookContent Run(List<FileRead> reads, Dictionary<FileRead, ushort> ends, StringPool pool, Licence accepted, CancellationToken cancel)
    {
        // Files in order of their edition, so that a run of sources is in order of time.
        var files = reads.Where(r => r.Outcome == FileOutcome.Read).OrderBy(r => r.Edition.From).ThenBy(r => r.File.Path, StringComparer.Ordinal).ToList();
        if (files.Count > 1023) throw new InvalidOperationException($"{files.Count} files; the book's format holds at most 1023");
        var tables = files.SelectMany(f => f.Sink!.TablesUsed).Append(Derived.Successor).Append(Derived.AddOnOf)
            .DistinctBy(t => t.Name).OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        if (tables.Count > 250) throw new InvalidOperationException($"{tables.Count} tables; the book's format holds at most 250");
        var tableNumbers = tables.Select((t, i) => (t.Name, i)).ToDictionary(t => t.Name, t => (byte)t.i, StringComparer.Ordinal);
        var all = Collect(files, ends, tables, tableNumbers, pool);
        cancel.ThrowIfCancellationRequested();

        var keys = Keys(files, all);
        var keyNumbers = new KeyNumbers(keys);
        all.Sort(static (a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key)
            : a.Table != b.Table ? a.Table.CompareTo(b.Table)
            : a.Value != b.Value ? a.Value.CompareTo(b.Value)
            : a.From != b.From ? a.From.CompareTo(b.From)
            : a.File != b.File ? a.File.CompareTo(b.File) : a.Line.CompareTo(b.Line));
        cancel.ThrowIfCancellationRequested();

        var (merged, sources) = MergeRuns(all);
        all.Clear();
        all.TrimExcess();
        var (facts, keyFacts, orderedSources, heap) = Order(merged, sources, keyNumbers, keys.Length, pool);
        cancel.ThrowIfCancellationRequested();

        var sourceList = files.Select((f, i) => new BookSource(
            i, f.File.Path, f.File.Sha256, f.File.Length, f.Importer!.Name, f.Importer.Publisher, f.Edition.Dataset, f.Edition.Label, f.Edition.From, f.Edition.To,
            f.Rows)).ToList();
        var coverage = Validity.Coverage(files, ends);
        var (validityStarts, validity) = Validity.Periods(keys, keyFacts, facts, orderedSources, heap, tables, sourceList, coverage);
        var (pairs, pairForms, pairStarts, byColumn2, byColumn2Starts, rationales) = PairTable.Build(files, keyNumbers, keys, pool);
        var omitted = reads.Where(r => r.Outcome is FileOutcome.Refused).Select(r => r.Message ?? r.File.Path).ToList();
        return new BookContent(
            new Catalog(accepted, tables, sourceList, coverage, rationales, omitted), keys, keyFacts, facts, orderedSources, heap,
            validityStarts, validity, pairs, pairForms, pairStarts, byColumn2, byColumn2Starts);
    }

    private static List<Fact> Collect(List<FileRead> files, Dictionary<FileRead, ushort> ends, List<Table> tables, Dictionary<string, byte> numbers, StringPool pool)
    {
        var all = new List<Fact>(files.Sum(f => f.Sink!.Facts.Count) + 200_000);
        for (ushort f = 0; f < files.Count; f++)
        {
            var sink = files[f].Sink!;
            var map = sink.TablesUsed.Select(t => numbers[t.Name]).ToArray();
            foreach (var raw in sink.Facts)
            {
                var table = map[raw.Table];
                var to = raw.EditionDated && tables[table].Snapshot ? ends[files[f]] : raw.To;
                all.Add(new Fact(raw.Key, raw.Value, raw.Line, f, raw.From, to, table));
                Derive(all[^1], sink.TablesUsed[raw.Table].Name, numbers, pool, all);
            }

            sink.Facts.Clear();
            sink.Facts.TrimExcess();
        }

        return all;
    }

    private static void Derive(Fact fact, string table, Dictionary<string, byte> numbers, StringPool pool, List<Fact> all)
    {
        switch (table)
        {
            case "icd10cm-conversion" or "icd10pcs-conversion":
            {
                // The table names, for a current code, the codes it was reported with before: their successor.
                var current = new CodeKey(fact.Key);
                var columns = Text(pool, fact.Value);
                foreach (var previous in columns[0].Split('|', StringSplitOptions.RemoveEmptyEntries))
                {
                    // "I63-" and "T15-T19" name groups, not codes: nothing to follow for a single code.
                    if (previous.Contains('-', StringComparison.Ordinal) || !CodeKey.TryParse(current.Set, previous, out var old) || old == current) continue;
                    all.Add(fact with { Key = old.Value, Table = numbers[Derived.Successor.Name], From = Day.Unknown, To = Day.Open, Value = Intern(pool, $"{current.Set.Id()}\t{current.Code}\t{(columns.Length > 1 ? columns[1] : "")}") });
                }

                break;
            }

            case "addon":
            {
                var addOn = new CodeKey(fact.Key);
                var columns = Text(pool, fact.Value);
                if (columns.Length < 2 || columns[1] is "" or "CCCCC") break;
                var set = char.IsAsciiLetter(columns[1][0]) ? CodeSet.Hcpcs : CodeSet.Cpt;
                if (CodeKey.TryParse(set, columns[1], out var primary))
                    all.Add(fact with { Key = primary.Value, Table = numbers[Derived.AddOnOf.Name], Value = Intern(pool, $"{addOn.Code}\t{columns[0]}\t{(columns.Length > 5 ? columns[5] : "")}") });
                break;
            }

            case "starter-addon":
            {
                foreach (var text in Text(pool, fact.Value)[0].Split('|', StringSplitOptions.RemoveEmptyEntries))
                {
                    if (CodeKey.TryParse(char.IsAsciiLetter(text[0]) ? CodeSet.Hcpcs : CodeSet.Cpt, text, out var primary))
                        all.Add(fact with { Key = primary.Value, Table = numbers[Derived.AddOnOf.Name], Value = Intern(pool, $"{new CodeKey(fact.Key).Code}\t\t") });
                }

                break;
            }

            case "starter-history":
            {
                var columns = Text(pool, fact.Value);
                foreach (var next in columns[2].Split('|', StringSplitOptions.RemoveEmptyEntries))
                    all.Add(fact with { Table = numbers[Derived.Successor.Name], From = Day.Unknown, To = Day.Open, Value = Intern(pool, $"{new CodeKey(fact.Key).Set.Id()}\t{next}\t{columns[1]}") });
                break;
            }
        }
    }

    private static string[] Text(StringPool pool, uint value) => Encoding.UTF8.GetString(pool[value]).Split('\t');

    private static uint Intern(StringPool pool, string text) => pool.Intern(Encoding.UTF8.GetBytes(text));

    private static ulong[] Keys(List<FileRead> files, List<Fact> all)
    {
        var keys = new HashSet<ulong>(800_000);
        foreach (var f in all) keys.Add(f.Key);
        foreach (var pair in files.SelectMany(f => f.Sink!.Pairs))
        {
            keys.Add(pair.Column1);
            keys.Add(pair.Column2);
        }

        var sorted = keys.ToArray();
        Array.Sort(sorted);
        if (sorted.Length >= 1 << 22) throw new InvalidOperationException($"{sorted.Length} keys; the book's format holds fewer than {1 << 22}");
        return sorted;
    }

    // Input sorted by key, table, value, from: a row that begins no later than the day after the last one ends continues it.
    private static (List<Merged> Merged, List<SourceRecord> Sources) MergeRuns(List<Fact> all)
    {
        var merged = new List<Merged>(all.Count / 2);
        var sources = new List<SourceRecord>(all.Count);
        for (var i = 0; i < all.Count;)
        {
            var first = all[i];
            var start = sources.Count;
            var to = first.To;
            var j = i;
            for (; j < all.Count; j++)
            {
                var f = all[j];
                if (f.Key != first.Key || f.Table != first.Table || f.Value != first.Value || f.From > Day.After(to)) break;
                if (f.To > to) to = f.To;
                sources.Add(SourceRecord.Of(f.Line, f.File));
            }

            merged.Add(new Merged(first.Key, first.Value, (uint)start, (byte)Math.Min(sources.Count - start, byte.MaxValue), first.From, to, first.Table, first.Line));
            i = j;
        }

        return (merged, sources);
    }

    private static (List<FactRecord> Facts, uint[] KeyFacts, List<SourceRecord> Sources, byte[] Heap) Order(
        List<Merged> merged, List<SourceRecord> sources, KeyNumbers keyNumbers, int keyCount, StringPool pool)
    {
        // By text where everything else is equal: the numbers of texts follow the chance of which file was read first.
        merged.Sort((a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key)
            : a.Table != b.Table ? a.Table.CompareTo(b.Table)
            : a.From != b.From ? a.From.CompareTo(b.From)
            : a.Line != b.Line ? a.Line.CompareTo(b.Line) : a.Value == b.Value ? 0 : pool[a.Value].SequenceCompareTo(pool[b.Value]));
        var offsets = new uint[pool.Limit];
        var heap = new MemoryStream(64 << 20);
        heap.WriteByte(0);
        var facts = new List<FactRecord>(merged.Count);
        var ordered = new List<SourceRecord>(sources.Count);
        var keyFacts = new uint[keyCount + 1];
        foreach (var m in merged)
        {
            if (offsets[m.Value] == 0)
            {
                offsets[m.Value] = checked((uint)heap.Position);
                var text = pool[m.Value];
                var length = text.Length;
                for (; length >= 0x80; length >>= 7) heap.WriteByte((byte)(length | 0x80));
                heap.WriteByte((byte)length);
                heap.Write(text);
            }

            facts.Add(new FactRecord(offsets[m.Value], (uint)ordered.Count, m.From, m.To, m.SourceCount, m.Table));
            for (var s = 0; s < m.SourceCount; s++) ordered.Add(sources[(int)m.SourceStart + s]);
            keyFacts[keyNumbers[m.Key] + 1]++;
        }

        for (var k = 0; k < keyCount; k++) keyFacts[k + 1] += keyFacts[k];
        return (facts, keyFacts, ordered, heap.ToArray());
    }

    private readonly record struct Fact(ulong Key, uint Value, int Line, ushort File, ushort From, ushort To, byte Table);

    private readonly record struct Merged(ulong Key, uint Value, uint SourceStart, byte SourceCount, ushort From, ushort To, byte Table, int Line);
}

/// <summary>Numbers of sorted keys.</summary>
internal sealed class KeyNumbers(ulong[] keys)
{
    private readonly Dictionary<ulong, int> numbers = keys.Select((k, i) => (k, i)).ToDictionary(k => k.k, k => k.i);

    public int this[ulong key] => numbers[key];
}
