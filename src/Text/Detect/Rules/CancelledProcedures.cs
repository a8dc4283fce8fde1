using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>An operation that was planned and not done: for a contraindication Z53.09, by the patient's decision Z53.20 (Official Guidelines II.F; Tabular List, Z53).</summary>
internal static class CancelledProcedures
{
    public static readonly Rule Rule = new("procedure-not-done", "Tabular List, Z53", Apply);

    private static readonly string[] Cancelled = ["cancelled", "canceled", "postponed", "aborted", "deferred"];

    private static readonly string[] Planned = ["surgery", "operation", "procedure", "repair", "replacement", "colonoscopy", "endoscopy", "arthroplasty", "cholecystectomy", "hysterectomy", "biopsy", "catheterization", "bypass", "arthroscopy", "extraction", "transplant", "tonsillectomy", "resection"];

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks(Cancelled) || note.Has("Z53", "Z28")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Psh or SectionKind.Instructions or SectionKind.Social) continue;
            var at = note.FindWord(sentence, Cancelled);
            var what = at < 0 ? -1 : note.FindWord(sentence, Planned);
            if (what < 0 || Told.Denied(note, s, at) || note.FindWord(sentence, "last", "previously", "ago", "earlier", "appointment") >= 0) continue;
            var why = note.FindWord(sentence with { From = at }, "because", "due", "for", "after", "secondary", "since", "as");
            if (why < 0) continue;
            var own = note.FindWord(sentence with { From = why }, "decided", "refused", "declined", "decision", "wishes", "mind", "request");
            note.Add(own >= 0 ? "Z5320" : "Z5309", s, Math.Min(at, what), Math.Max(at, what) + 1, Assertion.Present, Rule.Id, Rule.Source);
            return;
        }
    }
}
