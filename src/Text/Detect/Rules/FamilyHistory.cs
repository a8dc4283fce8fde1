using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>A relative's condition is never the patient's diagnosis; it may be a family history code (Official Guidelines I.C.21.c.4), by <c>data/detect/family.txt</c>.</summary>
internal static class FamilyHistory
{
    public static readonly Rule Rule = new("family-history", "Guidelines I.C.21.c.4", Apply);

    private static readonly List<(string[] Prefixes, string Code)> Table = [.. WordLists.Read("family.txt").Select(c => (c[1].Split(' '), c[0]))];

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Mentions.ToList())
        {
            if (m.Rejected != RejectReasons.Family) continue;
            // A code that says "family history" itself needs no other.
            if (m.Entry.Code[0] == 'Z') continue;
            // "Lupus" of a relative: of the skin or of the whole body, nobody says.
            if (m.To - m.From == 1 && note.Note.Words[m.From].Text == "lupus") continue;
            if (Table.FirstOrDefault(t => t.Prefixes.Any(m.Entry.Under)).Code is not { } code) continue;
            if (note.Codes.Find(code) is { Billable: false } heading && Specificity.Default(note.Codes, heading) is { } silent) code = silent.Code;
            if (note.Add(code, m.Sentence, m.From, m.To, Assertion.Family, Rule.Id, Rule.Source) is { } added && m.Cue is { } cue && cue.To > cue.From) added.Also.Add((cue.From, cue.To));
        }
    }
}
