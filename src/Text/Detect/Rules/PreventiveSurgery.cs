using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// An organ that is healthy is taken out because a cancer is to be feared: the reason of the stay or visit is Z40.0- by the organ, with the susceptibility or the family's history beside
/// it (Official Guidelines I.C.21.c.14). The organ counts as absent only at a later time.
/// </summary>
internal static class PreventiveSurgery
{
    public static readonly Rule Rule = new("prophylactic-removal", "Guidelines I.C.21.c.14", Apply);

    private static readonly (string Code, string[] Words)[] Organs =
    [
        ("Z4001", ["mastectomy", "mastectomies", "breasts"]), ("Z4002", ["oophorectomy", "ovariectomy", "bso", "rrso", "oophorectomies", "ovaries"]), ("Z4003", ["salpingectomy", "salpingectomies"]),
        ("Z4009", ["hysterectomy", "colectomy", "proctocolectomy", "thyroidectomy", "gastrectomy", "prostatectomy", "nephrectomy", "orchiectomy", "gonadectomy"]),
    ];

    private static readonly string[] Done = ["admitted", "here", "presents", "presented", "underwent", "undergoing", "undergoes", "today", "performed", "for", "encounter", "procedure", "elective"];

    private static readonly string[] Later = ["discussed", "discuss", "discussing", "considering", "consider", "considers", "interested", "declined", "declines", "scheduled", "plan", "planned", "planning", "plans", "wants", "option", "options", "offered", "recommend", "recommended", "consult", "consultation", "if", "referred", "referral", "ago", "history", "s/p", "post", "prior", "previous", "after", "since", "had", "desires", "deferred", "will", "counseled"];

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("prophylactic", "prophylactically", "preventive", "reducing", "prophylaxis", "rrso")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Pmh or SectionKind.Psh or SectionKind.Plan) continue;
            var cue = note.FindWord(sentence, "prophylactic", "prophylactically", "preventive", "reducing", "rrso");
            // Words behind the operation may plan something else.
            if (cue < 0 || note.Word(cue) == "reducing" && (cue == sentence.From || note.Word(cue - 1) != "risk") || note.FindWord(sentence, Later) >= 0) continue;
            var any = false;
            foreach (var (code, words) in Organs)
            {
                var at = note.FindWord(sentence with { From = Math.Max(sentence.From, cue - 6), To = Math.Min(sentence.To, cue + 10) }, words);
                if (at < 0 || Denied(note, s, at)) continue;
                if (!any && sentence.Section.Kind is not (SectionKind.Complaint or SectionKind.Assessment or SectionKind.Procedure) && note.FindWord(sentence, Done) < 0 && sentence.To - sentence.From > 8) continue;
                any = true;
                Code(note, code, s, Math.Min(cue, at), Math.Max(cue, at) + 1);
                // "Salpingo-oophorectomy" takes out both.
                if (code == "Z4002" && (note.Word(at) is "bso" or "rrso" || note.FindWord(sentence, "salpingo") >= 0)) Code(note, "Z4003", s, Math.Min(cue, at), Math.Max(cue, at) + 1);
            }
        }
    }

    private static void Code(NoteCase note, string code, int s, int from, int to)
    {
        if (note.Has(code)) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("Z400") && m.Entry.Code is "Z4000" || m.Entry.Under("Z408") || m.Entry.Code == "Z409").ToList()) m.Reject(RejectReasons.Combined, Rule.Source, code);
        note.Add(code, s, from, to, Assertion.Present, Rule.Id, Rule.Source);
    }

    // "Prophylactic" is a cue of what is to be feared; here it is the operation's own word.
    private static bool Denied(NoteCase note, int s, int at) =>
        note.ScopesOf[s].Exists(x => x.Kind is Assertion.Negated or Assertion.Historical or Assertion.Hypothetical or Assertion.Instruction or Assertion.Family && x.From <= at && x.To > at && !note.Word(x.Cue.From).StartsWith("prophyla", StringComparison.Ordinal) && note.Word(x.Cue.From) != "preventive");
}
