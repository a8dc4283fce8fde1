namespace CodingAhead.Claims.Edits;

/// <summary>
/// The same code on the same day with the same modifiers is taken for the same service billed twice (Medicare Claims Processing Manual, chapter 1, section
/// 120). Modifiers that say "again" or "elsewhere" tell lines apart.
/// </summary>
internal static class DuplicateLine
{
    private const string Manual = "Medicare Claims Processing Manual (Pub. 100-04), chapter 1, section 120";

    public static void Check(CheckContext claim)
    {
        for (var i = 0; i < claim.Lines.Count; i++)
        {
            var line = claim.Lines[i];
            if (line.Key == default) continue;
            List<int>? same = null;
            for (var j = 0; j < claim.Lines.Count; j++)
            {
                var other = claim.Lines[j];
                if (j == i || other.Key != line.Key || other.Line.Date != line.Line.Date || other.Line.Pos != line.Line.Pos || !Same(line.Modifiers, other.Modifiers)) continue;
                // Told once, at the first of them.
                if (j < i)
                {
                    same = null;
                    break;
                }

                (same ??= [line.Number]).Add(other.Number);
            }

            if (same is null) continue;
            claim.Add(
                Rules.DuplicateLine, Outcome.Fail, $"{line.Code} stands more than once on the same day with the same modifiers.", same, [line.Code], default,
                "Bill it once with all units, or say on the further lines why each is another service: 76 or 77 (repeated), 91 (laboratory), RT or LT, XS, XE or 59.",
                "The record shows each service apart.", Manual);
        }
    }

    private static bool Same(string[] a, string[] b)
    {
        if (a.Length != b.Length) return false;
        foreach (var m in a)
        {
            if (Array.IndexOf(b, m) < 0 || Array.IndexOf(a, "76") >= 0 || Array.IndexOf(a, "77") >= 0 || Array.IndexOf(a, "91") >= 0) return false;
        }

        return true;
    }
}
