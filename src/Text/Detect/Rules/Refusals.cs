using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A vaccine that was refused: by the patient Z28.21, by those who care for a child Z28.82, for reasons of belief Z28.1 (Tabular List, Z28). Another visit's shot is none.
/// </summary>
internal static class Refusals
{
    public static readonly Rule Rule = new("vaccine-refused", "Tabular List, Z28", Apply);

    private static readonly string[] Refused = ["declined", "declines", "declining", "refused", "refuses", "refusing", "refusal", "declination"];

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks(Refused) || note.Has("Z28")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Pmh) continue;
            var at = note.FindWord(sentence, Refused);
            var what = at < 0 ? -1 : note.FindWord(sentence with { From = Math.Max(sentence.From, at - 6), To = Math.Min(sentence.To, at + 7) }, Vaccines.Words);
            if (what < 0 || note.ScopesOf[s].Exists(x => x.Kind is Assertion.Hypothetical or Assertion.Instruction or Assertion.Historical && x.From <= at && x.To > at && x.Cue.From != at && Array.IndexOf(Vaccines.Words, note.Word(x.Cue.From)) < 0)) continue;
            if (note.FindWord(sentence, "previously", "last", "previous", "ago", "received", "given") is >= 0 and var given && !(note.Word(given) == "given" && given > sentence.From && note.Word(given - 1) == "not")) continue;
            var belief = note.FindWord(sentence, "religious", "religion", "belief", "beliefs", "faith");
            var others = note.FindWord(sentence, "parent", "parents", "mother", "mom", "father", "dad", "guardian", "family");
            var code = belief >= 0 ? "Z281" : others >= 0 || note.Patient.IsChild && note.Patient.Days is < 16 * 365 ? "Z2882" : "Z2821";
            note.Add(code, s, Math.Min(at, what), Math.Max(at, what) + 1, Assertion.Present, Rule.Id, Rule.Source);
            return;
        }
    }
}
