using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Somebody who was near a disease and has no sign of it has a contact code (Official Guidelines I.C.21.c.1; COVID-19 I.C.1.g.1.e), by <c>data/detect/contacts.txt</c>. The disease
/// named is another's.
/// </summary>
internal static class Contacts
{
    public static readonly Rule Rule = new("contact", "Guidelines I.C.21.c.1", Apply);

    private static readonly List<(string[] Prefixes, string Code, string[] Words)> Table = [.. WordLists.Read("contacts.txt").Select(c => (c[1].Split(' '), c[0], c[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)))];

    private static readonly string[] Exposed = ["exposed", "exposure", "contact", "contacts"];

    // Who is near the patient, by house, work or school.
    private static readonly string[] Near = ["husband", "wife", "spouse", "partner", "roommate", "girlfriend", "boyfriend", "friend", "coworker", "coworkers", "colleague", "classmate", "classmates", "housemate", "teammate", "brother", "sister", "sibling", "sib", "son", "daughter", "mother", "father", "mom", "dad", "child", "children", "neighbor"];

    private static void Apply(NoteCase note)
    {
        var exposed = note.Speaks(Exposed);
        if (!exposed && !note.Mentions.Any(m => m.Rejected == RejectReasons.OtherPerson)) return;
        var assessed = note.Note.Sections.Any(x => x.Kind == SectionKind.Assessment);
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent) continue;
            if (exposed) Told(note, s, sentence);
            // What only the story of a note with an assessment tells is no reason of the visit.
            if (!assessed || sentence.Section.Kind is SectionKind.Assessment or SectionKind.Plan or SectionKind.Complaint) Other(note, s, sentence);
        }

        if (exposed) Tested(note);
    }

    private static void Told(NoteCase note, int s, Sentence sentence)
    {
        var cue = note.FindWord(sentence, Exposed);
        if (cue < 0 || Denied(note, s, cue)) return;
        if (cue > sentence.From && note.Word(cue - 1) is "skin" or "eye" or "no" || cue + 1 < sentence.To && note.Word(cue + 1) is "dermatitis" or "lens" or "lenses" or "urticaria" or "precautions" or "sensitivity") return;
        foreach (var m in note.Mentions.Where(m => m.Sentence == s && m.From > cue && m.From < cue + 14 && m.Rejected != RejectReasons.Negated).ToList())
        {
            if (Table.FirstOrDefault(t => t.Prefixes.Any(m.Entry.Under)).Code is not { } code) continue;
            m.Reject(RejectReasons.OtherPerson, Rule.Source, code);
            if (Add(note, m, code, Math.Min(cue, m.From))) break;
        }
    }

    // "Classmate has scarlet fever": somebody near, and no kin whose disease might be told as the family's.
    private static void Other(NoteCase note, int s, Sentence sentence)
    {
        foreach (var m in note.Mentions.Where(m => m.Sentence == s && m.Rejected == RejectReasons.OtherPerson && m.Cue is not null).ToList())
        {
            if (Table.FirstOrDefault(t => t.Prefixes.Any(m.Entry.Under)).Code is not { } code) continue;
            if (note.FindWord(sentence, Near) < 0 || note.FindWord(sentence, "had", "history", "ago", "died", "years", "donor", "nurse", "vaccinated", "treated", "resolved", "last") >= 0) continue;
            if (Add(note, m, code, m.Cue!.Value.From)) break;
        }
    }

    // "Husband is HBsAg positive; seen because of this exposure": a test names the disease.
    private static void Tested(NoteCase note)
    {
        if (note.Has("Z20")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            var cue = note.FindWord(sentence, Exposed);
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent || note.FindWord(sentence, Near) is not (>= 0 and var who) || cue >= 0 && Denied(note, s, cue)) continue;
            var positive = note.FindWord(sentence with { From = who }, "positive", "pos", "diagnosed", "treated", "has", "with");
            if (positive < 0) continue;
            foreach (var (_, code, words) in Table)
            {
                var at = words.Length == 0 ? -1 : note.FindWord(sentence with { From = who }, words);
                if (at < 0 || note.Live.Any(m => m.Sentence == s && m.From <= at && m.To > at) || note.ScopeAt(s, Assertion.Negated, at, at + 1) is not null) continue;
                note.Add(code, s, who, at + 1, Assertion.Present, Rule.Id, Rule.Source);
                return;
            }
        }
    }

    private static bool Add(NoteCase note, Mention m, string code, int from)
    {
        // The patient is ill of it: then that is the code.
        if (note.Live.Any(o => o.Entry.Category.SequenceEqual(m.Entry.Category)) || note.Has(code)) return false;
        return note.Add(code, m.Sentence, Math.Min(from, m.From), m.To, Assertion.Present, Rule.Id, Rule.Source) is not null;
    }

    private static bool Denied(NoteCase note, int s, int at) => note.ScopeAt(s, Assertion.Negated, at, at + 1) is not null || note.ScopeAt(s, Assertion.Hypothetical, at, at + 1) is not null;
}
