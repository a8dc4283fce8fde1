namespace CodingAhead.Text.Detect.Rules;

/// <summary>An undescended testis is coded by where it lies and whether one or both are (Tabular List, Q53.1 and Q53.2).</summary>
internal static class Testes
{
    public static readonly Rule Rule = new("testis-position", "Tabular List, Q53", Apply);

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Has("Q53") ? note.Live.Where(m => m.Entry.Code is "Q539" or "Q5310" or "Q5320").ToList() : [])
        {
            var both = m.Entry.Code == "Q5320";
            var one = m.Entry.Code == "Q5310";
            if (m.Entry.Code == "Q539")
            {
                var side = Side.Of(note, m);
                both = side == "bilateral";
                one = side is "right" or "left" || Told.Says(note, m, 4, "unilateral");
            }

            if (!both && !one) continue;
            var tail = Told.Says(note, m, 12, "intraabdominal", "abdominal", "abdomen") ? "11" : Told.Says(note, m, 12, "inguinal", "canalicular", "groin") ? "12" : Told.Says(note, m, 12, "perineal") ? "2" : Told.Says(note, m, 12, "scrotal", "prescrotal", "suprascrotal") ? "3" : "0";
            if (note.Codes.Find((both ? "Q532" : "Q531") + tail) is { Billable: true } entry) m.Recode(entry, Rule.Id, Rule.Source);
        }
    }
}
