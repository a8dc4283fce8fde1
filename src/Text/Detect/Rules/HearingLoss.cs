namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A loss of hearing of one named ear is unilateral, with unrestricted hearing on the other side unless the note says that it is restricted (Tabular List, H90.1, H90.4, H90.7 and H90.A).
/// </summary>
internal static class HearingLoss
{
    public static readonly Rule Rule = new("hearing-loss", "Tabular List, H90", Apply);

    // Unspecified, of one ear, of one ear with restricted hearing on the other side.
    private static readonly (string Silent, string Single, string Restricted)[] Kinds = [("H902", "H901", "H90A1"), ("H905", "H904", "H90A2"), ("H908", "H907", "H90A3")];

    private static void Apply(NoteCase note)
    {
        foreach (var (silent, single, restricted) in Kinds)
        {
            foreach (var m in note.Live.Where(m => m.Entry.Code == silent).ToList())
            {
                var digit = Side.Of(note, m) switch { "right" => '1', "left" => '2', _ => '\0' };
                if (digit == '\0') continue;
                var limited = Told.Beside(note, m, 14, "restricted") >= 0;
                if (note.Codes.Find((limited ? restricted : single) + digit) is { Billable: true } entry) m.Recode(entry, Rule.Id, Rule.Source);
            }
        }
    }
}
