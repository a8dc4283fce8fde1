namespace CodingAhead.Claims.Edits;

/// <summary>
/// 26 and TC against the PC/TC indicator, both on one line, and TC in a hospital, which is paid for its own equipment. Record layout of the relative value file,
/// Attachment A; Pub. 100-04, chapter 13, section 20.
/// </summary>
internal static class ModifierComponent
{
    private const string Manual = "Record layout of the relative value file, Attachment A; Pub. 100-04, chapter 13, section 20";

    public static void Check(CheckContext claim)
    {
        if (claim.Claim.Setting != Setting.Practitioner) return;
        foreach (var line in claim.Lines)
        {
            var (reading, equipment) = (line.Has("26"), line.Has("TC"));
            if (!reading && !equipment || line.Profile is not { } profile) continue;
            if (reading && equipment)
            {
                claim.Add(
                    Rules.ModifierComponent, Outcome.Fail, $"{line.Code} has 26 and TC on one line.", [line.Number], [line.Code], default, "Bill the code without either when both parts were given, else the part that was.",
                    "The record shows which parts this practitioner gave.", Manual);
            }

            if (reading) Judge(claim, line, profile, "26");
            if (!equipment) continue;
            Judge(claim, line, profile, "TC");
            if (Pos.IsHospital(line.Line.Pos) && line.Ruling("TC") is not { Never: true })
            {
                claim.Add(
                    Rules.ModifierComponent, Outcome.Fail, $"{line.Code} with TC in a hospital (place of service {line.Line.Pos}): the hospital is paid for equipment and staff.", [line.Number], [line.Code],
                    profile.RvuProof is { } row ? [row] : [], "Bill the reading with 26 if this practitioner gave it; otherwise take the line off.", "The record holds a signed reading.", Manual);
            }
        }
    }

    private static void Judge(CheckContext claim, CheckedLine line, CodeProfile profile, string modifier)
    {
        if (line.Ruling(modifier) is not { } ruling)
        {
            if (profile.Found.Status == Codes.CodeStatus.Active)
                claim.Add(Rules.ModifierComponent, Outcome.NotChecked, $"Whether {line.Code} splits into parts is not known: no release loaded has its PC/TC indicator on the date.", [line.Number], [line.Code]);
            return;
        }

        Proof[] proof = ruling.Source is { } s ? [new Proof(s, ruling.Stale)] : [];
        if (ruling.Never)
        {
            claim.Add(
                Rules.ModifierComponent, Outcome.Fail, $"Modifier {modifier} has no place on {line.Code}. {ruling.Because}", [line.Number], [line.Code], proof,
                profile.PcTc == "4" ? "Bill the code of the part that was given." : $"Take {modifier} off.", null, Manual);
        }
        else if (claim.WantsPasses)
        {
            claim.Add(Rules.ModifierComponent, Outcome.Pass, ruling.Because, [line.Number], [line.Code], proof);
        }
    }
}
