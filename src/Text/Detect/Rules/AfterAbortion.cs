using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Bleeding and infection after a pregnancy that ended early have codes of their own by how it ended: O03, O04, O08 (Official Guidelines I.C.15.q).
/// </summary>
internal static class AfterAbortion
{
    public static readonly Rule Rule = new("after-abortion", "Guidelines I.C.15.q", Apply);

    private static readonly (string[] Words, string Bleeding, string Infection, string Sepsis)[] Ends =
    [
        (["termination", "abortion", "tab"], "O046", "O045", "O0487"), (["miscarriage", "sab"], "O036", "O035", "O0387"), (["ectopic", "molar"], "O081", "O080", "O0882"),
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
            foreach (var (words, bleeding, infection, sepsis) in Ends)
            {
                var end = note.FindWord(sentence with { From = after, To = Math.Min(sentence.To, after + 7) }, words);
                if (end < 0) continue;
                // An abortion that was not induced is a miscarriage.
                var spontaneous = note.FindWord(sentence with { From = after, To = end }, "spontaneous", "missed", "incomplete") >= 0;
                var code = note.Word(sign) switch
                {
                    "sepsis" => spontaneous ? "O0387" : sepsis,
                    "infection" or "endometritis" => spontaneous ? "O035" : infection,
                    _ => spontaneous ? "O036" : bleeding,
                };
                if (note.Codes.Find(code) is not { } found || (found.Billable ? found : Specificity.Default(note.Codes, found)) is not { } entry) return;
                foreach (var m in note.Live.Where(m => m.Sentence == s && (m.Entry.Under("Z33") || m.Entry.Code == "R58" || m.Entry.Under("N93") || m.Entry.Under("N71") || m.Entry.Under("A41") || m.Entry.Under("O0") || m.Entry.Under("O72"))).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, entry.Display);
                note.Add(entry.Code, s, sign, end + 1, Assertion.Present, Rule.Id, Rule.Source);
                return;
            }
        }
    }
}
