namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A dislocation has a code of the direction in which the bone went, where the note names it (Official Guidelines I.B.2; Tabular List, S43.0, S43.2, S53.1, S73.0, S83.1). What
/// else the code says, the side and whether it is a subluxation, has the same character in each direction.
/// </summary>
internal static class Dislocations
{
    public static readonly Rule Rule = new("dislocation", "Guidelines I.B.2", Apply);

    // The heading of silence, and its neighbours by direction.
    private static readonly (string Silent, (string Word, char Digit)[] Directions)[] Joints =
    [
        ("S4300", [("anterior", '1'), ("anteriorly", '1'), ("subcoracoid", '1'), ("posterior", '2'), ("posteriorly", '2'), ("inferior", '3'), ("luxatio", '3')]),
        ("S4320", [("anterior", '1'), ("anteriorly", '1'), ("posterior", '2'), ("posteriorly", '2')]),
        ("S5310", [("anterior", '1'), ("anteriorly", '1'), ("posterior", '2'), ("posteriorly", '2'), ("posterolateral", '2'), ("medial", '3'), ("lateral", '4')]),
        ("S7300", [("posterior", '1'), ("posteriorly", '1'), ("obturator", '2'), ("anterior", '3'), ("anteriorly", '3'), ("central", '4')]),
        ("S8310", [("anterior", '1'), ("anteriorly", '1'), ("posterior", '2'), ("posteriorly", '2'), ("medial", '3'), ("lateral", '4')]),
    ];

    // What comes again and again is a disease of the joint, and neither an injury nor another derangement of it (Guidelines I.C.13.b; the joint's chapter 19 heading).
    private static readonly (string Again, string[] Once)[] Repeated =
    [
        ("M220", ["M223", "M228", "M229", "S830"]), ("M221", ["M223", "M228", "M229", "S830"]), ("M2441", ["S430", "M2481"]), ("M2442", ["S531", "M2482"]), ("M2445", ["S730", "M2485"]), ("M2446", ["S831", "M2486", "M238X"]),
        ("M2444", ["S630", "S631", "M2484"]), ("M2447", ["S930", "S931", "M2487"]),
    ];

    private static void Apply(NoteCase note)
    {
        foreach (var (again, once) in Repeated)
        {
            if (note.First(again) is not { } told) continue;
            foreach (var m in note.Live.Where(m => Array.Exists(once, m.Entry.Under)).ToList()) m.Reject(RejectReasons.Combined, "Guidelines I.C.13.b", told.Entry.Display);
        }

        foreach (var (silent, directions) in Joints)
        {
            foreach (var m in note.Has(silent) ? note.Live.Where(m => m.Entry.Under(silent) && m.Entry.Code.Length == 7).ToList() : [])
            {
                foreach (var (word, digit) in directions)
                {
                    if (Told.Beside(note, m, 4, word) is not (>= 0 and var at) || note.Codes.Find($"{m.Entry.Code[..4]}{digit}{m.Entry.Code[5..]}") is not { Billable: true } entry) continue;
                    m.Recode(entry, Rule.Id, Rule.Source);
                    m.Also.Add((at, at + 1));
                    break;
                }
            }
        }
    }
}
