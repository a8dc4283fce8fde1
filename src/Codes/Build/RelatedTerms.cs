using System.Runtime.InteropServices;
using CodingAhead.Codes.Search;

namespace CodingAhead.Codes.Build;

/// <summary>
/// Mines terms that often mean the same: what the alphabetic index refers to each other ("Wryneck, see Torticollis"), and forms of one word
/// that stemming does not unite ("hypercoagulable", "hypercoagulability").
/// </summary>
internal sealed class RelatedTerms(Book book, Dictionary<string, int> tokens)
{
    /// <summary>Relatives kept for one term.</summary>
    private const int Most = 6;

    private readonly Dictionary<int, List<(int Token, float Trust)>> related = [];

    /// <summary>"Frambesia, see Yaws": each answers to the other, the target more surely.</summary>
    public void FromReferences()
    {
        var (from, to) = (new List<Term>(), new List<Term>());
        foreach (var key in book.Keys(CodeSet.IndexTerm))
        {
            var (first, last) = book.FactRange(book.IndexOf(key));
            for (var f = first; f < last; f++)
            {
                var row = new Row(book, f);
                if (row.Table.Name != "icd10cm-index-see" || row["kind"] is not ("see" or "seeAlso") || row["book"] != "disease" || row["path"].Contains('>', StringComparison.Ordinal)) continue;
                var target = row["target"];
                // "Pathology, see Disease": any, so that "pathologic jaundice" would be a disease with jaundice.
                if (target.StartsWith("condition", StringComparison.OrdinalIgnoreCase) || target.Equals("Disease", StringComparison.OrdinalIgnoreCase) || target.Contains(',', StringComparison.Ordinal)) continue;
                Analyzer.Analyze(target, to);
                if (to.Count != 1) continue;
                foreach (var variant in row["path"].Split(',', StringSplitOptions.TrimEntries))
                {
                    Analyzer.Analyze(variant, from);
                    if (from.Count(t => !t.Optional) != 1) continue;
                    var also = row["kind"] == "seeAlso";
                    Relate(from[0].Text, to[0].Text, also ? 0.75f : 0.9f);
                    Relate(to[0].Text, from[0].Text, 0.6f);
                }
            }
        }
    }

    /// <summary>Words with a long common beginning.</summary>
    public void FromForms()
    {
        var words = tokens.Keys.Where(t => t.Length >= 6 && !t.Any(c => !char.IsAsciiLetter(c))).Order(StringComparer.Ordinal).ToArray();
        for (var i = 0; i < words.Length; i++)
        {
            for (var j = i + 1; j < words.Length && j < i + 12; j++)
            {
                var same = IndexPath.SameBeginning(words[i], words[j]);
                if (same < Math.Max(6, words[i].Length * 2 / 3)) break;
                var likeness = (float)same / Math.Max(words[i].Length, words[j].Length);
                if (likeness < 0.7f) continue;
                Relate(words[i], words[j], 0.7f * likeness);
                Relate(words[j], words[i], 0.7f * likeness);
            }
        }
    }

    /// <summary>Starts by token, and the relatives of each.</summary>
    public (uint[] Starts, RelatedRecord[] Related) Finish()
    {
        var starts = new uint[tokens.Count + 1];
        var records = new List<RelatedRecord>();
        for (var t = 0; t < tokens.Count; t++)
        {
            if (related.TryGetValue(t, out var list))
            {
                foreach (var (token, trust) in list.OrderByDescending(r => r.Trust).ThenBy(r => r.Token).Take(Most)) records.Add(new RelatedRecord((uint)token, (byte)(trust * 255)));
            }

            starts[t + 1] = (uint)records.Count;
        }

        return (starts, [.. records]);
    }

    private void Relate(string from, string to, float trust)
    {
        if (from == to || !tokens.TryGetValue(from, out var a) || !tokens.TryGetValue(to, out var b)) return;
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(related, a, out _);
        list ??= [];
        var at = list.FindIndex(r => r.Token == b);
        if (at < 0) list.Add((b, trust));
        else if (list[at].Trust < trust) list[at] = (b, trust);
    }
}
