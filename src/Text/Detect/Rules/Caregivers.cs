using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// The patient who wears out in caring for a relative at home comes for that: Z63.6, dependent relative needing care at home (Tabular List; Official Guidelines I.C.21.c.14).
/// Who is cared for has the disease.
/// </summary>
internal static class Caregivers
{
    public static readonly Rule Rule = new("caregiver", "Tabular List, Z63.6", Apply);

    private static readonly string[] Kin = ["husband", "wife", "spouse", "partner", "mother", "father", "mom", "dad", "parent", "parents", "son", "daughter", "sister", "brother", "grandmother", "grandfather", "aunt", "uncle"];

    // To care for somebody is no trouble by itself; that it wears the patient out is said beside it.
    private static readonly string[] Strain = ["exhausted", "exhaustion", "stress", "stressed", "stressful", "strain", "strained", "burden", "burdened", "burnout", "burned", "overwhelmed", "overload", "fatigue", "fatigued", "tired", "worn", "difficulty", "difficulties", "struggling", "struggles", "sleep", "anxious", "anxiety", "depressed", "tearful"];

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("caring", "caregiver", "caregiving", "caretaker", "cares", "carer", "care") || note.Has("Z636")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Plan) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (note.Word(i) is not ("caring" or "caregiver" or "caregiving" or "caretaker" or "cares" or "carer" or "care") || End(note, sentence, i) is not { } end || note.FindWord(sentence, Strain) < 0) continue;
                if (note.ScopesOf[s].Exists(x => x.Kind is Assertion.Negated or Assertion.Hypothetical or Assertion.Instruction or Assertion.Historical && x.From <= i && x.To > i)) continue;
                note.Add("Z636", s, i, end, Assertion.Present, Rule.Id, Rule.Source);
                return;
            }
        }
    }

    // "Caregiver burnout", "caring at home for her husband", "takes care of his mother": of the patient's own kin, and not "the daughter caring for him".
    private static int? End(NoteCase note, Sentence sentence, int at)
    {
        if (at + 1 < sentence.To && note.Word(at) is "caregiver" or "carer" or "caretaker" or "caregiving" && note.Word(at + 1) is "stress" or "strain" or "burden" or "burnout" or "fatigue" or "exhaustion" or "overload") return Burdened(note, sentence, at) ? at + 2 : null;
        if (note.Word(at) == "care" && !(at > sentence.From && note.Word(at - 1) is "takes" or "taking" or "take")) return null;
        for (var k = at + 1; k < Math.Min(sentence.To, at + 7); k++)
        {
            if (note.Note.Words[k].Has(Mark.Comma | Mark.Semicolon)) return null;
            if (note.Word(k) is not ("for" or "of" or "to") || k + 1 >= sentence.To) continue;
            if (note.Word(k + 1) is not ("her" or "his" or "their" or "my")) return null;
            var kin = note.FindWord(sentence with { From = k + 2, To = Math.Min(sentence.To, k + 5) }, Kin);
            // A husband who cares for his wife may be the patient's husband.
            var before = note.FindWord(sentence with { To = at }, Kin);
            return kin >= 0 && before < 0 ? kin + 1 : null;
        }

        return null;
    }

    // Advice for those who care for the patient tells nothing of the patient's own burden.
    private static bool Burdened(NoteCase note, Sentence sentence, int at) =>
        note.FindWord(sentence, "education", "counseling", "resources", "handout", "daughter", "son", "wife", "husband", "spouse") < 0 && note.FindWord(sentence with { From = Math.Max(sentence.From, at - 3), To = at }, "no", "reduce", "prevent", "assess", "screen") < 0;
}
