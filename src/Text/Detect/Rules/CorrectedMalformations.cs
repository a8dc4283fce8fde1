using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A malformation that was corrected and has left nothing is history, Z87.7- by the system (Official Guidelines I.C.17: "if a congenital malformation or deformity has been corrected, a
/// personal history code should be used").
/// </summary>
internal static class CorrectedMalformations
{
    public static readonly Rule Rule = new("corrected-malformation", "Guidelines I.C.17", Apply);

    private static readonly string[] Done = ["repaired", "patched", "closed", "corrected", "ligated", "fixed", "repair", "closure", "ligation", "correction"];

    private static readonly string[] Open = ["residual", "unrepaired", "uncorrected", "awaiting", "scheduled", "planned", "needs", "candidate", "partial", "partially", "incompletely", "recurrent", "leak"];

    private static readonly (string[] Malformations, string History)[] Systems =
    [
        (["Q20", "Q21", "Q22", "Q23", "Q24", "Q25", "Q26", "Q27", "Q28"], "Z8774"), (["Q30", "Q31", "Q32", "Q33", "Q34"], "Z8775"), (["Q35", "Q36", "Q37"], "Z87730"), (["Q39"], "Z87731"), (["Q38", "Q40", "Q41", "Q42", "Q43", "Q44", "Q45"], "Z87738"),
        (["Q54"], "Z87710"), (["Q50", "Q51", "Q52", "Q53", "Q55", "Q56", "Q60", "Q61", "Q62", "Q63", "Q64"], "Z87718"), (["Q793"], "Z87761"), (["Q790", "Q791"], "Z87760"), (["Q05"], "Z87728"), (["Q66", "Q69", "Q70", "Q74"], "Z87768"),
    ];

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Mentions.Where(m => m.Entry.Code[0] == 'Q' && (m.Live || m.Rejected == RejectReasons.Historical) && m.Assertion is Assertion.Present or Assertion.Historical && m.Section != SectionKind.Family).ToList())
        {
            if (Array.Find(Systems, s => Array.Exists(s.Malformations, m.Entry.Under)).History is not { } code || note.Codes.Find(code) is not { } history || note.Has(code)) continue;
            var sentence = note.Note.Sentences[m.Sentence];
            var done = note.FindWord(sentence with { From = m.To, To = Math.Min(sentence.To, m.To + 6) }, Done);
            if (done < 0 || Told.Denied(note, m.Sentence, done)) continue;
            if (note.FindWord(sentence, Open) is >= 0 and var open && !Told.Denied(note, m.Sentence, open) && note.Word(Math.Max(sentence.From, open - 1)) is not ("no" or "without")) continue;
            // This stay's operation mends what is there now.
            if (note.FindWord(sentence, "today", "yesterday", "pod", "postoperative", "postop", "surgery") >= 0) continue;
            if (m.Live) m.Reject(RejectReasons.Historical, Rule.Source, history.Display);
            note.Add(history.Code, m.Sentence, m.From, done + 1, Assertion.Present, Rule.Id, Rule.Source);
        }
    }
}
