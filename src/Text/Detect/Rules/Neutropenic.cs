using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Fever with neutropenia is the neutropenia, by its cause, and the fever that presents with it, R50.81 (use additional code note at D70; code first note at R50.81).
/// </summary>
internal static class Neutropenic
{
    public static readonly Rule Rule = new("neutropenic-fever", "Use additional code note at D70", Apply);

    private static void Apply(NoteCase note)
    {
        if (note.First("D70") is null) return;
        Cause(note);
        if (!note.Speaks("fever", "febrile", "fevers")) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("D70")).ToList())
        {
            var at = note.FindWord(note.Note.Sentences[m.Sentence], "fever", "febrile", "fevers");
            if (at < 0 || note.ScopesOf[m.Sentence].Exists(x => x.Kind is Assertion.Negated or Assertion.Hypothetical or Assertion.Instruction && x.From <= at && x.To > at)) continue;
            foreach (var other in note.Live.Where(o => o.Entry.Code == "R509").ToList()) other.Reject(RejectReasons.Combined, Rule.Source, "R50.81");
            if (!note.Has("R5081")) note.Add("R5081", m.Sentence, Math.Min(at, m.From), Math.Max(at + 1, m.To), m.Assertion, Rule.Id, Rule.Source);
            return;
        }
    }

    // "Chemotherapy-induced neutropenia": agranulocytosis secondary to cancer chemotherapy, and for every other word for it in the note.
    private static void Cause(NoteCase note)
    {
        if (!note.Live.Any(m => m.Entry.Under("D701")))
        {
            if (note.Codes.Find("D701") is not { } entry || note.First("T451X5") is null && !Given(note)) return;
            if (note.First("T451X5") is not { } effect || !note.Live.Any(m => m.Entry.Under("D70") && m.Sentence == effect.Sentence)) return;
            foreach (var m in note.Live.Where(m => m.Entry.Code == "D709").ToList()) m.Recode(entry, Rule.Id, "Alphabetic Index: Neutropenia, secondary to cancer chemotherapy");
            return;
        }

        foreach (var m in note.Live.Where(m => m.Entry.Code == "D709").ToList()) m.Reject(RejectReasons.Combined, Rule.Source, "D70.1");
    }

    // "Neutropenic fever due to FOLFOX": the cancer drugs by the names of their regimens; the adverse effect beside it (use additional code note at D70.1).
    private static bool Given(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("D70")).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            for (var i = m.To; i < Math.Min(sentence.To, m.To + 8); i++)
            {
                if (!CancerTreatments.IsAgent(note, i) || note.FindWord(sentence with { From = m.To, To = i }, "due", "from", "after", "secondary", "following", "to") < 0) continue;
                note.Add("T451X5A", m.Sentence, i, i + 1, Assertion.Present, Rule.Id, "Use additional code note at D70.1");
                return true;
            }
        }

        return false;
    }
}
