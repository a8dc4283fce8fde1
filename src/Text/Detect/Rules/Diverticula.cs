using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Diverticular disease by the part of the bowel and by whether it bleeds (Tabular List, K57): the segment tells the large intestine, and so does a colonoscopy; a bleeding that is denied
/// is none.
/// </summary>
internal static class Diverticula
{
    public static readonly Rule Rule = new("diverticula", "Tabular List, K57", Apply);

    private static readonly string[] Colon = ["sigmoid", "colon", "colonic", "ascending", "descending", "transverse", "cecum", "cecal", "caecum", "rectosigmoid", "pancolonic", "left-sided", "right-sided", "hepatic", "splenic"];

    private static void Apply(NoteCase note)
    {
        if (!note.Has("K57")) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("K57") && m.Entry.Code.Length == 5).ToList())
        {
            var code = m.Entry.Code;
            if (code[4] is '1' or '3' && Dry(note, m)) code = code[..4] + (char)(code[4] - 1);
            // Both an abscess and a bleeding, of which one was read with the inflammation and the other beside it.
            if (code[4] is '0' or '2' && Wet(note, m)) code = code[..4] + (char)(code[4] + 1);
            if (code[4] is '2' or '3' && code[3] is '1' or '3' or '5' or '9' && Told.Beside(note, m, 4, "abscess", "perforation", "perforated", "peridiverticular") is >= 0 and var pus && !Told.Denied(note, m.Sentence, pus) && !(note.Word(Math.Max(0, pus - 1)) is "no" or "without")) code = $"K57{(char)(code[3] - 1)}{(char)(code[4] - 2)}";
            if (code[3] is '9' or '8' && Segment(note, m) is var at && (at >= 0 || note.Speaks("colonoscopy", "sigmoidoscopy") && !note.Speaks("duodenal", "jejunal", "duodenum")))
            {
                code = $"K57{(code[3] == '9' ? '3' : '2')}{code[4]}";
                if (at >= 0 && (at < m.From || at >= m.To)) m.Also.Add((at, at + 1));
            }

            if (note.Codes.Find(code) is { Billable: true } entry) m.Recode(entry, Rule.Id, Rule.Source);
        }
    }

    // Every word of bleeding in its sentence is denied: "without inflammation or bleeding", "not bleeding".
    private static bool Dry(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        var denied = false;
        for (var i = sentence.From; i < sentence.To; i++)
        {
            if (note.Word(i) is not ("bleeding" or "bleed" or "hemorrhage" or "haemorrhage" or "hematochezia" or "bled")) continue;
            var without = false;
            for (var k = Math.Max(sentence.From, i - 5); k < i; k++) without = note.Word(k) is "without" or "no" or "not" or "nor" or "non" or "w/o" or "never" || without && !note.Note.Words[k].Has(Mark.Semicolon);
            if (!without && !Told.Denied(note, m.Sentence, i)) return false;
            denied = true;
        }

        return denied;
    }

    private static bool Wet(NoteCase note, Mention m) =>
        Told.Beside(note, m, 4, "bleeding", "bleed", "hemorrhage", "hematochezia") is >= 0 and var at && !Told.Denied(note, m.Sentence, at) && !Dry(note, m);

    private static int Segment(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        return note.FindWord(sentence with { From = Math.Max(sentence.From, m.From - 20), To = Math.Min(sentence.To, m.To + 8) }, Colon);
    }
}
