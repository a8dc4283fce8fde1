namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Atherosclerosis of the limbs is of the native arteries unless a bypass graft is named (Alphabetic Index: Arteriosclerosis, extremities), and is coded by what it causes:
/// claudication, pain at rest, gangrene (Tabular List, I70.2 to I70.7).
/// </summary>
internal static class LegArteries
{
    public static readonly Rule Rule = new("leg-arteries", "Alphabetic Index: Arteriosclerosis, extremities", Apply);

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Has("I702", "I703") ? note.Live.Where(m => m.Entry.Code.Length == 6 && (m.Entry.Under("I702") || m.Entry.Under("I703"))).ToList() : [])
        {
            if (m.Entry.Under("I703") && !Told.Says(note, m, 14, "graft", "grafts", "bypass") && note.Codes.Find("I702" + m.Entry.Code[4..]) is { Billable: true } native) m.Recode(native, Rule.Id, Rule.Source);
            // Gangrene counts before the ulcer, whose depth is told by L97 (use additional code at I70.26).
            if (m.Entry.Code[4] is '3' or '4' && Told.Says(note, m, 8, "gangrene", "gangrenous") && note.Codes.Find($"{m.Entry.Code[..4]}6{(char)(m.Entry.Code[4] - 2)}") is { Billable: true } dead) m.Recode(dead, Rule.Id, "Tabular List, I70.2 to I70.7");
            if (m.Entry.Code[5] == '9' && Told.Beside(note, m, 6, "both", "bilateral", "bilaterally") >= 0 && note.Codes.Find(m.Entry.Code[..5] + "3") is { Billable: true } both && both.Title.Contains("bilateral", StringComparison.Ordinal)) m.Recode(both, Rule.Id, "Guidelines I.B.13");
            if (m.Entry.Code[4] != '0') continue;
            var worse = Told.Says(note, m, 8, "gangrene", "gangrenous") ? '6' : Told.Beside(note, m, 8, "rest") is >= 0 and var rest && rest + 1 < note.Note.Words.Count && note.Word(rest + 1) == "pain" ? '2' : Told.Says(note, m, 8, "claudication") ? '1' : '0';
            if (worse != '0' && note.Codes.Find($"{m.Entry.Code[..4]}{worse}{m.Entry.Code[5]}") is { Billable: true } entry) m.Recode(entry, Rule.Id, "Tabular List, I70.2 to I70.7");
        }

        // The pain at rest is in the code.
        if (note.First("I7022", "I7032") is not { } atRest) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("M796") && m.Sentence == atRest.Sentence && Told.Says(note, m, 3, "rest")).ToList()) m.Reject(RejectReasons.Integral, "Guidelines I.B.5", atRest.Entry.Display);
    }
}
