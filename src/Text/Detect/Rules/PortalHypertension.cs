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
