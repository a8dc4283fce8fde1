using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Delirium with a physical cause, or on top of a dementia, is F05 beside its cause (Alphabetic Index: Delirium, due to; code first note at F05) and no mere confusion; the one
/// of a withdrawal is in the code of the substance.
/// </summary>
internal static class Delirium
{
    public static readonly Rule Rule = new("delirium", "Alphabetic Index: Delirium, due to", Apply);

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("delirium", "delirious")) return;
        var bySubstance = note.Live.FirstOrDefault(m => m.Entry.Under("F1") && m.Entry.Title.Contains("delirium", StringComparison.OrdinalIgnoreCase));
        foreach (var m in note.Live.Where(m => m.Entry.Under("R410") && m.Assertion is Assertion.Present or Assertion.Uncertain).ToList())
        {
            if (bySubstance is not null) { m.Reject(RejectReasons.Combined, Rule.Source, bySubstance.Entry.Display); continue; }
            var sentence = note.Note.Sentences[m.Sentence];
            var at = note.FindWord(sentence, "delirium", "delirious");
            if (at < m.From || at >= m.To || !Caused(note, m, sentence) || note.Codes.Find("F05") is not { } entry) continue;
            m.Recode(entry, Rule.Id, Rule.Source);
            m.Kept = true;
        }

        if (!note.Has("F05")) return;
        // Confusion is what delirium is.
        foreach (var m in note.Live.Where(m => m.Entry.Under("R410") || m.Entry.Under("R4182") || m.Entry.Under("R451")).ToList()) m.Reject(RejectReasons.Integral, Rule.Source, "F05");
    }

    // "Delirium due to pneumonia", "delirium secondary to a UTI", "superimposed on dementia"; a drug is another matter.
    private static bool Caused(NoteCase note, Mention m, Sentence sentence)
    {
        for (var i = m.To; i < Math.Min(sentence.To, m.To + 3); i++)
        {
            if (note.Word(i) == "superimposed") return true;
            if (note.Word(i) is not ("due" or "secondary" or "from" or "2/2" or "caused" or "related" or "setting")) continue;
            for (var k = i + 1; k < Math.Min(sentence.To, i + 6); k++) if (note.Lexicon.Drugs.StemOf(note.Word(k)) is not null) return false;
            return note.Live.Any(o => o.Sentence == m.Sentence && o.From > i && o.From <= i + 6 && o.Entry.Code[0] is not ('Z' or 'F' or 'V' or 'W' or 'X' or 'Y'));
        }

        // "Septic delirium", "UTI with delirium" say less; the index asks for the cause.
        return false;
    }
}
