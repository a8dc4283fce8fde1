using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// An infection whose code does not name its organism has it beside it, B95 to B97, from the words of its sentence or from the culture of its place (Official Guidelines
/// I.C.1.b; use additional code notes of the Tabular List). The organisms are <c>data/detect/organisms.txt</c>.
/// </summary>
internal static class Organisms
{
    public static readonly Rule Rule = new("organism", "Guidelines I.C.1.b", Apply);

    private static readonly Dictionary<string, List<(string Code, string[] Words)>> ByFirst = Load();

    // What has a note "use additional code (B95-B97)", and where its cultures come from.
    private static readonly (string[] Places, string[] Infections)[] Sources =
    [
        (["urine", "urinary", "ucx", "uti"], ["N10", "N12", "N30", "N390", "N151", "T8351", "O23", "O862"]),
        (["wound", "abscess", "pus", "drainage", "surgical", "skin", "incision", "tissue"], ["L02", "L03", "L05", "L08", "T814", "M726", "K61", "O860", "N61"]),
        (["bone"], ["M86", "M462"]),
        (["gastric", "antral", "antrum", "stomach", "duodenal", "biopsy", "biopsies", "ulcer", "gastritis"], ["K25", "K26", "K27", "K28", "K29"]),
        (["sputum", "bal", "tracheal", "respiratory", "ventilator", "vap"], ["J95851"]),
        (["joint", "synovial", "prosthesis", "hardware"], ["T845", "T846", "T847", "M008"]),
        (["pleural", "empyema"], ["J86"]), (["abscess", "peritoneal", "ascitic", "ascites", "drain"], ["K65", "K630", "K750", "N151", "J36", "G06"]),
        (["blood", "valve"], ["I33", "T802", "T827", "T826", "R7881"]),
        (["placenta", "endometrial", "chorioamnionitis"], ["O41", "O86", "O85"]),
    ];

    private static readonly string[] Infections = [.. Sources.SelectMany(s => s.Infections).Distinct()];

