namespace CodingAhead.Claims.Edits;

/// <summary>
/// An external cause, V00 to Y99, says how an injury came about and is never the first diagnosis of a claim or of a line. ICD-10-CM Official Guidelines, section I.C.20.a.6.
/// </summary>
internal static class DxExternalFirst
{
    private const string Manual = "ICD-10-CM Official Guidelines, section I.C.20.a.6";

    public static void Check(CheckContext claim)
    {
        var all = claim.Diagnoses;
        if (all is [{ Profile: { IsExternalCause: true } first }, ..])
        {
            claim.Add(
                Rules.DxExternalFirst, Outcome.Fail, $"{all[0].Code} is an external cause and cannot be the first diagnosis.", [], [all[0].Code], Proofs(first),
                "Put the injury or condition first and the external cause after it.", "The record names the injury or condition.", Manual);
        }

        foreach (var line in claim.Lines)
        {
            if (line.Line.Dx is not [var at, ..] || at < 2 || at > all.Count || all[at - 1].Profile is not { IsExternalCause: true } profile) continue;
            claim.Add(
                Rules.DxExternalFirst, Outcome.Fail, $"The line points first to {all[at - 1].Code}, an external cause.", [line.Number], [line.Code, all[at - 1].Code], Proofs(profile),
                "Point first to the injury or condition that was treated.", "The record names it as the reason for the service.", Manual);
        }
    }

    // The Medicare Code Editor flags most of them; those it does not are external causes by their chapter.
    private static Proof[] Proofs(DiagnosisProfile profile) => profile.FlagProof is { } flag ? [flag] : profile.Proof;
}
