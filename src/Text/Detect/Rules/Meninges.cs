namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A tumour of the meninges is one of the brain or of the spine: notes name the place on the skull, the folds or the spine (Table of Neoplasms: Meninges, cerebral and spinal).
/// </summary>
internal static class Meninges
{
    public static readonly Rule Rule = new("meninges", "Table of Neoplasms, Meninges", Apply);

    private static readonly string[] Brain =
    [
        "convexity", "parasagittal", "falx", "falcine", "parafalcine", "tentorial", "tentorium", "petroclival", "clival", "clinoid", "sphenoid", "sphenoidal", "olfactory", "suprasellar", "sellar", "cavernous", "cerebellopontine", "posterior", "frontal", "parietal", "temporal", "occipital", "cerebral", "intracranial", "brain", "cranial", "supratentorial", "infratentorial", "intraventricular",
    ];

    private static readonly string[] Spine = ["spinal", "spine", "thoracic", "cervical", "lumbar", "thecal", "intradural", "cauda"];

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Has("D32", "C709", "D429") ? note.Live.Where(m => m.Entry.Code is "D329" or "D321" or "C709" or "D429").ToList() : [])
        {
            var (brain, spine) = (Told.Beside(note, m, 6, Brain), Told.Beside(note, m, 6, Spine));
            // Of the spine only where the spine is its own: not of "meningioma resected; thoracic spine pain".
            if (m.Entry.Code == "D321")
            {
                if (spine < 0 && note.Codes.Find("D329") is { } bare) m.Recode(bare, Rule.Id, Rule.Source);
                continue;
            }

            if (brain < 0 && spine < 0 || note.Codes.Find(m.Entry.Code[..3] + (spine >= 0 ? '1' : '0')) is not { } entry) continue;
            m.Recode(entry, Rule.Id, Rule.Source);
            m.Also.Add(spine >= 0 ? (spine, spine + 1) : (brain, brain + 1));
        }
    }
}
