using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>Estimates how likely a coder gives the code: a logistic function of where and how the note says it, with weights fitted on labelled notes.</summary>
internal static class Confidence
{
    // A note of a few lines is a list of diagnoses; a long one without an assessment tells a story, and half of what it names is not what was treated.
    private const int ShortNote = 260;

    /// <summary>The estimate for the mentions of one code, the leading one first.</summary>
    public static double Of(NoteCase note, List<Mention> group)
    {
        var lead = group[0];
        var assessed = note.Note.Sections.Any(s => s.Kind == SectionKind.Assessment);
        var x = lead.Section == SectionKind.Assessment ? 2.6 : assessed ? 1.2 : note.Note.Text.Length < ShortNote ? 3.4 : 0.15;
        x += Math.Min(3, group.Count - 1) * 0.3;
        x -= lead.Gap * 0.9;
        x += (Math.Clamp(lead.Score, 8, 32) - 16) * 0.04;
        if (lead.Repaired) x -= 0.4;
        if (!lead.Entry.Billable) x -= 3;
        if (lead.Terms == 1 && lead.Kind is not (TermKind.IndexDefault or TermKind.Title) && !lead.Kept) x -= 0.6;
        if (lead.Kind is TermKind.Neoplasm or TermKind.See or TermKind.External or TermKind.Part) x -= 0.4;
        if (lead.Assertion is Assertion.Uncertain) x -= 0.6;
        if (lead.Section is SectionKind.Ros or SectionKind.Exam or SectionKind.Results or SectionKind.Procedure) x -= 1;
        if (lead.Alternatives.Count > 2 && !lead.Kept) x -= 0.2;
        var confidence = Math.Round(1 / (1 + Math.Exp(-x)), 3);
        return !assessed && note.Note.Text.Length >= ShortNote ? Math.Min(confidence, 0.84) : confidence;
    }

    /// <summary>High is right nine times of ten, low less than one time in two.</summary>
    public static string Band(double confidence) => confidence >= 0.85 ? "high" : confidence >= 0.5 ? "medium" : "low";
}
