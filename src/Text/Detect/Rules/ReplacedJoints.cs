using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A visit for the care after a joint was replaced is Z47.1, with the joint's Z96.6 beside it (Official Guidelines I.C.21.c.7; note at Z47.1), unless the joint itself is the trouble.
/// </summary>
internal static class ReplacedJoints
{
    public static readonly Rule Rule = new("aftercare-joint", "Guidelines I.C.21.c.7", Apply);

    private static void Apply(NoteCase note)
    {
        if (!note.Has("Z966") || note.Has("T84", "Z471")) return;
        // "Rehabilitation after left knee replacement": a stay for it, too.
        foreach (var m in note.Live.Where(m => m.Entry.Under("Z966") && m.Section is not (SectionKind.Pmh or SectionKind.Psh)).ToList())
        {
            var stay = note.Note.Sentences[m.Sentence];
            if (note.FindWord(stay with { To = m.From }, "rehabilitation", "rehab") is not (>= 0 and var rehab) || note.FindWord(stay with { From = rehab, To = m.From }, "after", "following", "s/p", "post", "for") < 0 || Told.Denied(note, m.Sentence, rehab)) continue;
            note.Add("Z471", m.Sentence, rehab, rehab + 1, Assertion.Present, Rule.Id, Rule.Source)?.Also.Add((m.From, m.To));
            return;
        }

        if (note.Inpatient) return;
        // Days to months ago, at a visit that is for it: told by its name, or by how the joint does now.
        if (note.Live.FirstOrDefault(m => m.Entry.Under("Z966") && m.Section is not (SectionKind.Pmh or SectionKind.Psh) && Aftercare.Recent(note, note.Note.Sentences[m.Sentence])) is { } lately)
        {
            if (Aftercare.Visit(note) is var (s, from, to)) { note.Add("Z471", s, from, to, Assertion.Present, Rule.Id, Rule.Source)?.Also.Add((lately.From, lately.To)); return; }
            if (lately.Sentence < 2 && note.Speaks("incision", "wound", "staples", "flexion", "rom", "ambulating", "ambulates", "walker")) { note.Add("Z471", lately.Sentence, lately.From, lately.To, Assertion.Present, Rule.Id, Rule.Source); return; }
        }

        // The reason for the visit says it.
        var visit = note.Note.Sentences.FindIndex(x => x.Section.Kind == SectionKind.Complaint && note.FindWord(x, "postoperative", "postop", "post-op", "aftercare") >= 0);
        foreach (var m in note.Live.Where(m => m.Entry.Under("Z966") && m.Section is not (SectionKind.Pmh or SectionKind.Psh)).ToList())
        {
            if (visit >= 0)
            {
                var word = note.FindWord(note.Note.Sentences[visit], "postoperative", "postop", "post-op", "aftercare");
                note.Add("Z471", visit, word, word + 1, Assertion.Present, Rule.Id, Rule.Source)?.Also.Add((m.From, m.To));
                return;
            }

            var sentence = note.Note.Sentences[m.Sentence];
            var at = note.FindWord(sentence, "aftercare", "postop", "post-op", "postoperative");
            if (at < 0 || note.ScopeAt(m.Sentence, Assertion.Negated, at, at + 1) is not null) continue;
            // "Postoperative visit", not "postoperative anemia".
            if (note.Word(at) != "aftercare" && note.FindWord(sentence, "visit", "check", "follow-up", "followup", "appointment", "f/u") < 0) continue;
            note.Add("Z471", m.Sentence, at, at + 1, Assertion.Present, Rule.Id, Rule.Source)?.Also.Add((m.From, m.To));
            return;
        }
    }
}
