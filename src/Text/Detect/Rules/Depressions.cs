namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A major depression that is called recurrent has its codes in F33, whatever else is said of it and in whatever order; a first one has them in F32 (Tabular List, F32 and F33).
/// </summary>
internal static class Depressions
{
    public static readonly Rule Rule = new("depression", "Tabular List, F33", Apply);

    private static readonly (string Single, string Recurrent)[] Pairs =
    [
        ("F320", "F330"), ("F321", "F331"), ("F322", "F332"), ("F323", "F333"), ("F324", "F3341"), ("F325", "F3342"), ("F329", "F339"),
    ];

    private static void Apply(NoteCase note)
    {
        if (!note.Has("F32") || !note.Speaks("recurrent", "recur", "recurr", "recurring")) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("F32")).ToList())
        {
            if (Told.Beside(note, m, 3, "recurrent", "recur", "recurr", "recurring") is not (>= 0 and var at) || Told.OfAnother(note, m, at) || Told.Says(note, m, 3, "single")) continue;
            if (Array.Find(Pairs, p => p.Single == m.Entry.Code).Recurrent is not { } code || note.Codes.Find(code) is not { } entry) continue;
            m.Recode(entry, Rule.Id, Rule.Source);
            m.Also.Add((at, at + 1));
        }
    }
}
