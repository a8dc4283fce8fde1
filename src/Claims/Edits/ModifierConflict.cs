namespace CodingAhead.Claims.Edits;

/// <summary>
/// Modifiers of one line that contradict each other, the same one twice, or more than four (837P segment SV101; 1500 form, item 24D). Each pair below says two things
/// that cannot both be true of one line; 26 with TC and 50 with a side are told by their own rules.
/// </summary>
internal static class ModifierConflict
{
    // Of each group at most one may stand on a line.
    private static readonly (string[] Group, string Manual)[] Groups =
    [
        (["LT", "RT"], "Pub. 100-04, chapter 12, section 40.7"),
        (["54", "55"], "Pub. 100-04, chapter 12, section 40.2"),
        (["54", "56"], "Pub. 100-04, chapter 12, section 40.2"),
        (["55", "56"], "Pub. 100-04, chapter 12, section 40.2"),
        (["62", "66"], "Pub. 100-04, chapter 12, section 40.8"),
        (["62", "80"], "Pub. 100-04, chapter 12, section 40.8"),
        (["62", "81"], "Pub. 100-04, chapter 12, section 40.8"),
        (["62", "82"], "Pub. 100-04, chapter 12, section 40.8"),
        (["62", "AS"], "Pub. 100-04, chapter 12, section 40.8"),
        (["80", "81", "82"], "Pub. 100-04, chapter 12, section 20.4.3"),
        (["59", "XE", "XS", "XP", "XU"], "NCCI Policy Manual, chapter I, section E"),
        (["52", "53"], "Pub. 100-04, chapter 12, sections 20.4.6 and 30.1"),
        (["58", "78", "79"], "Pub. 100-04, chapter 12, section 40.2"),
        (["76", "77"], "Pub. 100-04, chapter 12, section 30.6"),
        (["73", "74"], "Pub. 100-04, chapter 4, section 20.6.4"),
        (["AA", "AD", "QK", "QX", "QY", "QZ"], "Pub. 100-04, chapter 12, sections 50 and 140"),
        (["P1", "P2", "P3", "P4", "P5", "P6"], "Pub. 100-04, chapter 12, section 50"),
        (["GN", "GO", "GP"], "Pub. 100-04, chapter 5, section 20.1"),
        (["GA", "GZ"], "Pub. 100-04, chapter 30, section 50"),
        (["JW", "JZ"], "Pub. 100-04, chapter 17, section 40"),
        (["NU", "RR", "UE"], "Pub. 100-04, chapter 20, section 130"),
        (["KH", "KI", "KJ"], "Pub. 100-04, chapter 20, section 30.5"),
        (["93", "95"], "Pub. 100-04, chapter 12, section 190"),
    ];

    public static void Check(CheckContext claim)
    {
        foreach (var line in claim.Lines)
        {
            var modifiers = line.Modifiers;
            if (modifiers.Length < 2) continue;
            if (modifiers.Length > 4)
                claim.Add(Rules.ModifierConflict, Outcome.Fail, $"{line.Code} has more than four modifiers.", [line.Number], [line.Code], default, "Keep the four that decide payment; 99 announces more on paper claims.", null, "837P, segment SV101; 1500 form, item 24D");
            for (var i = 0; i < modifiers.Length; i++)
            {
                for (var j = i + 1; j < modifiers.Length; j++) Pair(claim, line, modifiers[i], modifiers[j], j);
            }
        }
    }

    private static void Pair(CheckContext claim, CheckedLine line, string a, string b, int at)
    {
        if (a == b)
        {
            // Told once, at its first repetition.
            if (Array.IndexOf(line.Modifiers, a, Array.IndexOf(line.Modifiers, a) + 1) == at)
                claim.Add(Rules.ModifierConflict, Outcome.Fail, $"{line.Code} has modifier {a} twice.", [line.Number], [line.Code], default, "Take one off.", null, "837P, segment SV101");
            return;
        }

        foreach (var (group, manual) in Groups)
        {
            if (Array.IndexOf(group, a) < 0 || Array.IndexOf(group, b) < 0) continue;
            var (first, second) = string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
            var (fix, condition) = (first, second) switch
            {
                ("LT", "RT") => ("Use 50 for both sides, or one line for each side where the code allows it.", "The record shows which sides were treated."),
                ("54" or "55", "55" or "56") => ("Bill the code without them when one physician gave all of it; else the share that was given.", "The record shows the transfer of care."),
                _ => ("Keep the one that the record supports.", "The record supports it."),
            };
            claim.Add(Rules.ModifierConflict, Outcome.Fail, $"{line.Code} has {first} and {second}, which contradict each other.", [line.Number], [line.Code], default, fix, condition, manual);
            return;
        }
    }
}
