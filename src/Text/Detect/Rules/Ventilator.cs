using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Pneumonia that the note lays to the ventilator is J95.851, with its organism as B95 to B97 and no code of J12 to J18 for the same (Official Guidelines I.C.10.d.1); to have
/// pneumonia on a ventilator is not enough.
/// </summary>
internal static class Ventilator
{
    public static readonly Rule Rule = new("ventilator-pneumonia", "Guidelines I.C.10.d.1", Apply);

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("vap", "ventilator", "vent")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Pmh || Named(note, sentence) is not var (from, to)) continue;
            if (note.ScopesOf[s].Exists(x => (x.Kind is Assertion.Negated or Assertion.Hypothetical or Assertion.Instruction or Assertion.Historical || x.Kind == Assertion.Uncertain && !note.Inpatient) && x.From < to && x.To > from)) continue;
            foreach (var m in note.Live.Where(m => m.Sentence == s && m.From < to && m.To > from && !m.Entry.Under("J95851")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, "J95.851");
            foreach (var m in note.Live.Where(m => m.Entry.Under("J189")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, "J95.851");
            if (!note.Has("J95851")) note.Add("J95851", s, from, to, Assertion.Present, Rule.Id, Rule.Source);
            return;
        }
    }

    private static (int From, int To)? Named(NoteCase note, Sentence sentence)
    {
        for (var i = sentence.From; i < sentence.To; i++)
        {
            if (note.Word(i) == "vap" && note.Note.Words[i].Capitals) return (i, i + 1);
            if (note.Word(i) is not ("ventilator" or "vent") || i + 1 >= sentence.To || note.Word(i + 1) is not ("associated" or "acquired" or "related")) continue;
            for (var k = i + 2; k < Math.Min(sentence.To, i + 5); k++) if (note.Word(k) == "pneumonia") return (i, k + 1);
        }

        return null;
    }
}
