using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// The diagnosis of an operation is the postoperative one, since it is the more definitive: a preoperative one that differs gives way to it (Official Guidelines IV.N). How the
/// operation was done names parts, instruments and old scars, and makes no diagnosis; its findings do.
/// </summary>
internal static class OperativeReports
{
    public static readonly Rule Rule = new("operative-report", "Guidelines IV.N", Apply);

    private static void Apply(NoteCase note)
    {
        if (!note.Note.Sections.Exists(s => Story(s) || Before(s))) return;
        var definite = note.Live.Where(m => After(Of(note, m)) && m.Entry.Code[0] != 'Z').ToList();
        if (definite.Count > 0 && !Same(note))
        {
            foreach (var m in note.Live.Where(m => m.Entry.Code[0] != 'Z' && Before(Of(note, m)) && !definite.Exists(d => d.Entry.Code.AsSpan(0, Math.Min(4, d.Entry.Code.Length)).SequenceEqual(m.Entry.Code.AsSpan(0, Math.Min(4, m.Entry.Code.Length))))).ToList()) m.Reject(RejectReasons.Unsupported, Rule.Source);
        }

        var diagnoses = note.Live.Where(m => m.Section is SectionKind.Assessment or SectionKind.Complaint).Select(m => m.Entry).ToList();
        if (!diagnoses.Exists(d => d.Code[0] != 'R')) return;
        var operation = note.Note.Sections.Exists(s => Before(s) || After(s));
        var told = false;
        foreach (var section in note.Note.Sections)
        {
            // Headers of no known kind inside the story belong to it: "RIGHT SIDE:", "CLOSURE:".
            if (Story(section)) told = section.Kind == SectionKind.Procedure || operation;
            else if (section.Kind != SectionKind.Body || !operation || Names(section.Header, Apart)) told = false;
            if (!told) continue;
            foreach (var m in note.Live.Where(m => note.Note.Words[m.From].Start is var at && at >= section.Start && at < section.End && !m.Kept && !Array.Exists(Told, m.Entry.Under) && !diagnoses.Exists(d => d.Category.SequenceEqual(m.Entry.Category))).ToList()) m.Reject(RejectReasons.Unsupported, Rule.Source);
        }
    }

    // What happened in the operation, a birth and what is done for it are told in the story.
    private static readonly string[] Told = ["O", "Z3", "Z40", "Z79", "Z53", "T8", "K91", "N99", "I97", "J95", "D78", "G97", "H59", "L76", "M96", "E89"];

    private static readonly string[] Apart = ["finding", "indication", "diagnos", "history", "complication", "disposition", "impression", "plan", "condition", "specimen"];

    private static bool Story(Section section) =>
        !Names(section.Header, Apart) && (section.Kind == SectionKind.Procedure || section.Kind == SectionKind.Body && Names(section.Header, ["procedure", "operation", "technique", "operative", "surgery performed"]));

    private static bool Names(string header, string[] words) => Array.Exists(words, w => header.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static Section Of(NoteCase note, Mention m) => note.Note.Sentences[m.Sentence].Section;

    private static bool Before(Section section) => section.Kind == SectionKind.Assessment && section.Header.StartsWith("pre", StringComparison.OrdinalIgnoreCase);

    private static bool After(Section section) => section.Kind == SectionKind.Assessment && section.Header.StartsWith("post", StringComparison.OrdinalIgnoreCase);

    // "Postoperative diagnosis: same, with adhesions".
    private static bool Same(NoteCase note) => note.Note.Sentences.Exists(s => After(s.Section) && note.FindWord(s, "same", "unchanged") >= 0);
}
