using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Fibroids of the uterus by the layer that the note or its pathology names, each layer with its code (Tabular List, D25; Official Guidelines IV.K: pathology that is
/// known is coded).
/// </summary>
internal static class Fibroids
{
    public static readonly Rule Rule = new("fibroid-layer", "Tabular List, D25", Apply);

    private static readonly (string[] Words, string Code)[] Layers =
    [
        (["submucosal", "submucous"], "D250"), (["intramural", "interstitial"], "D251"), (["subserosal", "subserous", "pedunculated"], "D252"),
    ];

    private static void Apply(NoteCase note)
    {
        if (!note.Has("D25")) return;
        var found = new SortedDictionary<string, (int Sentence, int At)>(StringComparer.Ordinal);
        var named = note.Live.Where(m => m.Entry.Under("D25")).Select(m => m.Sentence).ToHashSet();
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions || !named.Contains(s) && note.FindWord(sentence, "fibroid", "fibroids", "leiomyoma", "leiomyomas", "leiomyomata", "myoma", "myomas") < 0) continue;
            foreach (var (words, code) in Layers)
            {
                var at = note.FindWord(sentence, words);
                if (at >= 0 && !note.ScopesOf[s].Exists(x => x.From <= at && x.To > at)) found.TryAdd(code, (s, at));
            }
        }

        if (found.Count == 0 || note.First("D25") is not { } first) return;
        foreach (var (code, (s, at)) in found)
        {
            if (note.Has(code)) continue;
            var general = note.Live.FirstOrDefault(m => m.Entry.Under("D259"));
            if (general is not null && note.Codes.Find(code) is { } entry) { general.Recode(entry, Rule.Id, Rule.Source); general.Also.Add((at, at + 1)); general.Kept = true; }
            else if (note.Add(code, s, at, at + 1, Assertion.Present, Rule.Id, Rule.Source) is { } added) added.Also.Add((first.From, first.To));
        }

        foreach (var m in note.Live.Where(m => m.Entry.Under("D259")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, "D25");
    }
}
