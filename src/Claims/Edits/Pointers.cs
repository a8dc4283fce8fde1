namespace CodingAhead.Claims.Edits;

/// <summary>
/// Every line points to one to four diagnoses of the claim, the most important first (NUCC 1500 instructions, item 24E; 837P segment SV107). A claim holds
/// at most twelve diagnoses.
/// </summary>
internal static class Pointers
{
    private const string Manual = "NUCC 1500 Claim Form instructions, items 21 and 24E; 837P SV107";

    public static void Check(CheckContext claim)
    {
        var many = claim.Diagnoses.Count;
        if (many > 12 && claim.Claim.Setting != Setting.OutpatientHospital) claim.Add(Rules.Pointers, Outcome.Fail, $"{many} diagnoses; a claim holds at most 12.", [], [], default, "Keep the twelve that the services are for.", null, Manual);
        if (claim.Claim.Setting == Setting.OutpatientHospital) return;
        foreach (var line in claim.Lines)
        {
            var dx = line.Line.Dx;
            if (dx.Count == 0)
            {
                claim.Add(Rules.Pointers, Outcome.Fail, "The line points to no diagnosis.", [line.Number], [line.Code], default, "Point to the diagnosis that the service is for.", "The record names that diagnosis as the reason.", Manual);
            }
            else if (dx.Count > 4)
            {
                claim.Add(Rules.Pointers, Outcome.Fail, $"The line points to {dx.Count} diagnoses; at most four can be named.", [line.Number], [line.Code], default, "Keep the four most important.", null, Manual);
            }
            else if (dx.Any(d => d < 1 || d > many))
            {
                claim.Add(Rules.Pointers, Outcome.Fail, $"The line points to a diagnosis that the claim does not have; it has {many}.", [line.Number], [line.Code], default, "Correct the pointer.", null, Manual);
            }
            else if (dx.Distinct().Count() != dx.Count)
            {
                claim.Add(Rules.Pointers, Outcome.Fail, "The line points to one diagnosis twice.", [line.Number], [line.Code], default, "Name each diagnosis once.", null, Manual);
            }
        }
    }
}
