using System.Text;
using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Build;

/// <summary>
/// Packs the NCCI pairs: sorted by column 1 and 2, with a directory for each direction. A pair that several editions list alike is kept once,
/// with the newest edition as its source.
/// </summary>
internal static class PairTable
{
    public static (PairRecord[] Pairs, uint[] Starts, uint[] ByColumn2, uint[] ByColumn2Starts, List<string> Rationales) Build(
        List<FileRead> files, KeyNumbers keyNumbers, ulong[] keys, StringPool pool)
    {
        var total = files.Sum(f => f.Sink!.Pairs.Count);
        var order = new ulong[total];
        var records = new PairRecord[total];
        var rationales = new List<uint>();
        var n = 0;
        for (var f = 0; f < files.Count; f++)
        {
            foreach (var p in files[f].Sink!.Pairs)
            {
                var rationale = rationales.IndexOf(p.Rationale);
                if (rationale < 0)
                {
                    rationale = rationales.Count;
                    rationales.Add(p.Rationale);
                }

                if (rationale > 31 || p.Line > 0x3FFFFF) throw new InvalidOperationException($"{files[f].File.Path}: more rationales or lines than a pair record holds");
                int column1 = keyNumbers[p.Column1], column2 = keyNumbers[p.Column2];
                var indicator = p.Indicator == 9 ? 2u : p.Indicator;
                order[n] = (ulong)column1 << 42 | (ulong)column2 << 20 | (ulong)p.Setting << 19;
                records[n++] = new PairRecord(
                    (uint)column2 | indicator << 22 | (uint)rationale << 24 | (uint)p.Setting << 29 | (p.Before1996 ? 1u << 30 : 0), p.From, p.To, (uint)p.Line | (uint)f << 22);
            }

            files[f].Sink!.Pairs.Clear();
            files[f].Sink!.Pairs.TrimExcess();
        }

        Array.Sort(order, records);
        var kept = 0;
        for (var i = 0; i < total; i++)
        {
            if (kept > 0 && order[i] == order[kept - 1])
            {
                // Same codes and setting: look back among them for the same edit of another edition.
                var same = -1;
                for (var k = kept - 1; k >= 0 && order[k] == order[i]; k--)
                {
                    if (records[k].Packed == records[i].Packed && records[k].From == records[i].From && records[k].To == records[i].To) same = k;
                }

                if (same >= 0)
                {
                    if (records[i].File > records[same].File) records[same] = records[i];
                    continue;
                }
            }

            order[kept] = order[i];
            records[kept++] = records[i];
        }

        Array.Resize(ref records, kept);
        var last = 0;
        while (last < keys.Length && new CodeKey(keys[last]).Set <= CodeSet.Hcpcs) last++;
        var starts = new uint[last + 1];
        var starts2 = new uint[last + 1];
        for (var i = 0; i < kept; i++)
        {
            starts[(int)(order[i] >> 42) + 1]++;
            starts2[records[i].Column2 + 1]++;
        }

        for (var k = 0; k < last; k++)
        {
            starts[k + 1] += starts[k];
            starts2[k + 1] += starts2[k];
        }

        var next = (uint[])starts2.Clone();
        var byColumn2 = new uint[kept];
        for (var i = 0; i < kept; i++) byColumn2[next[records[i].Column2]++] = (uint)i;
        return (records, starts, byColumn2, starts2, [.. rationales.Select(r => Encoding.UTF8.GetString(pool[r]))]);
    }
}
