namespace CodingAhead.Claims.Edits;

/// <summary>
/// A hospital's claim is judged by its lines and diagnoses only: revenue codes, value, condition and occurrence codes and the rest of the outpatient code editor are not
/// checked. What the reader of a file left out is said as well.
/// </summary>
internal static class Institutional
{
    public static void Check(CheckContext claim)
    {
        if (claim.Claim.Setting == Setting.OutpatientHospital)
            claim.Add(Rules.Institutional, Outcome.NotChecked, "Institutional edits are not checked: revenue, value, condition and occurrence codes, and comprehensive or packaged payment.", [], []);
        foreach (var remark in claim.Claim.Remarks) claim.Add(Rules.Institutional, Outcome.NotChecked, remark, [], []);
    }
}
