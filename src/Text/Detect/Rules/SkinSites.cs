using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A cancer of the skin by its place, where the note tells the place first and what pathology found after it: "papule, left nasal ala: basal cell carcinoma" (Official
/// Guidelines I.B.2, IV.K). The place comes from the Table of Neoplasms.
/// </summary>
internal static class SkinSites
{
    public static readonly Rule Rule = new("skin-site", "Guidelines I.B.2", Apply);

    private static readonly (string[] Said, string Site)[] Places =
    [
        (["nasal", "nose", "nostril", "ala"], "nose"), (["eyelid", "canthus"], "eyelid"), (["ear", "auricle", "helix", "pinna", "tragus"], "ear"), (["lip"], "lip"), (["scalp"], "scalp"), (["neck"], "neck"),
        (["forehead"], "forehead"), (["cheek"], "cheek"), (["chin"], "chin"), (["temple"], "temple"), (["back"], "back"), (["chest"], "chest"), (["abdomen"], "abdomen"), (["shoulder"], "shoulder"), (["forearm", "arm"], "arm"), (["hand"], "hand"),
        (["thigh"], "thigh"), (["leg", "calf", "shin"], "leg"), (["foot"], "foot"),
    ];

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Has("C449", "C439", "D039", "D049") ? note.Live.Where(m => m.Entry.Under("C449") || m.Entry.Code is "C439" or "D039" or "D049").ToList() : [])
        {
            if (Site(note, m) is not { } found) continue;
            var name = string.Join(' ', Enumerable.Range(m.From, m.To - m.From).Select(note.Word));
            var category = m.Entry.Code[..3];
            if ((Face(note, m.Entry, found.Site) ?? Of(note, $"{name} of {found.Site}", category) ?? Of(note, $"{name} of skin of {Region(found.Site)}", category)) is not { } entry || (entry.Billable ? entry : Specificity.Default(note.Codes, entry)) is not { } code) continue;
            m.Recode(code, Rule.Id, Rule.Source);
            m.Also.Add((found.At, found.At + 1));
            if (note.Word(Math.Max(note.Note.Sentences[m.Sentence].From, found.At - 1)) is "left" or "right" && Sided(note, code, note.Word(found.At - 1)) is { } sided) m.Recode(sided, Rule.Id, Rule.Source);
        }
    }

    private static CodeEntry? Of(NoteCase note, string words, string category) => note.Lexicon.Lookup(words, c => c.Under(category) && c.Code[3] != '9');

    // Cheek, forehead, chin and temple are the other parts of the face.
    private static CodeEntry? Face(NoteCase note, CodeEntry entry, string site) =>
        site is "cheek" or "forehead" or "chin" or "temple" ? note.Codes.Find(entry.Under("C449") && entry.Code.Length == 5 ? $"C443{entry.Code[4]}9" : entry.Code[..3] + "39") : null;

    private static string Region(string site) => site switch { "shoulder" or "arm" or "hand" => "upper limb", "thigh" or "leg" or "foot" => "lower limb", "back" or "chest" or "abdomen" => "trunk", "scalp" or "neck" => "scalp and neck", _ => "face" };

    private static CodeEntry? Sided(NoteCase note, CodeEntry entry, string side) =>
        entry.Title.Contains("unspecified", StringComparison.Ordinal) && note.Codes.Parent(entry) is { } parent ? note.Codes.Children(parent).FirstOrDefault(c => c.Billable && c.Title.Contains(side, StringComparison.OrdinalIgnoreCase)) : null;

    // The nearest place before it in its sentence; what an operation of the past was on is another lesion.
    private static (int At, string Site)? Site(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        for (var i = m.From - 1; i >= Math.Max(sentence.From, m.From - 12); i--)
        {
            if (note.Note.Words[i + 1].Has(Mark.Semicolon) || note.Word(i) is "and") return null;
            foreach (var (said, site) in Places) if (Array.IndexOf(said, note.Word(i)) >= 0) return (i, site);
        }

        return null;
    }
}
