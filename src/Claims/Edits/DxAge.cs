using System.Globalization;
using CodingAhead.Codes;

namespace CodingAhead.Claims.Edits;

/// <summary>
/// A diagnosis for an age that the patient does not have on the first date of service. The age groups and their codes are the Medicare Code Editor's, which the
/// outpatient editor takes over (Integrated Outpatient Code Editor, edit 2); they carry dates of their own.
/// </summary>
internal static class DxAge
{
    private const string Manual = "CMS, Definitions of Medicare Code Edits, chapter 1, age conflict";

    public static void Check(CheckContext claim)
    {
        if (claim.Diagnoses is [{ Key.Set: CodeSet.Icd10Cm }, ..] && !claim.Answers(claim.Editions.Dated("mce-icd10cm-flags", claim.DiagnosisDate), claim.DiagnosisDate, Rules.DxAge, "the Medicare Code Editor")) return;
        var born = claim.Claim.Patient.BirthDate;
        foreach (var dx in claim.Diagnoses)
        {
            if (dx.Profile is not { Ages.Count: > 0 } profile) continue;
            foreach (var group in profile.Ages)
            {
                if (born is not { } day)
                {
                    claim.Add(Rules.DxAge, Outcome.NotChecked, $"{dx.Code} is for patients of a certain age ({group.Name}); the claim has no date of birth.", [], [dx.Code], [group.Proof], null, null, Manual);
                    continue;
                }

                var age = Years(day, claim.DiagnosisDate);
                if (age >= group.First && age <= group.Last)
                {
                    if (claim.WantsPasses) claim.Add(Rules.DxAge, Outcome.Pass, $"{dx.Code} fits the patient's age.", [], [dx.Code], [profile.FlagProof!.Value, group.Proof]);
                    continue;
                }

                claim.Add(
                    Rules.DxAge, Outcome.Fail, string.Create(CultureInfo.InvariantCulture, $"{dx.Code} is for patients of {group.First} to {group.Last} years ({group.Name}), which the patient is not."), [], [dx.Code],
                    [profile.FlagProof!.Value, group.Proof], "Correct the diagnosis or the date of birth.", "The record shows the condition at the patient's age.", Manual);
            }
        }
    }

    /// <summary>Completed years.</summary>
    public static int Years(DateOnly born, DateOnly on) => on.Year - born.Year - (on.Month < born.Month || on.Month == born.Month && on.Day < born.Day ? 1 : 0);
}
