using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Somebody who was near a disease and has no sign of it has a contact code (Official Guidelines I.C.21.c.1; COVID-19 I.C.1.g.1.e), by <c>data/detect/contacts.txt</c>. The disease
/// named is another's.
/// </summary>
internal static class Contacts
{
    public static readonly Rule Rule = new("contact", "Guidelines I.C.21.c.1", Apply);

    private static readonly List<(string[] Prefixes, string Code)> Table = [.. WordLists.Read("contacts.txt").Select(c => (c[1].Split(' '), c[0]))];

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("exposed", "exposure", "contact", "contacts")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent) continue;
            var cue = note.FindWord(sentence, "exposed", "exposure", "contact", "contacts");
            if (cue < 0 || note.ScopeAt(s, Assertion.Negated, cue, cue + 1) is not null || note.ScopeAt(s, Assertion.Hypothetical, cue, cue + 1) is not null) continue;
            if (cue > sentence.From && note.Word(cue - 1) is "skin" or "eye" or "no") continue;
            foreach (var m in note.Mentions.Where(m => m.Sentence == s && m.From > cue && m.From < cue + 14).ToList())
            {
                if (Table.FirstOrDefault(t => t.Prefixes.Any(m.Entry.Under)).Code is not { } code) continue;
                m.Reject(RejectReasons.OtherPerson, Rule.Source, code);
                // The patient is ill of it: then that is the code.
                if (note.Live.Any(o => o.Entry.Category.SequenceEqual(m.Entry.Category)) || note.Has(code)) continue;
                note.Add(code, s, Math.Min(cue, m.From), m.To, Assertion.Present, Rule.Id, Rule.Source);
                break;
            }
        }
    }
}
