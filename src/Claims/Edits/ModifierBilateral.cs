using System.Globalization;

namespace CodingAhead.Claims.Edits;

/// <summary>
/// Both sides: a bilateral operation of indicator 1 goes on one line with 50 and one unit, a test may also go on two lines with RT and LT; indicators 0 and 2 take one
/// unit without 50. Two units alone do not say both sides. NCCI Policy Manual, chapter I, section V, paragraph 3.a; Pub. 100-04, chapter 12, section 40.7.
/// </summary>
internal static class ModifierBilateral
{
    private const string Manual = "NCCI Policy Manual, chapter I, section V, paragraph 3.a; Pub. 100-04, chapter 12, section 40.7";

    public static void Check(CheckContext claim)
    {
        if (claim.Claim.Setting == Setting.Dme) return;
        foreach (var line in claim.Lines)
        {
            if (line.Profile is not { } profile) continue;
            // A limit above one counts something else than sides, such as arms and legs (chapter XI, section V, paragraph 16).
            if (profile.Bilateral == "2" && line.Line.Units == 2 && profile.RvuProof is { } row && profile.Mue(claim.Claim.Setting) is not { Units: > 1 })
            {
                claim.Add(
                    Rules.ModifierBilateral, Outcome.Fail, $"{line.Code} has bilateral indicator 2: one unit already covers both sides, and the line has two.", [line.Number], [line.Code], [row], "Bill one unit.", null, Manual);
            }

            if (line.Modifiers.Length == 0) continue;
            if (line.Has("50")) Fifty(claim, line, profile);
            else if (line.Has("RT") && !line.Has("LT")) Sides(claim, line, profile);
        }
    }

    private static void Fifty(CheckContext claim, CheckedLine line, CodeProfile profile)
    {
        var ruling = line.Ruling("50");
        if (ruling is { Never: true })
        {
            claim.Add(
                Rules.ModifierBilateral, Outcome.Fail, $"Modifier 50 has no place on {line.Code}. {ruling.Because}", [line.Number], [line.Code], ruling.Source is { } s ? [new Proof(s, ruling.Stale)] : [],
                profile.Bilateral == "2" ? "Take 50 off and bill one unit." : "Take 50 off.", null, Manual);
            return;
        }

        if (ruling is null)
            claim.Add(Rules.ModifierBilateral, Outcome.NotChecked, $"Whether {line.Code} may be billed for both sides is not known: no release loaded has its bilateral indicator on the date.", [line.Number], [line.Code]);
        Proof[] proof = profile.RvuProof is { } row ? [row] : [];
        if (line.Line.Units != 1)
        {
            claim.Add(
                Rules.ModifierBilateral, Outcome.Fail, string.Create(CultureInfo.InvariantCulture, $"{line.Code} with 50 has {line.Line.Units} units; 50 already says both sides of one unit."), [line.Number], [line.Code], proof,
                "Bill one unit with 50 for each site that was treated on both sides.", "The record shows both sides treated.", Manual);
        }

        if (line.Has("LT") || line.Has("RT"))
        {
            claim.Add(
                Rules.ModifierBilateral, Outcome.Fail, $"{line.Code} has 50 for both sides and LT or RT for one.", [line.Number], [line.Code], proof, "Keep 50 if both sides were treated, else the side.", "The record shows which sides were treated.", Manual);
        }

        if (ruling is not null && claim.WantsPasses) claim.Add(Rules.ModifierBilateral, Outcome.Pass, ruling.Because, [line.Number], [line.Code], proof);
    }

    // RT here and LT on another line of the same code and day: seen from the RT line, so that each pair is told once.
    private static void Sides(CheckContext claim, CheckedLine line, CodeProfile profile)
    {
        if (profile.Bilateral is not ("1" or "2") || profile.RvuProof is not { } row) return;
        // A test: it splits into parts, or has no global period.
        if (profile.Bilateral == "1" && (profile.PcTc is "1" or "2" or "3" or "4" or "6" || profile.GlobalDays is null && profile.Global != "ZZZ")) return;
        foreach (var other in claim.Lines)
        {
            if (other.Key != line.Key || other.Line.Date != line.Line.Date || !other.Has("LT") || other.Has("RT")) continue;
            claim.Add(
                Rules.ModifierBilateral, Outcome.Fail,
                profile.Bilateral == "1" ? $"{line.Code} stands on two lines with RT and LT; an operation on both sides is one line with 50 and one unit." : $"{line.Code} has bilateral indicator 2: one line covers both sides, and there are two.",
                [Math.Min(line.Number, other.Number), Math.Max(line.Number, other.Number)], [line.Code], [row],
                profile.Bilateral == "1" ? "Bill one line with 50 and one unit." : "Bill one line with one unit.", profile.Bilateral == "1" ? "The record shows the same procedure on both sides." : null, Manual);
            return;
        }
    }
}
