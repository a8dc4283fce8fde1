using CodingAhead.Codes;

namespace CodingAhead.Claims.Edits;

/// <summary>
/// A manifestation is never first, on the claim or among a line's pointers: the disease it shows goes before it. A "code first" note puts the code it
/// names, when that is on the claim, before. ICD-10-CM Official Guidelines, section I.A.13; Medicare Code Editor, manifestation as principal diagnosis.
/// </summary>
internal static class DxSequence
{
    private const string Manual = "ICD-10-CM Official Guidelines, section I.A.13";

    public static void Check(CheckContext claim)
    {
        var all = claim.Diagnoses;
        if (all.Count > 1 && all[0].Key.Set == CodeSet.Icd10Cm && !claim.Answers(claim.EditionOf("icd10cm-tabular", claim.DiagnosisDate), claim.DiagnosisDate, Rules.DxSequence, "the ICD-10-CM tabular list")) return;
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Profile is not { } profile) continue;
            if (profile.IsManifestation && i == 0)
            {
                claim.Add(
                    Rules.DxSequence, Outcome.Fail, $"{all[i].Code} describes how another disease shows itself and is never the first diagnosis.", [], [all[i].Code], [profile.FlagProof!.Value],
                    $"Put the disease that causes it before {all[i].Code}.", "The record names that disease.", Manual);
            }

            foreach (var note in profile.Notes.CodeFirst) Order(claim, i, note);
        }

        foreach (var line in claim.Lines)
        {
            if (line.Line.Dx is not [var first, ..] || first < 2 || first > all.Count || all[first - 1].Profile is not { IsManifestation: true } profile) continue;
            claim.Add(
                Rules.DxSequence, Outcome.Fail, $"The line points first to {all[first - 1].Code}, which describes how another disease shows itself.", [line.Number], [line.Code, all[first - 1].Code],
                [profile.FlagProof!.Value], "Point first to the disease that causes it.", "The record names that disease as the reason for the service.", Manual);
        }
    }

    private static void Order(CheckContext claim, int at, NamedCodes note)
    {
        var all = claim.Diagnoses;
        for (var i = 0; i < at; i++)
        {
            if (all[i].Profile is { } before && note.Names(before.Code)) return;
        }

        for (var i = at + 1; i < all.Count; i++)
        {
            if (all[i].Profile is not { } after || !note.Names(after.Code) || after.Key == all[at].Profile!.Key) continue;
            claim.Add(
                Rules.DxSequence, Outcome.Fail, $"{all[i].Code} goes before {all[at].Code}: a \"code first\" note at {note.Entry.Display} names it.", [], [all[at].Code, all[i].Code], [note.Proof],
                $"Put {all[i].Code} before {all[at].Code}.", "The record shows that the two belong together.", Manual);
            return;
        }
    }
}
