using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Bleeding and infection after a pregnancy that ended early have codes of their own by how it ended: O03, O04, O08 (Official Guidelines I.C.15.q).
/// </summary>
internal static class AfterAbortion
{
    public static readonly Rule Rule = new("after-abortion", "Guidelines I.C.15.q", Apply);

    private static readonly (string[] Words, string Bleeding, string Infection)[] Ends =
    [
        (["termination", "abortion", "d&c", "tab"], "O046", "O0482"), (["miscarriage", "sab"], "O036", "O035"), (["ectopic", "molar"], "O081", "O080"),
    ];

    private static void Apply(NoteCase note)
    {
        if (note.Patient.Sex == 'M' || !note.Speaks("termination", "abortion", "miscarriage", "ectopic", "molar", "sab", "tab")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Instructions or SectionKind.Consent) continue;
            var sign = note.FindWord(sentence, "hemorrhage", "hemorrhaging", "bleeding", "infection", "endometritis", "sepsis");
            if (sign < 0 || Told.Denied(note, s, sign) || note.FindWord(sentence with { From = sign }, "after", "following", "since", "post") is not (>= 0 and var after)) continue;
            foreach (var (words, bleeding, infection) in Ends)
            {
                var end = note.FindWord(sentence with { From = after, To = Math.Min(sentence.To, after + 7) }, words);
                if (end < 0) continue;
                // An abortion that was not induced is a miscarriage.
                var spontaneous = note.FindWord(sentence with { From = after, To = end }, "spontaneous", "missed", "incomplete") >= 0;
                var bleeds = note.Word(sign) is "hemorrhage" or "hemorrhaging" or "bleeding";
                var code = spontaneous ? bleeds ? "O036" : "O035" : bleeds ? bleeding : infection;
                if (note.Codes.Find(code) is not { } found || (found.Billable ? found : Specificity.Default(note.Codes, found)) is not { } entry) return;
                foreach (var m in note.Live.Where(m => m.Sentence == s && (m.Entry.Under("Z33") || m.Entry.Code == "R58" || m.Entry.Under("N93") || m.Entry.Under("N71") || m.Entry.Under("O0") || m.Entry.Under("O72"))).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, entry.Display);
                note.Add(entry.Code, s, sign, end + 1, Assertion.Present, Rule.Id, Rule.Source);
                return;
            }
        }
    }
}
