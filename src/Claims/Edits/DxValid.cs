using CodingAhead.Codes;

namespace CodingAhead.Claims.Edits;

/// <summary>
/// A diagnosis must be valid on the first date of service and carried to its full number of characters. ICD-10-CM Official Guidelines, section I.B.2.
/// </summary>
internal static class DxValid
{
    private const string Manual = "ICD-10-CM Official Guidelines, section I.B.2";

    private static readonly DateOnly Began = new(2015, 10, 1);

    public static void Check(CheckContext claim)
    {
        foreach (var dx in claim.Diagnoses)
        {
            if (dx.Profile is not { } profile)
            {
                claim.Add(Rules.DxValid, Outcome.Fail, $"Diagnosis {dx.Number} has not the form of a code of the set in force on the date.", [], [], default, "Give an ICD-10-CM code (ICD-9-CM before 2015-10-01).", null, Manual);
                continue;
            }

            var found = profile.Found;
            var over = found.Status == CodeStatus.NoEdition && found.Nearest < claim.DiagnosisDate && profile.Proof is [{ Stale: true } proof] ? proof : (Proof?)null;
            if (over is { } edition && profile.Billable)
            {
                // The nearest earlier edition answers and is named.
                if (claim.WantsPasses || claim.Options.Strict) claim.Add(Rules.DxValid, Outcome.Pass, $"{dx.Code} is valid and complete in {edition.Source.File.Edition}.", [], [dx.Code], [edition]);
                else claim.Rests(edition.Source.File);
            }
            else if (found.Status == CodeStatus.UnknownCode && dx.Key.Set == CodeSet.Icd9Cm && CodeKey.TryParse(CodeSet.Icd10Cm, dx.Text, out var later) && claim.Book.Find(later, Began).Status != CodeStatus.UnknownCode)
            {
                claim.Add(
                    Rules.DxValid, Outcome.Fail, $"{later.Display} is an ICD-10-CM code; services before 2015-10-01 are coded in ICD-9-CM.", [], [later.Display], default, "Give the ICD-9-CM code, or correct the date of service.", null,
                    "45 CFR 162.1002(c)");
            }
            else if (found.Status == CodeStatus.UnknownCode && claim.Book.CoverageOf(dx.Key.Set).Count == 0)
            {
                claim.Add(Rules.DxValid, Outcome.NotChecked, $"{dx.Code} is in no release that is loaded, and no full list is.", [], [dx.Code], default, null, null, Manual);
            }
            else if (found.Status == CodeStatus.NoEdition && over is null)
            {
                claim.Add(Rules.DxValid, Outcome.NotChecked, found.Because!, [], [dx.Code], profile.Proof);
            }
            else if (found.Status is not (CodeStatus.Active or CodeStatus.NoEdition))
            {
                var successors = found.Successors;
                claim.Add(
                    Rules.DxValid, Outcome.Fail, found.Because!, [], [dx.Code, .. successors.Select(s => s.Display)], profile.Proof,
                    successors.Count > 0 ? $"Use {string.Join(" or ", successors.Select(s => s.Display))}, whichever the record supports." : "Find the code that was valid on the date.", null, Manual);
            }
            else if (!profile.Billable)
            {
                claim.Add(
                    Rules.DxBillable, Outcome.Fail, $"{dx.Code} is a heading: more characters are needed.", [], [dx.Code], profile.Proof,
                    profile.Below.Count > 0 ? $"Use a full code below it, such as {string.Join(", ", profile.Below.Select(k => k.Display))}." : "Use a full code below it.",
                    "The record says what the further characters ask for.", Manual);
            }
            else if (claim.WantsPasses)
            {
                claim.Add(Rules.DxValid, Outcome.Pass, $"{dx.Code} is valid and complete.", [], [dx.Code], profile.Proof);
            }
        }
    }
}
