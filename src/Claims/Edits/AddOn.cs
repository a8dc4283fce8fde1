namespace CodingAhead.Claims.Edits;

/// <summary>
/// An add-on code needs a primary by the same practitioner on the same day: type 1 one of those listed, type 2 whichever the contractor accepts, type 3
/// one listed or one the contractor accepts. Critical care 99292 may follow a colleague's 99291. NCCI add-on code edits; NCCI Policy Manual, chapter I, sections R and W.
/// </summary>
internal static class AddOn
{
    private const string Manual = "NCCI add-on code edits; NCCI Policy Manual, chapter I, sections R and W";

    public static void Check(CheckContext claim)
    {
        foreach (var line in claim.Lines)
        {
            if (line.Profile is not { } profile) continue;
            if (profile.Primaries.Count == 0)
            {
                if (profile.Global == "ZZZ" && profile.RvuProof is { } row && profile.PcTc is not "1")
                    claim.Add(Rules.AddOn, Outcome.NotChecked, $"{line.Code} has global days ZZZ, an add-on code, but no add-on edit loaded for the date names its primaries.", [line.Number], [line.Code], [row], null, null, Manual);
                continue;
            }

            var (open, partner) = (false, (CheckedLine?)null);
            AddOnRow? listed = null;
            foreach (var row in profile.Primaries)
            {
                open |= row.ContractorDefined || row.Type is "2" or "3";
                listed ??= row.ContractorDefined ? null : row;
                foreach (var other in claim.Lines)
                {
                    if (other.Key == row.Primary && row.Primary != default && other.Number != line.Number && other.Line.Date == line.Line.Date) (partner, listed) = (other, row);
                }

                if (partner is not null) break;
            }

            var proof = (listed ?? profile.Primaries[0]).Proof;
            if (partner is not null)
            {
                if (claim.WantsPasses || proof.Stale) claim.Passes(Rules.AddOn, proof, [line.Number, partner.Number], [line.Code, partner.Code], $"{line.Code} stands beside its primary {partner.Code}.");
                continue;
            }

            if (Earlier(claim, line, profile) is { } prior)
            {
                if (prior.Provider == "same" && prior.Date == line.Line.Date)
                {
                    if (claim.WantsPasses) claim.Add(Rules.AddOn, Outcome.Pass, $"{line.Code} follows its primary {prior.Code}, billed before.", [line.Number], [line.Code, prior.Code], [proof]);
                    continue;
                }

                claim.Add(
                    Rules.AddOn, Outcome.Bypassed, $"{line.Code} follows {prior.Code}, billed before by {(prior.Provider == "group" ? "a colleague of the group" : "the same practitioner")}.", [line.Number], [line.Code, prior.Code], [proof], null,
                    "The record shows that the practitioners are of one group and specialty and that the care is continued.", Manual);
            }
            else if (open)
            {
                claim.Add(
                    Rules.AddOn, Outcome.NotChecked, $"{line.Code} is an add-on code whose primaries the Medicare contractor defines, at least in part; none of those listed is on the claim.", [line.Number], [line.Code], [proof], null, null,
                    Manual);
            }
            else
            {
                var primaries = profile.Primaries.Where(p => p.Primary != default).Select(p => p.Primary.Display).Distinct().ToList();
                claim.Add(
                    Rules.AddOn, Outcome.Fail, $"{line.Code} is an add-on code and none of its primaries is on the claim that day.", [line.Number], [line.Code], [proof],
                    $"Bill it with {Listed(primaries)}, or take it off.", "The record shows that the primary service was given the same day by the same practitioner.", Manual);
            }
        }
    }

    private static PriorService? Earlier(CheckContext claim, CheckedLine line, CodeProfile profile)
    {
        foreach (var prior in claim.Claim.History)
        {
            if (prior.Provider == "other" || prior.Provider == "group" && line.Code != "99292") continue;
            // Critical care may run past midnight: its further half hours follow a first hour of the day or of the day before.
            var before = line.Line.Date.DayNumber - prior.Date.DayNumber;
            if (before != 0 && !(line.Code == "99292" && before == 1)) continue;
            foreach (var row in profile.Primaries)
            {
                if (row.Primary != default && row.Primary.Display.Equals(prior.Code.Trim(), StringComparison.OrdinalIgnoreCase)) return prior;
            }
        }

        return null;
    }

    private static string Listed(List<string> codes) => codes.Count switch
    {
        0 => "its primary",
        <= 6 => string.Join(" or ", codes),
        _ => $"one of its {codes.Count} primaries ({string.Join(", ", codes.Take(6))}, …)",
    };
}
