using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// An infection of the urine that the note lays to a catheter is a complication of it, T83.51-, with the infection beside it (Official Guidelines I.B.16, I.C.19.g; use
/// additional code note at T83.5).
/// </summary>
internal static class Catheters
{
    public static readonly Rule Rule = new("catheter-infection", "Guidelines I.C.19.g", Apply);

    private static void Apply(NoteCase note)
    {
        Infected(note);
        // A status beside a complication of the same device says nothing more (I.C.21.c.3).
        if (note.Has("T8021", "T827")) foreach (var m in note.Live.Where(m => m.Entry.Under("Z95828")).ToList()) m.Reject(RejectReasons.Combined, "Guidelines I.C.21.c.3");
        if (note.Has("T83510")) foreach (var m in note.Live.Where(m => m.Entry.Under("Z9359")).ToList()) m.Reject(RejectReasons.Combined, "Guidelines I.C.21.c.3");
    }

    private static void Infected(NoteCase note)
    {
        if (!note.Speaks("cauti", "catheter", "foley") || !note.Speaks("cauti", "uti", "urinary", "cystitis", "pyelonephritis", "urosepsis")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Pmh) continue;
            if (Linked(note, sentence) is not var (from, to) || Denied(note, s, from, to)) continue;
            if (!note.Has("T8351"))
            {
                var code = note.FindWord(sentence, "suprapubic", "cystostomy") >= 0 ? "T83510A" : note.FindWord(sentence, "nephrostomy") >= 0 ? "T83512A" : "T83511A";
                if (note.Add(code, s, from, to, Assertion.Present, Rule.Id, Rule.Source) is null) return;
            }

            if (!note.Has("N39", "N10", "N12", "N30")) note.Add("N390", s, from, to, Assertion.Present, Rule.Id, "Use additional code note at T83.5");
            return;
        }
    }

    // "CAUTI", "catheter-associated UTI", "UTI due to indwelling Foley".
    private static (int From, int To)? Linked(NoteCase note, Sentence sentence)
    {
        for (var i = sentence.From; i < sentence.To; i++)
        {
            if (note.Word(i) == "cauti") return (i, i + 1);
            var device = note.Word(i) is "catheter" or "foley";
            if (!device && note.Word(i) is not ("uti" or "cystitis" or "pyelonephritis" or "infection" or "urosepsis")) continue;
            if (note.Word(i) == "infection" && note.FindWord(sentence, "urinary", "bladder") < 0) continue;
            for (var k = i + 1; k < Math.Min(sentence.To, i + 4); k++)
            {
                if (note.Word(k) is not ("associated" or "related" or "due" or "secondary" or "from" or "induced")) continue;
                for (var e = k + 1; e < Math.Min(sentence.To, k + 7) && !note.Note.Words[e].Has(Mark.Semicolon); e++)
                {
                    if (device ? note.Word(e) is "uti" or "cystitis" or "pyelonephritis" or "urinary" or "urosepsis" && note.Word(k) is not ("due" or "from") : note.Word(e) is "catheter" or "foley") return (i, e + 1);
                }
            }
        }

        return null;
    }

    private static bool Denied(NoteCase note, int s, int from, int to) => note.ScopesOf[s].Exists(x => (x.Kind is Assertion.Negated or Assertion.Hypothetical or Assertion.Instruction or Assertion.Family or Assertion.Historical || x.Kind == Assertion.Uncertain && !note.Inpatient) && x.From < to && x.To > from);
}
