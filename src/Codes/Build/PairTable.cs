using System.Runtime.InteropServices;
using System.Text;
using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Build;

/// <summary>
/// Packs the NCCI pairs: sorted by column 1 and 2, with a directory for each direction. Of several editions that have a
/// pair the newest is kept.
/// </summary>
internal static class PairTable
{
    public static (PairRecord[] Pairs, PairForm[] Forms, uint[] Starts, byte[] ByColumn2, uint[] ByColumn2Starts, List<string> Rationales) Build(
        List<FileRead> files, KeyNumbers keyNumbers, ulong[] keys, StringPool pool)
    {
        var total = files.Sum(f => f.Sink!.Pairs.Count);
        var order = new ulong[total];
        var records = new PairRecord[total];
        var rationales = new List<uint>();
        var forms = new List<PairForm>();
        var formNumbers = new Dictionary<PairForm, int>();
        var n = 0;
        for (var f = 0; f < files.Count; f++)
        {
            var pairs = files[f].Sink!.Pairs;
            var (lastKey, lastNumber) = (0UL, 0);
            var (lastForm, lastFormNumber) = (default(PairForm), -1);
            foreach (ref readonly var p in CollectionsMarshal.AsSpan(pairs))
            {
                var rationale = rationales.IndexOf(p.Rationale);
                if (rationale < 0)
                {
                    rationale = rationales.Count;
                    rationales.Add(p.Rationale);
                }

                if (rationale > byte.MaxValue) throw new InvalidOperationException($"{files[f].File.Path}: more rationales than a pair record holds");
                if (p.Column1 != lastKey) (lastKey, lastNumber) = (p.Column1, keyNumbers[p.Column1]);
                var column2 = keyNumbers[p.Column2];
                var form = new PairForm(p.From, p.To, (ushort)f, p.Indicator, (byte)rationale, (byte)p.Setting, p.Before1996 ? (byte)1 : (byte)0);
                if (form != lastForm || lastFormNumber < 0)
                {
                    if (!formNumbers.TryGetValue(form, out lastFormNumber))
                    {
                        formNumbers.Add(form, lastFormNumber = forms.Count);
                        forms.Add(form);
                    }

                    lastForm = form;
                }

                order[n] = (ulong)lastNumber << 42 | (ulong)column2 << 20 | (ulong)p.Setting << 19;
                records[n++] = new PairRecord(UInt24.Of(column2), UInt24.Of(lastFormNumber), UInt24.Of(p.Line));
            }

            pairs.Clear();
            pairs.TrimExcess();
        }

        // Not stable, but the same input sorts the same way, and below the newest edition wins whatever the order.
        Array.Sort(order, records);
        var kept = 0;
        for (int i = 0, end; i < total; i = end)
        {
            for (end = i + 1; end < total && order[end] == order[i];) end++;
            // Each quarter's file tells a pair's whole history: the newest that has the pair speaks for it, or an edit ended since would stay open.
            var newest = DateOnly.MinValue;
            for (var k = i; k < end; k++) newest = Began(records[k]) > newest ? Began(records[k]) : newest;
            var first = kept;
            for (var k = i; k < end; k++)
            {
                if (Began(records[k]) != newest) continue;
                var same = false;
                for (var other = first; other < kept && !same; other++) same = Alike(forms[records[other].Form.Value], forms[records[k].Form.Value]);
                if (same) continue;
                order[kept] = order[k];
                records[kept++] = records[k];
            }
        }

        DateOnly Began(PairRecord record) => files[forms[record.Form.Value].File].Edition.From;

        Array.Resize(ref records, kept);
        var last = 0;
        while (last < keys.Length && new CodeKey(keys[last]).Set <= CodeSet.Hcpcs) last++;
        var starts = new uint[last + 1];
        var counts = new int[last + 1];
        for (var i = 0; i < kept; i++)
        {
            starts[(int)(order[i] >> 42) + 1]++;
            counts[records[i].Column2.Value + 1]++;
        }

        for (var k = 0; k < last; k++)
        {
            starts[k + 1] += starts[k];
            counts[k + 1] += counts[k];
        }

        var next = (int[])counts.Clone();
        var rows = new int[kept];
        for (var i = 0; i < kept; i++) rows[next[records[i].Column2.Value]++] = i;
        var (byColumn2, byColumn2Starts) = Pack(rows, counts, last);
        return (records, [.. forms], starts, byColumn2, byColumn2Starts, [.. rationales.Select(r => Encoding.UTF8.GetString(pool[r]))]);
    }

    private static bool Alike(PairForm a, PairForm b) => a with { File = 0 } == b with { File = 0 };

    // For each code: how many rows have it as column 2, then the row numbers as differences, seven bits a byte.
    private static (byte[] Packed, uint[] Starts) Pack(int[] rows, int[] counts, int keys)
    {
        var packed = new MemoryStream(rows.Length * 2);
        var starts = new uint[keys + 1];
        for (var k = 0; k < keys; k++)
        {
            starts[k] = (uint)packed.Position;
            Number(counts[k + 1] - counts[k]);
            var before = 0;
            for (var i = counts[k]; i < counts[k + 1]; i++)
            {
                Number(rows[i] - before);
                before = rows[i];
            }
        }

        starts[keys] = (uint)packed.Position;
        return (packed.ToArray(), starts);

        void Number(int number)
        {
            var rest = (uint)number;
            for (; rest >= 0x80; rest >>= 7) packed.WriteByte((byte)(rest | 0x80));
            packed.WriteByte((byte)rest);
        }
    }
}
