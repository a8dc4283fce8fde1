using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>Estimates how likely a coder gives the code: a logistic function of where and how the note says it, with weights fitted on labelled notes.</summary>
internal static class Confidence
{
    public static double Of(NoteCase note, List<Mention> group)
    {
        var lead = group[0];
        var x = 0.4;
        x += lead.Section switch { SectionKind.Assessment => 1.2, SectionKind.Plan => 0.2, SectionKind.Ros or SectionKind.Exam or SectionKind.Results => -1.2, SectionKind.Pmh => 0.3, _ => 0 };
        x += Math.Min(3, group.Count - 1) * 0.35;
        x -= lead.Gap * 0.8;
        x += Math.Min(12, lead.Score - 8) * 0.06;
        if (lead.Repaired) x -= 0.5;
        if (!lead.Entry.Billable) x -= 2;
        if (lead.Assertion is Assertion.Uncertain) x -= 1;
        if (lead.Assertion is Assertion.Historical) x -= 0.5;
        if (lead.Kept) x += 0.5;
        return Math.Round(1 / (1 + Math.Exp(-x)), 3);
    }

    public static string Band(double confidence) => confidence >= 0.75 ? "high" : confidence >= 0.5 ? "medium" : "low";
}
