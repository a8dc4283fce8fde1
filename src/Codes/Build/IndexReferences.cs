using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Build;

/// <summary>
/// Resolves "see" and "see also" entries of the alphabetic index: the target names a main term and terms under it ("Pain, abdominal"),
/// and leads to the codes that stand there. Chains are followed to a bounded depth; what cannot be resolved is left out.
/// </summary>
internal sealed class IndexReferences(Book book)
{
    private const int MaxDepth = 3;

    private readonly Dictionary<string, List<(uint Key, uint Fact)>> codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> targets = new(StringComparer.Ordinal);

    /// <summary>Calls <paramref name="add"/> for every code that a reference leads to: key, row of the reference, its path, and whether it says "also".</summary>
    public void Resolve(Action<uint, uint, string, bool> add)
    {
        foreach (var key in book.Keys(CodeSet.Icd10Cm))
        {
            var index = book.IndexOf(key);
            var (from, to) = book.FactRange(index);
            for (var f = from; f < to; f++)
            {
                var row = new Row(book, f);
                if (row.Table.Name != "icd10cm-index" || row["book"] is not ("disease" or "external")) continue;
                foreach (var name in Names(row["path"])) Place(codes, name, ((uint)index, (uint)f));
            }
        }

        var references = new List<(string Path, string Target, uint Fact, bool Also)>();
        foreach (var key in book.Keys(CodeSet.IndexTerm))
        {
            var (from, to) = book.FactRange(book.IndexOf(key));
            for (var f = from; f < to; f++)
            {
                var row = new Row(book, f);
                if (row.Table.Name != "icd10cm-index-see" || row["kind"] is not ("see" or "seeAlso") || row["book"] is not ("disease" or "external")) continue;
                // "Abdomen - see condition" tells the reader to look under the condition, whatever it is.
                if (row["target"].StartsWith("condition", StringComparison.OrdinalIgnoreCase) || row["target"].Equals("disease", StringComparison.OrdinalIgnoreCase)) continue;
                references.Add((row["path"], row["target"], (uint)f, row["kind"] == "seeAlso"));
                if (row["kind"] == "see") foreach (var name in Names(row["path"])) Place(targets, name, row["target"]);
            }
        }

        foreach (var (path, target, fact, also) in references)
        {
            foreach (var (key, _) in Follow(target, 0)) add(key, fact, path, also);
        }
    }

    private IEnumerable<(uint Key, uint Fact)> Follow(string target, int depth)
    {
        var name = Normal(target);
        if (name.Length == 0 || depth > MaxDepth) return [];
        if (codes.TryGetValue(name, out var found)) return found.Take(4);
        if (targets.TryGetValue(name, out var next)) return next.Take(2).SelectMany(t => Follow(t, depth + 1)).Take(4);
        return [];
    }

    private static IEnumerable<string> Names(string path) => IndexPath.Names(path).Select(Normal);

    private static string Normal(string text)
    {
        var words = new List<(string Word, bool Optional)>();
        Search.Analyzer.Words(text, words);
        return string.Join(' ', words.Select(w => w.Word).Where(w => w is not ("by" or "type" or "site")));
    }

    private static void Place<T>(Dictionary<string, List<T>> map, string name, T value)
    {
        if (!map.TryGetValue(name, out var list)) map.Add(name, list = []);
        if (!list.Contains(value)) list.Add(value);
    }
}
