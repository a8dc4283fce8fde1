using CodingAhead.Codes.Search;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>
/// A tumour named by its tissue is found in the Table of Neoplasms under its site and behaviour (Official Guidelines I.C.2): "adenoma of the pituitary" also reads as "benign
/// neoplasm of the pituitary". Words and behaviours are <c>data/detect/histology.txt</c>.
/// </summary>
internal static class Histology
{
    private static readonly Dictionary<string, string[]> Behaviour = Load();

    /// <summary>Adds to each tumour's term what it is in the table, at the same words.</summary>
    public static void Widen(List<TextTerm> terms, List<NoteWord> note)
    {
        for (var t = terms.Count - 1; t >= 0; t--)
        {
            if (!Behaviour.TryGetValue(terms[t].Stem, out var words)) continue;
            // Adenomyosis stems like adenoma.
            if (terms[t].To - terms[t].From == 1 && terms[t].Surface is null && note[terms[t].From].Text is var written && written.StartsWith(terms[t].Stem, StringComparison.Ordinal) && written.Length > terms[t].Stem.Length + 4) continue;
            foreach (var word in words) terms.Insert(t + 1, terms[t] with { Stem = word });
        }
    }

    private static Dictionary<string, string[]> Load()
    {
        var map = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var cells in WordLists.Read("histology.txt"))
        {
            var behaviour = cells[0].Split(' ').Select(Analyzer.Stem).ToArray();
            foreach (var word in cells.Skip(1)) map.TryAdd(Analyzer.Stem(word), behaviour);
        }

        return map;
    }
}
