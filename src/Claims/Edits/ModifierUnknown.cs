using CodingAhead.Codes;

namespace CodingAhead.Claims.Edits;

/// <summary>
/// A modifier must be in a code set on the date of service: HCPCS Level II with CMS's dates, CPT's from our own list. 45 CFR 162.1000 and 162.1002.
/// </summary>
internal static class ModifierUnknown
{
    private const string Manual = "45 CFR 162.1000: the code set valid on the date of service";

    public static void Check(CheckContext claim)
    {
        foreach (var line in claim.Lines)
        {
            foreach (var modifier in line.Modifiers)
            {
                if (modifier.Length != 2 || !CodeKey.TryParse(CodeSet.Modifier, modifier, out var key))
                {
                    claim.Add(Rules.ModifierUnknown, Outcome.Fail, "A modifier of the line is not two letters or digits.", [line.Number], [line.Code], default, "Correct it, or take it off.", null, Manual);
                    continue;
                }

                Judge(claim, line, modifier, claim.Profiles.OfList(key, line.Line.Date));
            }
        }
    }

    private static void Judge(CheckContext claim, CheckedLine line, string modifier, Listed listed)
    {
        Proof[] proof = listed.Proof is { } p ? [p] : [];
        switch (listed.Found.Status)
        {
            case CodeStatus.Active:
            case CodeStatus.NoEdition when proof.Length > 0:
                if (claim.WantsPasses) claim.Add(Rules.ModifierUnknown, Outcome.Pass, $"Modifier {modifier} is valid on the date.", [line.Number], [line.Code], proof);
                else if (listed.Proof is { Stale: true } over && (claim.Options.Strict || listed.Found.Status != CodeStatus.Active)) Stale(claim, line, modifier, over);
                break;
            case CodeStatus.NoEdition:
                claim.Add(Rules.ModifierUnknown, Outcome.NotChecked, listed.Found.Because!, [line.Number], [line.Code]);
                break;
            case CodeStatus.UnknownCode:
                claim.Add(Rules.ModifierUnknown, Outcome.Fail, $"Modifier {modifier} is in no release that is loaded.", [line.Number], [line.Code], default, "Correct it against the record, or take it off.", null, Manual);
                break;
            default:
                claim.Add(
                    Rules.ModifierUnknown, Outcome.Fail, $"Modifier {modifier} is not valid on the date: {listed.Found.Because}", [line.Number], [line.Code], proof, "Use the modifier that was valid on the date, or take it off.", null, Manual);
                break;
        }
    }

    private static void Stale(CheckContext claim, CheckedLine line, string modifier, Proof over)
    {
        if (claim.Options.Strict) claim.Add(Rules.ModifierUnknown, Outcome.Pass, $"Modifier {modifier} is valid.", [line.Number], [line.Code], [over]);
        else claim.Rests(over.Source.File);
    }
}
