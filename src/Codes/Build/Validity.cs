using System.Text;

namespace CodingAhead.Codes.Build;

/// <summary>
/// When each code is valid, from the tables that define codes; and for which dates the book has complete lists.
/// Three rules: a row without an end is known only until its edition's end; a code is new or gone only where an edition of the same complete list that had
/// it before, or has it after, lacks it (that another list, such as OPPS Addendum B, never named it says nothing); and where the Medicare Code Editor
/// dates an ICD-10 code to the day, its dates decide within the fiscal years (an order file named after a year may be that year's April release).
/// </summary>
internal static class Validity
{
    public static List<Coverage> Coverage(List<FileRead> files, Dictionary<FileRead, ushort> ends)
    {
        var list = new List<Coverage>();
        foreach (var file in files)
        {
            foreach (var set in file.Sink!.TablesUsed.Where(t => t.Defines).SelectMany(t => t.Complete).Distinct())
                list.Add(new Coverage(set, file.Edition.From, Day.Date(ends[file]) ?? file.Edition.To, file.Edition.Label));
        }

        return [.. list.Distinct().OrderBy(c => c.Set).ThenBy(c => c.From)];
    }

    public static (uint[] Starts, ValidityRecord[] Periods) Periods(
        ulong[] keys, uint[] keyFacts, List<FactRecord> facts, List<SourceRecord> sources, byte[] heap, List<Table> tables, List<BookSource> files, List<Coverage> coverage)
    {
        var mce = tables.FindIndex(t => t.Name == "mce-validity");
        var editions = Editions(files);
        var starts = new uint[keys.Length + 1];
        var periods = new List<ValidityRecord>(keys.Length);
        var found = new List<ValidityRecord>();
        var editor = new List<ValidityRecord>();
        var ours = new List<ValidityRecord>();
        for (var k = 0; k < keys.Length; k++)
        {
            found.Clear();
            editor.Clear();
            ours.Clear();
            var set = new CodeKey(keys[k]).Set;
            for (var f = keyFacts[k]; f < keyFacts[k + 1]; f++)
            {
                var fact = facts[(int)f];
                var table = tables[fact.Table];
                if (fact.Table == mce) editor.Add(Period(fact, table, set, sources, files, editions));
                if (!table.Defines || Says(table, heap, fact.Value)) continue;
                (table.Name == Import.StarterImporter.Code.Name ? ours : found).Add(Period(fact, table, set, sources, files, editions));
            }

            // Our own word counts only where no release says when the code is valid.
            if (found.Count == 0) found.AddRange(ours);

            // The editor lists billable codes only, from ICD-10's first day; headings and older drafts keep the order files' dates.
            if (editor.Count > 0) found = Correct(found, editor);
            if (set is CodeSet.Icd10Cm or CodeSet.Icd10Pcs) Implement(found);
            periods.AddRange(Union(found));
            starts[k + 1] = (uint)periods.Count;
        }

        return (starts, [.. periods]);
    }

    private static bool Says(Table table, byte[] heap, uint value)
    {
        if (table.ExceptWhen is not var (column, opposite)) return false;
        var length = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = heap[value++];
            length |= (b & 0x7F) << shift;
            if (b < 0x80) break;
        }

        var columns = Encoding.UTF8.GetString(heap, (int)value, length).Split('\t');
        return columns[table[column]] == opposite;
    }

    private static ValidityRecord Period(FactRecord fact, Table table, CodeSet set, List<SourceRecord> sources, List<BookSource> files, Dictionary<string, (ushort First, ushort Last)> editions)
    {
        var dataset = files[sources[(int)fact.SourceStart].File].Dataset;
        var (first, last) = table.Complete.Contains(set) ? editions[dataset] : (Day.Open, Day.Unknown);
        var begun = !table.Snapshot && fact.From != Day.Unknown || table.Snapshot && first < fact.From ? ValidityRecord.Began : 0;
        if (fact.To != Day.Open) return new ValidityRecord(fact.From, fact.To, (byte)(begun | (!table.Snapshot || last > fact.To ? ValidityRecord.Ended : 0)));
        var known = (ushort)1;
        for (var s = 0; s < fact.SourceCount; s++)
        {
            var to = Day.Of(files[sources[(int)fact.SourceStart + s].File].To);
            if (to != Day.Open && to > known) known = to;
        }

        return new ValidityRecord(fact.From, Math.Max(known, fact.From), (byte)(begun | (last > known ? ValidityRecord.Ended : 0)));
    }

    // The first days of the oldest and of the newest edition of each data set.
    private static Dictionary<string, (ushort First, ushort Last)> Editions(List<BookSource> files) => files.GroupBy(f => f.Dataset)
        .ToDictionary(g => g.Key, g => (Day.Of(g.Min(f => f.From)), Day.Of(g.Max(f => f.From))), StringComparer.Ordinal);

    // ICD-10 replaced ICD-9-CM on claims on 2015-10-01 (45 CFR 162.1002(c)); the lists of FY2014 and FY2015 were published ahead of it.
    private static readonly ushort Implemented = Day.Of(new DateOnly(2015, 10, 1));

    private static void Implement(List<ValidityRecord> periods)
    {
        periods.RemoveAll(p => p.To < Implemented);
        for (var i = 0; i < periods.Count; i++)
        {
            if (periods[i].From <= Implemented) periods[i] = periods[i] with { From = Implemented, Known = (byte)(periods[i].Known | ValidityRecord.Began) };
        }
    }

    private static List<ValidityRecord> Correct(List<ValidityRecord> listed, List<ValidityRecord> editor)
    {
        var known = editor.Max(e => e.To);
        var result = new List<ValidityRecord>(editor);
        foreach (var p in listed)
        {
            if (p.To > known) result.Add(p with { From = Math.Max(p.From, Day.After(known)), Known = (byte)(p.Known & ValidityRecord.Ended) });
        }

        return result;
    }

    private static List<ValidityRecord> Union(List<ValidityRecord> periods)
    {
        if (periods.Count < 2) return periods;
        periods.Sort(static (a, b) => a.From != b.From ? a.From.CompareTo(b.From) : a.To.CompareTo(b.To));
        var union = new List<ValidityRecord> { periods[0] };
        foreach (var p in periods)
        {
            if (p.From <= Day.After(union[^1].To))
            {
                var u = union[^1];
                var end = p.To > u.To ? p.Known : p.To == u.To ? (byte)(p.Known | u.Known) : u.Known;
                var begin = p.From == u.From ? (byte)(p.Known | u.Known) : u.Known;
                union[^1] = new ValidityRecord(u.From, Math.Max(u.To, p.To), (byte)((end & ValidityRecord.Ended) | (begin & ValidityRecord.Began)));
            }
            else union.Add(p);
        }

        return union;
    }
}
