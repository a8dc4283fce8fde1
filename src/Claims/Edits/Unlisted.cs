using CodingAhead.Codes;

namespace CodingAhead.Claims.Edits;

/// <summary>
/// A code for services that have none of their own: payer and price decide by the description sent with the claim, which is not part of the claim as it is read
/// here. NCCI Policy Manual, chapter I, section T; the list is CMS's of not otherwise classified codes.
/// </summary>
internal static class Unlisted
{
    private const string Manual = "NCCI Policy Manual, chapter I, section T";

    public static void Check(CheckContext claim)
    {
        foreach (var line in claim.Lines)
        {
            if (line.Profile is not { Noc: { } proof } profile || profile.Found.Status != CodeStatus.Active) continue;
            claim.Add(
                Rules.Unlisted, Outcome.NotChecked, $"{line.Code} is for services without a code of their own: coverage and price are decided by report.", [line.Number], [line.Code], [proof],
                "Bill the code that describes the service, if there is one.", "The claim carries a concise description, and the record supports the service and its cost.", Manual);
        }
    }
}
