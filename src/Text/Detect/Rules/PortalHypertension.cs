namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// The hypertension of the portal vein is none of the arteries, and "cirrhosis with portal hypertension" is no portal cirrhosis: "portal" belongs to the hypertension (Alphabetic
/// Index: Hypertension, portal; Cirrhosis, portal).
/// </summary>
internal static class PortalHypertension
{
    public static readonly Rule Rule = new("portal-hypertension", "Alphabetic Index: Hypertension, portal", Apply);

    private static void Apply(NoteCase note)
    {
        // Ascites is not part of every cirrhosis, and only the alcoholic one has it in its code (I.B.5; Excludes1 at R18).
        foreach (var m in note.Has("R188") && note.Has("K74", "K766") ? note.Live.Where(m => m.Entry.Code == "R188").ToList() : [])
        {
            if (note.Live.Any(o => o.Sentence == m.Sentence && (o.Entry.Under("K74") || o.Entry.Under("K766")))) m.Kept = true;
        }

        if (!note.Speaks("portal")) return;
        foreach (var m in note.Live.Where(m => m.Entry.Code == "I10").ToList())
        {
            if (m.From > 0 && note.Word(m.From - 1) == "portal" && note.Codes.Find("K766") is { } portal) m.Recode(portal, Rule.Id, Rule.Source);
        }

        foreach (var m in note.Live.Where(m => m.Entry.Code == "K7469").ToList())
        {
            for (var i = m.From; i < m.To; i++)
            {
                if (note.Word(i) == "portal" && i + 1 < note.Note.Words.Count && note.Word(i + 1) is "hypertension" or "htn" or "vein" && note.Codes.Find("K7460") is { } plain) { m.Recode(plain, Rule.Id, "Alphabetic Index: Cirrhosis"); break; }
            }
        }
    }
}