    private static void Apply(NoteCase note)
    {
        if (!note.Has(Infections) && !note.Has("A49")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Psh or SectionKind.Instructions or SectionKind.Consent or SectionKind.Medications or SectionKind.Allergies) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (At(note, sentence, i) is not var (code, length)) continue;
                Named(note, s, sentence, code, i, i + length);
                i += length - 1;
            }
        }
    }

    private static void Named(NoteCase note, int s, Sentence sentence, string code, int from, int to)
    {
        if (note.ScopesOf[s].Exists(x => x.Kind is Assertion.Negated or Assertion.Historical or Assertion.Hypothetical or Assertion.Instruction or Assertion.Family or Assertion.OtherPerson && x.From <= from && x.To >= to)) return;
        // Named for what is given or looked for, or as a guest that does no harm.
        if (note.FindWord(sentence, "coverage", "cover", "covering", "empiric", "empirically", "carrier", "colonization", "colonized", "screen", "screening", "swab", "nares", "decolonization", "vaccine", "contaminant", "contaminated", "contamination") >= 0) return;
        // Of a test that is asked for, or a cure that is checked, there is no infection yet, or none any more.
        if (code == "B9681" && note.FindWord(sentence, "test", "testing", "check", "stool", "breath", "ordered", "order", "confirm", "eradication", "eradicated", "previous", "pending", "rule") >= 0) return;
        Unnamed(note, s, from, to);
        // The name of another disease holds it: the sepsis or the pneumonia due to it.
        if (note.Live.Any(m => m.Sentence == s && m.From <= from && m.To >= to && !m.Entry.Under("A49") && !m.Entry.Under("B9") && !Array.Exists(Infections, m.Entry.Under))) return;
        if (Site(note, s, sentence, from, to) is not { } site) return;
        if (site.Entry.Title.Contains("Staphylococcus", StringComparison.OrdinalIgnoreCase) || site.Entry.Title.Contains("Escherichia", StringComparison.OrdinalIgnoreCase)) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("A49") && (m.Sentence == s || m.Sentence == site.Sentence) || m.Sentence == s && m.From < to && m.To > from && m.Entry.Under("B9") && m.Entry.Code != code).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, code);
        if (note.Has(code) || code is "B958" && note.Has("B956", "B957") || code is "B955" && note.Has("B950", "B951", "B952", "B953", "B954")) return;
        if (note.Add(code, s, from, to, site.Assertion, Rule.Id, "Use additional code note at " + site.Entry.Display) is { } added) added.Also.Add((site.From, site.To));
    }

    // "UTI due to Klebsiella" is in the index an infection by Klebsiella of no place; the place is said.
    private static void Unnamed(NoteCase note, int s, int from, int to)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("A49") && m.Sentence == s && m.From < to && m.To > from).ToList())
        {
            for (var i = m.From; i < m.To; i++)
            {
                if (note.Word(i) switch { "uti" or "urinary" => "N390", "clabsi" or "crbsi" => "T80211A", _ => null } is not { } place || note.Codes.Find(place) is not { } entry) continue;
                m.Recode(entry, Rule.Id, "Alphabetic Index: Infection");
                // No status beside a complication of the same device (I.C.21.c.3).
                if (place[0] == 'T') foreach (var status in note.Live.Where(o => o.Entry.Under("Z95828")).ToList()) status.Reject(RejectReasons.Combined, "Guidelines I.C.21.c.3");
                break;
            }
        }
    }

    // The infection that the organism is told of: beside it, or the one of the place that the culture is from.
    private static Mention? Site(NoteCase note, int s, Sentence sentence, int from, int to)
    {
        var beside = note.Live.Where(m => m.Sentence == s && (m.Assertion is Assertion.Present or Assertion.Uncertain) && Array.Exists(Infections, m.Entry.Under)).OrderBy(m => Math.Max(m.From - to, from - m.To)).FirstOrDefault();
        if (beside is not null) return beside;
        foreach (var (places, infections) in Sources)
        {
            var place = note.FindWord(sentence, places);
            if (place < 0 || place > to + 3 || from - place > 12) continue;
            if (note.Live.FirstOrDefault(m => m.Assertion is Assertion.Present or Assertion.Uncertain && Array.Exists(infections, m.Entry.Under)) is { } there) return there;
        }

        // "Cultures grew MSSA" and one infection only.
        if (note.FindWord(sentence, "culture", "cultures", "cx", "grew", "growing", "grows") < 0 || note.FindWord(sentence, "blood", "sputum", "bal", "tracheal", "respiratory", "csf", "stool", "throat") >= 0) return null;
        var all = note.Live.Where(m => Array.Exists(Infections, m.Entry.Under)).DistinctBy(m => m.Entry.Category.ToString()).Take(2).ToList();
        return all.Count == 1 ? all[0] : null;
    }

    private static (string Code, int Length)? At(NoteCase note, Sentence sentence, int at)
    {
        if (!ByFirst.TryGetValue(note.Word(at), out var forms)) return null;
        foreach (var (code, words) in forms)
        {
            if (at + words.Length > sentence.To) continue;
            var k = 1;
            while (k < words.Length && note.Word(at + k) == words[k]) k++;
            if (k == words.Length) return (code, k);
        }

        return null;
    }

    private static Dictionary<string, List<(string Code, string[] Words)>> Load()
    {
        var map = new Dictionary<string, List<(string Code, string[] Words)>>(StringComparer.Ordinal);
        foreach (var cells in WordLists.Read("organisms.txt"))
        {
            foreach (var phrase in cells.Skip(1)) { var words = phrase.Split(' '); Lexicon.ListOf(map, words[0]).Add((cells[0], words)); }
        }

        foreach (var list in map.Values) list.Sort((a, b) => b.Words.Length - a.Words.Length);
        return map;
    }
}
