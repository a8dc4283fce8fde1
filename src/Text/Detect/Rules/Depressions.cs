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

    // "Single episode, severe, no psychosis": the degree stands behind the comma.
    private static void Degree(NoteCase note)
    {
        foreach (var m in note.Has("F329", "F339") ? note.Live.Where(m => m.Entry.Code is "F329" or "F339").ToList() : [])
        {
            if (Told.Beside(note, m, 4, "mild", "moderate", "severe") is not (>= 0 and var at) || Told.OfAnother(note, m, at)) continue;
            var psychotic = Told.Says(note, m, 8, "psychotic", "psychosis") && !note.Mentions.Exists(o => o.Sentence == m.Sentence && o.Rejected == RejectReasons.Negated && o.Entry.Code is "F29") && note.FindWord(note.Note.Sentences[m.Sentence], "without", "no", "w/o") < 0;
            var code = m.Entry.Code[..3] + note.Word(at) switch { "mild" => "0", "moderate" => "1", _ => psychotic ? "3" : "2" };
            if (note.Codes.Find(code) is not { } entry) continue;
            m.Recode(entry, Rule.Id, "Alphabetic Index: Disorder, depressive, major");
            m.Also.Add((at, at + 1));
        }
    }

    private static void Apply(NoteCase note)
    {
        Recurrent(note);
        Degree(note);
        // "Depression" of the story is the disorder that is named in full (Excludes1 at F32.A).
        if (note.First("F320", "F321", "F322", "F323", "F324", "F325", "F328", "F329", "F33") is { } named) foreach (var m in note.Live.Where(m => m.Entry.Code == "F32A").ToList()) m.Reject(RejectReasons.Combined, "Excludes1 at F32.A", named.Entry.Display);
        // "Mixed anxiety + depressed mood".
        foreach (var m in note.Has("F432") ? note.Live.Where(m => m.Entry.Code is "F4321" or "F4322" && Told.Says(note, m, 4, "mixed") && Told.Says(note, m, 6, "anxiety", "anxious") && Told.Says(note, m, 6, "depressed", "depression", "depressive")).ToList() : [])
        {
            if (note.Codes.Find("F4323") is not { } mixed) continue;
            m.Recode(mixed, Rule.Id, "Tabular List, F43.2");
            foreach (var o in note.Live.Where(o => o.Sentence == m.Sentence && o.Entry.Code is "F418" or "F419" or "F32A").ToList()) o.Reject(RejectReasons.Combined, "Tabular List, F43.2", mixed.Display);
        }
    }

    private static void Recurrent(NoteCase note)
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
