using CodingAhead.Codes;

namespace CodingAhead.Claims.Edits;

/// <summary>
/// Excludes1: two diagnoses that the tabular list says are not coded together, at the code itself or at a heading above it. A pair that another note of the
/// list asks for (code first, use additional code, code also), at an entry as fine as the one that excludes, is allowed. ICD-10-CM Official Guidelines, section I.A.12.a, lets both stand when they are unrelated.
/// </summary>
internal static class DxExcludes1
{
    private const string Manual = "ICD-10-CM Official Guidelines, section I.A.12.a";

    public static void Check(CheckContext claim)
    {
        var all = claim.Diagnoses;
        if (all.Count > 1 && all[0].Key.Set == CodeSet.Icd10Cm && !claim.Answers(claim.EditionOf("icd10cm-tabular", claim.DiagnosisDate), claim.DiagnosisDate, Rules.DxExcludes1, "the ICD-10-CM tabular list")) return;
        for (var i = 0; i < all.Count; i++)
        {
            for (var j = i + 1; j < all.Count; j++)
            {
                if (all[i].Profile is not { } a || all[j].Profile is not { } b || a.Key == b.Key) continue;
                // The lower code first, so that the order of the claim does not choose the wording.
                var (one, two) = a.Key.CompareTo(b.Key) < 0 ? (a, b) : (b, a);
                if ((Excluding(one, two) ?? Excluding(two, one)) is not { } note) continue;
                var (first, second) = (one.Key.Display, two.Key.Display);
                claim.Add(
                    Rules.DxExcludes1, Outcome.Fail, $"{first} and {second} are not coded together: an Excludes1 note at {note.Entry.Display} names the other.", [], [first, second], [note.Proof],
                    "Keep the one that the record supports.", "Both may stand only when the record shows that the two conditions are unrelated to each other.", Manual);
            }
        }
    }

    private static NamedCodes? Excluding(DiagnosisProfile code, DiagnosisProfile other)
    {
        foreach (var note in code.Notes.Excludes1)
        {
            // A heading's note that names the code's own range sends other headings away, not this one.
            if (!note.Names(other.Code) || note.Names(code.Code)) continue;
            if (Allowed(code, other, note.Depth) || Allowed(other, code, int.MaxValue)) continue;
            return note;
        }

        return null;
    }

    private static bool Allowed(DiagnosisProfile code, DiagnosisProfile other, int depth)
    {
        foreach (var note in code.Notes.Beside)
        {
            if (note.Depth <= depth && note.Names(other.Code)) return true;
        }

        return false;
    }
}
