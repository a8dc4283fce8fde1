namespace CodingAhead.Claims.Edits;

/// <summary>
/// The side of the service, by LT, RT or 50, against the side of the diagnoses the line points to. A diagnosis that names no side, or says it is unspecified,
/// contradicts none. ICD-10-CM Official Guidelines, section I.B.13; NCCI Policy Manual, chapter I, section E.
/// </summary>
internal static class DxLaterality
{
    private const string Manual = "ICD-10-CM Official Guidelines, section I.B.13";

    public static void Check(CheckContext claim)
    {
        foreach (var line in claim.Lines)
        {
            if (line.Modifiers.Length == 0) continue;
            var service = line.Has("50") || line.Has("LT") && line.Has("RT") ? "bilateral" : line.Has("LT") ? "left" : line.Has("RT") ? "right" : null;
            if (service is null) continue;
            var (open, right, left) = (false, (CheckedDiagnosis?)null, (CheckedDiagnosis?)null);
            foreach (var at in line.Line.Dx)
            {
                if (at < 1 || at > claim.Diagnoses.Count) continue;
                var dx = claim.Diagnoses[at - 1];
                switch (dx.Profile?.Side)
                {
                    case "right": right ??= dx; break;
                    case "left": left ??= dx; break;
                    case "bilateral": (right, left) = (right ?? dx, left ?? dx); break;
                    default: open = true; break;
                }
            }

            var missing = service switch { "right" => right is null, "left" => left is null, _ => right is null || left is null };
            if (right is null && left is null) continue;
            var named = (right ?? left)!;
            var side = right is null ? "left" : left is null ? "right" : "bilateral";
            if (!missing || open)
            {
                if (claim.WantsPasses) claim.Add(Rules.DxLaterality, Outcome.Pass, $"The side of {line.Code} does not contradict its diagnoses.", [line.Number], [line.Code, named.Code], named.Profile!.Proof);
                continue;
            }

            claim.Add(
                Rules.DxLaterality, Outcome.Fail, $"{line.Code} is billed as {service}, but {named.Code} names the {side} side.", [line.Number], [line.Code, named.Code], named.Profile!.Proof,
                service == "bilateral" ? $"Bill the {side} side alone ({(side == "left" ? "LT" : "RT")}), or add the diagnosis of the other side." : "Correct the modifier or the diagnosis, whichever the record contradicts.",
                "The record names the side that was treated and its condition.", Manual);
        }
    }
}
