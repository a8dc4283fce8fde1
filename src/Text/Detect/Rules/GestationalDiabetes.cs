using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Gestational diabetes by what controls it: insulin before all, then oral drugs, then diet (Official Guidelines I.C.15.i); outside a pregnancy it is the history of an earlier
/// one, Z86.32.
/// </summary>
internal static class GestationalDiabetes
{
    /// <summary>Sets the control of a diabetes of this pregnancy.</summary>
    public static void Control(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("O244") && m.Entry.Code[^1] is '9' or '0').ToList())
        {
            if (Drug(note, "Z794") is { } insulin) Set(note, m, '4', insulin);
            else if (Drug(note, "Z7984") is { } oral) Set(note, m, '5', oral);
            else if (m.Entry.Code[^1] == '9' && Diet(note, m) is { } diet) Set(note, m, '0', diet);
        }
    }

    /// <summary>Not pregnant, and told with an earlier child, an earlier pregnancy or a year.</summary>
    public static void Past(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("O244")).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            var near = sentence with { From = Math.Max(sentence.From, m.From - 5), To = Math.Min(sentence.To, m.To + 7) };
            var at = note.FindWord(near, "last", "first", "second", "third", "previous", "prior", "both", "earlier");
            var then = at >= 0 && note.FindWord(near with { From = at }, "child", "pregnancy", "pregnancies", "baby", "son", "daughter", "birth") >= 0 || m.Section is SectionKind.Pmh || m.Assertion == Assertion.Historical;
            for (var i = m.To; !then && i < near.To; i++) then = note.Word(i) is { Length: 4 } year && int.TryParse(year, out var n) && n is > 1950 and < 2100;
            if (then && note.Codes.Find("Z8632") is { } entry) { m.Recode(entry, "history", "Guidelines I.C.21.c.4"); m.Kept = true; }
        }
    }

    // "Diet only"; not a diet that failed.
    private static (int From, int To)? Diet(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        var at = note.FindWord(sentence, "diet", "dietary");
        return at >= 0 && note.FindWord(sentence, "failed", "failing", "insufficient", "inadequate", "despite") < 0 && note.FindWord(sentence with { From = Math.Max(sentence.From, at - 3), To = Math.Min(sentence.To, at + 3) }, "only", "controlled", "alone", "control") >= 0 ? (at, at + 1) : null;
    }

    private static void Set(NoteCase note, Mention m, char control, (int From, int To) drug)
    {
        if (note.Codes.Find(m.Entry.Code[..5] + control) is not { } entry) return;
        m.Recode(entry, "gestational-diabetes", "Guidelines I.C.15.i");
        m.Also.Add(drug);
    }

    // A drug of diabetes that the patient has; not one that is only spoken of.
    private static (int From, int To)? Drug(NoteCase note, string use)
    {
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Instructions or SectionKind.Consent or SectionKind.Allergies) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (note.Lexicon.Drugs.UseOf(note.Word(i)) != use || i + 1 < sentence.To && note.Word(i + 1) is "resistance" or "level" or "levels") continue;
                if (note.ScopesOf[s].Exists(x => x.From <= i && x.To > i && x.Kind is not Assertion.Uncertain)) continue;
                if (note.FindWord(sentence with { From = Math.Max(sentence.From, i - 4), To = i }, "consider", "discuss", "discussed", "may", "might", "avoid", "declined", "declines", "if", "before", "previously", "stopped") >= 0) continue;
                // "Metformin or insulin if the readings stay high": it may come later.
                if (note.FindWord(sentence with { From = i, To = Math.Min(sentence.To, i + 6) }, "if", "when", "unless", "should", "later") >= 0 || note.FindWord(sentence with { From = Math.Max(sentence.From, i - 6), To = i }, "possible", "possibly", "will", "would", "need", "needs", "plan", "threshold", "escalate", "avoided", "without", "until") >= 0) continue;
                return (i, i + 1);
            }
        }

        return null;
    }
}
