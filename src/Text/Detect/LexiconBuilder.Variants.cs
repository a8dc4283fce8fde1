using System.Text.RegularExpressions;

namespace CodingAhead.Text.Detect;

/// <summary>What the index implies beside what it prints: names of discoverers alone, and parts of limbs.</summary>
internal sealed partial class LexiconBuilder
{
    // "Kawasaki's syndrome" is a disease as well, and "Dupuytren's" alone, with its sign, is what the index has under the name.
    private void AddEponym(CodeEntry entry, int fact, string path)
    {
        if (!path.Contains("'s ", StringComparison.Ordinal)) return;
        var match = Eponym().Match(path);
        if (!match.Success || path.AsSpan(match.Length).Contains('>')) return;
        var (name, noun) = (match.Groups[1].Value, match.Groups[2].Value);
        if (noun is "disease" or "syndrome") Add(entry, fact, TermKind.Index, $"{name} {(noun == "disease" ? "syndrome" : "disease")}");
        phrases.Add(entry.Index, fact, TermKind.Index, Id(Abbreviations.OwnerStem(name)));
    }

    [GeneratedRegex(@"^([A-Z][a-z]{3,}(?:-[A-Z][a-z]+)?)'s (?:> )?(disease|syndrome|disorder|contracture|contraction|anomaly|phenomenon|palsy|thyroiditis|megacolon)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Eponym();

    // A name of several diseases tells none.
    private void DropAmbiguousEponyms()
    {
        var names = words.Where(w => w.Key.StartsWith(Abbreviations.OwnerMark, StringComparison.Ordinal)).Select(w => w.Value).ToHashSet();
        if (names.Count == 0) return;
        Dictionary<int, string> categories = [];
        HashSet<int> several = [];
        foreach (ref readonly var p in phrases.Entries)
        {
            if (phrases.Words(p) is not [var id] || !names.Contains(id)) continue;
            var category = codes[p.Code].Code[..3];
            if (!categories.TryAdd(id, category) && categories[id] != category) several.Add(id);
        }

        phrases.RemoveAll(p => phrases.Words(p) is [var id] && several.Contains(id));
    }

    // A condition of the skin or of soft tissue that the index has for a whole limb is that of each part of the limb ("arm (any part)").
    private static readonly string[] OfLimbs = ["L02", "L03", "R223", "R224", "D172", "D226", "D227", "D236", "D237", "T79A", "M79A", "C491", "C492"];

    private static readonly string[] Arms = ["forearm", "elbow", "wrist"];

    private static readonly string[] Legs = ["knee", "calf", "shin", "ankle", "lower leg", "thigh"];

    private void AddParts(CodeEntry entry, int fact, TermKind kind, string text)
    {
        if (kind is not (TermKind.Title or TermKind.Heading or TermKind.Index or TermKind.See or TermKind.Neoplasm) || !Array.Exists(OfLimbs, entry.Under)) return;
        var match = LimbOf().Match(text);
        if (!match.Success) return;
        foreach (var part in match.ValueSpan.StartsWith("arm", StringComparison.Ordinal) || match.ValueSpan.Contains("upper", StringComparison.Ordinal) ? Arms : Legs) Add(entry, fact, TermKind.Part, text.Remove(match.Index, match.Length).Insert(match.Index, part));
    }

    [GeneratedRegex(@"\b(?:arm|leg|(?:upper|lower) (?:limb|extremity)|(?:limb|extremity) > (?:upper|lower))\b", RegexOptions.CultureInvariant)]
    private static partial Regex LimbOf();
}
