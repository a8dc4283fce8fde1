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

    private static bool Beside(NoteCase note, Sentence sentence, Mention m, string[] words)
    {
        for (var i = Math.Max(sentence.From, m.From - 3); i < Math.Min(sentence.To, m.To + 3); i++) if (Array.IndexOf(words, note.Word(i)) >= 0) return true;
        return false;
    }
}
