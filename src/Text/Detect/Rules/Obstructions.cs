using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// An obstruction of the bowel by adhesions is one code, and every obstruction is partial or complete where the note says which (Tabular List, K56.5, K56.6, K91.3; Excludes1 at
/// K66.0).
/// </summary>
internal static class Obstructions
{
    public static readonly Rule Rule = new("bowel-obstruction", "Tabular List, K56.5", Apply);

    private static void Apply(NoteCase note)
    {
        if (!note.Has("K56", "K913")) return;
        // The adhesions of the sentence are its cause; found at an operation of another day they are not.
        foreach (var m in note.Live.Where(m => m.Entry.Under("K566")).ToList())
        {
            var at = Told.Beside(note, m, 6, "adhesions", "adhesion", "adhesive", "adhesional", "bands");
            if (at < 0 || note.Codes.Find("K5650") is not { } bands) continue;
            m.Recode(m.Entry.Code switch { "K56600" or "K56690" => note.Codes.Find("K5651"), "K56601" or "K56691" => note.Codes.Find("K5652"), _ => bands } ?? bands, Rule.Id, "Guidelines I.B.9");
            m.Also.Add((at, at + 1));
        }

        if (note.First("K565") is { } adhesive) foreach (var m in note.Live.Where(m => m.Entry.Under("K660") || m.Entry.Under("K566")).ToList()) m.Reject(RejectReasons.Combined, "Excludes1 at K66.0", adhesive.Entry.Display);
        foreach (var m in note.Live.Where(m => m.Entry.Code is "K5650" or "K56609" or "K56699" or "K9130").ToList())
        {
            var degree = Told.Says(note, m, 6, "partial", "incomplete", "psbo") ? 0 : Told.Says(note, m, 6, "complete") ? 1 : -1;
            if (degree < 0) continue;
            var code = m.Entry.Code switch { "K5650" => degree == 0 ? "K5651" : "K5652", "K9130" => degree == 0 ? "K9131" : "K9132", _ => $"{m.Entry.Code[..5]}{degree}" };
            if (note.Codes.Find(code) is { Billable: true } entry) m.Recode(entry, Rule.Id, Rule.Source);
        }
    }
}
