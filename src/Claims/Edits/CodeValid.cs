using CodingAhead.Codes;

namespace CodingAhead.Claims.Edits;

/// <summary>
/// A procedure code must be valid on its date of service; a deleted one names its successors. Code sets are those in force on the date of service
/// (45 CFR 162.1000).
/// </summary>
internal static class CodeValid
{
    private const string Manual = "45 CFR 162.1000: the code set valid on the date of service";

    public static void Check(CheckContext claim)
    {
        foreach (var line in claim.Lines)
        {
            if (line.Profile is not { } profile)
            {
                claim.Add(Rules.CodeValid, Outcome.Fail, "The line has no procedure code: five characters are expected.", [line.Number], [], default, "Give the CPT or HCPCS Level II code of the service.", null, Manual);
                continue;
            }

            var found = profile.Found;
            switch (found.Status)
            {
                case CodeStatus.Active:
                    if (claim.WantsPasses) claim.Add(Rules.CodeValid, Outcome.Pass, $"{line.Code} is valid on the date.", [line.Number], [line.Code], profile.Proof);
                    break;
                case CodeStatus.NoEdition when profile.Proof is [{ Stale: true } over] && found.Nearest < line.Line.Date:
                    // The nearest earlier edition answers and is named.
                    if (claim.WantsPasses || claim.Options.Strict) claim.Add(Rules.CodeValid, Outcome.Pass, $"{line.Code} is valid in {over.Source.File.Edition}.", [line.Number], [line.Code], [over]);
                    else claim.Rests(over.Source.File);
                    break;
                case CodeStatus.UnknownCode when claim.Editions.Of(line.Key.Set == CodeSet.Hcpcs ? "hcpcs" : "pfs", line.Line.Date) is null:
                    claim.Add(Rules.CodeValid, Outcome.NotChecked, $"{line.Code} is in no release that is loaded, and no full list for the date is.", [line.Number], [line.Code], default, null, null, Manual);
                    break;
                case CodeStatus.UnknownCode:
                    claim.Add(
                        Rules.CodeValid, Outcome.Fail, $"{line.Code} is in no release that is loaded.", [line.Number], [line.Code], default, "Check the code against the record and the code book of the date.", null, Manual);
                    break;
                case CodeStatus.NoEdition:
                    claim.Add(Rules.CodeValid, Outcome.NotChecked, found.Because!, [line.Number], [line.Code], profile.Proof);
                    break;
                default:
                    var successors = found.Successors;
                    claim.Add(
                        successors.Count > 0 ? Rules.CodeSuccessor : Rules.CodeValid, Outcome.Fail, found.Because!, [line.Number], [line.Code, .. successors.Select(s => s.Display)], profile.Proof,
                        successors.Count > 0 ? $"Bill {string.Join(" or ", successors.Select(s => s.Display))}, whichever the record supports." : "Find the code that was valid on the date.",
                        successors.Count > 0 ? "The record describes the service as the new code does." : null, Manual);
                    break;
            }
        }
    }
}
