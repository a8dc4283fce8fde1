namespace CodingAhead.Claims.Edits;

/// <summary>
/// A diagnosis for one sex on a claim of the other, on dates on which the Medicare Code Editor has a sex edit for the code; it withdrew many, and where its rows
/// have none for the date nothing is denied.
/// </summary>
internal static class DxSex
{
    private const string Manual = "CMS, Definitions of Medicare Code Edits, chapter 1, sex conflict";

    public static void Check(CheckContext claim)
    {
        foreach (var dx in claim.Diagnoses)
        {
            if (dx.Profile is not { Sex: { } sex, FlagProof: { } proof }) continue;
            var words = sex == "F" ? "female" : "male";
            if (claim.Claim.Patient.Sex is not { Length: 1 } given || given is not ("F" or "M"))
            {
                claim.Add(Rules.DxSex, Outcome.NotChecked, $"{dx.Code} is for {words} patients; the claim does not say the patient's sex.", [], [dx.Code], [proof], null, null, Manual);
            }
            else if (given != sex)
            {
                claim.Add(
                    Rules.DxSex, Outcome.Fail, $"{dx.Code} is for {words} patients, which the claim says the patient is not.", [], [dx.Code], [proof], "Correct the diagnosis or the sex on the claim.",
                    "For a patient whose sex on record differs from the anatomy treated, condition code 45 or modifier KX says so.", Manual);
            }
            else if (claim.WantsPasses)
            {
                claim.Add(Rules.DxSex, Outcome.Pass, $"{dx.Code} fits the patient's sex.", [], [dx.Code], [proof]);
            }
        }
    }
}
