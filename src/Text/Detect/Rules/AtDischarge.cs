using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A hospital stay codes as if it existed what is still uncertain "at the time of discharge" (Official Guidelines II.H). What was thought of on the way, and is not among the final
/// diagnoses that the note lists, no longer is.
/// </summary>
internal static class AtDischarge
{
    public static readonly Rule Rule = new("at-discharge", "Guidelines II.H", Apply);

    private static void Apply(NoteCase note)
    {
        if (!note.Inpatient || !note.Note.Sections.Any(Final)) return;
        foreach (var m in note.Live.Where(m => m.Assertion == Assertion.Uncertain && m.Section is SectionKind.Body or SectionKind.Complaint or SectionKind.History or SectionKind.Course or SectionKind.Results or SectionKind.Exam).ToList())
        {
            if (m.Entry.Code[0] != 'R' && !note.Live.Any(o => o != m && o.Section == SectionKind.Assessment && o.Entry.Category.SequenceEqual(m.Entry.Category))) m.Reject(RejectReasons.Unsupported, Rule.Source);
        }
    }

    private static bool Final(Section section) => section.Kind == SectionKind.Assessment && (section.Header.Contains("discharge", StringComparison.OrdinalIgnoreCase) || section.Header.Contains("final", StringComparison.OrdinalIgnoreCase) || section.Header.Contains("principal", StringComparison.OrdinalIgnoreCase));
}
