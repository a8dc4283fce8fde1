using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Macular degeneration is coded by its stage. Dry: early, intermediate, advanced atrophic without and with the fovea. Wet: new vessels active or inactive, or a scar (Tabular List,
/// seventh characters of H35.31 and H35.32).
/// </summary>
internal static class MacularStages
{
    public static readonly Rule Rule = new("macular-stage", "Tabular List, H35.31", Apply);

    private static void Apply(NoteCase note)
    {
        if (note.Has("H3532")) Wet(note);
        if (!note.Has("H3531")) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("H3531") && m.Entry.Code is [.., '0'] && m.Entry.Code.Length == 7).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            for (var i = Math.Max(sentence.From, m.From - 4); i < Math.Min(sentence.To, m.To + 5); i++)
            {
                var stage = note.Word(i) switch
                {
                    "early" => '1',
                    "intermediate" => '2',
                    "geographic" or "atrophic" => note.FindWord(sentence, "subfoveal", "foveal", "fovea", "center-involving") is >= 0 and var fovea && note.ScopeAt(m.Sentence, Assertion.Negated, fovea, fovea + 1) is null && note.Word(fovea - 1) is not ("without" or "sparing") ? '4' : '3',
                    _ => '\0',
                };
                if (stage == '\0' || note.Codes.Find(m.Entry.Code[..6] + stage) is not { } staged) continue;
                m.Recode(staged, Rule.Id, Rule.Source);
                break;
            }
        }
    }

    // "Wet, the choroidal neovascularization is active", told in the same sentence or the next.
    private static void Wet(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("H3532") && m.Entry.Code is [.., '0'] && m.Entry.Code.Length == 7).ToList())
        {
            for (var s = m.Sentence; s <= Math.Min(m.Sentence + 1, note.Note.Sentences.Count - 1); s++)
            {
                var sentence = note.Note.Sentences[s];
                var vessels = note.FindWord(sentence, "cnv", "cnvm", "mnv", "neovascularization", "neovascular", "membrane");
                var active = note.FindWord(sentence, "active", "inactive", "quiescent", "regressed", "involuted", "involutional");
                var stage = note.FindWord(sentence, "scar", "disciform", "scarring") is >= 0 and var scar && !Told.Denied(note, s, scar) ? '3' : vessels < 0 || active < 0 ? '\0' : note.Word(active) == "active" && !Told.Denied(note, s, active) ? '1' : '2';
                if (stage == '\0' || note.Codes.Find(m.Entry.Code[..6] + stage) is not { } staged) continue;
                m.Recode(staged, Rule.Id, Rule.Source);
                foreach (var skin in note.Live.Where(o => o.Sentence == s && o.Entry.Under("L905")).ToList()) skin.Reject(RejectReasons.Combined, Rule.Source, staged.Display);
                break;
            }
        }
    }
}
