using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>Secondaries of lymph nodes by the region that the note names (Table of Neoplasms: lymph gland, by region; Official Guidelines I.B.2).</summary>
internal static class LymphNodes
{
    public static readonly Rule Rule = new("lymph-nodes", "Table of Neoplasms", Apply);

    private static readonly (string Code, string[] Words)[] Regions =
    [
        ("C771", ["mediastinal", "hilar", "intrathoracic", "thoracic", "subcarinal", "paratracheal", "bronchopulmonary"]), ("C770", ["cervical", "supraclavicular", "neck", "submandibular"]), ("C773", ["axillary", "axilla", "epitrochlear"]),
        ("C772", ["retroperitoneal", "paraaortic", "periaortic", "mesenteric", "celiac", "portocaval", "abdominal"]), ("C774", ["inguinal", "femoral", "groin"]), ("C775", ["pelvic", "iliac", "obturator", "hypogastric"]),
    ];

    private static void Apply(NoteCase note)
    {
        Lymphomas(note);
        foreach (var m in note.Live.Where(m => m.Entry.Under("C779")).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            foreach (var (code, words) in Regions)
            {
                if (!Beside(note, sentence, m, words) || note.Codes.Find(code) is not { } entry) continue;
                m.Recode(entry, Rule.Id, Rule.Source);
                break;
            }
        }
    }

    // A lymphoma by the nodes in which it is (fifth character of C81 to C85).
    private static void Lymphomas(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code.Length == 5 && m.Entry.Code[4] == '0' && m.Entry.Title.EndsWith("unspecified site", StringComparison.Ordinal) && (m.Entry.Under("C81") || m.Entry.Under("C82") || m.Entry.Under("C83") || m.Entry.Under("C84") || m.Entry.Under("C85"))).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            if (note.FindWord(sentence, "nodes", "node", "lymphadenopathy", "adenopathy") < 0) continue;
            foreach (var (code, words) in Regions)
            {
                if (note.FindWord(sentence, words) < 0 || note.Codes.Find(m.Entry.Code[..4] + (char)(code[3] + 1)) is not { Billable: true } entry) continue;
                m.Recode(entry, Rule.Id, "Tabular List C81 to C85");
                break;
            }
        }
    }

    private static bool Beside(NoteCase note, Sentence sentence, Mention m, string[] words)
    {
        for (var i = Math.Max(sentence.From, m.From - 3); i < Math.Min(sentence.To, m.To + 3); i++) if (Array.IndexOf(words, note.Word(i)) >= 0) return true;
        return false;
    }
}
