using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A visit after the treatment of something that is over is Z09, with what it was as a history (Official Guidelines I.C.21.c.8). Of cancers it is Z08, by <see cref="TreatedCancers"/>.
/// </summary>
internal static class CompletedTreatments
{
    public static readonly Rule Rule = new("completed-treatment", "Guidelines I.C.21.c.8", Apply);

    // What is no history elsewhere, as it comes and goes.
    private static readonly (string[] Prefixes, string Code)[] Passed =
    [
        (["J12", "J13", "J14", "J15", "J16", "J18"], "Z8701"), (["N10", "N12", "N30", "N39"], "Z87440"), (["A", "B"], "Z8619"), (["J"], "Z8709"), (["L0"], "Z872"), (["K"], "Z8719"), (["N"], "Z87448"),
    ];

    private static void Apply(NoteCase note)
    {
        if (note.Inpatient || note.Has("Z09", "Z08") || !note.Speaks("completed", "completion", "finished", "completing")) return;
        for (var s = 0; s < Math.Min(3, note.Note.Sentences.Count); s++)
        {
            var sentence = note.Note.Sentences[s];
            var visit = note.FindWord(sentence, "follow", "followup", "f/u", "recheck", "check");
            if (visit < 0 || note.FindWord(sentence with { From = visit }, "completed", "completion", "finished", "completing") is not (>= 0 and var done)) continue;
            if (note.FindWord(sentence with { From = done, To = Math.Min(sentence.To, done + 4) }, "treatment", "therapy", "course", "antibiotics") is not (>= 0 and var treatment)) continue;
            var over = note.Mentions.Where(m => m.Sentence == s && m.From > treatment && m.Entry.Code[0] is not ('C' or 'Z' or 'R' or 'E' or 'F') && (m.Live || m.Rejected == RejectReasons.Historical)).ToList();
            if (over.Count == 0 || !Over(note)) continue;
            note.Add("Z09", s, visit, treatment + 1, Assertion.Present, Rule.Id, Rule.Source);
            foreach (var m in over)
            {
                if ((HistoryStatus.CodeOf(m.Entry) ?? Array.Find(Passed, p => Array.Exists(p.Prefixes, m.Entry.Under)).Code) is { } code && note.Codes.Find(code) is { } found && (found.Billable ? found : Specificity.Default(note.Codes, found)) is { } entry) note.Add(entry.Code, s, m.From, m.To, Assertion.Historical, "history", "Guidelines I.C.21.c.4");
                if (m.Live) m.Reject(RejectReasons.Historical, Rule.Source);
            }

            return;
        }
    }

    // Nothing of it is left: "cleared", "resolved", "test of cure negative".
    private static bool Over(NoteCase note)
    {
        if (!note.Speaks("persistent", "persists", "recurrent", "relapse", "residual", "still") && note.Speaks("cleared", "resolved", "cured", "cure", "healed", "well", "asymptomatic", "normal", "clear", "recovered", "gone")) return true;
        return false;
    }
}
