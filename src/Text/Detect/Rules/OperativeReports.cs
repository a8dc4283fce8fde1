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
        if (!note.Note.Sections.Exists(s => s.Kind == SectionKind.Procedure || Before(s))) return;
        var definite = note.Live.Where(m => After(Of(note, m)) && m.Entry.Code[0] != 'Z').ToList();
        if (definite.Count > 0 && !Same(note))
        {
            foreach (var m in note.Live.Where(m => m.Entry.Code[0] != 'Z' && Before(Of(note, m)) && !definite.Exists(d => d.Entry.Code.AsSpan(0, Math.Min(4, d.Entry.Code.Length)).SequenceEqual(m.Entry.Code.AsSpan(0, Math.Min(4, m.Entry.Code.Length))))).ToList()) m.Reject(RejectReasons.Unsupported, Rule.Source);
        }

        var diagnoses = note.Live.Where(m => m.Section is SectionKind.Assessment or SectionKind.Complaint).Select(m => m.Entry).ToList();
        if (!diagnoses.Exists(d => d.Code[0] != 'R')) return;
        foreach (var m in note.Live.Where(m => m.Section == SectionKind.Procedure && !m.Kept && !Finding(Of(note, m)) && !diagnoses.Exists(d => d.Category.SequenceEqual(m.Entry.Category))).ToList()) m.Reject(RejectReasons.Unsupported, Rule.Source);
    }

    private static Section Of(NoteCase note, Mention m) => note.Note.Sentences[m.Sentence].Section;

    private static bool Before(Section section) => section.Kind == SectionKind.Assessment && section.Header.StartsWith("pre", StringComparison.OrdinalIgnoreCase);

    private static bool After(Section section) => section.Kind == SectionKind.Assessment && section.Header.StartsWith("post", StringComparison.OrdinalIgnoreCase);

    private static bool Finding(Section section) => section.Header.Contains("finding", StringComparison.OrdinalIgnoreCase);

    // "Postoperative diagnosis: same, with adhesions".
    private static bool Same(NoteCase note) => note.Note.Sentences.Exists(s => After(s.Section) && note.FindWord(s, "same", "unchanged") >= 0);
}
