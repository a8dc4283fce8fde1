using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// In the report of an imaging study what was seen stands in full under the findings, and what it means under the impression: the interpreter's diagnoses are coded (Official
/// Guidelines IV.K), and what he left out of them is not.
/// </summary>
internal static class ReportBody
{
    public static readonly Rule Rule = new("report-body", "Guidelines IV.K", Apply);

    private static void Apply(NoteCase note)
    {
        int? findings = null;
        var (technique, impression) = (false, -1);
        foreach (var section in note.Note.Sections)
        {
            technique |= Is(section, "technique") || Is(section, "comparison");
            if (Is(section, "findings")) findings ??= section.Start;
            if (section.Kind == SectionKind.Assessment && findings is not null) impression = section.Start;
            // A visit tells more than its study.
            if (section.Kind is SectionKind.Pmh or SectionKind.Medications or SectionKind.Ros or SectionKind.Plan) return;
        }

        if (!technique || impression < 0 || findings is not { } from) return;
        foreach (var m in note.Live.Where(m => note.Note.Words[m.From].Start is var at && at > from && at < impression).ToList()) m.Reject(RejectReasons.Unsupported, Rule.Source);
    }

    private static bool Is(Section section, string name) => section.Header.StartsWith(name, StringComparison.OrdinalIgnoreCase);
}
